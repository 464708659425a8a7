"""Saved replies: reading them, bundled and own ones as one book, choosing, picking a language, filling the fields.

A field is ``{name}``: an opening brace, a letter, at most 39 further letters or underscores, a closing brace, nothing
else between. ``{ name }``, ``{3}``, ``{a b}`` and a lone brace are plain text. Fields are looked for once: what a value
brings along is never read as a field again.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from console.domain.decision import Reason
from console.policy.errors import Errors, PolicyError
from console.policy.lines import line_map
from console.policy.reader import Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

SCOPES: Final = ("public", "private")
PURPOSES: Final = ("reply", "warn")
KNOWN: Final = ("author", "first_name", "brand", "channel", "post", "date", "today", "case", "clause")
"""Fields that the console fills itself; ``post`` is the title of the brand's post, ``date`` the day of the comment, ``today`` the day of the answer."""
FREE: Final = ("link", "contact", "product", "delay", "topic", "hours", "until", "since", "published", "name")
"""Fields of the bundled replies that a person fills; a workspace's own replies may use any other name."""
PLACEHOLDERS: Final = frozenset((*KNOWN, *FREE))
MAX_TEXT: Final = 4_000
MAX_TITLE: Final = 120
MAX_NAME: Final = 60

FIELD: Final = re.compile("\\{([^\\W\\d_](?:[^\\W\\d]|[\u0300-\u036f]){0,39})\\}")
_ID: Final = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*")
_LINK: Final = re.compile(r"(?:https?://|www\.)\S*", re.IGNORECASE)
_MENTION: Final = re.compile(r"(?<!\w)[@#\uff20\uff03]+(?=\w)")
_BLANK: Final = frozenset("\u034f\u115f\u1160\u2800\u3164\uffa0")  # letters and signs that print nothing
_BRACES: Final = str.maketrans({"{": "(", "}": ")", "<": "", ">": "", "`": "'", "\uff5b": "(", "\uff5d": ")"})
MONTHS: Final = {
    "fr": (
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReplyTemplate:
    """One reply in one language. ``categories`` and ``rules`` are those it suits; both empty: any comment."""

    id: str
    title: str
    language: str
    text: str
    categories: tuple[str, ...] = ()
    purpose: str = "reply"
    scope: str = "public"
    rules: tuple[str, ...] = ()

    @property
    def placeholders(self) -> tuple[str, ...]:
        """The fields in the order of the text, each once."""
        return open_fields(self.text)


@dataclass(frozen=True, slots=True)
class RepliesLoad:
    """The templates of one file and what is wrong with it; faulty templates are left out."""

    templates: tuple[ReplyTemplate, ...]
    errors: tuple[PolicyError, ...] = ()


@dataclass(frozen=True, slots=True)
class SavedReply:
    """One saved reply with its variants, by language. ``origin``: bundled, own, or replaced (a bundled one, rewritten).

    ``uses`` counts decisions that stand; ``last_used`` is in UTC seconds. A ``removed`` one is kept for its way back.
    """

    id: str
    variants: Mapping[str, ReplyTemplate]
    origin: str
    categories: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    purpose: str = "reply"
    scope: str = "public"
    uses: int = 0
    last_used: int | None = None
    removed: bool = False

    @property
    def general(self) -> bool:
        """Whether it suits any comment."""
        return not self.categories and not self.rules

    def title(self, language: str) -> str:
        """The title in ``language``, else in the first language there is, else the id."""
        found = self.variants.get(language) or next(iter(self.variants.values()), None)
        return self.id if found is None else found.title


# ------------------------------------------------------------------ reading


def load_replies(source: Path | str, name: str | None = None) -> RepliesLoad:
    """Read templates from a TOML file or text. Bad content never raises; an unreadable file raises OSError."""
    errors = Errors(name or (str(source) if isinstance(source, Path) else "replies.toml"))
    try:
        text = source.read_text("utf-8") if isinstance(source, Path) else source
        raw = tomllib.loads(text)
        errors.lines = line_map(text)
    except UnicodeDecodeError:
        errors.at(1, "policy.encoding")
        return RepliesLoad((), errors.sorted())
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as wrong:
        errors.at(1, "policy.toml", detail=str(wrong))
        return RepliesLoad((), errors.sorted())
    top = Table(raw, (), errors)
    top.integer("schema", 1, 1, 1)
    language = top.text("language", required=True, limit=12)
    found: dict[str, ReplyTemplate] = {}
    for table in top.tables("reply"):
        template = _read(table, language)
        if template.id in found:
            table.error("id", "replies.twice", id=template.id)
        elif template.id and template.text:
            found[template.id] = template
    top.close()
    return RepliesLoad(tuple(found.values()), errors.sorted())


def _read(table: Table, language: str) -> ReplyTemplate:
    template = ReplyTemplate(
        id=table.text("id", required=True, limit=80),
        title=table.text("title", required=True, limit=MAX_TITLE),
        language=language,
        text=table.text("text", required=True, limit=MAX_TEXT),
        categories=table.texts("categories"),
        rules=table.texts("rules"),
        purpose=table.choice("purpose", PURPOSES, "reply"),
        scope=table.choice("scope", SCOPES, "public"),
    )
    if template.id and not valid_id(template.id):
        table.error("id", "replies.id", id=template.id)
    for placeholder in template.placeholders:
        if placeholder not in PLACEHOLDERS:
            table.error("text", "replies.placeholder", name=placeholder[:60])
    table.close()
    return template


def valid_id(name: str) -> bool:
    """Whether ``name`` may name a reply: lower-case words joined by dots, ``complaint.private``; 80 letters at most."""
    return len(name) <= 80 and _ID.fullmatch(name) is not None


# ------------------------------------------------------------------ the book


def book(
    bundled: Iterable[ReplyTemplate],
    own: Iterable[ReplyTemplate],
    removed: Iterable[tuple[str, str]] = (),
    uses: Mapping[str, tuple[int, int]] | None = None,
) -> dict[str, SavedReply]:
    """Bundled and a workspace's own replies as one: an own variant replaces the bundled one of its id and language.

    ``removed`` names the (id, language) taken out; a reply without a variant left is marked ``removed`` and keeps those
    it had. ``uses`` is id -> (standing uses, last use in UTC seconds).
    """
    gone = set(removed)
    given = {(one.id, one.language): one for one in bundled}
    written = {(one.id, one.language): one for one in own}
    found: dict[str, SavedReply] = {}
    ids = dict.fromkeys([one for one, _ in (*given, *written)] + [one for one, _ in gone])
    for name in ids:
        every = {key: one for key, one in {**given, **written}.items() if key[0] == name}
        standing = {language: one for (key, language), one in every.items() if (key, language) not in gone}
        shown = standing or {language: one for (_, language), one in every.items()}
        if not shown:
            continue
        first = next((one for key, one in written.items() if key[0] == name), next(iter(shown.values())))
        base = next((one for key, one in given.items() if key[0] == name), None)
        origin = (
            "own" if base is None else "replaced" if any(key[0] == name for key in written) else "bundled"
        )
        used = (uses or {}).get(name, (0, 0))
        found[name] = SavedReply(
            id=name,
            variants=shown,
            origin=origin,
            categories=first.categories,
            rules=first.rules,
            purpose=(base or first).purpose,
            scope=(base or first).scope,
            uses=used[0],
            last_used=used[1] or None,
            removed=not standing,
        )
    return found


def purpose_of(name: str) -> str:
    """What an own reply is for, by its id: ``warn.*`` are warnings, all others answers."""
    return "warn" if name == "warn" or name.startswith("warn.") else "reply"


def fit(reply: SavedReply, category: str, rules: Sequence[str]) -> int:
    """How well a reply suits: 0 made for a rule that fired, 1 for the category, 2 for any comment, 3 for others."""
    if any(rule in reply.rules for rule in rules):
        return 0
    if category in reply.categories:
        return 1
    return 2 if reply.general else 3


def rank(
    replies: Iterable[SavedReply], category: str, rules: Sequence[str]
) -> tuple[tuple[SavedReply, int], ...]:
    """Replies with their fit, best first: fit, then those used most, then used last, then by id."""
    rated = [(one, fit(one, category, rules)) for one in replies if not one.removed]
    return tuple(
        sorted(rated, key=lambda pair: (pair[1], -pair[0].uses, -(pair[0].last_used or 0), pair[0].id))
    )


def pick(reply: SavedReply, candidates: Sequence[tuple[str, str | None]]) -> tuple[ReplyTemplate | None, str]:
    """The variant in the first of (why, language) that the reply has, and why; ``only`` where none of them is there."""
    for why, language in candidates:
        found = reply.variants.get((language or "").partition("-")[0].lower())
        if found is not None:
            return found, why
    return next(iter(reply.variants.values()), None), "only"


# ------------------------------------------------------------------ filling


def open_fields(text: str) -> tuple[str, ...]:
    """The fields of a text in their order, each once: none may be left in what is sent."""
    return tuple(dict.fromkeys(FIELD.findall(text)))


def fill(template: ReplyTemplate | str, values: Mapping[str, str]) -> tuple[str, tuple[Reason, ...]]:
    """The text with its fields filled, and a reason for each one left open: such a text may not be sent."""
    text = template if isinstance(template, str) else template.text

    def put(found: re.Match[str]) -> str:
        return values.get(found.group(1), "").strip() or found.group()

    opened = [name for name in open_fields(text) if not values.get(name, "").strip()]
    return FIELD.sub(put, text), tuple(Reason("reply.open_field", {"name": name}) for name in opened)


def filled_spans(template: ReplyTemplate | str, values: Mapping[str, str]) -> tuple[tuple[int, int], ...]:
    """Where ``fill`` put a value in, ``[start, end)`` in code points of the filled text."""
    text = template if isinstance(template, str) else template.text
    spans, moved = [], 0
    for found in FIELD.finditer(text):
        value = values.get(found.group(1), "").strip()
        if value:
            start = found.start() + moved
            spans.append((start, start + len(value)))
            moved += len(value) - len(found.group())
    return tuple(spans)


def first_name(name: str) -> str:
    """The first of a person's names, where the name has the shape of one; else all of it."""
    first, space, rest = clean_name(name).partition(" ")
    shaped = first[:1].isupper() and all(one.isalpha() or one in "-'’" for one in first) and len(first) > 1
    return first if space and rest[:1].isupper() and shaped else clean_name(name)


def clean_name(name: str) -> str:
    """A commenter's name as it may stand in our own words: one line of at most 60 characters, "" if nothing is left.

    Control, invisible and direction characters go; so do links, angle brackets and signs that would call others
    (``@everyone``); braces become parentheses, so that no name is a field.
    """
    text = unicodedata.normalize("NFC", name)
    text = "".join(
        " " if unicodedata.category(one) in {"Cc", "Zl", "Zp", "Zs"} else one
        for one in text
        if unicodedata.category(one) not in {"Cs", "Co", "Cn"}
        and one not in _BLANK
        and (unicodedata.category(one) != "Cf" or one == "\u200d")
    )
    text = _MENTION.sub("", _LINK.sub("", text).translate(_BRACES))
    text = " ".join(text.split()).strip(" ,;:")
    if len(text) > MAX_NAME:
        cut = text[: MAX_NAME - 1]
        while cut and (unicodedata.category(cut[-1]).startswith("M") or cut[-1] in "\u200d\ufe0f"):
            cut = cut[:-1]
        text = cut.rsplit(" ", 1)[0].rstrip(" ,;:") + "…" if " " in cut else cut + "…"
    return text if any(one.isalnum() for one in text) else ""


def day_words(day: date, language: str, today: date | None = None) -> str:
    """A day as written in a reply, ``12 novembre`` or ``12 November``; the year only where it is not this one."""
    name = MONTHS["fr" if language == "fr" else "en"][day.month - 1]
    number = "1er" if language == "fr" and day.day == 1 else str(day.day)
    return (
        f"{number} {name}" if today is not None and day.year == today.year else f"{number} {name} {day.year}"
    )


def known_values(
    *,
    author: str,
    handle: str = "",
    channel: str,
    clause: str,
    post: str = "",
    comment_id: int,
    posted: date,
    today: date,
    language: str,
) -> dict[str, str]:
    """What the console fills by itself; empty values leave their field open. ``case`` is ``V-`` and the comment's id."""
    return {
        "author": clean_name(author) or clean_name(handle),
        "first_name": first_name(author) or clean_name(handle),
        "post": clean_name(post),
        "brand": clean_name(channel),
        "channel": clean_name(channel),
        "date": day_words(posted, language, today),
        "today": day_words(today, language, today),
        "case": f"V-{comment_id}",
        "clause": clean_name(clause),
    }
