"""Taking back: Ctrl+Z says what it undoes, and pressed again goes further back through what one did."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from console.domain.errors import VigieError
from console.domain.vocabulary import SWITCHES
from ui import actions
from ui.delegates.visible_text import plain_name
from ui.i18n.mark import translate
from ui.i18n.messages import sentence
from ui.i18n.words import action_noun
from ui.models import deed_words
from ui.models.wording import reason_words

if TYPE_CHECKING:
    from console.domain.decision import DecisionOutcome
    from console.runtime.app import Console
    from console.services.past import PastDecision
    from console.services.roles import Actor
    from ui.bridge import Bridge


def author_of(line: PastDecision) -> str:
    """The author's name as it may stand in a sentence."""
    return plain_name(line.comment.author_name or line.comment.author_handle)


class Undoing(QObject):
    """``undone`` carries the comment that came back, ``named`` the words of Ctrl+Z as it would act now.

    One undo runs at a time. What cannot come back is said once; the next press passes it.
    """

    undone = Signal(int)
    spoke = Signal(str)
    named = Signal(str)

    def __init__(self, console: Console, bridge: Bridge, actor: Actor, parent: QObject) -> None:
        super().__init__(parent)
        self._console, self._bridge, self._actor = console, bridge, actor
        self._busy = self._looking = self._again = self._closed = False
        self._passed: set[int] = set()
        self.coming: PastDecision | None = None

    def word(self) -> str:
        """ "Undo: a hide of Nathan R."; the plain word while there is nothing to undo."""
        if self.coming is None:
            return actions.word("app.undo")
        if self.coming.deed:
            return translate("Undo", "Undo: {what}").format(what=deed_words.named(self.coming))
        return sentence(
            "undo.name", {"action": action_noun(self.coming.action), "author": author_of(self.coming)}
        )

    def look(self) -> None:
        """Something was decided or sent: see what the next undo would be about."""
        if self._looking or self._closed:
            self._again = True
            return
        self._looking, self._again = True, False
        actor, passed = self._actor, frozenset(self._passed)
        future = self._console.background(lambda c: c.past.next_to_undo(actor, passed))
        self._bridge.watch(future, self, self._seen, self._not_seen)

    @property
    def busy(self) -> bool:
        """Whether an undo is on its way."""
        return self._busy

    def stop(self) -> None:
        """The window closes: read nothing more."""
        self._closed = True

    def undo(self, decision: int | None = None) -> None:
        """Take back a line of the history, or the last thing one did; a second press waits for the answer to the first."""
        if self._busy or not self._actor.may("decide"):
            return
        self._busy = True
        future = self._console.undo_line(decision, self._actor, frozenset(self._passed))
        self._bridge.watch(future, self, self._answered, self._failed)

    # ------------------------------------------------------------------ inside

    def _seen(self, line: PastDecision | None) -> None:
        self._looking = False
        self.coming = line
        self.named.emit(self.word())
        if self._again:
            self.look()

    def _not_seen(self, error: Exception) -> None:
        self._looking = False
        self._bridge.tasks.failed.emit(error)

    def _failed(self, error: Exception) -> None:
        self._busy = False
        if isinstance(error, VigieError):
            self.spoke.emit(sentence(error.code, error.params))
            if error.code == "nothing_to_undo":
                self._passed.clear()

    def _answered(self, answer: tuple[PastDecision, DecisionOutcome | None]) -> None:
        self._busy = False
        line, outcome = answer
        noun, author = action_noun(line.action), author_of(line)
        if outcome is None:
            self._passed.add(line.id)
            named = translate("Undo", "{action} of {author}").format(action=noun, author=author)
            named = deed_words.named(line) if line.deed else named
            further = translate("Undo", "Once more undoes what came before it.")
            self.spoke.emit(f"{_capital(named)}: {sentence(line.way.code)} {further}")
            self.look()
            return
        if outcome.refusal is not None:
            self.spoke.emit(reason_words(outcome.refusal.why))
            return
        if line.deed:
            words = translate("Undo", "Undone: {what}").format(what=deed_words.named(line))
        elif line.answers and line.action == "hide":
            # Nothing moves on the site: only the person's answer to the console's own hide is gone.
            words = translate(
                "Decide", "Taken back: what the console hid of {author} waits for an answer again"
            ).format(author=author)
        elif outcome.state == "waiting_person":
            words = translate("Undo", "Undoing {action} of {author}: do it on the site, then say so.")
            words = words.format(action=noun, author=author)
        elif line.action in SWITCHES and (line.state, line.way.code) == ("done", "reopen"):
            words = translate("Undo", "Undone here: {action} of {author} had changed nothing on the site")
            words = words.format(action=noun, author=author)
        else:
            words = translate("Decide", "Undone: {action} of {author}").format(action=noun, author=author)
        self.spoke.emit(words)
        self.undone.emit(int(outcome.comment_id))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
