"""The shape of a difference between two policies, and the three ways in which things differ most of the time."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

T = TypeVar("T")

NAMED: Final = 10  # words named of a list that lost or gained many; ``count`` says how many there are


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that changed: ``code`` is ``section.what``; ``params`` hold plain values, durations in seconds,
    scores and shares x 10,000, conditions as ``{"kind", "params", "items"}``."""

    code: str
    params: Mapping[str, Any] = field(default_factory=dict)

    @property
    def section(self) -> str:
        """The part of the policy: about, hours, category, allow, watch, list, rule, ladder, approval, replies..."""
        return self.code.partition(".")[0]

    @property
    def subject(self) -> str:
        """The rule, category, list or channel that it is about; empty where there is no single one."""
        for key in ("rule", "category", "list", "channel"):
            if key == self.section and key in self.params:
                return str(self.params[key])
        return ""


def changed(code: str, old: Any, new: Any, /, **where: Any) -> Iterator[Difference]:
    """The difference of one value, if there is one; None stands for "not set"."""
    if old != new or type(old) is not type(new):
        yield Difference(code, {**where, "old": old, "new": new})


def added_removed(code: str, old: Iterable[str], new: Iterable[str], /, **where: Any) -> Iterator[Difference]:
    """What a set of words gained and lost, counted, with the first ``NAMED`` of them."""
    before, after = dict.fromkeys(old), dict.fromkeys(new)
    for suffix, found in (
        ("added", [word for word in after if word not in before]),
        ("removed", [word for word in before if word not in after]),
    ):
        if found:
            yield Difference(
                f"{code}_{suffix}", {**where, "count": len(found), "words": tuple(found[:NAMED])}
            )


def by_name(
    section: str,
    old: Mapping[str, T],
    new: Mapping[str, T],
    key: str,
    inside: Callable[[T, T], Iterable[Difference]],
    facts: Callable[[T], Mapping[str, Any]],
) -> Iterator[Difference]:
    """Named things added, changed inside, removed: in the new policy's order, then what is gone."""
    for name, after in new.items():
        before = old.get(name)
        if before is None:
            yield Difference(f"{section}.added", {key: name, **facts(after)})
        elif before != after:
            found = list(inside(before, after))
            yield from found or [Difference(f"{section}.other", {key: name})]
    for name, before in old.items():
        if name not in new:
            yield Difference(f"{section}.removed", {key: name, **facts(before)})
