"""Wellbeing and notifications among the settings: masks, one's own count, what one does not want to see, quiet hours."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from console.domain.vocabulary import Category
from ui import actions, systems
from ui.i18n.mark import translate
from ui.i18n.words import category_word
from ui.notifications import minutes
from ui.settings_file import LIMITS
from ui.tray import Tray
from ui.widgets.base import Rule, Text
from ui.widgets.buttons import RING_ROOM, ActionButton
from ui.widgets.flow import FlowLayout
from ui.widgets.form import Field
from ui.widgets.form_controls import Check, Number

if TYPE_CHECKING:
    from ui.app import Preferences
    from ui.wellbeing import Wellbeing

OPTIONAL: Final = (
    Category.MANIFESTLY_ILLEGAL, Category.THREAT, Category.HATE, Category.INSULT, Category.OBSCENE, Category.SPAM,
    Category.TROLL,
)  # fmt: skip
"""Categories a person may leave to the others."""
DAYS: Final = "1234567"
PICTURES: Final = ("blur_media", "grey_media", "load_media")


class WellbeingPage(QWidget):
    """Each choice takes effect at once. ``support`` asks for the page of numbers, ``resized`` for another height."""

    support = Signal()
    resized = Signal()

    def __init__(self, preferences: Preferences, wellbeing: Wellbeing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look = self.look = preferences.look
        self._preferences, self._wellbeing = preferences, wellbeing
        names = ("mask_all", *PICTURES, "notify", "quiet", "tray", "keep_in_tray")
        self.checks = {name: Check(look) for name in names}
        self.heads = {
            name: Text(look, "small", "text-muted", 600) for name in ("words", "count", "without", "desk")
        }
        self.limit = Number(look, *LIMITS)
        self.limit_field = Field(look, self.limit)
        self.own = Text(look, "body", wrap=True)
        self.support_button = ActionButton(look, "chat-circle-text")
        self.without_line = Text(look, "small", "text-muted", wrap=True)
        self.without = {category.value: Check(look) for category in OPTIONAL}
        self.begin, self.end = QLineEdit(), QLineEdit()
        self.begin_field, self.end_field = Field(look, self.begin), Field(look, self.end)
        self.days = {day: Check(look) for day in DAYS}
        self.days_label = Text(look, "body", "text", 600)
        self._build()
        self._connect()
        self.retranslate()
        self.setFocusProxy(self.checks["mask_all"])

    def _build(self) -> None:
        px = self.look.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(self.heads["words"])
        for name in ("mask_all", *PICTURES):
            column.addWidget(self.checks[name])
        column.addWidget(Rule(self.look))
        column.addWidget(self.heads["count"])
        column.addWidget(self.own)
        column.addWidget(self.limit_field)
        row = QHBoxLayout()
        row.setContentsMargins(-px(RING_ROOM), 0, 0, 0)
        row.addWidget(self.support_button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(Rule(self.look))
        column.addWidget(self.heads["without"])
        column.addWidget(self.without_line)
        column.addLayout(self._flow(list(self.without.values())))
        column.addWidget(Rule(self.look))
        column.addWidget(self.heads["desk"])
        column.addWidget(self.checks["notify"])
        column.addWidget(self.checks["quiet"])
        times = QHBoxLayout()
        times.setContentsMargins(px(27), 0, 0, 0)
        times.setSpacing(px(12))
        for field in (self.begin_field, self.end_field):
            field.field.setFixedWidth(px(84))
            times.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        times.addStretch(1)
        column.addLayout(times)
        days = self._flow(list(self.days.values()))
        days.setContentsMargins(px(27), 0, 0, 0)
        self.days_label.setContentsMargins(px(27), 0, 0, 0)
        column.addWidget(self.days_label)
        column.addLayout(days)
        column.addWidget(self.checks["tray"])
        column.addWidget(self.checks["keep_in_tray"])
        column.addStretch(1)

    def _flow(self, widgets: list[Check]) -> FlowLayout:
        flow = FlowLayout(self.look.px(10))
        for widget in widgets:
            flow.addWidget(widget)
        return flow

    def _connect(self) -> None:
        change = self._preferences.change
        for name, check in self.checks.items():
            check.toggled.connect(lambda on, key=name: change(**{key: on}))
        for check in self.without.values():
            check.toggled.connect(lambda _on: self._left_out())
        for check in self.days.values():
            check.toggled.connect(lambda _on: self._set_days())
        self.limit.valueChanged.connect(lambda value: change(exposure_limit=value))
        self.begin.editingFinished.connect(partial(self._set_time, "quiet_from"))
        self.end.editingFinished.connect(partial(self._set_time, "quiet_to"))
        self.support_button.clicked.connect(lambda _checked=False: self.support.emit())
        self._preferences.changed.connect(self.take_over)
        self._wellbeing.changed.connect(self.take_over)

    # ------------------------------------------------------------------ what a person changes

    def _left_out(self) -> None:
        known = set(self.without)
        kept = [one for one in self._wellbeing.counter.state.without if one not in known]
        chosen = [name for name, check in self.without.items() if check.isChecked()]
        self._wellbeing.set_without(tuple([*kept, *chosen]))

    def _set_days(self) -> None:
        self._preferences.change(
            quiet_days="".join(day for day, check in self.days.items() if check.isChecked())
        )

    def _set_time(self, name: str) -> None:
        line, field = (self.begin, self.begin_field) if name == "quiet_from" else (self.end, self.end_field)
        text = line.text().strip().replace("h", ":").replace(".", ":")
        text = f"{text}:00" if text.isdigit() else f"{text}00" if text.endswith(":") else text
        try:
            found = minutes(text)
        except ValueError:
            field.set_wrong(translate("WellbeingPage", "A time of day, such as {time}").format(time="19:00"))
            self.resized.emit()
            return
        self._say_times()
        self._preferences.change(**{name: f"{found // 60:02}:{found % 60:02}"})
        self.take_over()

    # ------------------------------------------------------------------ what is shown

    def take_over(self) -> None:
        """Something was changed, here or elsewhere: show it."""
        settings = self._preferences.settings
        for name, check in self.checks.items():
            check.show_checked(getattr(settings, name))
        self.limit.show_value(settings.exposure_limit)
        for line, time in ((self.begin, settings.quiet_from), (self.end, settings.quiet_to)):
            if not line.hasFocus() or not line.isModified():
                line.setText(time)
        for day, check in self.days.items():
            check.show_checked(day in settings.quiet_days)
        without = self._wellbeing.counter.state.without
        for name, check in self.without.items():
            check.show_checked(name in without)
        self.own.setText(self._wellbeing.words())

    def retranslate(self) -> None:
        """Words of the language shown."""
        heads = {
            "words": translate("WellbeingPage", "Words and pictures"),
            "count": translate("WellbeingPage", "Your own count"),
            "without": translate("WellbeingPage", "What you do not want to see"),
            "desk": translate("WellbeingPage", "Notifications of the desktop"),
        }
        for name, words in heads.items():
            self.heads[name].setText(words)
        words_of = {
            "mask_all": (
                translate("WellbeingPage", "Mask harsh words everywhere"),
                translate("WellbeingPage", "From severity 2. Without this, from severity 4. {key} shows the words of the comment in front of you.").format(key=actions.keycap("look.reveal")),
            ),
            "blur_media": (
                translate("WellbeingPage", "Blur pictures until I ask for them"),
                translate("WellbeingPage", "{key} loads a picture; pressed again, it shows the one in front of you. With the next comment it is blurred again.").format(key=actions.keycap("look.picture")),
            ),
            "grey_media": (
                translate("WellbeingPage", "Pictures without colour until I ask for them"), "",
            ),
            "load_media": (
                translate("WellbeingPage", "Load the pictures of the open comment"),
                translate("WellbeingPage", "Covered as above. Never those of harsh or masked comments: they wait for the key."),
            ),
            "notify": (
                translate("WellbeingPage", "Tell me on the desktop"),
                _with_way(translate("WellbeingPage", "Manifestly illegal comments, requests for a second person, channels that want a new sign-in. At most 3 an hour, never the words of a comment.")),
            ),
            "quiet": (
                translate("WellbeingPage", "Quiet hours"),
                translate("WellbeingPage", "Then only what is manifestly illegal is told; the rest waits."),
            ),
            "tray": (
                translate("WellbeingPage", "Icon beside the clock"),
                translate("WellbeingPage", "With the number of what is manifestly illegal or late.")
                if Tray.possible()
                else translate("WellbeingPage", "This desktop has no place for it."),
            ),
            "keep_in_tray": (
                translate("WellbeingPage", "Closing the window leaves Vigie running there"),
                translate("WellbeingPage", "Pulls and automatic rules go on. Quit from the icon's menu."),
            ),
        }  # fmt: skip
        for name, (word, example) in words_of.items():
            self.checks[name].set_words(word, example)
        for name, check in self.without.items():
            check.set_words(category_word(name))
        self.without_line.setText(
            translate("WellbeingPage", "Left out of your own views of work; beside the count stands how many. They stay in the team's queue, and nobody is told of your choice.")
        )  # fmt: skip
        self.limit_field.set_words(
            translate("WellbeingPage", "Offer me other work after so many harsh texts a day"),
            translate("WellbeingPage", "0: never. You can always go on. Masked words do not count."),
        )
        self.support_button.set_face("chat-circle-text", translate("Wellbeing", "Someone to talk to"))
        self.days_label.setText(translate("WellbeingPage", "Beginning on"))
        locale = QLocale()
        for day, check in self.days.items():
            check.set_words(locale.dayName(int(day), QLocale.FormatType.ShortFormat))
            check.setAccessibleName(locale.dayName(int(day), QLocale.FormatType.LongFormat))
        self._say_times()
        self.take_over()
        self.resized.emit()

    def _say_times(self) -> None:
        self.begin_field.set_words(translate("WellbeingPage", "From"))
        self.end_field.set_words(translate("WellbeingPage", "Until"))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _with_way(words: str) -> str:
    """What is told, and where a system has no other way than the tray's icon, that the icon is needed for it."""
    if "bus" in systems.notification_ways():
        return words
    way = translate(
        "WellbeingPage", "On this system notifications come from the icon beside the clock: keep it on."
    )
    return f"{words} {way}"
