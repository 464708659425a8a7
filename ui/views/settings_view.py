"""Settings: general ones, classifier, wellbeing, data and keys, a tab each; every choice at once and kept on this machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QSlider, QTabBar, QVBoxLayout, QWidget

from console import managed
from console.domain.errors import VigieError
from console.domain.vocabulary import UNDO_WINDOW_SECONDS
from ui.i18n import format as say
from ui.i18n.words import role_word
from ui.settings_file import SCALE
from ui.views.company_lines import CompanyLines, language_choices
from ui.widgets.base import Rule, Text
from ui.widgets.buttons import ActionButton, Kind
from ui.widgets.fields import Choice
from ui.widgets.sheet import ROOM, Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from console.runtime.app import Console
    from console.services.roles import Actor
    from ui.app import Preferences
    from ui.theme.look import Look
    from ui.views.classifier_page import ClassifierPage
    from ui.views.data_page import DataPage
    from ui.views.key_settings import KeySettings
    from ui.views.updates_page import UpdatesPage
    from ui.views.wellbeing_page import WellbeingPage

STEP: Final = 10
WIDTHS: Final = {
    "general": 540,
    "classifier": 900,
    "wellbeing": 620,
    "data": 620,
    "keys": 720,
    "updates": 620,
}
"""Of each page, in pixels at 100 %."""


class Slider(QSlider):
    """A slider with the same ring as every other field while it has the focus."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.look = look
        self.setMinimumHeight(look.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Track and handle in the tokens' colours, and the ring."""
        del event
        look, px = self.look, self.look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = px(14)
        room = self.width() - edge - px(8)
        share = (self.value() - self.minimum()) / max(self.maximum() - self.minimum(), 1)
        x, middle = px(4) + room * share, self.height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.color("border-strong"))
        painter.drawRoundedRect(QRectF(px(4), middle - px(1.5), self.width() - px(8), px(3)), 1, 1)
        painter.setBrush(look.color("accent"))
        painter.drawRoundedRect(QRectF(px(4), middle - px(1.5), x - px(4) + edge / 2, px(3)), 1, 1)
        painter.drawEllipse(QRectF(x, middle - edge / 2, edge, edge))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.color("focus"), px(2)))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(6), px(6))


def _keys(preferences: Preferences) -> KeySettings:
    from ui.views.key_settings import KeySettings

    return KeySettings(preferences)


