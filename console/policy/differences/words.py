"""Differences and conditions in plain language: percentages, durations and names as people say them."""

from __future__ import annotations

import string
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final

from console.policy.conditions import SCORE_TOP, TOP
from console.policy.differences.phrases import CERTAINTY, DIFFERENCES, SECTIONS
from console.policy.differences.phrases_values import VALUES
from console.policy.differences.shape import NAMED, Difference
from console.policy.durations import UNITS
from console.policy.phrases import WORDS

if TYPE_CHECKING:
    from console.policy.model import Policy

_NBSP: Final = "\u00a0"


def section_title(section: str, language: str = "en") -> str:
    """The heading under which a section's differences are shown."""
    words = SECTIONS.get(section, SECTIONS["other"])
    return words[_lang(language)]


def say_difference(
    one: Difference, language: str = "en", policy: Policy | None = None, old: Policy | None = None
) -> str:
    """The sentence of a difference in ``fr`` or ``en``.

    Categories carry the names that ``policy`` (the new one), else ``old``, gives them. An unknown code is shown as
    itself.
    """
    speech = _Speech(_lang(language), policy, old)
    section, _, what = one.code.partition(".")
    words = DIFFERENCES.get(section, {}).get(what)
    if words is None:
        return one.code
    certainty = _certainty(one)
    if certainty is not None:
        words = CERTAINTY[certainty]
    values = {key: speech.value(one, key, value) for key, value in one.params.items()}
    values |= {key: text for key, text in speech.asides(one).items()}
    sentence = string.Formatter().vformat(words[speech.lang], (), _Blank(values)).strip()
    # Keys, rule ids and channels keep their own letters; a category's name opens the sentence.
    return sentence[:1].upper() + sentence[1:] if words[speech.lang].startswith("{category}") else sentence


def say_condition(
    condition: Mapping[str, Any],
    language: str = "en",
    policy: Policy | None = None,
    old: Policy | None = None,
) -> str:
    """A condition given as plain data, in words."""
    return _Speech(_lang(language), policy, old).condition(condition)


def _lang(language: str) -> str:
    return "fr" if language == "fr" else "en"


def _certainty(one: Difference) -> str | None:
    """Which of the sentences about certainty fits a threshold, if one does."""
    if one.code not in {"rule.threshold_up", "rule.threshold_down"}:
        return None
    place, kind = one.params.get("place"), one.params.get("kind")
    whole = one.params["condition"]["params"].get("high", SCORE_TOP) == SCORE_TOP
    if kind not in {"score", "category"} or place not in {"when", "unless"} or not whole:
        return None
    if not one.params["old"] or not one.params["new"]:
        return None  # from or to "read as", which asks for no certainty
    return f"{place}_{one.code.rpartition('_')[2]}"


