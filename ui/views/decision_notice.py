"""The undo notice of a decision: what was done and how it comes back, then what the platform answered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from console.domain.vocabulary import OutboxState
from ui.delegates.visible_text import plain_name
from ui.i18n.mark import translate
from ui.i18n.messages import error_text, sentence
from ui.i18n.words import platform_word
from ui.models.detail_data import ActionFace, DetailData
from ui.models.watch_words import when_words
from ui.theme.icon_names import ACTIONS
from ui.views import asks

if TYPE_CHECKING:
    from collections.abc import Callable

    from console.domain.decision import DecisionOutcome
    from console.runtime.app import Console
    from ui.bridge import Bridge
    from ui.widgets.toast import Toast

_AFTERWARDS_SECONDS: Final = 6


class DecisionNotice(QObject):
    """``told`` is the line of the history that the notice speaks of, 0 before there was one; ``speak`` fills the strip."""

    def __init__(
        self,
        console: Console,
        bridge: Bridge,
        toast: Toast,
        clock: Callable[[], float],
        speak: Callable[[str], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._console, self._bridge, self._toast, self._clock = console, bridge, toast, clock
        self._speak = speak
        self.told = 0
        self._last: tuple[int, int, str, DetailData] | None = (
            None  # decision, comment, action, what was shown
        )

    def begin(self, outcome: DecisionOutcome, action: str, data: DetailData) -> None:
        """A decision stands: what the platform says of it will be told."""
        self._last = (outcome.decision_id or 0, data.card.id, action, data)

    def speak_of(self, line: int) -> None:
        """The notice is about another line now; what the last decision is still to be told goes to the strip."""
        self.told = line
        self._last = None

    def taken_back(self) -> None:
        """A decision was undone: nothing is left to say."""
        self._toast.dismiss()
        self._last = None

    def done_to(self, comment: int) -> str:
        """What was last decided, in a word, when it was about ``comment``; else empty."""
        _, about, action, data = self._last or (0, 0, "", None)
        return asks.done_words(action, data) if about == comment and data is not None else ""

    def tell(self, outcome: DecisionOutcome, action: str, data: DetailData, back_at: int) -> None:
        """The undo notice, or a line in the strip where there is no way back."""
        now = self._clock()
        self.told = outcome.decision_id or 0
        start = "" if data.card.masked else _start(data.card.text)
        done = asks.done_words(action, data)
        if back_at:
            words = translate("Decide", "Watch until {time}")
            if action == "snooze":
                words = translate("Decide", "Put off until {time}")
            done = words.format(time=when_words(back_at, int(now)))
        if start:
            head = sentence("undo.queued", {"done": done, "start": start})
        else:
            head = sentence("undo.queued_by", {"done": done, "author": plain_name(data.card.author)})
        undo = translate("Actions", "Undo")
        face = data.faces.get(action, ActionFace(action))
        if outcome.state == "queued" and outcome.not_before is not None:
            self._toast.notify(ACTIONS[action], head, undo, max(float(outcome.not_before), now + 1))
        elif outcome.state == "done" or not face.final:
            self._toast.notify(ACTIONS[action], head, undo, now + _AFTERWARDS_SECONDS, counts=False)
        else:
            self._speak(sentence("undo.none", {"done": done}))

    def outbox_changed(self, ids: tuple[int, ...]) -> None:
        """The platform may have answered the last decision: say so once."""
        if self._last is None or (ids and self._last[1] not in ids):
            return
        decision, comment, action, data = self._last
        future = self._console.background(lambda console: console.cards([comment]))

        def seen(cards: object) -> None:
            row = cards[0].outbox if isinstance(cards, list) and cards else None
            if row is None or self._last is None or self._last[0] != decision or row.decision_id != decision:
                return
            place = platform_word(data.card.platform)
            if row.state is OutboxState.DONE:
                self._last = None
                words = translate("Decide", "{done} on {platform}").format(
                    done=asks.done_words(action, data), platform=place
                )
                face = data.faces.get(action, ActionFace(action))
                if face.final:
                    self._toast.dismiss()
                    self._speak(sentence("undo.none", {"done": words}))
                else:
                    undo = translate("Actions", "Undo")
                    until_then = self._clock() + _AFTERWARDS_SECONDS
                    self._toast.notify(ACTIONS[action], words, undo, until_then, counts=False)
            elif row.state is OutboxState.FAILED:
                self._last = None
                self._toast.dismiss()
                error = row.error or {}
                text = error_text(str(error.get("code", "connector")), error.get("params") or {})
                self._speak(f"{text.what} {text.became}")
            elif row.state is OutboxState.UNKNOWN:
                self._speak(sentence("outbox.unknown"))

        self._bridge.watch(future, self, seen)


def _start(text: str) -> str:
    """The first twelve letters of a comment."""
    one_line = " ".join(plain_name(text).split())
    return one_line if len(one_line) <= 12 else one_line[:12].rstrip() + "…"
