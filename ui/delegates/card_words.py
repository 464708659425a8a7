"""The words on a queue card, and the sentence a screen reader hears for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from console.services.tags import tag_word
from ui import actions
from ui.delegates.visible_text import isolated, plain_name
from ui.i18n import format as say
from ui.i18n.counted import counted
from ui.i18n.mark import translate
from ui.i18n.words import (
    action_lower,
    category_word,
    hidden_alone,
    hiding_alone,
    platform_word,
    state_word,
)
from ui.models.watch_words import again_words, since_words, until_words

if TYPE_CHECKING:
    from ui.models.card_data import CardData

_POST_LETTERS: Final = 60


@dataclass(frozen=True, slots=True)
class CardWords:
    """Everything written on a card beside the comment's own text."""

    author: str
    context: str
    clock: str
    clock_state: str
    category: str
    notes: tuple[tuple[str, str], ...]  # (icon or "", words), left to right after the chip
    right: str
    right_icon: str
    right_strong: bool
    tags: tuple[tuple[str, str], ...] = ()  # (icon, word) after the author


def _context(card: CardData) -> str:
    if card.post_count > 1:
        return counted.on_posts(card.post_count)
    title = " ".join(plain_name(card.post_title).split())
    if not title:
        return ""
    if len(title) > _POST_LETTERS:
        title = title[:_POST_LETTERS].rstrip() + "…"
    return translate("Card", "on “{post}”").format(post=title)


def _clock(card: CardData, now: int) -> tuple[str, str]:
    state = card.clock(now)
    if state == "late":
        return say.late(now - card.due_at), state
    if state == "paused" and card.resumes_at is not None:
        return translate("Card", "resumes {time}").format(time=say.clock_time(card.resumes_at)), state
    if state in ("ok", "soon"):
        # What may be a crime is answered within the hour or two: its lane counts minutes.
        urgent = card.category == "manifestly_illegal"
        return (say.minutes if urgent else say.span)(card.due_at - now), state
    return "", state


def proposal_words(card: CardData) -> str:
    """``Proposed: hide``, or that a reply is expected or stands on the site already, or nothing."""
    if card.answered and not set(card.proposal) - {"reply", "keep"}:
        return state_word("answered")
    actions = [action for action in card.proposal if action != "reply" or card.reply != "expected"]
    if card.reply == "expected" and not [a for a in actions if a != "keep"]:
        return state_word("reply_expected")
    if not actions:
        return ""
    words = ", ".join(action_lower(action) for action in actions)
    if card.reply == "forbidden" and actions == ["keep"]:
        words = translate("Card", "keep, no reply")
    return translate("Card", "Proposed: {actions}").format(actions=words)


def _notes(card: CardData) -> tuple[tuple[str, str], ...]:
    notes: list[tuple[str, str]] = []
    if card.protected:
        notes.append(("shield-check", state_word("protected")))
    if card.draft:
        notes.append(("note-pencil", state_word("draft")))
    if card.watch is not None and card.watch.over:
        notes.append(("binoculars", again_words()))
    if card.masked:
        notes.append(
            ("", translate("Card", "masked · {key} to read").format(key=actions.keycap("look.reveal")))
        )
    elif card.alike < 2 and card.state == "open":
        proposed = proposal_words(card)
        if proposed and not card.draft and card.watch is None:
            notes.append(("", proposed))
    return tuple(notes)


def alone_words(card: CardData) -> str:
    """``Hidden by the console, R-INS-01``; in its undo window it is not hidden yet."""
    if card.state in ("pending", "waiting", "waiting_person", "unknown"):
        return hiding_alone(card.automatic)
    return hidden_alone(card.automatic)


def alike_words(count: int, authors: int) -> str:
    """``37 alike, 31 authors``."""
    return translate("Card", "{alike}, {authors}").format(
        alike=counted.alike(count),
        authors=counted.authors(authors),
    )


_STATE_ICONS: Final = {
    "pending": "paper-plane-tilt",
    "waiting": "users",
    "waiting_review": "users",
    "waiting_person": "arrow-square-out",
    "escalated": "arrow-fat-line-up",
    "failed": "warning-circle",
    "unknown": "circle-dashed",
    "hidden": "eye-slash",
    "snoozed": "bell-z",
    "watched": "binoculars",
    "done": "check-circle",
    "gone": "minus-circle",
    "reply_queued": "arrow-bend-up-left",
}


_TAG_ICONS: Final = {"journalist": "newspaper"}


def card_words(card: CardData, now: int) -> CardWords:
    """Compose the words of ``card`` as they stand at ``now`` (UTC epoch seconds)."""
    clock, state = _clock(card, now)
    right, icon, strong = say.age(now - card.posted_at), "", False
    if card.claimed_by:
        right, icon = plain_name(card.claimed_by), "claimed"
    elif card.automatic:
        right, icon = alone_words(card), "robot"
    elif card.alike > 1:
        right, icon, strong = alike_words(card.alike, card.alike_authors), "stack", True
    elif card.state == "watched" and card.watch is not None:
        right, icon = until_words(card.watch, now), "binoculars"
    elif card.state != "open":
        right, icon = state_word(card.state), _STATE_ICONS.get(card.state, "")
    return CardWords(
        author=plain_name(card.author),
        context=_context(card),
        clock=clock,
        clock_state=state,
        category="" if card.category == "neutral" else category_word(card.category, short=True),
        notes=_notes(card),
        right=right,
        right_icon=icon,
        right_strong=strong,
        tags=tuple((_TAG_ICONS.get(one, "tag"), tag_word(one, say.language())) for one in card.tags),
    )


def accessible_sentence(card: CardData, now: int) -> str:
    """What a screen reader says: category, severity, clock, author, platform, text, proposal."""
    words = card_words(card, now)
    head = category_word(card.category)
    if card.severity:
        head = translate("Card", "{category}, severity {severity} of 5").format(
            category=head, severity=card.severity
        )
    if words.clock_state in ("ok", "soon"):
        head = translate("Card", "{head}, due in {span}").format(head=head, span=words.clock)
    elif words.clock:
        head = f"{head}, {words.clock}"
    who = translate("Card", "{author} on {platform}").format(
        author=", ".join((isolated(words.author), *(word for _, word in words.tags))),
        platform=platform_word(card.platform),
    )
    text = translate("Card", "masked") if card.masked else " ".join(card.text.split())[:400]
    sentence = translate("Card", "{head}, {who}: {text}").format(head=head, who=who, text=text)
    tail = proposal_words(card)
    if card.watch is not None and card.watch.over:
        tail = f"{again_words().capitalize()}. {since_words(card.watch)} {tail}".rstrip()
    if words.right_icon:
        tail = f"{tail}. {words.right}" if tail else words.right
    return f"{sentence.rstrip('.')}. {tail}." if tail else f"{sentence.rstrip('.')}."
