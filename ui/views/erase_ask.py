"""Erasing the author in front: a lead is told exactly what goes and what stays, then Enter erases for good."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from console.domain.errors import VigieError
from ui import actions
from ui.delegates.visible_text import isolated, plain_name
from ui.errors import describe
from ui.i18n.erase_counted import erase_counted
from ui.i18n.mark import translate
from ui.views.strip_page import StripAsk, StripChoice

if TYPE_CHECKING:
    from console.runtime.app import Console
    from console.services.erasing import Erasure
    from console.services.roles import Actor
    from ui.bridge import Bridge
    from ui.views.queue_view import QueueView

ERASE: Final = "erase"
_GO, _STAY = "go", "stay"


class EraseAsk(QObject):
    """Made when it is first asked for: few ever do."""

    def __init__(self, view: QueueView, console: Console, bridge: Bridge, actor: Actor) -> None:
        super().__init__(view)
        self._view, self._console, self._bridge, self._actor = view, console, bridge, actor
        self._author, self._name = 0, ""
        view.decisions.others[ERASE] = self._answered

    def choose(self) -> None:
        """From the palette, about the comment in front."""
        data = self._view.armed()
        if data is None or data.author is None:
            return
        if not self._actor.may("erase"):
            self._view.spoke.emit(translate("Erase", "A lead erases people. Nothing was erased."))
            return
        self._author, self._name = int(data.author.id), isolated(plain_name(data.author.name))
        comment, author, actor = data.card.id, self._author, self._actor
        future = self._console.background(lambda console: console.erasing.preview(author, actor))
        self._bridge.watch(future, self, lambda found: self._ask(comment, found), self._refused)

    def _ask(self, comment: int, found: Erasure) -> None:
        data = self._view.armed()
        if data is None or data.card.id != comment:
            return
        if found.unfinished:
            self._view.spoke.emit(erase_counted.unfinished(found.unfinished))
            return
        self._view.bring_up()
        self._view.decisions.put(data, erase_ask(self._name, found))

    def _answered(self, choice: str, _text: str) -> None:
        if choice != _GO:
            return
        author, actor = self._author, self._actor
        self._view.spoke.emit(translate("Erase", "Erasing {author}…").format(author=self._name))
        future = self._console.background(lambda console: console.erasing.erase(author, actor))
        self._bridge.watch(future, self, self._done, self._refused)

    def _done(self, done: Erasure) -> None:
        words = translate("Erase", "Erased. The log keeps its entries, without name or words.")
        if not done.rewritten:
            more = translate("Erase", "The file is free of remains once all windows on it are closed.")
            words = f"{words} {more}"
        self._view.spoke.emit(words)
        self._view.feed.reload()
        self._view.counts_changed.emit()

    def _refused(self, error: Exception) -> None:
        if isinstance(error, VigieError):
            told = describe(error)
            self._view.spoke.emit(" ".join(one for one in (told.what, told.step) if one))


def erase_ask(name: str, found: Erasure) -> StripAsk:
    """The question: what goes, what stays, and that there is no way back."""
    counts = found.counts
    parts = [
        (erase_counted.comments, counts.get("comments", 0)),
        (erase_counted.notes, counts.get("notes", 0)),
        (erase_counted.drafts, counts.get("drafts", 0)),
        (erase_counted.tags, counts.get("tags", 0)),
        (erase_counted.strikes, counts.get("strikes", 0)),
        (erase_counted.words, counts.get("words", 0)),
    ]
    goes = ", ".join(words(number) for words, number in parts if number)
    kept = ((erase_counted.entries, found.entries), (erase_counted.decisions, found.decisions))
    stays = ", ".join(words(number) for words, number in kept if number)
    lines = [
        translate("Erase", "Goes: the name, {parts}, and what the log could show of them.").format(parts=goes)
        if goes
        else translate("Erase", "Goes: the name, and what the log could show of it."),
    ]
    if stays:
        lines.append(translate("Erase", "Stays, without name or words: {parts}.").format(parts=stays))
    if found.backups:
        lines.append(
            translate("Erase", "These files beside the workspace still hold it: {files}.").format(
                files=", ".join(found.backups)
            )
        )
    lines.append(translate("Erase", "What the site still shows can come in again. There is no way back."))
    return StripAsk(
        ERASE,
        "user-minus",
        translate("Erase", "Erase {author} for good?").format(author=name),
        " ".join(lines),
        (
            StripChoice(_GO, "user-minus", translate("Erase", "Erase"), ("⏎",), primary=True),
            StripChoice(_STAY, "x", translate("Asks", "Stay"), actions.key_words("Esc")),
        ),
        tone="danger",
    )
