"""What stands in the place of the cards where there are none: why, and the ways on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypedDict

from ui import actions
from ui.action_table import CONNECT
from ui.i18n import format as say
from ui.i18n.mark import translate
from ui.i18n.words import view_word
from ui.widgets.buttons import ActionButton, Kind

if TYPE_CHECKING:
    from ui.views.queue_list import QueueList

Asks = Callable[[str], object]


class DayFacts(TypedDict, total=False):
    """What the desk knows of the day: a sentence on the last look and what was decided, and how many were put off."""

    day: str
    put_off: int


def nothing_found(
    pane: QueueList,
    text: str,
    ways: Sequence[tuple[str, int, Callable[[], object]]],
    forget: Callable[[], object],
    everywhere: Callable[[], object] | None,
) -> None:
    """A search or a filter that leaves nothing; ``ways`` are conditions (word, what would be left, drop it).

    ``forget`` drops the words; ``everywhere`` searches all comments, None where that was done.
    """
    look = pane.look
    buttons: list[tuple[ActionButton, Callable[[], object]]] = []
    for word, number, drop in ways:
        label = translate("Queue", "Without “{what}”: {n}").format(what=word, n=say.number(number))
        buttons.append((ActionButton(look, "x", label), drop))
    if text:
        all_searched = everywhere is None
        back = (
            translate("Queue", "Leave the search")
            if all_searched
            else translate("Queue", "Show all of the view")
        )
        buttons.insert(0, (ActionButton(look, "list", back), forget))
        if everywhere is not None:
            wide = ActionButton(look, "magnifying-glass", translate("Queue", "Search everywhere"))
            buttons.append((wide, everywhere))
        title = translate("Queue", "Nothing found for “{text}”").format(text=text)
        line = translate("Queue", "Searched texts, authors, notes and replies of this view.")
        if all_searched:
            line = translate(
                "Queue", "Searched texts, authors, notes and replies of all comments, decided ones too."
            )
    else:
        title = translate("Queue", "Nothing with this filter")
        line = (
            translate("Queue", "Leave out one condition:")
            if ways
            else translate("Queue", "No single condition stands in the way. Clear the filter above.")
        )
    pane.empty.show_state("magnifying-glass" if text else "funnel-simple", title, line, buttons)


def _quiet(view: str) -> tuple[str, str, str] | None:
    """Icon, title and line of a view that is no pile of work to be read: what comes here, and how; None for the others."""
    later, reply, assign = (actions.keycap(one) for one in ("decide.snooze", "decide.reply", "decide.assign"))
    if view == "snoozed":
        line = translate("Queue", "{key} puts a comment off. It comes back by itself when its time is there.")
        return "bell-z", translate("Queue", "Nothing is put off"), line.format(key=later)
    if view == "drafts":
        line = translate("Queue", "{key} begins a reply. What you typed is kept here until it is sent.")
        return "note-pencil", translate("Queue", "No draft of yours"), line.format(key=reply)
    if view == "mine":
        line = translate("Queue", "{key} gives a comment to somebody, or to you.")
        return "user", translate("Queue", "Nothing is assigned to you"), line.format(key=assign)
    if view == "review":
        line = translate("Queue", "What a second person has to agree to stands here until it is answered.")
        return "users", translate("Queue", "No agreement is asked for"), line
    if view == "by_hand":
        line = translate(
            "Queue", "What has to be done on the site itself stands here until you say that it was done."
        )
        return "arrow-square-out", translate("Queue", "Nothing to confirm"), line
    if view == "sending":
        line = translate(
            "Queue", "What you decide waits here until it has left, and can be undone meanwhile."
        )
        return "paper-plane-tilt", translate("Queue", "Nothing waits to be sent"), line
    if view == "done":
        line = translate("Queue", "What you decide can be found here again, and looked at.")
        return "check-square", translate("Queue", "Nothing decided yet"), line
    return None


def all_read(pane: QueueList, asks: Asks, *, view: str, day: str = "", put_off: int = 0) -> None:
    """Nothing waits in this view; ``day`` says when was last looked and what was done, ``put_off`` how many wait."""
    look = pane.look
    quiet = _quiet(view)
    if quiet is not None:
        inbox = ActionButton(look, "tray", view_word("inbox"))
        pane.empty.show_state(*quiet, [(inbox, lambda: asks("view.inbox"))])
        return
    put = translate("Queue", "Look at what was put off")
    later = ActionButton(look, "bell-z", f"{put} ({say.number(put_off)})" if put_off else put)
    pull = ActionButton(look, "arrows-clockwise", actions.word("app.refresh"), actions.keycaps("app.refresh"))
    ways: list[tuple[ActionButton, Callable[[], object]]] = [(pull, lambda: asks("app.refresh"))]
    ways.append((later, lambda: asks("view.snoozed")))
    pane.empty.show_state(
        "lighthouse",
        translate("Queue", "All is read"),
        day or translate("Queue", "Nothing waits in this view."),
        ways,
    )


def none_automatic(pane: QueueList, asks: Asks, *, hides: bool) -> None:
    """The console hid nothing; ``hides`` says whether a rule could."""
    policy = ActionButton(pane.look, "scales", actions.word("app.policy"), actions.keycaps("app.policy"))
    if hides:
        line = translate(
            "Queue", "Only comments that come in from now on, by rules whose policy says auto = hide."
        )
    else:
        line = translate(
            "Queue",
            "No rule hides by itself. A lead switches it on in the policy: Form, Rules, “Hide without asking”.",
        )
    pane.empty.show_state(
        "robot",
        translate("Queue", "Nothing hidden by the console"),
        line,
        [(policy, lambda: asks("app.policy"))],
    )


def no_channel(pane: QueueList, asks: Asks, practise: Callable[[], object]) -> None:
    """There is nothing to read from yet."""
    look = pane.look
    connect = ActionButton(
        look, "plugs-connected", translate("Queue", "Connect a channel"), kind=Kind.PRIMARY
    )
    bring_in = ActionButton(look, "tray-arrow-down", actions.word("app.import"))
    practice = ActionButton(look, "graduation-cap", translate("Queue", "Try the practice network"))
    pane.empty.show_state(
        "plugs",
        translate("Queue", "No channel yet"),
        translate("Queue", "Connect one, import a file, or try the practice network."),
        [
            (connect, lambda: asks(CONNECT)),
            (bring_in, lambda: asks("app.import")),
            (practice, practise),
        ],
    )
