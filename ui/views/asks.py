"""The questions that take the place of the action bar: what each says and which keys answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ui import actions
from ui.delegates.visible_text import plain_name
from ui.i18n.alike_counted import alike_counted
from ui.i18n.mark import translate
from ui.i18n.words import action_done, action_lower, action_word, join_and, platform_word
from ui.models.detail_data import ActionFace, DetailData
from ui.theme.icon_names import ACTIONS
from ui.views.strip_page import StripAsk, StripChoice

if TYPE_CHECKING:
    from collections.abc import Sequence

CONFIRM, REFUSED, CATEGORY, LATER, WATCH, REASON, NOTE, MANUAL, REVIEW, REJECT, REST = (
    "confirm", "refused", "category", "later", "watch", "reason", "note", "manual", "review", "reject", "rest",
)  # fmt: skip
CHOICES: Final = (
    "insult", "threat", "hate", "spam", "troll", "constructive_criticism", "question", "praise", "manifestly_illegal",
)  # fmt: skip
TIMES: Final = ("hour", "morning", "monday")
TYPED: Final = "typed"
"""The answer of a strip where a person typed a time."""


def _stay() -> StripChoice:
    return StripChoice("stay", "x", translate("Asks", "Stay"), actions.key_words("Esc"))


def confirm_action(action: str, face: ActionFace, data: DetailData, *, wants_reason: bool) -> StripAsk:
    """The second key: what the action does here, Enter to go on."""
    place = platform_word(data.card.platform)
    if face.by_hand:
        title = translate("Asks", "{action}: you do this on the site.").format(action=action_word(action))
    elif face.final:
        title = translate("Asks", "{action} on {platform} cannot be undone.").format(
            action=action_word(action), platform=place
        )
    else:
        title = translate("Asks", "{action} on {platform}.").format(
            action=action_word(action), platform=place
        )
    go = StripChoice("go", ACTIONS[action], action_word(action), ("⏎",), primary=True)
    field = translate("Asks", "Why, in a few words") if wants_reason else ""
    tone = "danger" if face.final else "text-muted"
    return StripAsk(f"{CONFIRM}:{action}", ACTIONS[action], title, face.effect, (go, _stay()), field, tone)


def the_rest(done: str, rest: Sequence[str]) -> StripAsk:
    """One action of a proposal was taken: the others, by their own keys. Enter goes on, so that a habit does nothing."""
    choices = tuple(
        StripChoice(f"do:{one}", ACTIONS[one], action_word(one), actions.keycaps(f"decide.{one}"))
        for one in rest
    )
    on = StripChoice("next", "arrow-right", translate("Asks", "Go on"), ("⏎",), primary=True)
    title = translate("Asks", "{done}. Also proposed: {actions}").format(
        done=done, actions=join_and(action_lower(one) for one in rest)
    )
    return StripAsk(REST, "scales", title, "", (*choices, on), enter="next")


def done_words(action: str, data: DetailData) -> str:
    """What was done, at the head of the undo notice. What the console hid was left so or shown again by a person."""
    if data.automatic and action == "hide":
        return translate("Asks", "Left hidden")
    return action_done("unhide" if data.automatic and action == "keep" else action)


def may_ask(action: str, data: DetailData) -> bool:
    """Whether asking a lead is a way on: not where escalating is what was refused, or would be refused too."""
    return action != "escalate" and not data.faces.get("escalate", ActionFace("escalate")).refusal


def refused(
    action: str, title: str, line: str, instead: Sequence[str], *, ask_lead: bool = False
) -> StripAsk:
    """An action that may not stand: why, and what can be done instead.

    Where the action has two keys, the Enter that follows by habit does nothing of it: it stays.
    """
    two_keys = f"decide.{action}" in _TWO_KEYS
    choices = [
        StripChoice(
            f"do:{other}",
            ACTIONS[other],
            action_word(other),
            actions.keycaps(f"decide.{other}"),
            primary=place == 0 and not two_keys,
        )
        for place, other in enumerate(instead)
        if has_key(other)
    ]
    if ask_lead:
        choices.append(StripChoice("do:escalate", ACTIONS["ask_lead"], actions.word("reply.ask")))
    return StripAsk(
        f"{REFUSED}:{action}", "hand-palm", title, line, (*choices, _stay()), tone="warning",
        enter="stay" if two_keys else "",
    )  # fmt: skip


_DECIDED: Final = frozenset(entry.id for entry in actions.all_rows() if entry.context == "decide")
_TWO_KEYS: Final = frozenset(entry.id for entry in actions.all_rows() if entry.two_keys)


def has_key(action: str) -> bool:
    """Whether a person can take an action by a key of its own."""
    return action in ACTIONS and f"decide.{action}" in _DECIDED


def choose_category(current: str, names: dict[str, str], alike: int = 1) -> StripAsk:
    """Which category a person sees in it; ``names`` are the policy's own, ``alike`` how many comments get it."""
    choices = tuple(
        StripChoice(
            category,
            actions.row(f"category.{category}").icon,
            names.get(category) or actions.word(f"category.{category}"),
            actions.keycaps(f"category.{category}"),
            next(iter(actions.keys(f"category.{category}")), ""),
            primary=category == current,
        )
        for category in CHOICES
    )
    title = translate("Asks", "What is it?")
    line = alike_counted.all_categorised(alike) if alike > 1 else ""
    return StripAsk(CATEGORY, "tag", title, line, (*choices, _stay()), captures_keys=True)


