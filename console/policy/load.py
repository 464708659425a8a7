"""From a policy's text to a typed policy with its id, or to the list of what is wrong with it."""

from __future__ import annotations

import dataclasses
import hashlib
import re
import tomllib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Final

from console.domain.chain import canonical
from console.policy import folding
from console.policy.conditions import Names
from console.policy.errors import Errors, PolicyError
from console.policy.lines import LineMap, line_map
from console.policy.model import CategoryDef, Label, Policy, Rule, WordList
from console.policy.reader import Table, kind_of
from console.policy.sections import (
    check_author,
    read_category,
    read_hours,
    read_list,
    read_timezone,
    read_watch,
)
from console.policy.sections_people import (
    read_approval,
    read_crisis,
    read_gate,
    read_ladder,
    read_replies,
    read_retention,
)
from console.policy.sections_permissions import read_permissions
from console.policy.sections_rules import check_reach, check_rules, read_channel, read_rule

SCHEMA: Final = 1
MAX_POLICY_BYTES: Final = 2_000_000
MAX_LIST_BYTES: Final = 5_000_000
NO_CATEGORY: Final = "neutral"

OF_SENSE: Final = frozenset(
    {
        "hours.always_quiet", "policy.unknown_key", "rule.contradicts", "rule.hides_protected", "rule.never",
        "rule.only_allowed", "rule.overruled", "rule.same", "rule.unless_always",
    }
)  # fmt: skip
"""Faults that leave nothing unread: the rules around them hold. A check that grows with the program must not take away the
policy a team works with; it refuses the next text, and this one when somebody wants to activate it again."""

_WHERE: Final = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Za-z]{2,4})?")


@dataclass(frozen=True, slots=True)
class PolicyLoad:
    """The outcome: ``policy`` is None exactly when there are errors. ``files`` are the bytes of included lists."""

    policy: Policy | None
    errors: tuple[PolicyError, ...] = ()
    text: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """Whether the policy may be used."""
        return self.policy is not None


def load_policy(
    source: Path | str,
    name: str | None = None,
    *,
    files: Mapping[str, bytes] | None = None,
    templates: Collection[str] | None = None,
    admitted: bool = False,
) -> PolicyLoad:
    """Read a policy from a file (``Path``) or from text (``str``).

    ``name`` is what errors call the file. Included lists are read beside the file, or from ``files`` (name to bytes:
    a stored policy brings them along). With ``templates``, unknown reply templates are errors too. ``admitted`` is for a
    text that passed the check of some earlier version: faults of sense alone leave it usable. Bad content never raises;
    only a policy file that cannot be read raises OSError.
    """
    base: Path | None = None
    if isinstance(source, Path):
        shown = name or str(source)
        base = source.parent
        with source.open("rb") as handle:
            data = handle.read(MAX_POLICY_BYTES + 1)
    else:
        shown = name or "policy.toml"
        data = source.encode("utf-8", "surrogatepass")
    errors = Errors(shown)
    if len(data) > MAX_POLICY_BYTES:
        errors.at(1, "policy.too_big", limit=MAX_POLICY_BYTES)
        return PolicyLoad(None, errors.sorted())
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        errors.at(data.count(b"\n", 0, wrong.start) + 1, "policy.encoding")
        return PolicyLoad(None, errors.sorted())
    parsed = _parse(text, errors)
    if parsed is None:
        return PolicyLoad(None, errors.sorted(), text)
    raw, errors.lines = parsed
    used: dict[str, bytes] = {}
    policy = _read(Table(raw, (), errors), _file_reader(base, files, used), used, templates)
    if admitted and all(one.code in OF_SENSE for one in errors.items):
        return PolicyLoad(dataclasses.replace(policy, id=policy_id(policy, used), cache={}), (), text, used)
    if errors.items:
        return PolicyLoad(None, errors.sorted(), text, used)
    return PolicyLoad(policy, (), text, used)


