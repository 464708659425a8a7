"""What the documents name exists: links, headings, pictures, commands with their options, targets; both languages agree."""

from __future__ import annotations

import re
import struct
from functools import cache
from pathlib import Path
from urllib.parse import unquote

import click
import pytest

from console.cli.main import vigie
from tests.architecture.tree import ROOT, own_files

DOCUMENTS = sorted(path for path in own_files() if path.suffix == ".md")
NAMES = [str(path.relative_to(ROOT)) for path in DOCUMENTS]
TRANSLATED = sorted(path for path in (ROOT / "docs").glob("*.fr.md"))
#: Answered before the command line is: by the window and by its children.
OF_THE_WINDOW = {"--demo", "--lang", "--new-window", "--workspace", "--as"}
CHILDREN = {"--classifier-worker", "--backtest-worker", "--bench-worker"}
PICTURES = ROOT / "docs" / "guide"

_FENCE = re.compile(r"^(`{3,}).*?^\1\s*$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)


@cache
def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _prose(path: Path) -> str:
    """The document without its blocks of code."""
    return _FENCE.sub("", _text(path))


def _slug(heading: str) -> str:
    """The anchor that readers of Markdown make of a heading."""
    kept = re.sub(r"[^\w\- ]", "", heading.replace("`", "").lower())
    return kept.strip().replace(" ", "-")


def _code(path: Path) -> list[str]:
    """What stands in code: lines of blocks, indented or fenced, and spans inside a line."""
    blocks = [found.group() for found in _FENCE.finditer(_text(path))]
    lines = [line for block in blocks for line in block.splitlines()[1:-1]]
    lines += [line for line in _prose(path).splitlines() if line.startswith("    ")]
    spans = [found.replace("\n", " ") for found in re.findall(r"(?<!`)`([^`]+)`(?!`)", _prose(path))]
    return [*lines, *spans]


@pytest.mark.parametrize("name", NAMES)
def test_every_link_leads_somewhere(name: str) -> None:
    """A file, a folder, or a heading in one of ours; pages of the web are not asked."""
    path = ROOT / name
    lost = []
    for target in _LINK.findall(_prose(path)):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = unquote(target).partition("#")
        found = (path.parent / file) if file else path
        if not found.exists() or (
            anchor and anchor not in {_slug(one) for one in _HEADING.findall(_prose(found))}
        ):
            lost.append(target)
    assert lost == []


def _command(words: list[str]) -> str:
    """What is wrong with a command line of ``vigie``, empty for nothing. Reads up to what is no word of it any more."""
    here: click.Command = vigie
    options = _options(vigie) | {"--help", "-h"}
    for place, whole in enumerate(words):
        word = whole.strip("[],.;:")
        if word in ("|", "&&", "·", ">"):
            break
        if word.startswith("-"):
            named = [one.strip("[]").partition("=")[0] for one in word.split("|") if one.startswith("-")]
            known = options | (OF_THE_WINDOW if here.name == "open" else CHILDREN if here is vigie else set())
            if unknown := [one for one in named if one not in known]:
                return f"{here.name} has no {unknown[0]}"
        elif isinstance(here, click.Group) and re.match(r"[a-z]", word):
            several = _several(here, words[place:])
            for one in several or (word,):
                if one not in here.commands:
                    return f"{here.name} has no {one}"
                options |= _options(here.commands[one])
            if several:  # which option belongs to which is not told
                return next((f"no {one}" for one in _bare_options(words[place:]) if one not in options), "")
            here = here.commands[word]
    return ""


def _several(group: click.Group, words: list[str]) -> list[str]:
    """The commands of a line that tells of many: ``list|show ID|remove ID``; empty where it tells of one."""
    parts = [part for word in words if "|" in word for part in word.split("|")[1:]]
    if not any(part in group.commands for part in parts):
        return []
    return [words[0].split("|")[0], *(part for part in parts if re.fullmatch(r"[a-z][a-z-]+", part))]


def _bare_options(words: list[str]) -> list[str]:
    return [one.strip("[]") for word in words for one in word.split("|") if one.strip("[").startswith("--")]


def _options(command: click.Command) -> set[str]:
    return {one for param in command.params for one in (*param.opts, *param.secondary_opts)}


@pytest.mark.parametrize("name", NAMES)
def test_every_command_exists(name: str) -> None:
    """``vigie WORD …`` in code is a command with these options."""
    wrong = []
    for line in _code(ROOT / name):
        for found in re.finditer(r"(?:^|[\s|(])vigie ([^`#]+)", line):
            told = _command(re.split(r"\s+", found.group(1).replace("<", " ").strip()))
            if told:
                wrong.append(f"{line.strip()}: {told}")
    assert wrong == []


def test_the_check_of_commands_finds_a_wrong_one() -> None:
    """Otherwise it would look at nothing."""
    assert _command(["audit", "verify", "--anchor", "12:HASH"]) == ""
    assert _command(["open", "--demo", "--lang", "fr"]) == ""
    assert _command(["audit", "prove"]) == "audit has no prove"
    assert _command(["replies", "list|show", "ID|lose", "ID"]) == "replies has no lose"
    assert _command(["audit", "verify", "--loudly"]) == "verify has no --loudly"


@pytest.mark.parametrize("name", NAMES)
def test_every_target_exists(name: str) -> None:
    """``make NAME`` in code is a target."""
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {word for line in _code(ROOT / name) for word in re.findall(r"(?:^|\s)make ([a-z-]+)", line)}
    assert named - targets == set()


@pytest.mark.parametrize("name", ["CONTRIBUTING.md", "SECURITY.md", "docs/ARCHITECTURE.md"])
def test_every_file_that_is_named_exists(name: str) -> None:
    """``console/…``, ``tests/…`` in code: a file, a folder, or a module without its ending."""
    paths = {
        found
        for span in re.findall(r"(?<!`)`([^`\n]+)`(?!`)", _prose(ROOT / name))
        for found in re.findall(r"^(?:console|ui|tests|packaging|resources|docs)/[\w./*{}-]+$", span)
    }
    assert paths
    lost = [one for one in paths if not list(ROOT.glob(one.rstrip("/"))) and not list(ROOT.glob(f"{one}.py"))]
    assert lost == []


def test_what_users_and_administrators_read_is_there_in_french() -> None:
    """The other pages are for people who work on policies, platforms or the program itself."""
    assert {path.name for path in TRANSLATED} >= {"ADMIN.fr.md", "GUIDE.fr.md"}


@pytest.mark.parametrize("french", TRANSLATED, ids=lambda path: path.name)
def test_both_languages_say_as_much(french: Path) -> None:
    """As many headings, lists, tables, pictures and links, the same commands, French spaces."""
    english = french.with_name(french.name.replace(".fr.md", ".md"))
    here, there = _prose(french), _prose(english)
    for what in (r"^#{1,6} ", r"^## ", r"^- ", r"^\|", r"!\[", r"<kbd>"):
        ours, theirs = (len(re.findall(what, text, re.MULTILINE)) for text in (here, there))
        assert ours == theirs, what
    assert [one.replace("/fr/", "/en/") for one in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", here)] == re.findall(
        r"!\[[^\]]*\]\(([^)]+)\)", there
    )
    plain = re.sub(r"`[^`]+`|https?://\S+|\]\([^)]*\)", "", here)
    assert not re.search(r"[^\u202f][?!;»](?!\[)|«[^\u202f]|(?<=\w)[^\S\u00a0]:(?=\s)", plain)


def test_the_pictures_are_of_one_size_and_small() -> None:
    """Each is shown in a guide of its language, 1440 by 900, and all together are less than 4 MB."""
    found = sorted(PICTURES.rglob("*.png"))
    assert len(found) >= 20
    assert sum(path.stat().st_size for path in found) < 4_000_000
    for path in found:
        language = path.parent.name
        guide = "GUIDE.fr.md" if language == "fr" else "GUIDE.md"
        assert f"guide/{language}/{path.name}" in _text(ROOT / "docs" / guide), path.name
        assert struct.unpack(">II", path.read_bytes()[16:24]) == (1440, 900), path.name