def choose_time(kind: str, wrong: str = "") -> StripAsk:
    """Until when to put it off, or to hold and watch. ``wrong``: what was typed and is no time to come."""
    choices = tuple(
        StripChoice(
            when,
            "bell-z",
            actions.word(f"later.{when}"),
            actions.keycaps(f"later.{when}"),
            next(iter(actions.keys(f"later.{when}")), ""),
        )
        for when in TIMES
    )
    if kind == WATCH:
        title = translate("Asks", "Hold and watch until when?")
    else:
        title = translate("Asks", "Until when?")
    icon = ACTIONS["watch" if kind == WATCH else "snooze"]
    forms = translate("Asks", "15:00, 90m, 2h, 1d")
    if wrong:  # in place of the title: in a small window there is no room for both
        title = translate("Asks", "“{text}” is no time to come: {forms}")
        title = title.format(text=plain_name(wrong[:20]), forms=forms)
    return StripAsk(
        kind, icon, title, "", (*choices, _stay()),
        translate("Asks", "Or type a time: {forms}").format(forms=forms), "warning" if wrong else "text-muted",
        captures_keys=True, typed=TYPED, text=wrong,
    )  # fmt: skip


def give_reason(action: str, title: str) -> StripAsk:
    """A few words why."""
    go = StripChoice("go", ACTIONS.get(action, "tag"), translate("Asks", "Go on"), ("⏎",), primary=True)
    field = translate("Asks", "Why, in a few words")
    return StripAsk(f"{REASON}:{action}", ACTIONS.get(action, "tag"), title, "", (go, _stay()), field)


def write_note() -> StripAsk:
    """An internal note; outside the log, erasable."""
    go = StripChoice("go", "check", translate("Asks", "Keep the note"), ("⏎",), primary=True)
    title = translate("Asks", "Note for the team")
    line = translate("Asks", "Written outside the log, erasable.")
    return StripAsk(NOTE, "note-pencil", title, line, (go, _stay()), translate("Asks", "Note"))


def was_it_done(action: str) -> StripAsk:
    """After the page was opened: what did the person do there."""
    title = translate("Messages", "The page is open. Was it done?")
    choices = (
        StripChoice("yes", "check", translate("Asks", "Yes, done"), primary=True),
        StripChoice("no", "x", translate("Asks", "No")),
        StripChoice("stay", "bell-z", translate("Asks", "Ask again later"), actions.key_words("Esc")),
    )
    return StripAsk(f"{MANUAL}:{action}", "arrow-square-out", title, action_word(action), choices)


def second_person(action: str, asked_by: str, text: str = "") -> StripAsk:
    """Another person asks for agreement to what cannot be undone, or to the ``text`` of a reply."""
    title = translate("Asks", "{name} asks: {action}. Do you agree?").format(
        name=asked_by, action=action_word(action)
    )
    line = translate("Asks", "A second person must agree; nobody agrees to their own request.")
    if text:
        line = translate("Asks", "“{text}”").format(text=text)
    own = StripChoice("edit", "note-pencil", translate("Asks", "Write it myself"))
    choices = (
        StripChoice("yes", "check", translate("Asks", "Agree"), primary=True),
        StripChoice("no", "x", translate("Asks", "Do not agree…")),
        *((own,) if text else ()),
        StripChoice("stay", "bell-z", translate("Asks", "Ask again later"), actions.key_words("Esc")),
    )
    return StripAsk(f"{REVIEW}:{action}", "users", title, line, choices)


def why_not(action: str, asked_by: str) -> StripAsk:
    """A few words for who asked, before saying no; Enter says it also without."""
    title = translate("Asks", "Do not agree: a note for {name}?").format(name=asked_by)
    line = translate(
        "Asks", "Kept beside the comment, outside the log. The words of a reply become a draft again."
    )
    choices = (
        StripChoice("go", "x", translate("Asks", "Do not agree"), ("⏎",), primary=True),
        _stay(),
    )
    return StripAsk(f"{REJECT}:{action}", "users", title, line, choices, translate("Asks", "Note"))