class SettingsView(Sheet):
    """Not modal: the window behind shows what each choice does.

    ``team_asked`` asks for the team's page. ``classifier``, ``wellbeing`` and ``data`` make their pages, when they are shown for the first time.
    """

    team_asked = Signal()

    def __init__(
        self,
        preferences: Preferences,
        console: Console,
        actor: Actor,
        parent: QWidget | None = None,
        classifier: Callable[[], ClassifierPage] | None = None,
        wellbeing: Callable[[], WellbeingPage] | None = None,
        updates: Callable[[], UpdatesPage] | None = None,
        data: Callable[[], DataPage] | None = None,
    ) -> None:
        super().__init__(preferences.look, WIDTHS["general"], parent)
        makers: dict[
            str, Callable[[], ClassifierPage | DataPage | KeySettings | UpdatesPage | WellbeingPage] | None
        ] = {
            "classifier": classifier,
            "wellbeing": wellbeing,
            "data": data,
            "keys": lambda: _keys(preferences),
            "updates": updates,
        }
        self._makers = {name: make for name, make in makers.items() if make is not None}
        self._made: dict[str, ClassifierPage | DataPage | KeySettings | UpdatesPage | WellbeingPage] = {}
        self.tabs = QTabBar()
        self.pages = Choice(preferences.look)  # in the tabs' place where they do not fit side by side
        self.general = QWidget()
        self._pages = QVBoxLayout()
        self._preferences, self._console, self._actor = preferences, console, actor
        look = preferences.look
        self.title = Text(look, "page")
        self.aside = Text(look, "body", "text-muted", wrap=True)
        self.language = Choice(look)
        self.theme = Choice(look)
        self.density = Choice(look)
        self.slider = Slider(look)
        self.size_words = Text(look, "body")
        self.motion = Choice(look)
        self.alike = Choice(look)
        self.name = QLineEdit()
        self.undo = Text(look, "body", wrap=True)
        self.acts = Text(look, "small", "text-muted", wrap=True)
        self.company = CompanyLines(look)
        self.team = ActionButton(look, "user-circle")
        self.labels = {
            key: Text(look, "body", "text", 600)
            for key in ("language", "theme", "size", "density", "alike", "motion", "name", "undo")
        }
        self.shut = ActionButton(look, "", kind=Kind.PRIMARY)
        self._build()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        px = self.look.px
        self.slider.setRange(SCALE[0] // STEP, SCALE[1] // STEP)
        self.slider.setPageStep(1)
        self.slider.setValue(self._preferences.settings.text_size // STEP)
        self.name.setMaxLength(80)
        self.name.setText(self._preferences.settings.name)
        size = QWidget()
        row = QHBoxLayout(size)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.slider, 1)
        row.addWidget(self.size_words)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(20))
        grid.setVerticalSpacing(px(12))
        grid.setColumnStretch(1, 1)
        fields: tuple[tuple[str, QWidget], ...] = (
            ("language", self.language), ("theme", self.theme), ("size", size), ("density", self.density),
            ("alike", self.alike), ("motion", self.motion),
        )  # fmt: skip
        for place, (key, field) in enumerate(fields):
            grid.addWidget(self.labels[key], place, 0)
            grid.addWidget(field, place, 1)
        below = len(fields)
        grid.addWidget(Rule(self.look), below, 0, 1, 2)
        grid.addWidget(self.labels["name"], below + 1, 0)
        grid.addWidget(self.name, below + 1, 1)
        grid.addWidget(self.acts, below + 2, 1)
        grid.addWidget(self.team, below + 3, 1)
        grid.addWidget(self.labels["undo"], below + 4, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.undo, below + 4, 1)
        self.tabs.addTab("")
        for _page in self._makers:
            self.tabs.addTab("")
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)  # the choice stands there before any tab is out of sight
        self.tabs.setVisible(self.tabs.count() > 1)
        self.pages.hide()
        inside = QVBoxLayout(self.general)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(px(10))
        inside.addWidget(self.aside)
        inside.addLayout(grid)
        inside.addWidget(self.company)
        self._pages.addWidget(self.general)
        self.body.addWidget(self.title)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.pages)
        self.body.addLayout(self._pages)
        self.body.addStretch(1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.shut)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._show_page)
        self.pages.activated.connect(self.tabs.setCurrentIndex)
        change = self._preferences.change
        self.language.activated.connect(lambda _index: change(language=self.language.key()))
        self.theme.activated.connect(lambda _index: change(theme=self.theme.key()))
        self.density.activated.connect(lambda _index: change(density=self.density.key()))
        self.slider.valueChanged.connect(lambda value: change(text_size=value * STEP))
        self.alike.activated.connect(lambda _index: change(group_alike=self.alike.key() == "one"))
        self.motion.activated.connect(lambda _index: change(reduce_motion=self.motion.key() == "still"))
        self.name.editingFinished.connect(lambda: change(name=" ".join(self.name.text().split())))
        self.shut.clicked.connect(lambda _checked=False: self.accept())
        self.team.clicked.connect(lambda _checked=False: self.team_asked.emit())
        self._preferences.changed.connect(self._take_over)
        self._preferences.not_kept.connect(self._not_kept)

    @property
    def classifier(self) -> ClassifierPage | None:
        """The classifier's page, None before it was shown."""
        return self._made.get("classifier")  # type: ignore[return-value]

    @property
    def wellbeing(self) -> WellbeingPage | None:
        """The page of wellbeing and notifications, None before it was shown."""
        return self._made.get("wellbeing")  # type: ignore[return-value]

    def show_page(self, name: str) -> None:
        """Show a page by its name, where there is one."""
        if name in self._makers:
            self.tabs.setCurrentIndex(1 + list(self._makers).index(name))
            self._made[name].setFocus()

    def _name_at(self, place: int) -> str:
        return ["general", *self._makers][max(place, 0)]

    def _show_page(self, place: int) -> None:
        shown = self._name_at(place)
        if shown in self._makers and shown not in self._made:
            page = self._made[shown] = self._makers[shown]()
            page.resized.connect(self._refit)
            self._pages.addWidget(page)
        self.general.setVisible(shown == "general")
        for name, page in self._made.items():
            page.setVisible(name == shown)
        self.pages.set_key(shown)
        self.set_drawn_width(WIDTHS[shown])

    def fit(self) -> None:
        """All pages stay in sight side by side; where the screen is too narrow for it, in a list."""
        margins = self.body.contentsMargins()
        needed = self.tabs.sizeHint().width() + margins.left() + margins.right() + self.look.px(24)
        listed = needed > self.screen().availableGeometry().width() * ROOM
        self.widest = 0 if listed else needed
        several = self.tabs.count() > 1
        before, after = (self.tabs, self.pages) if listed else (self.pages, self.tabs)
        focused = before.hasFocus()
        after.setVisible(several)
        if focused:  # what is hidden cannot keep it, and Qt would give it to anything
            after.setFocus()
        before.hide()
        super().fit()

    def _refit(self) -> None:
        if self.isVisible() and self.tabs.currentIndex() > 0:
            self.fit()

    def _take_over(self) -> None:
        """Something was changed, here or by a key: show it."""
        settings = self._preferences.settings
        company = managed.current()
        self.language.set_key(company.language if company.locks("language") else settings.language)
        self.language.setEnabled(not company.locks("language"))
        self.theme.set_key(settings.theme)
        self.density.set_key(settings.density)
        self.slider.blockSignals(True)
        self.slider.setValue(settings.text_size // STEP)
        self.slider.blockSignals(False)
        self.alike.set_key("one" if settings.group_alike else "each")
        self.motion.set_key("still" if settings.reduce_motion else "moving")
        self._say_size()
        self._say_name()

    def _not_kept(self, why: str) -> None:
        self.aside.set_color("danger")
        self.aside.setText(
            self.tr("The settings work now but could not be kept on the disk ({why}).").format(why=why)
        )

    def _say_size(self) -> None:
        words = self.tr("{n} %").format(n=say.number(self._preferences.settings.text_size))
        self.size_words.setText(words)
        self.slider.setAccessibleDescription(words)

    def _say_name(self) -> None:
        wanted = self._preferences.settings.name
        actor = self._actor
        now = self.tr("Now: {name}, {role}.").format(name=actor.name, role=role_word(actor.role.value))
        if wanted and wanted != actor.name:
            now = f"{now} " + self.tr("The new name counts from the next start.")
        hint = self.tr("It stands in the log beside your system user; it is no sign-in.")
        self.acts.setText(f"{now} {hint}")

    def _undo_words(self) -> str:
        try:
            seconds = self._console.policy().approval.undo_window or UNDO_WINDOW_SECONDS
        except VigieError:
            seconds = UNDO_WINDOW_SECONDS
        return self.tr("{span} before an action leaves. The policy says so; a lead changes it there.").format(
            span=say.span(seconds)
        )

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.setWindowTitle(self.tr("Settings"))
        self.title.setText(self.tr("Settings"))
        self.tabs.setTabText(0, self.tr("General"))
        words = {
            "classifier": self.tr("Classifier"),
            "wellbeing": self.tr("Wellbeing"),
            "data": self.tr("Data"),
            "keys": self.tr("Keys"),
            "updates": self.tr("Updates"),
        }
        for place, name in enumerate(self._makers, 1):
            self.tabs.setTabText(place, words[name])
        self.pages.set_choices(
            [("general", self.tabs.tabText(0)), *((name, words[name]) for name in self._makers)]
        )
        self.tabs.setAccessibleName(self.tr("Settings"))
        self.pages.setAccessibleName(self.tabs.accessibleName())
        self.aside.setText(self.tr("Each takes effect at once and is kept on this machine."))
        self.language.set_choices(
            language_choices(
                ("", self.tr("As the system")), ("fr", self.tr("French")), ("en", self.tr("English"))
            )
        )
        self.theme.set_choices(
            [
                ("system", self.tr("As the system")),
                ("light", self.tr("Light")),
                ("dark", self.tr("Dark")),
                ("contrast", self.tr("High contrast")),
            ]
        )
        self.density.set_choices(
            [("roomy", self.tr("Roomy")), ("normal", self.tr("Normal")), ("compact", self.tr("Compact"))]
        )
        self.alike.set_choices([("one", self.tr("One card for all")), ("each", self.tr("Each by itself"))])
        labels = {
            "language": self.tr("Language"), "theme": self.tr("Look"), "size": self.tr("Text size"),
            "density": self.tr("Cards"), "alike": self.tr("Near-duplicates"), "motion": self.tr("Countdown line"), "name": self.tr("Your name here"), "undo": self.tr("Time to undo"),
        }  # fmt: skip
        fields: dict[str, QWidget] = {
            "language": self.language,
            "theme": self.theme,
            "size": self.slider,
            "density": self.density,
            "alike": self.alike,
            "motion": self.motion,
            "name": self.name,
        }
        for key, label in self.labels.items():
            label.setText(labels[key])
            if key in fields:
                label.setBuddy(fields[key])
                fields[key].setAccessibleName(labels[key])
        self.motion.set_choices([("moving", self.tr("Moving")), ("still", self.tr("Still"))])
        self.name.setPlaceholderText(self._console.os_user)
        self.undo.setText(self._undo_words())
        self.shut.set_face("", self.tr("Close"))
        self.team.set_face("user-circle", self.tr("The team and its roles"))
        self.company.retranslate()
        self._take_over()
        if self.isVisible():
            self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)

    def shut_down(self) -> None:
        """The workspace closes while this is open."""
        if self.classifier is not None:
            self.classifier.shut_down()

    def done(self, code: int) -> None:
        """A name that is still being typed counts too."""
        self.name.clearFocus()
        super().done(code)
