"""Every key of a TOML text is found on its line."""

from __future__ import annotations

import tomllib
from typing import Any

import tomlkit
from hypothesis import given
from hypothesis import strategies as st

from console.policy.lines import line_map
from tests.policy.helpers import POLICIES

TEXT = '''\
# a comment with = and [brackets]
name = "a # no comment [x]"   # but this is
"quoted key".sub = 1
long = """
[not.a.table]
fake = 1 \\""" still
"""
raw = \'\'\'
"x" = 2\'\'\'

[table]
list = [ # comment ]
  "one, two",
  { a = 1, b = [2,
    3] },
]
when.any = [ { score = "x", at_least = 0.5 } ]

[[rule]]
id = "first"
[[rule.test]]
text = "a"
[[rule.test]]
text = "b"

[[rule]]
id = "second"
test = [{ text = "c" }]
[rule.deep]
key = 1979-05-27T07:32:00Z
'''


def row(needle: str, nth: int = 0) -> int:
    rows = [number for number, line in enumerate(TEXT.splitlines(), 1) if needle in line]
    return rows[nth]


def test_keys_strings_arrays_and_tables_have_their_lines() -> None:
    lines = line_map(TEXT)
    assert lines.line(("name",)) == row("name =")
    assert lines.line(("quoted key", "sub")) == row("quoted key")
    assert lines.line(("raw",)) == row("raw =")
    assert lines.line(("table",)) == row("[table]")
    assert lines.line(("table", "list", 0)) == row('"one, two"')
    assert lines.line(("table", "list", 1, "b", 1)) == row("3] }")
    assert lines.line(("table", "when", "any", 0, "at_least")) == row("at_least")
    assert lines.line(("rule", 0)) == row("[[rule]]")
    assert lines.line(("rule", 0, "test", 1, "text")) == row('text = "b"')
    assert lines.line(("rule", 1, "id")) == row("second")
    assert lines.line(("rule", 1, "test", 0, "text")) == row('text = "c"')
    assert lines.line(("rule", 1, "deep", "key")) == row("key = 1979")
    assert ("fake",) not in lines


def test_an_absent_key_falls_back_to_its_table() -> None:
    lines = line_map(TEXT)
    assert lines.line(("rule", 1, "category")) == row("[[rule]]", 1)
    assert lines.line(("nothing",)) == 1


def test_windows_line_ends_count_once() -> None:
    assert line_map("a = 1\r\nb = 2\r\n").line(("b",)) == 2


def paths(value: Any, base: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    found: list[tuple[str | int, ...]] = []
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        found += [(*base, key), *paths(item, (*base, key))]
    return found


def test_every_key_of_the_default_policies_is_found() -> None:
    for file in sorted(POLICIES.glob("*.toml")):
        text = file.read_text("utf-8")
        lines = line_map(text)
        rows = text.splitlines()
        for path in paths(tomllib.loads(text)):
            assert path in lines
            if isinstance(path[-1], str):
                assert path[-1] in rows[lines.line(path) - 1]


keys = st.text(alphabet="abcé.-_ 1'\"#", min_size=1, max_size=6)
scalars = st.one_of(st.text(max_size=12), st.integers(-9, 9), st.booleans(), st.floats(-5, 5))
trees = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(keys, inner, max_size=3)),
    max_leaves=12,
)


@given(st.dictionaries(keys, trees, max_size=4))
def test_whatever_tomlkit_writes_is_mapped(tree: dict[str, Any]) -> None:
    text = tomlkit.dumps(tree)
    read = tomllib.loads(text)
    lines = line_map(text)
    assert set(paths(read)) <= set(lines.paths())
