"""A trial in words: the proposal's line, its reasons, what is forbidden, what is not known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.services.verdict_words import verdict_line
from ui.i18n import format as say
from ui.i18n.format import language
from ui.i18n.mark import translate
from ui.i18n.words import action_lower, action_word, category_word, join_and
from ui.models.wording import category_name, clause_words, reason_words, refusal_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from console.domain.decision import Proposal
    from console.policy import Policy
    from console.services.trying import Tried


def category_words(policy: Policy | None, category: str) -> str:
    """The category's name as the policy says it."""
    return category_name(policy, category) or category_word(category)


def actions_words(proposal: Proposal) -> str:
    """The actions inside a sentence: hide and report."""
    if not proposal.actions:
        return translate("Policy", "no action")
    return join_and(action_lower(action) for action in proposal.actions)


def score_words(tried: Tried) -> str:
    """The score that decided, with two decimals; empty where words or other facts did."""
    proposal = tried.draft or tried.active
    label = next((str(one.params.get("label")) for one in proposal.reasons if one.code == "fact.score"), "")
    if not label and not proposal.rules:
        label = proposal.category
    score = tried.verdict.labels.get(label)
    return "" if score is None else say.score(score)


def took_words(seconds: float) -> str:
    """How long it took: 0.4 ms, 12 ms, 1.3 s."""
    from PySide6.QtCore import QLocale

    if seconds >= 1:
        return f"{QLocale().toString(seconds, 'f', 1)}\u00a0s"
    digits = 1 if seconds < 0.01 else 0
    return f"{QLocale().toString(seconds * 1000, 'f', digits)}\u00a0ms"


def version_would(number: int, tried: Tried, policy: Policy | None) -> str:
    """What the version in force would do: v12 would: keep. Where the actions are the same, how it would read it."""
    words = actions_words(tried.active)
    if tried.draft is not None and tried.draft.actions == tried.active.actions:
        words = f"{category_words(policy, tried.active.category)} {tried.active.severity}/5"
        if (tried.draft.category, tried.draft.severity) == (tried.active.category, tried.active.severity):
            words = (
                translate("Policy", "by itself")
                if tried.active.auto_hide
                else translate("Policy", "by a person")
            )
    return translate("Policy", "v{number} would: {actions}").format(number=number, actions=words)


def verdict_words(tried: Tried, policy: Policy | None) -> tuple[str, str, str]:
    """The classifier's verdict: head, what it saw, engine."""
    said = verdict_line(
        tried.verdict, tried.text, language(), lambda code: category_words(policy, code), quote=True
    )
    return said.head, said.said, said.aside


def reasons_words(proposal: Proposal, policy: Policy | None) -> list[str]:
    """Why, one sentence per reason."""
    return [reason_words(reason, policy) for reason in proposal.reasons]


def forbidden_words(proposal: Proposal, policy: Policy | None) -> list[str]:
    """What is forbidden, why, and on what it rests."""
    found = []
    for one in proposal.forbidden:
        why = refusal_words(one, policy)
        clause = clause_words(one.clause) if one.clause else ""
        named = action_word(one.action)
        line = why
        if not why.casefold().startswith(named.casefold()):
            line = translate("Policy", "{action}: {why}").format(action=named, why=why)
        found.append(f"{line} ({clause})" if clause else line)
    return found


def unknown_words(unknown: Sequence[str]) -> str:
    """The facts nobody knows, as one sentence part."""
    names = {
        "author_age_days": translate("Policy", "age of the account"),
        "followers": translate("Policy", "followers"),
        "strikes": translate("Policy", "earlier strikes"),
        "thread_replies_by_us": translate("Policy", "our replies in the thread"),
        "verdict": translate("Policy", "the classifier’s verdict"),
        "language": translate("Policy", "the language"),
        "target": translate("Policy", "whom it is aimed at"),
        "channel": translate("Policy", "the channel"),
    }
    return join_and(names.get(one, one) for one in unknown)
