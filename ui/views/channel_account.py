"""Connecting, second step: what to have at hand, the fields a platform asks for, and the ways to sign in."""

from __future__ import annotations

import dataclasses
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.domain.errors import UsageError
from console.services.connecting import gathered
from ui.models.connect_words import before, choice_words, field_words, reason_words
from ui.retiring import retire
from ui.widgets.base import Pane, Text
from ui.widgets.buttons import ActionButton, Kind
from ui.widgets.fields import Choice
from ui.widgets.form import Field, capped
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from console.domain.ports import Need, PlatformSpec
    from console.services.channel_desk import NewChannel
    from ui.theme.look import Look

FORM_WIDTH: Final = 460
_LONGEST: Final = {"server": 300, "handle": 253, "secret": 4000}


class AccountForm(QWidget):
    """Built anew from ``PlatformSpec.needs`` for each platform. ``test_asked`` and ``browser_asked`` lead on."""

    test_asked = Signal()
    browser_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.spec: PlatformSpec | None = None
        self.fields: dict[str, Field] = {}
        self._late: set[str] = set()  # what is pasted in place of a sign-in with the browser
        self.before_title = Text(look, "small", "text-muted", 600, wrap=True)
        self.points: list[Text] = []
        self.name = Field(look, QLineEdit())
        self.language = Field(look, Choice(look))
        self.notice = Notice(look)
        self.in_browser = ActionButton(look, "globe", kind=Kind.PRIMARY)
        self.or_paste = Text(look, "small", "text-muted", 600)
        self.test = ActionButton(look, "plugs-connected", kind=Kind.PRIMARY)
        self.name_field.setMaxLength(60)
        self._build()
        self.in_browser.clicked.connect(lambda _checked=False: self.browser_asked.emit())
        self.test.clicked.connect(lambda _checked=False: self.test_asked.emit())
        self.name_field.returnPressed.connect(self._entered)
        self._busy = False

    def _build(self) -> None:
        px = self.look.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        panel = self.before_panel = Pane(self.look, "window")
        self._points = QVBoxLayout(panel)
        self._points.setContentsMargins(px(14), px(10), px(14), px(10))
        self._points.setSpacing(px(4))
        self._points.addWidget(self.before_title)
        self._asked, self._pasted = QVBoxLayout(), QVBoxLayout()
        for part in (self._asked, self._pasted):
            part.setContentsMargins(0, 0, 0, 0)
            part.setSpacing(px(12))
        self.notice.hide()
        column.addLayout(capped(panel, px(FORM_WIDTH + 200)))
        column.addLayout(self._asked)
        for field in (self.name, self.language):
            column.addLayout(capped(field, px(FORM_WIDTH)))
        column.addLayout(capped(self.notice, px(FORM_WIDTH + 200)))
        column.addLayout(_row(self.in_browser))
        column.addWidget(self.or_paste)
        column.addLayout(self._pasted)
        column.addLayout(_row(self.test))
        column.addStretch(1)

    @property
    def name_field(self) -> QLineEdit:
        """How the channel is called here."""
        assert isinstance(self.name.field, QLineEdit)
        return self.name.field

    def edit(self, need: str) -> QLineEdit:
        """The line of a need that is written, not chosen."""
        field = self.fields[need].field
        assert isinstance(field, QLineEdit)
        return field

    # ------------------------------------------------------------------ a platform

    def show_platform(self, spec: PlatformSpec) -> None:
        """The fields of a platform; the same one again keeps what was written."""
        if self.spec is not None and self.spec.kind == spec.kind:
            return
        self.spec = spec
        self.notice.hide()
        for field in self.fields.values():
            field.hide()
            retire(field)
        for part in (self._asked, self._pasted):
            while part.count():
                part.takeAt(0)
        self.fields, self._late = {}, set()
        browser, pasting = self.by_browser, self.by_pasting
        for need in spec.needs:
            later = browser and _pasted_only(spec, need)
            if later and not pasting:
                continue
            field = self.fields[need.name] = Field(self.look, self._control(need))
            row = capped(field, self.look.px(FORM_WIDTH))
            (self._pasted if later else self._asked).addLayout(row)
            if later:
                self._late.add(need.name)
        self.in_browser.setVisible(browser)
        self.or_paste.setVisible(browser and pasting)
        self.test.setVisible(pasting)
        self.test.set_kind(Kind.NORMAL if browser else Kind.PRIMARY)
        self.name_field.clear()
        self.retranslate()
        self._order_tabs()

    def _control(self, need: Need) -> QWidget:
        if need.kind == "choice":
            choice = Choice(self.look)
            choice.set_choices(choice_words(self.spec.kind if self.spec else "", need))
            choice.set_key(need.default)
            return choice
        line = QLineEdit(need.default)
        line.setMaxLength(_LONGEST.get("secret" if need.kind == "secret" else need.name, 1000))
        if need.kind == "secret":
            line.setEchoMode(QLineEdit.EchoMode.Password)
        elif need.kind == "number":
            line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        line.returnPressed.connect(self._entered)
        return line

    def _order_tabs(self) -> None:
        """Fields come for Tab as they stand, however late they were made."""
        assert self.spec is not None
        first = [f.field for n, f in self.fields.items() if n not in self._late]
        last = [f.field for n, f in self.fields.items() if n in self._late]
        chain = [*first, self.name_field, self.language.field, self.in_browser, *last, self.test]
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)

    @property
    def by_browser(self) -> bool:
        """Whether this platform leads a person through its own page."""
        return self.spec is not None and self.spec.sign_in in ("browser", "both")

    @property
    def by_pasting(self) -> bool:
        """Whether a password or token can be given."""
        return self.spec is None or self.spec.sign_in != "browser"

    def focus_first(self) -> None:
        """The first field that is still to be written, those needed before the others, else the first way on."""
        needs = self.spec.needs if self.spec is not None else ()
        for need in sorted(needs, key=lambda one: not one.required):
            field = self.fields.get(need.name)
            if field is not None and isinstance(field.field, QLineEdit) and not field.field.text():
                field.field.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        (self.in_browser if self.by_browser else self.test).setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_on(self, need: str, *, by_browser: bool = False) -> None:
        """A field by its name, else the button that leads on the way that was taken."""
        field = self.fields.get(need)
        at = self.test if self.by_pasting and not by_browser else self.in_browser
        (at if field is None else field.field).setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------------ what was written

    def values(self) -> dict[str, str]:
        """What was written, by need; empty fields left out."""
        found = {}
        for name, field in self.fields.items():
            control = field.field
            text = control.key() if isinstance(control, Choice) else self.edit(name).text().strip()
            if name == "handle":
                text = text.lstrip("@")
            if text:
                found[name] = text
        return found

    def wanted(self, *, signing_in: bool) -> NewChannel | None:
        """A channel to be, or None with the reason under its field, which has the focus then."""
        spec = self.spec
        if spec is None:
            return None
        self.say_fields()
        values = self.values()
        secret = values.pop("secret", None)
        name = self.name_field.text().strip() or values.get("handle", "").partition(".")[0].replace(":", "-")
        language = self.language.field
        assert isinstance(language, Choice)
        try:
            return gathered(
                spec.kind,
                values,
                secret=None if signing_in else secret,
                name=name,
                language=language.key() or None,
                signing_in=signing_in,
            )
        except UsageError as error:
            self.say_wrong(error)
            return None

    def say_wrong(self, error: UsageError) -> bool:
        """Put the reason under the field it is about; False when it is about none of them."""
        at = str(error.params.get("need") or "")
        if error.code in ("bad_channel_name", "channel_taken"):
            self.name.set_wrong(reason_words(error))
            self.name_field.setFocus()
            return True
        if error.code == "secret_needed" and self.spec is not None:
            values = self.values()
            missing = [
                one for one in (*self.spec.secret_parts, "secret") if one in self.fields and one not in values
            ]
            at = missing[0] if missing else at
        field = self.fields.get(at)
        if field is None:
            return False
        field.set_wrong(reason_words(error))
        field.field.setFocus()
        return True

    def clear_secrets(self) -> None:
        """Forget what nobody should find here later."""
        for need in self.spec.needs if self.spec is not None else ():
            if need.kind == "secret" and need.name in self.fields:
                self.edit(need.name).clear()

    def forget(self) -> None:
        """Forget everything written; the next platform begins anew."""
        self.clear_secrets()
        kept, self.spec = self.spec, None
        if kept is not None:
            self.show_platform(kept)

    def _entered(self) -> None:
        """Enter takes the way whose fields are filled in: the pasted one where something was pasted."""
        spec = self.spec
        if spec is None or self._busy:
            return
        pasted = any(one in self._late for one in self.values())
        (self.browser_asked if self.by_browser and not pasted else self.test_asked).emit()

    # ------------------------------------------------------------------ words

    def set_busy(self, reason: str) -> None:
        """Nothing can be sent twice while an answer is awaited; an empty reason ends that."""
        self._busy = bool(reason)
        for button in (self.test, self.in_browser):
            button.set_inert(reason)
        self.test.set_face(
            "plugs-connected",
            self.tr("Signing in…") if reason else self.tr("Test the sign-in"),
            () if reason or self.by_browser else ("⏎",),
        )

    def say_fields(self) -> None:
        """Labels and help, in place of what was wrong before."""
        spec = self.spec
        for need in spec.needs if spec is not None else ():
            if spec is not None and need.name in self.fields:
                # What may be left out on the other way is what this one is about.
                asked = dataclasses.replace(need, required=True) if need.name in self._late else need
                self.fields[need.name].set_words(*field_words(spec.kind, asked))
        self.name.set_words(
            self.tr("Name here"),
            self.tr("How your team calls this channel; empty takes the account’s own name"),
        )
        self.language.set_words(
            self.tr("Language of short texts"), self.tr("Where a text is too short to tell")
        )

    def retranslate(self) -> None:
        """Words of the language shown."""
        spec = self.spec
        self.before_title.setText(self.tr("What you need before you start"))
        self.in_browser.set_face("globe", self.tr("Sign in with the browser"))
        self.or_paste.setText(self.tr("Or paste what you have"))
        language = self.language.field
        assert isinstance(language, Choice)
        language.set_choices(
            [("", self.tr("Not set")), ("fr", self.tr("French")), ("en", self.tr("English"))]
        )
        self.say_fields()
        if spec is None:
            return
        for need in spec.needs:
            choice = self.fields[need.name].field if need.name in self.fields else None
            if isinstance(choice, Choice):
                choice.set_choices(choice_words(spec.kind, need))
        self._say_points(before(spec.kind))
        self.set_busy(self.test.reason)

    def _say_points(self, points: list[str]) -> None:
        for old in self.points:
            old.hide()
            retire(old)
        self.points = []
        for number, words in enumerate(points, 1):
            point = Text(self.look, "body", wrap=True)
            point.setText(f"{number}. {words}")
            self._points.addWidget(point)
            self.points.append(point)
        self.before_panel.setAccessibleName(self.before_title.text())


def _pasted_only(spec: PlatformSpec, need: Need) -> bool:
    """What a sign-in in the browser gives by itself: a person who takes that way never sees it filled in."""
    return need.name == "secret" or (need.name in spec.secret_parts and not need.required)


def _row(button: QWidget) -> QHBoxLayout:
    """A button as wide as its word needs."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(button)
    row.addStretch(1)
    return row
