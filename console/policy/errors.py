"""What is wrong with a policy file: errors with file, line, code and a suggestion, never exceptions."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from console.domain.decision import Reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from console.policy.lines import LineMap, Path


@dataclass(frozen=True, slots=True)
class PolicyError:
    """One fault. ``line`` counts from 1; ``code`` and ``params`` make the sentence, ``hint`` what to write instead."""

    file: str
    line: int
    code: str
    params: Mapping[str, Any] = field(default_factory=dict)
    hint: Reason | None = None

    @property
    def reason(self) -> Reason:
        """The fault as a code with parameters, ready for ``phrases.say``."""
        return Reason(self.code, self.params)


def did_you_mean(word: object, known: Iterable[str]) -> Reason | None:
    """The known word nearest to ``word``, or the whole list when it is short, as a hint."""
    words = sorted(set(known))
    near = difflib.get_close_matches(str(word)[:80], words, n=1, cutoff=0.6)
    if near:
        return Reason("hint.did_you_mean", {"word": near[0]})
    if 0 < len(words) <= 24:
        return Reason("hint.one_of", {"words": tuple(words)})
    return None


class Errors:
    """Collects faults while one file is read, and knows where each key stands."""

    def __init__(self, file: str, lines: LineMap | None = None) -> None:
        self.file = file
        self.lines = lines
        self.items: list[PolicyError] = []

    def add(self, path: Path, code: str, hint: Reason | None = None, /, **params: Any) -> None:
        """Record a fault at a key path such as ``("rule", 0, "when")``."""
        line = self.lines.line(path) if self.lines is not None else 1
        self.items.append(PolicyError(self.file, line, code, params, hint))

    def at(self, line: int, code: str, file: str | None = None, **params: Any) -> None:
        """Record a fault at a known line, in this file or in an included one."""
        self.items.append(PolicyError(file or self.file, line, code, params))

    def sorted(self) -> tuple[PolicyError, ...]:
        """All faults, in the order of the text."""
        return tuple(sorted(self.items, key=lambda e: (e.file != self.file, e.file, e.line)))
