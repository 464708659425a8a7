"""Every version of the policy: state, who, when; any two compared; an earlier text taken up again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from console.policy import Policy, load_policy
from console.policy.differences import differences
from console.policy.differences.words import say_difference
from ui.i18n import format as say
from ui.i18n.format import language
from ui.i18n.mark import translate
from ui.models.policy.changes import DiffLine, diff_lines
from ui.models.policy.standing import company_words
from ui.views.policy.diff import DiffView
from ui.views.policy.tabs import TabPage
from ui.widgets.base import IconText, Pane, Text
from ui.widgets.buttons import ActionButton
from ui.widgets.cells import Cell, CellTable
from ui.widgets.fields import Choice
from ui.widgets.folding_row import FoldingRow

if TYPE_CHECKING:
    from collections.abc import Callable

    from console.runtime.app import Console
    from console.services.versions import PolicyVersion
    from ui.bridge import Bridge
    from ui.models.policy.desk import PolicyDesk
    from ui.models.policy.draft import PolicyDraft
    from ui.theme.look import Look

BEFORE, DRAFT = "before", "draft"
_STATES = {
    "active": ("check-circle", "ok"),
    "shadow": ("moon", "accent"),
    "draft": ("file-text", "text-muted"),
    "retired": ("archive", "text-muted"),
}


@dataclass(frozen=True, slots=True)
class Comparison:
    """Lines that differ, and what that means in plain language."""

    lines: tuple[DiffLine, ...]
    sentences: tuple[str, ...]


class VersionsTab(TabPage):
    """``use_asked``, ``sign_asked`` and ``activate_asked`` carry a PolicyVersion."""

    use_asked = Signal(object)
    sign_asked = Signal(object)
    activate_asked = Signal(object)

    def __init__(
        self,
        console: Console,
        bridge: Bridge,
        look: Look,
        draft: PolicyDraft,
        desk: PolicyDesk,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._console, self._bridge, self._draft, self._desk = console, bridge, draft, desk
        self._shown: tuple[PolicyVersion, ...] = ()
        self._asked = 0
        self._wants_signature: dict[str, bool] = {}
        self.table = CellTable(look, (0.14, 0.2, 0.24, 0.21, 0.21))
        self.against = Choice(look)
        self.against_words = IconText(look, role="small")
        self.means = Text(look, "body", wrap=True)
        self.diff = DiffView(look)
        self.use = ActionButton(look, "note-pencil")
        self.sign = ActionButton(look, "users")
        self.again = ActionButton(look, "scales")
        self._build()
        self.table.moved.connect(lambda _row: self._compare())
        self.against.currentIndexChanged.connect(lambda _index: self._compare())
        self.use.clicked.connect(lambda _checked=False: self._emit(self.use_asked))
        self.sign.clicked.connect(lambda _checked=False: self._emit(self.sign_asked))
        self.again.clicked.connect(lambda _checked=False: self._emit(self.activate_asked))
        desk.changed.connect(self._show)
        draft.checked.connect(self._draft_checked)
        self.setFocusProxy(self.table)
        self.retranslate()

    def _build(self) -> None:
        px = self.look.px
        foot = Pane(self.look)
        column = QVBoxLayout(foot)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(px(14), px(8), px(10), px(6))
        head.addWidget(
            FoldingRow((self.against_words, self.against), (self.use, self.sign, self.again), px(6))
        )
        column.addLayout(head)
        words = QVBoxLayout()
        words.setContentsMargins(px(14), 0, px(14), px(8))
        words.addWidget(self.means)
        column.addLayout(words)
        column.addWidget(self.diff, 1)
        column.addStretch(0)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.setHandleWidth(1)
        split.addWidget(self.table)
        split.addWidget(foot)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)
        self.against_words.keep_whole = True
        self.means.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _emit(self, signal: object) -> None:
        version = self.current()
        if version is not None:
            signal.emit(version)  # type: ignore[attr-defined]

    def current(self) -> PolicyVersion | None:
        """The version of the chosen row."""
        row = self.table.currentIndex().row()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    # ------------------------------------------------------------------ the list

    def _show(self) -> None:
        if self._desk.versions == self._shown and self.table.cells.rowCount():
            self._say_buttons()
            return
        here = self.current()
        self._shown = self._desk.versions
        now = self._console.clock.now()
        self.table.set_rows(self._heads(), [self._cells(one, now) for one in self._shown])
        row = next((place for place, one in enumerate(self._shown) if here and one.id == here.id), 0)
        if self._shown:
            self.table.selectRow(row)
        self._fill_against()
        self._compare()

    def _heads(self) -> tuple[str, ...]:
        return (
            translate("Policy", "Version"),
            translate("Policy", "State"),
            translate("Policy", "Name"),
            translate("Policy", "By"),
            translate("Policy", "When"),
        )

    def _cells(self, one: PolicyVersion, now: int) -> tuple[Cell, ...]:
        icon, color = _STATES.get(one.state, ("file-text", "text-muted"))
        when, who = one.added_at, one.added_by
        if one.activated_at and one.state == "active":
            when, who = one.activated_at, one.activated_by or who
        return (
            Cell(f"v{one.number}", weight=600),
            Cell(state_word(one.state), icon, color, filled=one.state in ("active", "shadow")),
            Cell(one.name, color="text-muted"),
            Cell(who),
            Cell(say.moment(when, now), color="text-muted"),
        )

    def _fill_against(self) -> None:
        choices = [
            (BEFORE, translate("Policy", "the version before it")),
            (DRAFT, translate("Policy", "the draft")),
        ]
        choices += [(one.id, f"v{one.number}, {state_word(one.state)}") for one in self._shown]
        self.against.set_choices(choices)

    def _say_buttons(self) -> None:
        version, desk = self.current(), self._desk
        lead = desk.actor.may("activation")
        wait = translate("Policy", "Choose a version first.") if version is None else ""
        self.use.set_inert(wait)
        active = self._draft.active
        asked = active is not None and bool(active.approval.activation.get("second_signature"))
        # The stricter of both policies counts: the one in force or the one to come may be the one that asks.
        asked = asked or (version is not None and self._signature_wanted(version))
        self.sign.setVisible(asked and version is not None and version.state in ("draft", "shadow"))
        self.sign.set_inert(wait or self._unsigned(version))
        self.again.setVisible(version is None or version.state == "retired")
        may = company_words() if lead else translate("Policy", "A lead activates a version.")
        self.again.set_inert(wait or may)

    def _signature_wanted(self, version: PolicyVersion) -> bool:
        """Whether the version itself asks for a second signature; read on another thread the first time."""
        known = self._wants_signature.get(version.id)
        if known is None:
            self._wants_signature[version.id] = False
            future = self._console.background(lambda _console: wants_signature(version))
            self._bridge.watch(future, self, lambda found: self._read(version.id, found))
        return bool(known)

    def _read(self, version_id: str, wanted: bool) -> None:
        self._wants_signature[version_id] = wanted
        if wanted:
            self._say_buttons()

    def _unsigned(self, version: PolicyVersion | None) -> str:
        """Why this person's signature would not count, as far as the window can tell."""
        if version is None:
            return ""
        me = self._desk.actor.name
        if any(one.actor == me for one in version.steps if one.kind == "check"):
            return translate("Policy", "You submitted it: another person signs.")
        if any(one.actor == me for one in version.steps if one.kind == "sign"):
            return translate("Policy", "You have signed it already.")
        return ""

    # ------------------------------------------------------------------ comparing

    def _draft_checked(self) -> None:
        if self.against.key() == DRAFT and self.isVisible():
            self._compare()

    def _compare(self) -> None:
        """Compare the chosen version with the other one, on another thread."""
        self._say_buttons()
        version = self.current()
        key = self.against.key()
        self._asked += 1
        if version is None or not key or self._draft.closed:
            return
        asked = self._asked
        old_text, old_files = version.source, dict(version.files)
        other = self._desk.by_id(key)
        if key == BEFORE:
            other = next((one for one in self._shown if one.number < version.number), None)
            if other is None:
                self._asked += 1
                self.diff.hide()
                self.means.setText(translate("Policy", "The first version: there is none before it."))
                return
        new_text = self._draft.text if other is None else other.source
        new_files = self._draft.files if other is None else dict(other.files)
        if other is not None and other.number < version.number:
            old_text, new_text, old_files, new_files = new_text, old_text, new_files, old_files
        shown = language()
        if not self.means.text():
            self.means.setText(translate("Policy", "Comparing…"))
        future = self._console.background(
            lambda _console: compare(old_text, old_files, new_text, new_files, shown)
        )
        self._bridge.watch(future, self, lambda found: self._compared(asked, found))

    def _compared(self, asked: int, found: Comparison) -> None:
        if asked != self._asked:
            return
        self.diff.show_lines(found.lines)
        self.diff.setVisible(bool(found.lines))
        if not found.lines:
            self.means.setText(translate("Policy", "Word for word the same."))
        elif not found.sentences:
            self.means.setText(
                translate("Policy", "Other words, the same meaning: nothing changes in what is proposed.")
            )
        else:
            shown = list(found.sentences[:6])
            if len(found.sentences) > len(shown):
                shown.append("…")
            self.means.setText("\n".join(f"• {one}" for one in shown))

    # ------------------------------------------------------------------ words

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.against_words.set_text(translate("Policy", "Compared with"))
        self.against.setAccessibleName(translate("Policy", "Compared with"))
        self.table.setAccessibleName(translate("Policy", "Versions"))
        self.use.set_face("note-pencil", translate("Policy", "Use this text as draft"))
        self.sign.set_face("users", translate("Policy", "Sign"))
        self.again.set_face("scales", translate("Policy", "Activate again…"))
        self._shown = ()
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def state_word(state: str) -> str:
    """The state of a version in words."""
    words: dict[str, Callable[[], str]] = {
        "active": lambda: translate("Policy", "in force"),
        "shadow": lambda: translate("Policy", "in shadow"),
        "draft": lambda: translate("Policy", "submitted"),
        "retired": lambda: translate("Policy", "set aside"),
    }
    return words[state]() if state in words else state


