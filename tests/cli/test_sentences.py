"""Every code that anything raises, refuses or gives as a reason has words in French and in English."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import console
from console.cli.sentences import FAMILIES, sentence
from console.connectors.file.phrases import PHRASES as FILE_PHRASES
from console.connectors.file.phrases import sentence as file_sentence
from console.domain import errors
from console.domain.errors import VigieError
from console.services import phrases

SOURCES = sorted(Path(console.__file__).parent.rglob("*.py"))
KINDS = {
    name: kind
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, VigieError)
}
GENERIC = {"error", "environment", "connector", "domain"}  # nothing raises these bare
#: Calls whose first word is a code: the errors themselves, and what chooses between two of them.
RAISING = {*KINDS, "lost"}


def _words(node: ast.expr) -> Iterator[str]:
    """The codes that an argument can be."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _words(node.body)
        yield from _words(node.orelse)


def _codes(names: set[str]) -> dict[str, str]:
    """Code -> where it stands, for all calls of these names in the program."""
    found: dict[str, str] = {}
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            if called not in names:
                continue
            for code in _words(node.args[0]) if node.args else ():
                found.setdefault(code, f"{path.name}:{node.lineno}")
    return found


RAISED = sorted({*_codes(RAISING), *(kind.default_code for kind in KINDS.values())} - GENERIC)


def test_the_codes_are_found() -> None:
    """The older ones too: a search that finds nothing would prove nothing."""
    assert {"engine_unknown", "bench_peer", "review_closed", "stale_policy", "workspace_closed"} <= set(
        RAISED
    )
    assert len(RAISED) > 150


@pytest.mark.parametrize("code", RAISED)
def test_an_error_has_words_in_both_languages(code: str) -> None:
    """What, what became of it, what to do; and the same places in both languages."""
    known = [family[code] for family in FAMILIES if code in family]
    assert len(known) == 1, (code, len(known))
    (texts,) = known
    assert set(texts) == {"en", "fr"}
    assert texts["en"] != texts["fr"]
    english, french = (
        {field for part in texts[one] for _, field, _, _ in Formatter().parse(part) if field}
        for one in ("en", "fr")
    )
    assert english == french
    for language in ("en", "fr"):
        assert all(texts[language])
        assert sentence(VigieError(code), language).count(" — ") >= 2
    for part in texts["fr"]:
        assert not re.search(r"[^\u00a0]:(?=\s|$)|[^\u00a0\u202f][?!;]", part), part
        assert "'" not in part


def test_a_code_stands_in_one_family() -> None:
    """A second sentence for the same code would never be seen."""
    every = [code for family in FAMILIES for code in family]
    assert sorted(every) == sorted(set(every))


@pytest.mark.parametrize("code", sorted(_codes({"Reason"})))
def test_a_reason_has_words_in_both_languages(code: str) -> None:
    """Reasons, refusals and remarks on a file: never the code itself, and not the same in both languages."""
    say = file_sentence if code in FILE_PHRASES else phrases.sentence
    english, french = (say(code, {}, one) for one in ("en", "fr"))
    assert len({code, english, french}) == 3
