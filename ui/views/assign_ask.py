"""A: for whom a comment is. One held by another is taken over; else a member or a role is chosen in the strip."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from console.domain.errors import VigieError
from console.domain.vocabulary import Role
from console.services.assigning import whom
from ui import actions
from ui.delegates.visible_text import plain_name
from ui.i18n.mark import translate
from ui.i18n.messages import sentence
from ui.i18n.words import role_word
from ui.views.strip_page import StripAsk, StripChoice

if TYPE_CHECKING:
    from console.domain.comment import Comment
    from console.runtime.app import Console
    from console.services.roles import Actor
    from ui.bridge import Bridge
    from ui.views.queue_view import QueueView

ASSIGN: Final = "assign"
_TO: Final = "to:"
_NOBODY: Final = "nobody"
_STAY: Final = "stay"
_ROLES: Final = frozenset(str(role) for role in Role)
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"


class AssignAsk(QObject):
    """``view.assigning``."""

    def __init__(self, view: QueueView, console: Console, bridge: Bridge, actor: Actor) -> None:
        super().__init__(view)
        self._view, self._console, self._bridge, self._actor = view, console, bridge, actor
        self._about = 0
        view.decisions.others[ASSIGN] = self._answered

    def choose(self) -> None:
        """A was pressed."""
        data = self._view.armed()
        if data is None:
            return
        if not data.mine:
            self._view.claims.take_over(self._taken)
            return
        if not self._actor.may("decide"):
            self._view.spoke.emit(translate("Assign", "Your role does not assign."))
            return
        comment, actor = data.card.id, self._actor
        future = self._console.background(
            lambda console: console.store.read(
                lambda reading: (whom(reading, actor), reading.comments.get(comment))
            )
        )
        self._bridge.watch(future, self, lambda read: self._ask(comment, *read))

    def _taken(self, comment: int) -> None:
        """Whoever had it is no longer named in the strip."""
        if self._view.claims.held == comment:
            self._view.spoke.emit(translate("Assign", "Yours now, for ten minutes."))
        self._view.reload(comment)

    def _ask(self, comment: int, names: tuple[str, ...], now: Comment | None) -> None:
        data = self._view.armed()
        if now is None or data is None or data.card.id != comment:
            return
        self._about = comment
        self._view.decisions.put(data, ask(names, self._actor.name, now.assignee or ""))

    def _answered(self, choice: str, _text: str) -> None:
        if not choice.startswith((_TO, _NOBODY)):
            return
        who = choice.removeprefix(_TO) if choice.startswith(_TO) else None
        comment = self._about
        words = (
            translate("Assign", "Assigned to {who}").format(who=_named(who, self._actor.name))
            if who is not None
            else translate("Assign", "Assigned to nobody")
        )
        future = self._console.assign(comment, who, self._actor)

        def done(_before: object) -> None:
            self._view.spoke.emit(words)
            self._view.decisions.deeds.tell()
            self._view.counts_changed.emit()
            self._view.reload(comment)
            self._view.feed.look_again()

        self._bridge.watch(future, self, done, self._refused)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, VigieError):
            self._view.spoke.emit(sentence(error.code, error.params))


def ask(names: tuple[str, ...], me: str, held: str) -> StripAsk:
    """The strip: each name with a letter of it as its key, the first that is free."""
    taken: set[str] = set()
    choices = []
    for name in names:
        word = _named(name, me)
        bare = (
            role_word(name) if name in _ROLES else word
        )  # the letter is of the role, not of the word "role"
        key = next((one for one in bare.casefold() if one in _LETTERS and one not in taken), "")
        taken.add(key)
        icon = "users" if name in _ROLES else "user"
        caps = (key.upper(),) if key else ()
        choices.append(StripChoice(f"{_TO}{name}", icon, word, caps, key.upper(), primary=name == held))
    if held:
        choices.append(StripChoice(_NOBODY, "user-minus", translate("Assign", "Nobody")))
    choices.append(StripChoice(_STAY, "x", translate("Asks", "Stay"), actions.key_words("Esc")))
    line = translate("Assign", "Now: {who}").format(who=_named(held, me)) if held else ""
    return StripAsk(
        ASSIGN,
        "user-switch",
        translate("Assign", "For whom is it?"),
        line,
        tuple(choices),
        captures_keys=True,
    )


def _named(name: str, me: str) -> str:
    if name in _ROLES:
        return translate("Assign", "Role: {role}").format(role=role_word(name))
    return (
        translate("Filter", "Me ({name})").format(name=plain_name(name)) if name == me else plain_name(name)
    )
