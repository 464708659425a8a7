"""The mistakes that administrators make in the company's file: each is told with its line, the reason, and what to do."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from console import managed
from console.managed_words import SYNTAX, fault_sentence


def said(folder: Path, data: bytes, language: str = "en") -> list[str]:
    path = folder / "vigie.toml"
    path.write_bytes(data)
    return [fault_sentence(one, language) for one in managed.read(path).faults]


@pytest.mark.parametrize(
    ("data", "en", "fr"),
    [
        (b'language = "fr"\nlanguage = "en"\n', "line 2: ", "deux fois"),
        (b'ca_bundle = "C:\\company\\ca.pem"\n', "single quotes", "apostrophes"),
        (b'packs = "\\\\files\\vigie"\n', "single quotes", "apostrophes"),
        (b"language = fr\n", "straight quotes", "guillemets droits"),
        ("language = “fr”\n".encode(), "straight quotes", "guillemets droits"),
        (b'language = "fr" proxy = "none"\n', "one key to a line", "une clé par ligne"),
        (b"language\n", "key = value", "clé = valeur"),
        (b'language = "fr\n', "not closed on its line", "pas fermé sur sa ligne"),
        ("language = 'fr'\n".encode("utf-16"), "Save it as UTF-8", "Enregistrez-le en UTF-8"),
        ("help_desk = 'été'\n".encode("latin-1"), "Save it as UTF-8", "Enregistrez-le en UTF-8"),
        (b"#" * 70_000, "64 KB", "64 Ko"),
    ],
)
def test_a_file_that_is_not_read_says_so_and_how_to_mend_it(
    tmp_path: Path, data: bytes, en: str, fr: str
) -> None:
    for language, part in (("en", en), ("fr", fr)):
        (line,) = said(tmp_path, data, language)
        assert part in line
        assert (
            "nothing of the file is in force" if language == "en" else "rien du fichier ne s’applique"
        ) in line
    assert managed.read(tmp_path / "vigie.toml").given == ()


@pytest.mark.parametrize(
    ("data", "part"),
    [
        (b'[vigie]\nlanguage = "fr"\n', "line 1, vigie: no such [section]"),
        (b'\r\nhelp_desk = "  "\r\n', "line 2, help_desk: nothing stands between the quotes"),
        (b'proxy = "http://a:1, http://b:2"\n', "is no proxy: give one"),
        (b'proxy = ["http://a:1", "http://b:2"]\n', "must be a text"),
        (b'no_proxy = ["*.intra.example"]\n', "A leading dot"),
        (b'policy = "a\\u0000.toml"\n', "cannot be read"),
        (b'ca_bundle = "\\u0000"\n', "cannot be read"),
    ],
)
def test_a_key_that_is_refused_says_what_would_do(tmp_path: Path, data: bytes, part: str) -> None:
    (line,) = said(tmp_path, data)
    assert part in line
    assert len(said(tmp_path, data, "fr")) == 1


def test_what_the_reader_says_is_known_by_its_present_words(tmp_path: Path) -> None:
    """A newer interpreter may word it otherwise; then the hint is lost, and this test says so."""
    found = set()
    for data in (
        b"a = 1\na = 2\n",
        b'a = "\\q"\n',
        b"a = b\n",
        b"a = 1 b = 2\n",
        b"a\n",
        b'a = "\n',
    ):
        path = tmp_path / "x.toml"
        path.write_bytes(data)
        (fault,) = managed.read(path).faults
        found.add(fault.params["detail"])
    assert found == set(SYNTAX)
    assert all(set(words) == {"en", "fr"} for words in SYNTAX.values())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes by name there")
def test_what_is_no_file_stops_no_start(tmp_path: Path) -> None:
    """Opening a pipe waits for somebody to write into it."""
    os.mkfifo(tmp_path / "vigie.toml")
    (fault,) = managed.read(tmp_path / "vigie.toml").faults
    assert fault.code == "unreadable"
