"""From a plan to comments: one pass over the file in constant memory, each line either a comment or a reason."""

from __future__ import annotations

import json
import operator
import os
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Final

from console.connectors.file import dates
from console.connectors.file.columns import language_code
from console.connectors.file.lines import DAMAGE, MAX_LINE, NUL, Block, blocks
from console.connectors.file.plan import FIELDS, MAX_NAME, MAX_TEXT, ImportPlan, Rejected
from console.connectors.file.records import records
from console.connectors.file.seen import Occurrences
from console.domain.comment import IncomingAuthor, IncomingComment, IncomingPost
from console.domain.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEPT: Final = 4096  # authors, posts and languages met lately, so that repeats cost nothing
_YES: Final = frozenset({"1", "true", "yes", "oui", "vrai", "y", "o"})
_NOBODY: Final = frozenset({"", "0", "null", "None", "nan"})  # how exports say that there is no such id
_NO: Final = frozenset({"0", "false", "no", "non", "faux", "n"})


def read(path: str | os.PathLike[str], plan: ImportPlan) -> Iterator[IncomingComment | Rejected]:
    """Every line of ``path`` as a comment or as the reason why not, in the order of the file; blank lines are skipped.

    Comments without an id get one made of author, time, text, post and their number among lines that say the same,
    so that importing a file again gives the same ids and two truly identical lines stay two. Authors without an id go
    by their handle. Memory stays below 40 MB whatever the size of the file.

    Raises UsageError ``import_unreadable`` (path, why).
    """
    convert = _Converter(plan)
    try:
        with open(path, "rb") as file:
            file.seek(plan.bom)
            found = blocks(file, plan.encoding, plan.newline)
            if plan.format == "jsonl":
                yield from _read_json(found, plan, convert)
            else:
                yield from _read_csv(found, plan, convert)
    except OSError as error:
        raise UsageError(
            "import_unreadable", path=os.fspath(path), why=error.strerror or str(error)
        ) from error


def _read_csv(
    found: Iterator[Block], plan: ImportPlan, convert: _Converter
) -> Iterator[IncomingComment | Rejected]:
    width = len(plan.columns)
    places = {column: number for number, column in enumerate(plan.columns)}
    # One empty cell is appended to each row: that is where fields without a column point.
    pick = operator.itemgetter(*(places[plan.mapping[f]] if f in plan.mapping else width for f in FIELDS))
    after = plan.header_line
    for record in records(found, plan, width, plan.encoding):
        if isinstance(record, Rejected):
            if record.line > after:
                yield record
            continue
        line, cells = record
        if line <= after:
            continue
        cells.append("")
        yield convert(line, pick(cells))


def _read_json(
    found: Iterator[Block], plan: ImportPlan, convert: _Converter
) -> Iterator[IncomingComment | Rejected]:
    mapped = [(number, plan.mapping[field]) for number, field in enumerate(FIELDS) if field in plan.mapping]
    simple = [(number, column) for number, column in mapped if "." not in column]
    nested = [(number, column, column.split(".")) for number, column in mapped if "." in column]
    empty = [""] * len(FIELDS)
    loads = json.loads
    for block in found:
        if block.overlong:
            yield Rejected(block.first, "line_too_long", {"limit": MAX_LINE})
            continue
        for line, text in enumerate(block.lines, block.first):
            if block.suspect:
                if NUL in text:
                    yield Rejected(line, "nul_byte")
                    continue
                if DAMAGE.search(text):
                    yield Rejected(line, "bad_encoding", {"encoding": plan.encoding})
                    continue
            try:
                value = loads(text)
            except (ValueError, RecursionError):
                # Blank, or a line of an array with one object per line.
                bare = text.strip().removeprefix("[").removesuffix("]").strip().removesuffix(",")
                if not bare:
                    continue
                try:
                    value = loads(bare)
                except (ValueError, RecursionError):
                    yield Rejected(line, "bad_json")
                    continue
            if not isinstance(value, dict):
                if value != []:
                    yield Rejected(line, "not_an_object")
                continue
            cells = empty.copy()
            for number, key in simple:
                item = value.get(key)
                if item is not None:
                    cells[number] = item if type(item) is str else _plain(item)
            for number, key, path in nested:
                cells[number] = _plain(_walk(value, key, path))
            yield convert(line, cells)


def _walk(value: Any, key: str, path: list[str]) -> Any:
    if key in value:  # a key may hold a dot itself
        return value[key]
    for step in path:
        if not isinstance(value, dict):
            return None
        value = value.get(step)
    return value


def _plain(value: Any) -> str:
    if type(value) is str:
        return value
    if value is None or isinstance(value, (dict, list)):
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    try:
        return str(value)
    except ValueError:
        return ""  # an integer of thousands of digits