def _parse(text: str, errors: Errors) -> tuple[dict[str, Any], LineMap] | None:
    try:
        return tomllib.loads(text), line_map(text)
    except tomllib.TOMLDecodeError as wrong:
        message = str(wrong)
        found = _WHERE.search(message)
        line = int(found.group(1)) if found and found.group(1) else text.count("\n") + 1
        errors.at(line, "policy.toml", detail=_WHERE.sub("", message))
    except RecursionError:
        errors.at(1, "policy.deep")
    except ValueError:  # a number with more digits than Python converts, or a date that no calendar has
        errors.at(1, "policy.toml", detail="a value is out of range")
    return None


def _file_reader(
    base: Path | None, files: Mapping[str, bytes] | None, used: dict[str, bytes]
) -> Callable[[str], bytes]:
    def read(file: str) -> bytes:
        path = Path(file)
        if path.is_absolute() or ".." in path.parts or "\\" in file or ":" in file or "\0" in file:
            raise ValueError("list.outside")
        if files is not None and file in files:
            data = files[file]
        elif base is not None:
            target = base / path
            if not target.resolve().is_relative_to(base.resolve()):
                raise ValueError("list.outside")
            if not target.is_file():  # a pipe would keep the check waiting for ever
                raise OSError(file)
            with target.open("rb") as handle:
                data = handle.read(MAX_LIST_BYTES + 1)
        else:
            raise ValueError("list.no_folder")
        if len(data) > MAX_LIST_BYTES:
            raise ValueError("list.too_big")
        used[file] = data
        return data

    return read


def _read(
    top: Table,
    read_file: Callable[[str], bytes],
    used: Mapping[str, bytes],
    templates: Collection[str] | None,
) -> Policy:
    if "schema" not in top:
        top.error(None, "policy.missing", key="schema")
    top.integer("schema", SCHEMA, SCHEMA, SCHEMA)
    name = top.text("name", required=True, limit=200)
    timezone = read_timezone(top)
    hours = read_hours(top.table("hours"), timezone)
    categories = {key: read_category(key, table) for key, table in top.named("category")}
    if "category" not in top:
        top.error(None, "policy.missing", key="category")
    categories = {**categories} if NO_CATEGORY in categories else {**categories, NO_CATEGORY: _neutral()}
    allow = top.table("allow")
    watch_table = top.table("watch")
    watch = read_watch(watch_table)
    lists = {key: read_list(key, table, read_file) for key, table in top.named("list")}
    read = _rules(top, Names(categories, lists), categories)
    check_rules(read, lists)
    rules = tuple(rule for rule, _ in read)
    by_id = {rule.id: rule for rule in rules}
    overrides = {key: (read_channel(key, table, by_id), table) for key, table in top.named("channel")}
    channels = {key: change for key, (change, _) in overrides.items()}
    check_reach(read, categories, overrides, lists)
    ladders = [read_ladder(key, table, categories, templates) for key, table in top.named("ladder")]
    for key, table in top.named("ladder")[1:]:
        table.error(None, "ladder.several", name=key)
    policy = Policy(
        id="",
        name=name,
        schema=SCHEMA,
        author=top.text("author", limit=200),
        effective=_moment(top, "effective"),
        changelog=top.text("changelog", limit=20_000),
        languages=_languages(top),
        hours=hours,
        categories=categories,
        allow_authors=_allow_authors(allow, watch),
        allow_domains=() if allow is None else tuple(sorted({_host(d) for d in allow.texts("domains")})),
        allow_phrases=_allow_phrases(allow, lists),
        watch=watch,
        lists=lists,
        rules=rules,
        ladder=ladders[0] if ladders else None,
        approval=read_approval(top.table("approval")),
        replies=read_replies(top.table("replies"), categories),
        channels=channels,
        crisis=read_crisis(top.table("crisis")),
        retention=read_retention(top.table("retention")),
        gate=read_gate(top.table("gate")),
        permissions=read_permissions(top.table("permissions")),
    )
    if allow is not None:
        allow.close()
    _check_clocks(policy, top)
    top.close()
    return dataclasses.replace(policy, id="" if top.errors.items else policy_id(policy, used), cache={})


