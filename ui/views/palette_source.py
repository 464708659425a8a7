"""What the command palette offers: actions, views and rooms, authors, settings, each with why it cannot be had now."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from console import managed
from console.domain.errors import VigieError
from ui import actions
from ui.action_table import CONNECT, DECIDE, EVERYWHERE, LOOK, POLICY
from ui.delegates.visible_text import plain_name
from ui.i18n import words
from ui.i18n.bulk_counted import bulk_counted
from ui.i18n.counted import counted
from ui.i18n.format import number
from ui.i18n.mark import QT_TRANSLATE_NOOP, translate
from ui.i18n.messages import sentence
from ui.i18n.other import other
from ui.theme.icon_names import platform_icon
from ui.views.action_bar import meant_by
from ui.views.bulk import ALONE
from ui.views.palette_find import Command
from ui.views.queue_keys import NAMED, OF_MARKED

if TYPE_CHECKING:
    from console.store import Person
    from ui.models.detail_data import DetailData
    from ui.views.main_window import MainWindow

AUTHOR: Final = "author."
SETTING: Final = "set."
VIEW: Final = "view."
SEARCH: Final = "search."

_KEYLESS: Final[tuple[tuple[str, str, str], ...]] = (
    (CONNECT, "plugs-connected", QT_TRANSLATE_NOOP("Palette", "Connect a channel")),
)
"""What has no key and is looked for by its name."""

_SETTINGS: Final[tuple[tuple[str, object, str, str], ...]] = (
    ("language", "fr", "translate", QT_TRANSLATE_NOOP("Palette", "Language: French")),
    ("language", "en", "translate", QT_TRANSLATE_NOOP("Palette", "Language: English")),
    ("theme", "system", "circle-half", QT_TRANSLATE_NOOP("Palette", "Look: as the system")),
    ("theme", "light", "circle-half", QT_TRANSLATE_NOOP("Palette", "Look: light")),
    ("theme", "dark", "circle-half", QT_TRANSLATE_NOOP("Palette", "Look: dark")),
    ("theme", "contrast", "circle-half", QT_TRANSLATE_NOOP("Palette", "Look: high contrast")),
    ("density", "roomy", "rows", QT_TRANSLATE_NOOP("Palette", "Cards: roomy")),
    ("density", "normal", "rows", QT_TRANSLATE_NOOP("Palette", "Cards: normal")),
    ("density", "compact", "rows", QT_TRANSLATE_NOOP("Palette", "Cards: compact")),
    ("group_alike", True, "stack", QT_TRANSLATE_NOOP("Palette", "Near-duplicates: one card for all")),
    ("group_alike", False, "stack", QT_TRANSLATE_NOOP("Palette", "Near-duplicates: each by itself")),
    ("text_size", 100, "text-aa", QT_TRANSLATE_NOOP("Palette", "Text size: 100 %")),
    ("text_size", 150, "text-aa", QT_TRANSLATE_NOOP("Palette", "Text size: 150 %")),
    ("text_size", 200, "text-aa", QT_TRANSLATE_NOOP("Palette", "Text size: 200 %")),
    ("reduce_motion", True, "minus-circle", QT_TRANSLATE_NOOP("Palette", "Countdown line: still")),
    ("reduce_motion", False, "minus-circle", QT_TRANSLATE_NOOP("Palette", "Countdown line: moving")),
    ("mask_all", True, "eye-closed", QT_TRANSLATE_NOOP("Palette", "Mask harsh words everywhere: on")),
    ("mask_all", False, "eye-closed", QT_TRANSLATE_NOOP("Palette", "Mask harsh words everywhere: off")),
    ("blur_media", True, "image", QT_TRANSLATE_NOOP("Palette", "Pictures blurred at first: on")),
    ("blur_media", False, "image", QT_TRANSLATE_NOOP("Palette", "Pictures blurred at first: off")),
    ("notify", True, "broadcast", QT_TRANSLATE_NOOP("Palette", "Notifications of the desktop: on")),
    ("notify", False, "broadcast", QT_TRANSLATE_NOOP("Palette", "Notifications of the desktop: off")),
    ("quiet", True, "moon", QT_TRANSLATE_NOOP("Palette", "Quiet hours: on")),
    ("quiet", False, "moon", QT_TRANSLATE_NOOP("Palette", "Quiet hours: off")),
)
"""Field of the settings, value, icon, words. One that has the value already says so."""


class PaletteSource(QObject):
    """Reads the window; ``look_up`` asks for authors off the GUI thread and hands them to the palette."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._names: dict[int, str] = {}
        self._marked = 0  # how many were marked when the palette opened
        window.palette_box.typed.connect(self.look_up)
        window.palette_box.otherwise = self._search

    def open(self) -> None:
        """Ctrl+K: what can be done now, about the comment in front."""
        data = self._in_front()
        self._marked = self._marked_now()
        self._window.palette_box.open_with(self.commands(), data.card.id if data is not None else 0)

    def _in_front(self) -> DetailData | None:
        window = self._window
        return window.queue.armed() if window.pages.currentWidget() is window.queue else None

    def _marked_now(self) -> int:
        """How many comments a decision is about because they are marked; 0: it is about the one in front."""
        queue = self._window.queue
        here = self._window.pages.currentWidget() is queue and queue.bulk.about_marked
        return queue.marking.number() if here else 0

    def commands(self) -> list[Command]:
        """Everything, in the order of the table."""
        data = self._in_front()
        return [*self._actions(data), *self._rules(), *self._keyless(), *self._places(), *self._settings()]

    # ------------------------------------------------------------------ actions

    def _actions(self, data: DetailData | None) -> list[Command]:
        window = self._window
        group = translate("Palette", "Actions")
        of_room = window.actions_here()
        name = _named(data) if data is not None else ""
        marked = self._marked_now()
        found = []
        for row in actions.all_rows():
            of_queue = row.id in window.queue.actions_by_id and row.context in (DECIDE, LOOK)
            known = window.knows(row.id) or (row.id in of_room and row.context == POLICY)
            if (not of_queue and not known) or row.id == "app.palette":
                continue
            word, reason = actions.word(row.id), ""
            about = name if of_queue and row.id in NAMED else ""
            if marked and row.id in OF_MARKED:
                about = bulk_counted.marked(marked)
                reason = sentence("bulk_words") if row.id.partition(".")[2] in ALONE else ""
            elif of_queue and row.id in NAMED:
                reason, word = self._reason(row.id, data, word)
            if row.id in ("app.undo", "look.undo"):
                word = window.queue.undoing.word()  # it says what it takes back
            found.append(
                Command(
                    row.id,
                    group,
                    row.icon,
                    word,
                    actions.keycaps(row.id),
                    reason,
                    other("Actions", row.word),
                    about,
                )
            )
        # What is done to the comment in front comes first: it is what Ctrl+K is mostly pressed for.
        found.sort(key=lambda one: 0 if actions.row(one.id).context != EVERYWHERE else 1)
        return found

    def _reason(self, action: str, data: DetailData | None, word: str) -> tuple[str, str]:
        """Why it cannot be done now, and what it is called here (H on a hidden comment shows it again)."""
        if data is None:
            return translate("Palette", "no comment is in front"), word
        short = action.partition(".")[2]
        if not action.startswith("decide."):
            return "", word
        meant = meant_by(short, data)
        face = data.faces.get(meant)
        shown = words.action_word(meant) if meant != short else word
        return (face.refusal if face is not None else ""), shown

    def _rules(self) -> list[Command]:
        window = self._window
        found = []
        for rule in window.status.stopped:
            said = translate("Palette", "Let {rule} hide by itself again").format(rule=rule)
            reason = "" if window.actor.may("activation") else translate("Palette", "A lead decides this.")
            found.append(Command(f"rearm.{rule}", translate("Palette", "Actions"), "robot", said, (), reason))
        return found

    def _keyless(self) -> list[Command]:
        group = translate("Palette", "Actions")
        return [
            Command(name, group, icon, translate("Palette", source), other=other("Palette", source))
            for name, icon, source in _KEYLESS
            if self._window.knows(name)
        ]

    # ------------------------------------------------------------------ places

    def _places(self) -> list[Command]:
        window = self._window
        queue, rooms = translate("Palette", "Views"), translate("Palette", "Rooms")
        found = []
        for place in window.rail.ids():
            item = window.rail.button(place).item
            group = rooms if window.is_room(place) else queue
            source = words.VIEWS.get(place, "")
            word = words.view_word(place) if source else item.word
            count = f"{word}  {number(item.count)}" if item.count else word
            key = f"app.{place}"
            caps = actions.keycaps(key) if window.knows(key) else ()
            found.append(Command(f"{VIEW}{place}", group, item.icon, count, caps, "", other("Views", source)))
        return found

    def _settings(self) -> list[Command]:
        window = self._window
        group = translate("Palette", "Settings")
        now = {**asdict(window.preferences.settings), "language": window.preferences.language}
        found = []
        for name, value, icon, source in _SETTINGS:
            reason = translate("Palette", "as it is now") if now[name] == value else ""
            if managed.current().locks(name):
                reason = translate("Company", "Set by your company")
            found.append(
                Command(
                    f"{SETTING}{name}.{value}", group, icon, translate("Palette", source), (), reason,
                    other("Palette", source),
                )
            )  # fmt: skip
        return found

    # ------------------------------------------------------------------ what is no command

    @staticmethod
    def _search(text: str) -> Command:
        """Words that name no command are looked for in the comments."""
        words_ = translate("Palette", "Search all comments for “{text}”").format(text=text)
        return Command(f"{SEARCH}{text}", translate("Palette", "Search"), "magnifying-glass", words_)

    # ------------------------------------------------------------------ authors

    def look_up(self, text: str) -> None:
        """Ask for authors of this name; the answer comes behind what is shown."""
        if len(text) < 2:
            return
        window = self._window
        future = window.console.background(lambda console: console.store.read(lambda r: r.people.named(text)))
        window.bridge.watch(future, self, lambda found: window.palette_box.add(text, self._authors(found)))

    def _authors(self, found: list[Person]) -> list[Command]:
        group = translate("Palette", "Authors")
        made = []
        for person in found:
            name = plain_name(person.name or person.handle)
            self._names[person.id] = name
            strikes = counted.strikes(person.strikes) if person.strikes else translate("Palette", "no strike")
            line = f"{name}, {counted.comments(person.comments)}, {strikes}"
            made.append(Command(f"{AUTHOR}{person.id}", group, platform_icon(person.kind), line))
        return made

    # ------------------------------------------------------------------ picking

    def run(self, command: str, about: int) -> None:
        """What was picked, done to the comment it named or to none; a setting or author at once."""
        window = self._window
        if command.startswith(AUTHOR):
            author = int(command.removeprefix(AUTHOR))
            window.show_author(author, self._names.get(author, ""))
        elif command.startswith(SEARCH):
            window.show_place("all")
            words_ = command.removeprefix(SEARCH)
            window.top.search.setText(words_)
            window.queue.search(words_)
        elif command.startswith(SETTING):
            name, _, text = command.removeprefix(SETTING).partition(".")
            value = next(one for key, one, _, _ in _SETTINGS if key == name and str(one) == text)
            try:
                window.preferences.change(**{name: value})
            except VigieError as error:
                window.status.tell_error(error)
        elif command.startswith("rearm.") and not window.actor.may("activation"):
            window.status.say(translate("Palette", "A lead decides this."))
        elif command in OF_MARKED and bool(self._marked) != bool(self._marked_now()):
            window.status.say(translate("Decide", "The list has moved on. Nothing was done."))
        elif command in OF_MARKED and self._marked:
            window.run(command)
        elif command in NAMED and not about:
            window.status.say(translate("Palette", "No comment was in front. Nothing was done."))
        else:
            window.run(command, about)


def _named(data: DetailData) -> str:
    """The comment in a few words: whose, and how it begins (nothing of a masked one)."""
    name = plain_name(data.card.author)
    if data.card.masked:
        return name
    text = " ".join(plain_name(data.card.text).split())
    start = text if len(text) <= 18 else f"{text[:18].rstrip()}…"
    return translate("Palette", "{name}, “{start}”").format(name=name, start=start) if start else name
