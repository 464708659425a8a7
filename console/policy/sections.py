"""Reading what things are: hours, categories, allow and watch lists, word lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from console.domain.vocabulary import MAX_SEVERITY, Category, Kind
from console.policy import durations, folding
from console.policy.conditions import is_kind
from console.policy.errors import did_you_mean
from console.policy.hours import CALENDARS
from console.policy.lists import MATCHES
from console.policy.model import CategoryDef, Hours, Label, Sla, Watched, WordList
from console.policy.patterns import BadPattern, vet
from console.policy.reader import Table, as_day, kind_of

if TYPE_CHECKING:
    from datetime import date

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
REPLY: Final = ("", "expected", "forbidden")
DSA_CATEGORIES: Final = tuple(
    f"STATEMENT_CATEGORY_{name}"
    for name in (
        "ANIMAL_WELFARE", "CONSUMER_INFORMATION", "CYBER_VIOLENCE", "CYBER_VIOLENCE_AGAINST_WOMEN",
        "DATA_PROTECTION_AND_PRIVACY_VIOLATIONS", "ILLEGAL_OR_HARMFUL_SPEECH",
        "INTELLECTUAL_PROPERTY_INFRINGEMENTS", "NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS",
        "NOT_SPECIFIED_NOTICE", "OTHER_VIOLATION_TC", "PROTECTION_OF_MINORS", "RISK_FOR_PUBLIC_SECURITY",
        "SCAMS_AND_FRAUD", "SELF_HARM", "UNSAFE_AND_PROHIBITED_PRODUCTS", "VIOLENCE",
    )
)  # fmt: skip
IDENTIFIER: Final = re.compile(r"[a-z][a-z0-9_]{0,40}")
ReadFile = Callable[[str], bytes]


def read_hours(table: Table | None, timezone: str) -> Hours:
    """``[hours]`` in the policy's time zone."""
    if table is None:
        return Hours(timezone=timezone)
    opening = table.table("open")
    week: list[list[tuple[int, int]]] = [[] for _ in WEEKDAYS]
    if opening is not None:
        for key in opening:
            days = _weekdays(key)
            if not days:
                opening.known.add(key)
                opening.errors.add((*opening.path, key), "hours.day", did_you_mean(key, WEEKDAYS), key=key)
                continue
            for start, end in _ranges(opening, key, crossing=False):
                clash = next(
                    (day for day in days if any(start < to and since < end for since, to in week[day])), None
                )
                if clash is not None:  # said once, not for each day of mon-fri
                    opening.error(key, "hours.overlap", key=key, day=WEEKDAYS[clash])
                for day in days:
                    week[day].append((start, end))
    quiet = tuple(sorted(_ranges(table, "quiet", crossing=True)))
    if _whole_day(quiet):
        table.error("quiet", "hours.always_quiet")
    calendars, closed = _holidays(table)
    hours = Hours(
        timezone=timezone,
        open=tuple(tuple(sorted(day)) for day in week),
        quiet=quiet,
        calendars=calendars,
        closed=closed,
    )
    table.close()
    return hours


def _weekdays(key: str) -> range | None:
    first, dash, last = key.partition("-")
    if first not in WEEKDAYS or (dash and last not in WEEKDAYS):
        return None
    start = WEEKDAYS.index(first)
    end = WEEKDAYS.index(last) if dash else start
    return range(start, end + 1) if end >= start else None


def _ranges(table: Table, key: str, *, crossing: bool) -> list[tuple[int, int]]:
    found = []
    value = table.data.get(key)
    entries = (value,) if isinstance(value, str) else table.texts(key)
    table.known.add(key)
    for index, entry in enumerate(entries):
        try:
            start, end = durations.parse_range(entry)
        except ValueError:
            table.errors.add((*table.path, key, index), "policy.time.form", key=key, value=entry[:40])
            continue
        if end < start and not crossing:
            table.errors.add((*table.path, key, index), "hours.crossing", key=key, value=entry)
            continue
        found.append((start, end))
    return found


