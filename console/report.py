"""The report for a company's own help desk: one readable text of facts, crashes, errors and log. Nothing is sent anywhere.

It is made of codes, counts and places in the program; every line of it has been through ``console.redaction`` with the
names that the workspace knows. What a person sees of it is what stands in the file, to the last byte.
"""

from __future__ import annotations

import json
import os
import platform
import sys
import time
from typing import TYPE_CHECKING, Any, Final

from console import crashes, managed
from console.files import whole
from console.managed_words import facts as company_facts
from console.managed_words import fault_sentence
from console.redaction import redact

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

Fact = tuple[str, str]

LOG_LINES: Final = 200
ERRORS: Final = 20
#: Of each log file and each crash record, from its end, in bytes.
MOST: Final = 256 * 1024
_LOGS: Final = ("window.log", "vigie.log")
_LONGEST: Final = 4_000  # of a line, in characters: none that was written by this version is as long
_SERIOUS: Final = ("error", "critical")

_WORDS: Final = {
    "title": {"en": "Vigie: report for the help desk", "fr": "Vigie\u00a0: rapport pour l’assistance"},
    "what": {
        "en": "Nothing was sent. This is the whole of it: give it to your help desk yourself.",
        "fr": "Rien n’a été envoyé. Le rapport est ici en entier\u00a0: remettez-le vous-même à votre assistance.",
    },
    "never": {
        "en": "It holds no comment, no name of a person or an account, no address of theirs, no password or token.",
        "fr": "Il ne contient ni commentaire, ni nom ou adresse d’une personne ou d’un compte, ni mot de passe ou jeton.",
    },
    "to": {"en": "Help desk", "fr": "Assistance"},
    "machine": {"en": "Program and machine", "fr": "Programme et poste"},
    "company": {"en": "The company’s file", "fr": "Fichier de l’entreprise"},
    "no_company": {"en": "none", "fr": "aucun"},
    "workspace": {"en": "Workspace", "fr": "Espace de travail"},
    "crashes": {"en": "Runs that fell", "fr": "Arrêts brutaux"},
    "errors": {"en": "Errors nobody foresaw", "fr": "Erreurs imprévues"},
    "log": {"en": "The last lines of the log", "fr": "Dernières lignes du journal technique"},
    "none": {"en": "none", "fr": "aucun"},
}  # fmt: skip


def file_name(now: float | None = None) -> str:
    """What the report is called on the disk: by its minute."""
    return f"vigie-report-{time.strftime('%Y%m%d-%H%M', time.localtime(now))}.txt"


def build(
    folder: Path,
    version: str,
    language: str,
    *,
    more: Iterable[Fact] = (),
    workspace: Sequence[Fact] | None = None,
    names: Iterable[str] = (),
) -> str:
    """The whole report as text. ``folder`` is the log's; ``more`` are facts of the program that only the caller knows.

    ``workspace`` is None where none could be opened. ``names`` are taken out wherever they stand. Reads a few files;
    one that cannot be read is left out.
    """
    words = {key: one[language] for key, one in _WORDS.items()}
    company = managed.current()
    lines = [words["title"], "", words["what"], words["never"]]
    if company.help_desk:
        lines.append(f"{words['to']}: {company.help_desk}")
    lines += _section(words["machine"], _rows([*_machine(version, language), *more]))
    set_here = [words["no_company"]]
    if company.path is not None:
        set_here = [str(company.path), *_rows(company_facts(company, language))]
        set_here += [fault_sentence(one, language) for one in company.faults]
    lines += _section(words["company"], set_here)
    if workspace is not None:
        lines += _section(words["workspace"], _rows(workspace))
    known = [*names]
    lines += _section(words["crashes"], _crashes(folder, known) or [words["none"]])
    records = _records(folder)
    serious = [one for one in records if one.get("level") in _SERIOUS][-ERRORS:]
    lines += _section(words["errors"], _told(serious, known) or [words["none"]])
    lines += _section(words["log"], _told(records[-LOG_LINES:], known) or [words["none"]])
    return "\n".join(lines) + "\n"


def save(text: str, target: Path) -> None:
    """Write the report into ``target``, whole or not at all. Raises OSError; EBUSY where a workspace's name stands there."""
    with whole(target) as out:
        out.write(text)


def _section(title: str, lines: Iterable[str]) -> list[str]:
    return ["", f"== {title} ==", "", *lines]


def _rows(facts: Iterable[Fact]) -> list[str]:
    return [f"{name}: {value}" for name, value in facts]


def _machine(version: str, language: str) -> list[Fact]:
    return [
        ("Vigie", version + (" (frozen)" if getattr(sys, "frozen", False) else "")),
        ("Python", platform.python_version()),
        ("System", f"{platform.system()} {platform.release()} {platform.machine()}"),
        ("Processors", str(os.cpu_count() or "?")),
        ("Language", language),
        ("Now", time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())),
        ("UTC offset", time.strftime("%z")),
    ]


def _crashes(folder: Path, names: Sequence[str]) -> list[str]:
    found = []
    for path in crashes.records(folder):
        found += [f"--- {path.name}", *redact(_tail(path), names, quotes=False).splitlines(), ""]
    return found


def _records(folder: Path) -> list[dict[str, Any]]:
    """The records of all logs, oldest first; a line that is none is left out."""
    found = []
    for name in _LOGS:
        for path in folder.glob(f"{name}*"):
            for line in _tail(path).splitlines():
                try:
                    one = json.loads(line)
                except ValueError:
                    continue
                if isinstance(one, dict):
                    found.append(one)
    return sorted(found, key=lambda one: str(one.get("at", "")))


def _told(records: Iterable[dict[str, Any]], names: Sequence[str]) -> list[str]:
    lines = []
    for one in records:
        head = " ".join(str(one.get(key, "")) for key in ("at", "level", "from"))
        said = redact(" ".join(f"{one.get('say', '')} {one.get('error', '')}".split())[:_LONGEST], names)
        lines.append(f"{head}  {said}")
        trace = one.get("trace")
        lines += [f"    {redact(str(place), names)}" for place in trace] if isinstance(trace, list) else []
    return lines


def _tail(path: Path) -> str:
    """The last part of a file as text, from the beginning of a line; empty where it cannot be read."""
    try:
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(size - MOST, 0))
            data = file.read(MOST)
    except OSError:
        return ""
    if size > MOST:
        data = data.partition(b"\n")[2]
    return data.decode("utf-8", "replace")