class _Blank(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""


class _Speech:
    """One language and the policies that name the categories."""

    def __init__(self, lang: str, policy: Policy | None, old: Policy | None) -> None:
        self.lang = lang
        self.policies = [each for each in (policy, old) if each is not None]

    # -------------------------------------------------------------- values

    def value(self, one: Difference, key: str, value: Any) -> str:
        """One parameter as people read it."""
        if key in {"condition", "before", "when"} and isinstance(value, Mapping):
            negated = one.params.get("place") in {"not", "unless_not"}
            text = self.condition(value)
            return self.word("not").format(condition=text) if negated else text
        if key in {"category", "names", "label"}:
            return self.category(str(value), former=one.code == "category.label")
        if key == "propose":
            return self.join(self.action(word) for word in value)
        if key == "action":
            return self.action(str(value))
        if key == "key" and one.code == "permission.changed":
            known = WORDS.get(f"action.{value}") or WORDS.get(f"task.{value}")
            return known[self.lang] if known is not None else str(value)
        if key == "kind":
            return self.word(f"set.{value}", str(value))
        if key == "days":
            return self.days(tuple(value))
        if key == "at":
            return self.counted("points", int(value))
        if key == "count" and one.section == "list":
            return self.counted("words", int(value))
        if key == "stop":
            return "" if value is None else f"{value}{_NBSP}%"
        if key == "words":
            return self.words(one, tuple(value))
        if key in {"old", "new"}:
            return self.figure(one, value)
        return self.plain(value)

    def figure(self, one: Difference, value: Any) -> str:
        """An old or new value, by what its code is about."""
        form = _FORMS.get(one.code)
        if form is None and one.code.startswith("rule.threshold"):
            form = "share"
        if value is None or value in ((), ""):
            return self.word(_NOTHING.get(one.code, "not_asked" if one.section == "gate" else "none"))
        if isinstance(value, bool):
            return self.word("yes" if value else "no")
        return _WRITERS[form](self, value) if form is not None else self.plain(value)

    def plain(self, value: Any) -> str:
        """A value of no particular kind."""
        if isinstance(value, (list, tuple)):
            return self.join(self.plain(item) for item in value)
        if isinstance(value, int):
            return self.number(value)
        return str(value)

    def asides(self, one: Difference) -> dict[str, str]:
        """The optional parts of a sentence, each with the sign before it."""
        params, found = one.params, {}
        if one.code in {"rule.added", "rule.removed"}:
            exceptions = [self.condition(each) for each in params["unless"]]
            found["unless"] = (
                self.word("unless").format(list=self.join(exceptions, "or")) if exceptions else ""
            )
            found["auto"] = (
                self.word("auto").format(per_hour=params["per_hour"]) if params["auto"] == "hide" else ""
            )
        if one.section == "ladder" and "requires" in params:
            wanted = [self.requirement(word) for word in params["requires"]]
            found["requires"] = self.word("needs").format(list=self.join(wanted)) if wanted else ""
            length = params["duration"]
            found["duration"] = "" if length is None else self.word("for").format(span=self.span(length))
        if one.code == "category.added":
            traits = [self.word(key) for key in ("protected", "violation") if params[key]]
            found["traits"] = "".join(f", {trait}" for trait in traits)
        if one.code == "category.label":
            found["language"] = self.word(f"in.{params['language']}", "")
        if one.code == "retention.kept":
            found["what"] = self.word(f"kept.{params['key']}", str(params["key"]))
        return found

    # -------------------------------------------------------------- words

    def word(self, key: str, fallback: str | None = None) -> str:
        """A small word of the room."""
        found = VALUES.get(key)
        return found[self.lang] if found is not None else (key if fallback is None else fallback)

    def category(self, name: str, *, former: bool = False) -> str:
        """A category's name as the policies call it (``former``: the old one first), in the middle of a sentence."""
        for policy in reversed(self.policies) if former else self.policies:
            if name in policy.categories:
                return _low(policy.categories[name].label.text(self.lang))
        known = WORDS.get(f"category.{name}")
        return _low(known[self.lang]) if known is not None else name

    def action(self, word: str) -> str:
        """An action, with whom it is passed to."""
        base, colon, rest = word.partition(":")
        known = WORDS.get(f"action.{base}")
        return (_low(known[self.lang]) if known is not None else base) + (f" ({rest})" if colon else "")

    def role(self, role: str) -> str:
        """A role's name."""
        known = WORDS.get(f"role.{role}")
        return known[self.lang] if known is not None else role

    def requirement(self, word: str) -> str:
        """What a step of the ladder demands."""
        base, colon, role = word.partition(":")
        return self.word(f"requires.{base}", base) + (f" ({self.role(role)})" if colon else "")

    def words(self, one: Difference, words: tuple[str, ...]) -> str:
        """The words that a set gained or lost; how many more there are when not all are named."""
        what = one.code.rpartition("_")[0]
        if what in {"ladder.counts", "replies.category"}:
            shown = [self.category(word) for word in words]
        elif what == "approval.irreversible":
            shown = [self.action(word) for word in words]
        elif what == "ladder.skip":
            pairs = [word.partition(":") for word in words]
            shown = [f"{self.category(category)} → {self.action(action)}" for category, _, action in pairs]
        elif what == "hours.closed":
            shown = [self.day(word) for word in words]
        elif what == "list.fold":
            shown = [self.word(f"fold.{word}", word) for word in words]
        else:
            shown = [
                self.word("quoted").format(word=word) if one.section == "list" else word for word in words
            ]
        more = int(one.params.get("count", len(words))) - NAMED
        text = ", ".join(shown)
        return text + (self.word("more").format(count=self.number(more)) if more > 0 else "")

    def join(self, items: Iterable[str], last: str = "and") -> str:
        """``a, b and c``."""
        found = list(items)
        if len(found) < 2:
            return "".join(found)
        return f"{', '.join(found[:-1])} {self.word(last)} {found[-1]}"

    def days(self, days: tuple[int, ...]) -> str:
        """Weekdays, three and more in a row as a range."""
        names = self.word("days").split()
        if len(days) > 2 and days == tuple(range(days[0], days[-1] + 1)):
            return self.word("range").format(first=names[days[0]], last=names[days[-1]])
        return self.join(names[day] for day in days)

    # -------------------------------------------------------------- figures

    def day(self, text: str) -> str:
        """A day, with the time of day where it has one: ``1 Jan 2027``, ``1 Jan 2027, 08:00``."""
        try:
            when = datetime.fromisoformat(text)
        except ValueError:
            return text
        shown = f"{when.day}{_NBSP}{self.word('months').split()[when.month - 1]}{_NBSP}{when.year}"
        return f"{shown}, {when:%H:%M}" if "T" in text else shown

    def number(self, value: int) -> str:
        """A whole number, grouped by thousands as the language does."""
        return f"{value:,}".replace(",", "\u202f" if self.lang == "fr" else ",")

    def share(self, value: int) -> str:
        """A share x 10,000 as a percentage with what digits it needs."""
        text = f"{value / 100:.2f}".rstrip("0").rstrip(".")
        return text.replace(".", "," if self.lang == "fr" else ".") + f"{_NBSP}%"

    def counted(self, what: str, count: int) -> str:
        """``1 word``, ``12 words``."""
        one = count < 2 if self.lang == "fr" else count == 1
        return f"{self.number(count)}{_NBSP}{self.word(what + ('.one' if one else '.many'))}"

    def span(self, seconds: int) -> str:
        """A duration in its own largest unit that divides it: ``90 days``, ``12 months``, ``36 h``."""
        for unit in ("y", "mo", "d", "h", "min"):
            if seconds and seconds % UNITS[unit] == 0:
                count = seconds // UNITS[unit]
                if unit == "d" and count == 1:
                    continue  # "24 h" is how people speak of a deadline
                return self.counted(unit, count) if unit in {"y", "mo", "d"} else f"{count}{_NBSP}{unit}"
        hours, rest = divmod(seconds, 3600)
        minutes, left = divmod(rest, 60)
        parts = [(hours, "h"), (minutes, "min"), (left, "s")]
        return " ".join(f"{count}{_NBSP}{unit}" for count, unit in parts if count) or f"0{_NBSP}s"

    # -------------------------------------------------------------- conditions

    def condition(self, node: Mapping[str, Any], nested: bool = False) -> str:
        """A condition in words; groups inside groups are put in brackets."""
        kind, params, items = node["kind"], node["params"], node["items"]
        if kind == "not":
            return self.word("not").format(condition=self.condition(items[0], nested=False))
        if kind in {"all", "any"}:
            parts = [self.condition(item, nested=True) for item in items]
            text = f" {self.word('and' if kind == 'all' else 'or')} ".join(parts)
            return f"({text})" if nested and len(parts) > 1 else text
        writer = _CONDITIONS.get(kind)
        return writer(self, params) if writer is not None else self._counted_fact(kind, params)

    def _score(self, params: Mapping[str, Any]) -> str:
        low, high = int(params["low"]), int(params["high"])
        name = self.category(params["label"])
        if high == SCORE_TOP:
            return self.word("score.low").format(name=name, low=self.share(low))
        if low == 0:
            return self.word("score.high").format(name=name, high=self.share(high))
        return self.word("score.both").format(name=name, low=self.share(low), high=self.share(high))

    def _category(self, params: Mapping[str, Any]) -> str:
        name = self.category(params["category"])
        if params["low"]:
            return self.word("read.low").format(name=name, low=self.share(int(params["low"])))
        return self.word("read").format(name=name)

    def _flag(self, kind: str, params: Mapping[str, Any]) -> str:
        return self.word(f"{kind}.{'yes' if params['is'] else 'no'}")

    def _named(self, family: str, value: str) -> str:
        known = WORDS.get(f"{family}.{value}")
        return self.word(family).format(name=known[self.lang] if known is not None else value)

    def _set(self, kind: str, params: Mapping[str, Any]) -> str:
        return f"{self.word(f'set.{kind}', kind)} {self.join(params['any'], 'or')}"

    def _counted_fact(self, kind: str, params: Mapping[str, Any]) -> str:
        low, high = int(params.get("low", 0)), int(params.get("high", TOP))
        if high >= TOP:
            amount = self.word("count.low").format(low=self.number(low))
        elif low == 0:
            amount = self.word("count.high").format(high=self.number(high))
        else:
            amount = self.word("count.both").format(low=self.number(low), high=self.number(high))
        text = self.word(f"count.{kind}", f"{kind} {{amount}}").format(amount=amount)
        if params.get("category"):
            text += f" ({self.category(params['category'])})"
        if params.get("within"):
            text += self.word("within").format(span=self.span(int(params["within"])))
        return text


_CONDITIONS: Final[Mapping[str, Callable[[_Speech, Mapping[str, Any]], str]]] = {
    "score": lambda speech, params: speech._score(params),
    "category": lambda speech, params: speech._category(params),
    "list": lambda speech, params: speech.word("list").format(name=params["list"]),
    "target": lambda speech, params: speech._named("target", params["target"]),
    "signal": lambda speech, params: speech._named("signal", params["signal"]),
    "author": lambda speech, params: speech.word(f"author.{params['is']}"),
    "has_link": lambda speech, params: speech._flag("has_link", params),
    "flagged": lambda speech, params: speech._flag("flagged", params),
    "language": lambda speech, params: speech._set("language", params),
    "channel": lambda speech, params: speech._set("channel", params),
    "relation": lambda speech, params: speech._set("relation", params),
}


def _low(text: str) -> str:
    """A name in the middle of a sentence; names written in capitals stay."""
    return text if len(text) > 1 and text[1].isupper() else text[:1].lower() + text[1:]


_Writer = Callable[[_Speech, Any], str]
_WRITERS: Final[Mapping[str, _Writer]] = {
    "share": lambda speech, value: speech.share(int(value)),
    "span": lambda speech, value: speech.span(int(value)),
    "percent": lambda speech, value: f"{value}{_NBSP}%",
    "category": lambda speech, value: speech.category(str(value)),
    "action": lambda speech, value: speech.action(str(value)),
    "actions": lambda speech, value: speech.join(speech.action(word) for word in value),
    "role": lambda speech, value: speech.role(str(value)),
    "roles": lambda speech, value: speech.join(speech.role(word) for word in value),
    "requires": lambda speech, value: speech.join(speech.requirement(word) for word in value),
    "quoted": lambda speech, value: speech.word("quoted").format(word=value),
    "day": lambda speech, value: speech.day(str(value)),
    "points": lambda speech, value: speech.counted("points", int(value)),
    "dsa": lambda speech, value: str(value).removeprefix("STATEMENT_CATEGORY_").replace("_", " ").lower(),
    "word": lambda speech, value: speech.word(f"value.{value}", str(value)),
}
_FORMS: Final[Mapping[str, str]] = {
    "about.effective": "day", "watch.until": "day", "ladder.step_at": "points", "category.dsa_category": "dsa",
    "rule.category": "category", "rule.propose_order": "actions", "category.clause": "quoted", "category.legal_basis": "quoted",
    "rule.auto_stop": "percent", "channel.threshold": "share", "channel.sla_scale": "share", "channel.auto": "word",
    "category.sla_first_look": "span", "category.sla_decision": "span", "category.sla_reply": "span",
    "category.sla_clock": "word", "category.ground": "word", "category.reply": "word", "list.match": "word",
    "ladder.window": "span", "ladder.half_every": "span", "ladder.step_action": "action",
    "ladder.step_duration": "span", "ladder.step_requires": "requires", "approval.second_role": "role",
    "approval.second_within": "span", "approval.second_otherwise": "word", "approval.crisis_level": "word",
    "approval.crisis_approver_role": "role", "approval.always_approver_role": "role", "approval.undo_window": "span", "approval.activation_role": "role",
    "replies.override_role": "role", "replies.contradictions": "word", "permission.changed": "roles",
    "retention.kept": "span", "retention.block_record": "span", "retention.legal_hold": "word",
    "gate.backtest_window": "span", "gate.min_rule_precision": "share", "gate.max_auto_volume_change": "share",
    "gate.rule_tests": "word", "gate.waive_role": "role",
}  # fmt: skip
_NOTHING: Final[Mapping[str, str]] = {
    "hours.open": "closed", "ladder.step_duration": "endless", "watch.until": "endless", "ladder.weight": "unset",
    "category.reply": "value.free", "channel.auto": "value.as_usual", "retention.kept": "endless",
    "permission.changed": "by_default", "approval.activation_second_signature": "no", "channel.threshold": "as_usual",
}  # fmt: skip
