"""Keeping as evidence: the comment in front, or all of its author, with a reason; a lead lifts it here too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from console.domain.errors import VigieError
from ui import actions
from ui.delegates.visible_text import isolated, plain_name
from ui.errors import describe
from ui.i18n import format as say
from ui.i18n.mark import translate
from ui.views.strip_page import StripAsk, StripChoice

if TYPE_CHECKING:
    from collections.abc import Sequence

    from console.runtime.app import Console
    from console.services.roles import Actor
    from console.store import Hold
    from ui.bridge import Bridge
    from ui.models.detail_data import DetailData
    from ui.views.queue_view import QueueView

HOLD: Final = "hold"
_COMMENT, _AUTHOR, _LIFT, _STAY = "comment", "author", "lift", "stay"


class HoldAsk(QObject):
    """Made when it is first asked for."""

    def __init__(self, view: QueueView, console: Console, bridge: Bridge, actor: Actor) -> None:
        super().__init__(view)
        self._view, self._console, self._bridge, self._actor = view, console, bridge, actor
        self._comment, self._author, self._name = 0, 0, ""
        self._held: Sequence[Hold] = ()
        view.decisions.others[HOLD] = self._answered

    def choose(self) -> None:
        """From the palette, about the comment in front."""
        data = self._view.armed()
        if data is None or data.author is None or not self._actor.may("decide"):
            return
        comment, author = int(data.card.id), int(data.author.id)
        self._comment, self._author, self._name = comment, author, isolated(plain_name(data.author.name))
        future = self._console.background(lambda console: console.holds.about(comment, author))
        self._bridge.watch(future, self, self._ask, self._refused)

    def _ask(self, held: Sequence[Hold]) -> None:
        data = self._view.armed()
        if data is None or int(data.card.id) != self._comment:
            return
        self._held = held
        if held and not self._actor.may("erase"):
            self._view.spoke.emit(_held_words(held[0]) + " " + translate("Hold", "A lead lifts it."))
            return
        self._put(data, lift_ask(held[0]) if held else hold_ask(self._name))

    def _put(self, data: DetailData, ask: StripAsk) -> None:
        self._view.bring_up()
        self._view.decisions.put(data, ask)

    def _answered(self, choice: str, text: str) -> None:
        if choice == _STAY:
            return
        comment, author, actor, held = self._comment, self._author, self._actor, self._held
        if choice != _LIFT and not text:
            data = self._view.armed()
            self._view.spoke.emit(translate("Hold", "Say why first: a line is enough."))
            if data is not None and int(data.card.id) == comment:
                self._put(data, hold_ask(self._name))
            return

        def work(console: Console) -> None:
            if choice == _LIFT:
                for one in held:
                    console.holds.lift(actor, comment_id=one.comment_id, author_id=one.author_id)
            elif choice == _COMMENT:
                console.holds.put(actor, text, comment_id=comment)
            else:
                console.holds.put(actor, text, author_id=author)

        done = {
            _LIFT: translate("Hold", "No longer kept as evidence: its term counts again."),
            _COMMENT: translate("Hold", "Kept as evidence until a lead lifts it."),
            _AUTHOR: translate("Hold", "Everything of {author} is kept as evidence until a lead lifts it.").format(
                author=self._name
            ),
        }[choice]  # fmt: skip
        self._bridge.watch(
            self._console.background(work), self, lambda _none: self._view.spoke.emit(done), self._refused
        )

    def _refused(self, error: Exception) -> None:
        if isinstance(error, VigieError):
            told = describe(error)
            self._view.spoke.emit(" ".join(one for one in (told.what, told.step) if one))


def hold_ask(name: str) -> StripAsk:
    """What is to be kept, and why; Enter keeps the one comment."""
    return StripAsk(
        HOLD,
        "archive",
        translate("Hold", "Keep as evidence?"),
        translate(
            "Hold",
            "Neither its term nor anybody’s hand erases it until a lead lifts this. The reason stays outside the log.",
        ),
        (
            StripChoice(_COMMENT, "archive", translate("Hold", "This comment"), ("⏎",), primary=True),
            StripChoice(_AUTHOR, "user-focus", translate("Hold", "Everything of {author}").format(author=name)),
            StripChoice(_STAY, "x", translate("Asks", "Stay"), actions.key_words("Esc")),
        ),
        translate("Hold", "Why: a case number, the police, a lawyer"),
    )  # fmt: skip


def lift_ask(held: Hold) -> StripAsk:
    """What is kept, since when and why; for a lead. Enter leaves it."""
    return StripAsk(
        HOLD,
        "archive",
        translate("Hold", "Stop keeping this as evidence?"),
        _held_words(held),
        (
            StripChoice(_STAY, "x", translate("Hold", "Go on keeping"), ("⏎",), primary=True),
            StripChoice(_LIFT, "trash-simple", translate("Hold", "Stop keeping")),
        ),
    )


def _held_words(held: Hold) -> str:
    words = (
        translate("Hold", "Everything of the author is kept as evidence since {day}, by {who}: {reason}")
        if held.comment_id is None
        else translate("Hold", "Kept as evidence since {day}, by {who}: {reason}")
    )
    return words.format(
        day=say.day(held.set_at),
        who=isolated(plain_name(held.actor)),
        reason=isolated(plain_name(held.reason)),
    )
