"""The words of the policy form: conditions in a sentence, kinds of match, disguises, actions, severities, roles."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from console.domain.vocabulary import LABELS
from console.policy.conditions import COUNTS, SIGNALS, TARGETS
from console.policy.phrases import WORDS
from console.policy.sections_people import DECIDING_ROLES
from ui.i18n.format import language
from ui.i18n.mark import QT_TRANSLATE_NOOP, translate
from ui.i18n.words import action_word, category_word, role_word

if TYPE_CHECKING:
    from console.policy.document import PolicyDocument, RuleView

CONTEXT: Final = "PolicyForm"

_SCORES: Final = {
    "toxicity": QT_TRANSLATE_NOOP("PolicyForm", "Toxicity"),
    "positive": QT_TRANSLATE_NOOP("PolicyForm", "Positive tone"),
    "negative": QT_TRANSLATE_NOOP("PolicyForm", "Negative tone"),
}
_TARGETS: Final = {
    "person": QT_TRANSLATE_NOOP("PolicyForm", "a person"),
    "group": QT_TRANSLATE_NOOP("PolicyForm", "a group"),
    "brand": QT_TRANSLATE_NOOP("PolicyForm", "the brand"),
    "product": QT_TRANSLATE_NOOP("PolicyForm", "a product"),
    "nobody": QT_TRANSLATE_NOOP("PolicyForm", "nobody"),
}
_COUNTS: Final = {
    "author_age_days": QT_TRANSLATE_NOOP("PolicyForm", "age of the account in days"),
    "followers": QT_TRANSLATE_NOOP("PolicyForm", "followers"),
    "strikes": QT_TRANSLATE_NOOP("PolicyForm", "earlier strikes"),
    "text_length": QT_TRANSLATE_NOOP("PolicyForm", "length of the text"),
    "thread_replies_by_us": QT_TRANSLATE_NOOP("PolicyForm", "our replies in the thread"),
}
_MATCHES: Final = {
    "word": QT_TRANSLATE_NOOP("PolicyForm", "Whole word"),
    "phrase": QT_TRANSLATE_NOOP("PolicyForm", "Phrase"),
    "prefix": QT_TRANSLATE_NOOP("PolicyForm", "Begins with"),
    "regex": QT_TRANSLATE_NOOP("PolicyForm", "Pattern"),
}
_MATCH_HELP: Final = {
    "word": QT_TRANSLATE_NOOP(
        "PolicyForm", "Found when it stands alone: “ass” is found in “what an ass”, not in “class”."
    ),
    "phrase": QT_TRANSLATE_NOOP(
        "PolicyForm", "Several words in this order: “shut up” is found, “up to the shut door” is not."
    ),
    "prefix": QT_TRANSLATE_NOOP(
        "PolicyForm",
        "Every word that begins so: “scam” finds “scams” and “scammers”. Three letters or more.",
    ),
    "regex": QT_TRANSLATE_NOOP(
        "PolicyForm", "For specialists: a regular expression. Patterns that could take very long are refused."
    ),
}
FOLDS: Final = {
    "case": (QT_TRANSLATE_NOOP("PolicyForm", "Capitals"), "CANAILLE = canaille"),
    "accents": (QT_TRANSLATE_NOOP("PolicyForm", "Accents"), "débile = debile"),
    "confusables": (
        QT_TRANSLATE_NOOP("PolicyForm", "Letters of other alphabets that look alike"),
        QT_TRANSLATE_NOOP("PolicyForm", "a Cyrillic с for a Latin c"),
    ),
    "repeats": (QT_TRANSLATE_NOOP("PolicyForm", "Repeated letters"), "canaiiiille = canaille"),
    "leet": (QT_TRANSLATE_NOOP("PolicyForm", "Digits and signs for letters"), "c4na1lle = canaille"),
    "spacing": (QT_TRANSLATE_NOOP("PolicyForm", "Letters set apart"), "c a n a i l l e = canaille"),
}  # fmt: skip
"""Each disguise with its name and an example."""

_BOUNDS: Final = {"at_least": "≥", "more_than": ">", "at_most": "≤", "less_than": "<"}


def _say(table: Mapping[str, str], key: str) -> str:
    source = table.get(key)
    return translate(CONTEXT, source) if source else key.replace("_", " ")


def match_choices() -> list[tuple[str, str]]:
    """The four kinds of match."""
    return [(key, _say(_MATCHES, key)) for key in _MATCHES]


def match_help(match: str) -> str:
    """What a kind of match does, by example."""
    return _say(_MATCH_HELP, match) if match in _MATCH_HELP else ""


def fold_word(stage: str) -> str:
    """The name of a disguise."""
    return translate(CONTEXT, FOLDS[stage][0])


def fold_example(stage: str) -> str:
    """What seeing through a disguise means, by example; most read alike in every language."""
    return translate(CONTEXT, FOLDS[stage][1])


def category_choices(document: PolicyDocument) -> list[tuple[str, str]]:
    """The policy's own categories by their labels."""
    french = language() == "fr"
    return [(view.name, view.label_fr if french else view.label_en) for view in document.categories()]