def wants_signature(version: PolicyVersion) -> bool:
    """Whether the version's own text asks for a second signature. Blocks: on a reader thread only."""
    policy = load_policy(version.source, files=dict(version.files)).policy
    return policy is not None and bool(policy.approval.activation.get("second_signature"))


def meaning(old: Policy | None, new: Policy | None, shown: str) -> tuple[str, ...]:
    """What differs between two policies as sentences in ``fr`` or ``en``; nothing while either cannot be read."""
    if old is None or new is None:
        return ()
    return tuple(say_difference(one, shown, new, old) for one in differences(old, new))


def compare(
    old: str, old_files: dict[str, bytes], new: str, new_files: dict[str, bytes], shown: str
) -> Comparison:
    """Two texts with their lists, compared. Blocks: on a reader thread only."""
    before, after = load_policy(old, files=old_files), load_policy(new, files=new_files)
    lines = list(diff_lines(old.replace("\r\n", "\n"), new.replace("\r\n", "\n")))
    for name in sorted({*old_files, *new_files}):
        one = old_files.get(name, b"").decode("utf-8", "replace").replace("\r\n", "\n")
        other = new_files.get(name, b"").decode("utf-8", "replace").replace("\r\n", "\n")
        part = diff_lines(one, other)
        if part:
            lines += [DiffLine("", ""), DiffLine(" ", f"# {name}"), *part]
    return Comparison(tuple(lines), meaning(before.policy, after.policy, shown))
