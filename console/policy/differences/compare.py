"""What a new policy says otherwise than an old one: every semantic difference as a code with parameters, in order.

Two policies with the same id differ in nothing; two with different ids differ in at least one thing. Notes, rule
tests, the name and the changelog are no semantics and never appear here. Sentences: ``phrases_differences``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from typing import Any, Final

from console.policy.differences.people import (
    approval_differences,
    channels_differences,
    crisis_differences,
    gate_differences,
    ladder_differences,
    permissions_differences,
    replies_differences,
    retention_differences,
)
from console.policy.differences.rules import rule_differences
from console.policy.differences.shape import NAMED, Difference, added_removed, by_name, changed
from console.policy.load import policy_id
from console.policy.model import (
    CategoryDef,
    Hours,
    Policy,
    WordList,
)

MAX_CODES: Final = 100

_SLA: Final = ("first_look", "decision", "reply", "clock")
_NO_FORM: Final = re.compile(r"[^\w.:/@+#~-]")


def differences(old: Policy, new: Policy) -> tuple[Difference, ...]:
    """Every semantic difference from ``old`` to ``new``, in the order in which a policy file says things."""
    if old.id and old.id == new.id:
        return ()
    found: list[Difference] = []
    known = {name for name, _ in _SECTIONS}
    for name, section in _SECTIONS:
        said = [] if not _differs(name, old, new) else list(section(old, new))
        found += said or [Difference("other.changed", {"key": name})] * _differs(name, old, new)
    for item in fields(Policy):
        if item.metadata.get("semantic", True) and item.name not in known | {"id"}:
            found += [Difference("other.changed", {"key": item.name})] * _differs(item.name, old, new)
    if not found and old.id != new.id:
        found.append(Difference("files.changed", {}))
    return tuple(found)


def codes(old: Policy, new: Policy) -> tuple[str, ...]:
    """Short codes for the audit log: what changed and where, words only counted, at most ``MAX_CODES`` of them.

    Each is ``code`` or ``code:subject[:figures]`` and holds no free text: letters, digits and ``_ . : / @ + # ~ -``,
    200 characters at most. When there are more, the last one is ``more:COUNT``.
    """
    found = [_short(one) for one in differences(old, new)]
    if len(found) > MAX_CODES:
        found = [*found[: MAX_CODES - 1], f"more:{len(found) - MAX_CODES + 1}"]
    return tuple(found)


def _short(one: Difference) -> str:
    parts = [one.code]
    for key in ("rule", "category", "list", "channel", "key", "kind", "label"):
        value = one.params.get(key)
        if isinstance(value, str) and value:
            parts.append(_NO_FORM.sub("~", value)[:60])
    for key in ("old", "new", "count"):
        value = one.params.get(key)
        if isinstance(value, int):
            parts.append(str(int(value)))
    return ":".join(parts)[:200]


def _differs(name: str, old: Policy, new: Policy) -> bool:
    """Whether one field of the policy says something else, judged as the policy id judges it."""
    one, other = getattr(old, name), getattr(new, name)
    if one is other:
        return False
    return _alone(name, one) != _alone(name, other)


def _alone(name: str, value: Any) -> str:
    only: dict[str, Any] = {name: value}
    return policy_id(Policy(id="", name="", **only), {})


# ------------------------------------------------------------------ what things are


def _about(old: Policy, new: Policy) -> Iterator[Difference]:
    yield from changed("about.schema", old.schema, new.schema)


def _effective(old: Policy, new: Policy) -> Iterator[Difference]:
    yield from changed("about.effective", old.effective, new.effective)


def _languages(old: Policy, new: Policy) -> Iterator[Difference]:
    yield from added_removed("about.language", old.languages, new.languages)


def _hours(old: Policy, new: Policy) -> Iterator[Difference]:
    one, other = old.hours, new.hours
    yield from changed("hours.timezone", one.timezone, other.timezone)
    for days in _changed_days(one, other):
        yield Difference(
            "hours.open",
            {"days": days, "old": _ranges(one.open[days[0]]), "new": _ranges(other.open[days[0]])},
        )
    yield from changed("hours.quiet", _ranges(one.quiet), _ranges(other.quiet))
    yield from changed("hours.holidays", one.calendars, other.calendars)
    yield from added_removed(
        "hours.closed", [day.isoformat() for day in one.closed], [day.isoformat() for day in other.closed]
    )


def _changed_days(one: Hours, other: Hours) -> list[tuple[int, ...]]:
    """The weekdays whose hours change, those that change alike together."""
    groups: dict[Any, list[int]] = {}
    for day, (before, after) in enumerate(zip(one.open, other.open, strict=True)):
        if before != after:
            groups.setdefault((before, after), []).append(day)
    return [tuple(days) for days in groups.values()]


def _ranges(ranges: Iterable[tuple[int, int]]) -> tuple[str, ...]:
    return tuple(
        f"{start // 60:02d}:{start % 60:02d}-{end // 60:02d}:{end % 60:02d}" for start, end in ranges
    )


def _categories(old: Policy, new: Policy) -> Iterator[Difference]:
    yield from by_name("category", old.categories, new.categories, "category", _category, _category_facts)


def _category_facts(one: CategoryDef) -> dict[str, Any]:
    return {"severity": one.severity, "protected": one.protected, "violation": one.violation}


def _category(old: CategoryDef, new: CategoryDef) -> Iterator[Difference]:
    who = {"category": new.name}
    single = old.label.en == old.label.fr and new.label.en == new.label.fr
    for language in ("",) if single else ("en", "fr"):
        yield from changed(
            "category.label", old.label.text(language), new.label.text(language), **who, language=language
        )
    up = "category.severity_up" if new.severity > old.severity else "category.severity_down"
    yield from changed(up, old.severity, new.severity, **who)
    for key in ("ground", "clause", "legal_basis", "dsa_category", "reply"):
        yield from changed(f"category.{key}", getattr(old, key), getattr(new, key), **who)
    for key in _SLA:
        yield from changed(f"category.sla_{key}", getattr(old.sla, key), getattr(new.sla, key), **who)
    for key in ("violation", "protected"):
        if getattr(old, key) != getattr(new, key):
            yield Difference(f"category.{key}_{'on' if getattr(new, key) else 'off'}", who)


def _allow_authors(old: Policy, new: Policy) -> Iterator[Difference]:
    yield from added_removed("allow.author", sorted(old.allow_authors), sorted(new.allow_authors))


def _allow_domains(old: Policy, new: Policy) -> Iterator[Difference]:
    yield from added_removed("allow.domain", old.allow_domains, new.allow_domains)


def _allow_phrases(old: Policy, new: Policy) -> Iterator[Difference]:
    yield from added_removed("allow.phrase", old.allow_phrases, new.allow_phrases)


def _watch(old: Policy, new: Policy) -> Iterator[Difference]:
    yield from added_removed("watch.author", sorted(old.watch), sorted(new.watch))
    for author, entry in new.watch.items():
        before = old.watch.get(author)
        if before is not None:
            until = [None if day is None else day.isoformat() for day in (before.until, entry.until)]
            yield from changed("watch.until", *until, author=author)


def _lists(old: Policy, new: Policy) -> Iterator[Difference]:
    yield from by_name("list", old.lists, new.lists, "list", _list, lambda one: {"count": len(one.words)})


def _list(old: WordList, new: WordList) -> Iterator[Difference]:
    who = {"list": new.name}
    words = list(added_removed("list.words", old.words, new.words, **who))
    yield from words
    yield from changed("list.match", old.match, new.match, **who)
    yield from added_removed("list.fold", old.fold, new.fold, **who)
    kept = set(old.words) & set(new.words)
    if [word for word in old.words if word in kept] != [word for word in new.words if word in kept]:
        yield Difference("list.order", who)


_Section = Callable[[Policy, Policy], Iterable[Difference]]
_ORDER: Final[tuple[tuple[str, _Section], ...]] = (
    ("schema", _about),
    ("effective", _effective),
    ("languages", _languages),
    ("hours", _hours),
    ("categories", _categories),
    ("allow_authors", _allow_authors),
    ("allow_domains", _allow_domains),
    ("allow_phrases", _allow_phrases),
    ("watch", _watch),
    ("lists", _lists),
    ("rules", rule_differences),
    ("ladder", ladder_differences),
    ("approval", approval_differences),
    ("replies", replies_differences),
    ("permissions", permissions_differences),
    ("channels", channels_differences),
    ("crisis", crisis_differences),
    ("retention", retention_differences),
    ("gate", gate_differences),
)
_FIELDS: Final = frozenset(item.name for item in fields(Policy))
_SECTIONS: Final = tuple(pair for pair in _ORDER if pair[0] in _FIELDS)

__all__ = ["MAX_CODES", "NAMED", "Difference", "codes", "differences"]