def category_label(document: PolicyDocument | None, name: str) -> str:
    """What the policy calls a category, else the built-in word."""
    known = dict(category_choices(document)) if document is not None else {}
    return known.get(name) or category_word(name)


def score_word(label: str) -> str:
    """What a score measures."""
    return _say(_SCORES, label) if label in _SCORES else category_word(label)


def score_choices() -> list[tuple[str, str]]:
    """The scores that rules usually look at."""
    return [(label, score_word(label)) for label in LABELS]


def signal_word(signal: str) -> str:
    """What a signal is called, the same here as in the differences."""
    known = WORDS.get(f"signal.{signal}")
    return known[language()] if known is not None else signal.replace("_", " ")


def signal_choices() -> list[tuple[str, str]]:
    """The signals that texts and behaviour may give."""
    return [(signal, signal_word(signal)) for signal in SIGNALS]


def target_choices() -> list[tuple[str, str]]:
    """What a comment may be aimed at."""
    return [(target, _say(_TARGETS, target)) for target in TARGETS]


def role_choices() -> list[tuple[str, str]]:
    """The roles that decide."""
    return [(role, role_word(role)) for role in DECIDING_ROLES]


def action_name(word: str) -> str:
    """An action with whom it goes to: Escalate (legal)."""
    return action_word(word)


def severity_choices() -> list[tuple[str, str]]:
    """0 to 5 with what they mean in the queue."""
    words = (
        translate("PolicyForm", "0: nothing wrong"),
        translate("PolicyForm", "1: unwanted"),
        translate("PolicyForm", "2: to look at"),
        translate("PolicyForm", "3: serious"),
        translate("PolicyForm", "4: very serious"),
        translate("PolicyForm", "5: at once"),
    )
    return [(str(level), word) for level, word in enumerate(words)]


def percent(value: object) -> int:
    """A score 0 to 1 as per cent; 0 for what is none."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return max(0, min(100, round(value * 100)))
    return 0


def condition_words(data: Mapping[str, Any], document: PolicyDocument | None = None) -> str:
    """A condition as people say it, nested ones in brackets."""
    for key, joint in (("all", translate("PolicyForm", "and")), ("any", translate("PolicyForm", "or"))):
        items = data.get(key)
        if isinstance(items, list):
            parts = [condition_words(item, document) for item in items if isinstance(item, Mapping)]
            return "(" + f" {joint} ".join(parts) + ")"
    if isinstance(data.get("not"), Mapping):
        return translate("PolicyForm", "not: {condition}").format(
            condition=condition_words(data["not"], document)
        )
    return _leaf(data, document)


def _leaf(data: Mapping[str, Any], document: PolicyDocument | None) -> str:
    if "list" in data:
        return translate("PolicyForm", "a word of “{name}”").format(name=data["list"])
    if "score" in data:
        return f"{score_word(str(data['score']))} {_bounds(data, scaled=True)}"
    if "signal" in data:
        return signal_word(str(data["signal"]))
    if "target" in data:
        return translate("PolicyForm", "aimed at {target}").format(target=_say(_TARGETS, str(data["target"])))
    if "author" in data:
        if data["author"] == "watch":
            return translate("PolicyForm", "the author is watched")
        return translate("PolicyForm", "the author is exempt")
    for key in COUNTS:
        if key in data:
            inside = data[key] if isinstance(data[key], Mapping) else {}
            return f"{_say(_COUNTS, key)} {_bounds(inside, scaled=False)}"
    if "category" in data:
        name = category_label(document, str(data["category"]))
        words = translate("PolicyForm", "read as “{category}”").format(category=name)
        return f"{words} {_bounds(data, scaled=True)}".strip()
    if "has_link" in data:
        return (
            translate("PolicyForm", "it holds a link")
            if data["has_link"]
            else translate("PolicyForm", "it holds no link")
        )
    return ", ".join(f"{key}: {value}" for key, value in data.items())


def _bounds(data: Mapping[str, Any], *, scaled: bool) -> str:
    parts = [
        f"{sign} {percent(data[key])} %" if scaled else f"{sign} {data[key]}"
        for key, sign in _BOUNDS.items()
        if key in data
    ]
    return ", ".join(parts).replace(" %", "\u00a0%")


def rule_summary(document: PolicyDocument, rule: RuleView) -> str:
    """One line about a rule: its category and what it proposes."""
    actions = ", ".join(action_name(word).lower() for word in rule.propose)
    parts = [category_label(document, rule.category), actions]
    if rule.auto == "hide":
        parts.append(translate("PolicyForm", "hides by itself"))
    return " · ".join(part for part in parts if part)
