"""Reasons and refusals of the console in words: the policy's own sentences where it has them, else the catalogue's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.policy import Policy, say_reason
from console.policy.phrases import PHRASES
from ui.i18n.format import language
from ui.i18n.mark import translate
from ui.i18n.messages import sentence
from ui.i18n.words import category_word

if TYPE_CHECKING:
    from console.domain.decision import Forbidden, Reason, Refusal

_OURS = frozenset({"refuse.block", "refuse.protected"})
"""Codes the catalogue says better: with nouns (a hide and a report must come first), with the key in force."""


def reason_words(reason: Reason, policy: Policy | None = None) -> str:
    """One sentence for a reason."""
    if reason.code in PHRASES and reason.code not in _OURS:
        return say_reason(reason, language(), policy)
    return sentence(reason.code, reason.params)


def refusal_words(refusal: Refusal | Forbidden, policy: Policy | None = None) -> str:
    """One sentence for a refusal."""
    return reason_words(refusal.why, policy)


def category_name(policy: Policy | None, category: str) -> str:
    """The name the policy gives a category, empty when it does not know it."""
    known = policy.categories.get(category) if policy is not None else None
    return known.label.text(language()) if known is not None else ""


def clause_words(clause: str) -> str:
    """What a refusal rests on: the policy file's own places in words, a charter's clause as it stands."""
    place, _, rest = clause.partition(".")
    if place == "ladder":
        return translate("Clause", "the ladder of the policy")
    if place == "replies":
        return translate("Clause", "the reply guard of the policy")
    if place == "category":
        return translate("Clause", "the policy on “{category}”").format(
            category=category_word(rest.partition(".")[0])
        )
    if place == "approval":
        return translate("Clause", "the rule of two people")
    if place == "channel":
        return translate("Clause", "what this channel can do")
    if place in ("roles", "permissions", "members"):
        return translate("Clause", "the roles of this workspace")
    return clause