def _neutral() -> CategoryDef:
    return CategoryDef(NO_CATEGORY, Label("Neutral", "Neutre"), 0)


def _rules(top: Table, names: Names, categories: Mapping[str, CategoryDef]) -> list[tuple[Rule, Table]]:
    read = [(read_rule(table, names, categories), table) for table in top.tables("rule")]
    return [(rule, table) for rule, table in read if rule is not None]


def _languages(top: Table) -> tuple[str, ...]:
    found = top.texts("languages") if "languages" in top else ("en", "fr")
    for index, language in enumerate(found):
        if not _LANGUAGE.fullmatch(language):
            top.errors.add(("languages", index), "policy.language", value=language[:20])
    return tuple(sorted(set(found)))


def _moment(top: Table, key: str) -> str:
    value = top.data.get(key)
    top.known.add(key)
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    top.error(key, "policy.type", key=key, expected="date", got=kind_of(value))
    return ""


def _host(domain: str) -> str:
    return domain.strip().casefold().removeprefix("www.").strip("./")


def _allow_authors(allow: Table | None, watch: Mapping[str, Any]) -> frozenset[str]:
    if allow is None:
        return frozenset()
    authors = allow.texts("authors")
    for index, author in enumerate(authors):
        if check_author(allow, "authors", author, index) and author in watch:
            allow.errors.add(("allow", "authors", index), "allow.watched", key=author)
    return frozenset(authors)


def _allow_phrases(allow: Table | None, lists: Mapping[str, WordList]) -> tuple[str, ...]:
    """The phrases that cancel list hits; one that is itself a list word would silently switch that word off."""
    if allow is None:
        return ()
    phrases = allow.texts("phrases")
    stages = frozenset({"case", "accents"})
    plain = {
        name: {folding.words(word, stages) for word in known.words}
        for name, known in lists.items()
        if phrases and known.match in {"word", "phrase"}
    }
    for index, phrase in enumerate(phrases):
        tokens = folding.words(phrase, stages)
        if not tokens:
            allow.errors.add(("allow", "phrases", index), "list.no_letters", name="allow", word=phrase[:80])
            continue
        for name in sorted(name for name, entries in plain.items() if tokens in entries):
            allow.errors.add(("allow", "phrases", index), "allow.cancels", phrase=phrase[:80], name=name)
    return tuple(sorted(set(phrases)))


def _check_clocks(policy: Policy, top: Table) -> None:
    if any(policy.hours.open):
        return
    for category in policy.categories.values():
        if category.sla.clock == "hours":
            top.errors.add(("category", category.name, "sla"), "category.no_hours", name=category.name)


def policy_id(policy: Policy, files: Mapping[str, bytes]) -> str:
    """``sha256:`` and the hash of the canonical semantics plus the bytes of included lists."""
    semantics = _plain(policy)
    del semantics["id"]
    if not policy.permissions:  # a policy that gives nothing away keeps the id it always had
        del semantics["permissions"]
    if policy.replies.contradictions == "warn":  # nor does one that says what holds anyway
        del semantics["replies"]["contradictions"]
    if not policy.approval.replies_always:
        del semantics["approval"]["replies_always"]
    semantics["files"] = {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())}
    return "sha256:" + hashlib.sha256(canonical(semantics).encode("utf-8", "surrogatepass")).hexdigest()


def _plain(value: Any) -> Any:
    """A model value as JSON data without floats, dropping fields that carry no semantics."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            item.name: _plain(getattr(value, item.name))
            for item in dataclasses.fields(value)
            if item.metadata.get("semantic", True)
        }
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (set, frozenset)):
        return sorted(_plain(item) for item in value)
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    return value