def _whole_day(ranges: Iterable[tuple[int, int]]) -> bool:
    """Whether the ranges leave no minute of a day free; one that ends before it starts crosses midnight."""
    free = set(range(durations.DAY_MINUTES))
    for start, end in ranges:
        free.difference_update(range(start, end if end > start else durations.DAY_MINUTES))
        if end < start:
            free.difference_update(range(end))
    return not free


def _holidays(table: Table) -> tuple[tuple[str, ...], tuple[date, ...]]:
    value = table.data.get("holidays", [])
    table.known.add("holidays")
    calendars: list[str] = []
    closed: list[date] = []
    for item in value if isinstance(value, list) else [value]:
        day = as_day(item)
        if day is not None:
            closed.append(day)
        elif isinstance(item, str) and item in CALENDARS:
            calendars.append(item)
        elif item != "none":
            table.errors.add(
                (*table.path, "holidays"),
                "hours.holidays",
                did_you_mean(item, (*CALENDARS, "none")),
                value=str(item)[:40],
            )
    return tuple(sorted(set(calendars))), tuple(sorted(set(closed)))


def read_timezone(table: Table) -> str:
    """The time zone's name, checked against the machine's own tables."""
    name = table.text("timezone", "UTC", limit=60) or "UTC"
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        table.errors.add(
            (*table.path, "timezone"), "policy.timezone", did_you_mean(name, _COMMON_ZONES), value=name
        )
        return "UTC"
    return name


_COMMON_ZONES: Final = (
    "UTC", "Europe/Paris", "Europe/Brussels", "Europe/Zurich", "Europe/London", "Europe/Berlin", "America/Montreal",
    "America/New_York", "America/Guadeloupe", "Indian/Reunion",
)  # fmt: skip


def read_label(table: Table, key: str, fallback: str) -> Label:
    """A string, or a table with ``fr`` and ``en``."""
    sub = table.table(key) if isinstance(table.data.get(key), dict) else None
    if sub is not None:
        english, french = sub.text("en"), sub.text("fr")
        sub.close()
        return Label(en=english or french or fallback, fr=french or english or fallback)
    text = table.text(key, fallback, limit=200) or fallback
    return Label(en=text, fr=text)


def read_category(name: str, table: Table) -> CategoryDef:
    """One ``[category.NAME]``, with what contradicts itself reported."""
    if not IDENTIFIER.fullmatch(name):
        table.errors.add(
            table.path, "category.name", did_you_mean(name, [str(c) for c in Category]), name=name[:60]
        )
    if "severity" not in table:
        table.error(None, "policy.missing", key="severity")
    severity = table.integer("severity", 0, 0, MAX_SEVERITY) or 0
    dsa = table.choice("dsa_category", DSA_CATEGORIES, "")
    found = CategoryDef(
        name=name,
        label=read_label(table, "label", name),
        severity=severity,
        ground=table.choice("ground", ("", "terms", "illegal"), ""),
        clause=table.text("clause", limit=400),
        legal_basis=table.text("legal_basis", limit=400),
        dsa_category=dsa,
        sla=_sla(table.table("sla")),
        violation=table.boolean("violation"),
        protected=table.boolean("protected"),
        reply=table.choice("reply", REPLY, ""),
    )
    if found.protected and found.violation:
        table.error("protected", "category.protected_violation", name=name)
    if found.protected and found.severity >= 3:
        table.error("severity", "category.protected_severity", name=name)
    if found.violation and not found.ground:
        table.error("violation", "category.no_ground", name=name)
    if found.ground == "illegal" and not found.legal_basis:
        table.error("ground", "category.no_basis", name=name)
    if found.reply == "forbidden" and found.sla.reply is not None:
        table.error("sla", "category.reply_sla", name=name)
    table.close()
    return found


def _sla(table: Table | None) -> Sla:
    if table is None:
        return Sla()
    found = Sla(
        first_look=table.duration("first_look"),
        decision=table.duration("decision"),
        reply=table.duration("reply"),
        clock=table.choice("clock", ("always", "hours"), "always"),
    )
    first, last = found.first_look, found.decision
    if first is not None and last is not None and first > last:
        table.error("first_look", "category.sla_order")
    if first is None and last is None and found.reply is None:
        table.error(None, "category.sla_empty")
    table.close()
    return found