class _Converter:
    """One line's cells, in the order of ``FIELDS``, to a comment."""

    def __init__(self, plan: ImportPlan) -> None:
        self._mapping = plan.mapping
        self._day_first = plan.day_first
        self._fallback = plan.fallback_time
        self._with_clock = "time" in plan.mapping
        self._occurrences: Occurrences | None = None
        self._authors: dict[tuple[str, str, str], IncomingAuthor] = {}
        self._posts: dict[tuple[str, str, str], IncomingPost | None] = {}
        self._languages: dict[str, str | None] = {}

    def __call__(self, line: int, cells: Any) -> IncomingComment | Rejected:
        (
            text,
            remote_id,
            handle,
            author_id,
            name,
            date,
            time,
            parent,
            post_id,
            post_title,
            post_link,
            permalink,
            language,
            likes,
            replies,
            hidden,
        ) = cells
        if not text or text.isspace():
            return Rejected(line, "no_text", {"column": self._mapping["text"]})
        if len(text) > MAX_TEXT:
            return Rejected(line, "too_long", {"column": self._mapping["text"], "limit": MAX_TEXT})
        if (
            len(remote_id) + len(handle) + len(author_id) + len(name) + len(permalink) + len(parent)
            > MAX_NAME
        ):
            return self._long(line, cells)
        if NUL in text:  # written as an escape in JSON
            return Rejected(line, "nul_byte")
        facts: dict[str, Any] = {}
        if date:
            if self._with_clock and time and not dates.has_clock(date):
                date = f"{date} {time}"
            posted_at = dates.parse(date, self._day_first)
            if posted_at is None:
                return Rejected(
                    line, "bad_date", {"column": self._mapping["date"], "value": date.strip()[:40]}
                )
        else:
            posted_at = self._fallback
            facts["time_unknown"] = True
        post = self._post(post_id, post_title, post_link) if post_id or post_link or post_title else None
        remote_id = remote_id.strip()
        if not remote_id:
            remote_id = self._made_id(author_id or handle or name, date, posted_at, text, post)
        return IncomingComment(
            remote_id=remote_id,
            text=text,
            author=self._author(author_id, handle, name, remote_id),
            posted_at=posted_at,
            post=post,
            parent_remote_id=parent if (parent := parent.strip()) not in _NOBODY else None,
            permalink=permalink.strip(),
            language=self._language(language) if language else None,
            hidden=_flag(hidden) if hidden else None,
            likes=_count(likes) if likes else None,
            replies=_count(replies) if replies else None,
            facts=facts,
        )

    def _long(self, line: int, cells: Any) -> Rejected:
        named = [(len(cell), field) for field, cell in zip(FIELDS, cells, strict=True) if field != "text"]
        return Rejected(line, "too_long", {"column": self._mapping[max(named)[1]], "limit": MAX_NAME})

    def _made_id(self, author: str, date: str, posted_at: int, text: str, post: IncomingPost | None) -> str:
        if self._occurrences is None:
            self._occurrences = Occurrences()
        # The fallback time may change when a file is copied; an id must not.
        parts = (author, str(posted_at) if date else "", text, post.remote_id if post else "")
        digest = blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).digest()
        number = self._occurrences.number(digest)
        return f"line:{digest.hex()}" if number == 0 else f"line:{digest.hex()}:{number}"

    def _author(self, author_id: str, handle: str, name: str, remote_id: str) -> IncomingAuthor:
        key = (author_id, handle, name)
        found = self._authors.get(key)
        if found is not None:
            return found
        author_id, handle, name = author_id.strip(), handle.strip(), name.strip()
        if author_id in _NOBODY:
            author_id = ""
        shown = handle.removeprefix("@") or name
        if author_id:
            found = IncomingAuthor(author_id, shown or author_id, name)
        elif shown:
            found = IncomingAuthor("@" + shown.casefold(), shown, name)
        else:
            # Nobody is named: what one unknown person did must not count against another.
            return IncomingAuthor(f"unknown:{remote_id}", "")
        if len(self._authors) >= _KEPT:
            self._authors.clear()
        self._authors[key] = found
        return found

    def _post(self, post_id: str, title: str, link: str) -> IncomingPost | None:
        key = (post_id, title, link)
        if key in self._posts:
            return self._posts[key]
        remote_id = (post_id.strip() or link.strip() or title.strip())[:MAX_NAME]
        post = (
            IncomingPost(remote_id, title.strip()[:MAX_NAME], link.strip()[:MAX_NAME]) if remote_id else None
        )
        if len(self._posts) >= _KEPT // 8:
            self._posts.clear()
        self._posts[key] = post
        return post

    def _language(self, raw: str) -> str | None:
        if raw not in self._languages:
            if len(self._languages) >= _KEPT:
                self._languages.clear()
            self._languages[raw] = language_code(raw[:80])
        return self._languages[raw]


def _flag(raw: str) -> bool | None:
    word = raw.strip().casefold()
    return True if word in _YES else False if word in _NO else None


def _count(raw: str) -> int | None:
    digits = raw.strip().replace("\u202f", "").replace("\xa0", "").replace(" ", "")
    digits = digits.removesuffix(".0")
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 12 else None