def is_author_key(key: str) -> bool:
    """Whether ``key`` is ``kind:remote_id``."""
    kind, colon, remote = key.partition(":")
    return bool(colon and remote.strip()) and is_kind(kind)


def check_author(table: Table, key: str, author: str, index: int | None = None) -> bool:
    """Report an author key that no platform could have."""
    if is_author_key(author):
        return True
    path: tuple[str | int, ...] = (*table.path, key) if index is None else (*table.path, key, index)
    table.errors.add(
        path, "policy.author_key", did_you_mean(author.split(":")[0], list(Kind)), key=author[:80]
    )
    return False


def read_watch(table: Table | None) -> dict[str, Watched]:
    """``[watch]``: authors as strings or tables with ``id``, ``until`` and ``reason``."""
    found: dict[str, Watched] = {}
    if table is None:
        return found
    raw = table.take("authors") if "authors" in table else []
    for index, item in enumerate(raw if isinstance(raw, list) else [raw]):
        if isinstance(item, str):
            if check_author(table, "authors", item, index):
                found[item] = Watched(item)
            continue
        if not isinstance(item, dict):
            path = (*table.path, "authors", index)
            table.errors.add(path, "policy.type", key="authors", expected="table", got=kind_of(item))
            continue
        entry = Table(item, (*table.path, "authors", index), table.errors)
        author = entry.text("id", required=True)
        watched = Watched(author, entry.day("until"), entry.text("reason"))
        if author and check_author(entry, "id", author):
            found[author] = watched
        entry.close()
    table.close()
    return found


def read_list(name: str, table: Table, read_file: ReadFile) -> WordList:
    """One ``[list.NAME]``: words in place, in a file beside the policy, or both."""
    match = table.choice("match", MATCHES, "word")
    fold = table.choices("fold", folding.STAGES) if "fold" in table else folding.DEFAULT
    before = len(table.errors.items)
    words = list(table.texts("words"))
    lines: list[tuple[str | None, int]] = [(None, index) for index in range(len(words))]
    if "file" in table:
        file = table.text("file", required=True, limit=300)
        for row, entry in _file_entries(table, file, read_file):
            words.append(entry)
            lines.append((file, row))
    if not words and len(table.errors.items) == before:
        table.error(None, "list.empty", name=name)
    kept: list[str] = []
    for word, (file_name, row) in zip(words, lines, strict=True):
        wrong = _entry_fault(word, match, frozenset(fold))
        if wrong is None:
            kept.append(word)
        elif file_name is None:
            table.errors.add((*table.path, "words", row), wrong, name=name, word=word[:80])
        else:
            table.errors.at(row, wrong, file_name, name=name, word=word[:80])
    table.close()
    return WordList(
        name, match, tuple(stage for stage in folding.STAGES if stage in fold), tuple(dict.fromkeys(kept))
    )


def _file_entries(table: Table, file: str, read_file: ReadFile) -> list[tuple[int, str]]:
    try:
        text = read_file(file).decode("utf-8-sig")
    except UnicodeDecodeError:
        table.error("file", "list.encoding", file=file)
        return []
    except ValueError as wrong:
        table.error("file", str(wrong.args[0]), file=file)
        return []
    except OSError:
        table.error("file", "list.file", file=file)
        return []
    rows = enumerate(text.splitlines(), 1)
    return [(row, line.strip()) for row, line in rows if line.strip() and not line.lstrip().startswith("#")]


def _entry_fault(word: str, match: str, stages: frozenset[str]) -> str | None:
    """The message code of what is wrong with one list entry."""
    if match == "regex":
        try:
            vet(folding.plain(word, stages & {"accents", "confusables"}))
        except BadPattern as bad:
            return bad.code
        return None
    tokens = folding.words(word, stages)
    if not tokens:
        return "list.no_letters"
    if match == "prefix":
        if len(tokens) > 1:
            return "list.prefix_words"
        if len(tokens[0]) < 3:
            return "list.prefix_short"
    return None
