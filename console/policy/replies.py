"""Saved replies and warning templates: reading them, choosing one, filling the placeholders."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from console.domain.decision import Reason
from console.policy.errors import Errors, PolicyError
from console.policy.lines import line_map
from console.policy.reader import Table

SCOPES: Final = ("public", "private")
PURPOSES: Final = ("reply", "warn")
PLACEHOLDERS: Final = frozenset(
    {
        "author",
        "brand",
        "channel",
        "date",
        "case",
        "link",
        "contact",
        "clause",
        "product",
        "delay",
        "topic",
        "hours",
    }
)

_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")
_ID: Final = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_]+)*")


@dataclass(frozen=True, slots=True)
class ReplyTemplate:
    """One template: ``text`` holds ``{placeholders}``; ``categories`` are those it suits, empty for any."""

    id: str
    title: str
    language: str
    text: str
    categories: tuple[str, ...] = ()
    purpose: str = "reply"
    scope: str = "public"

    @property
    def placeholders(self) -> tuple[str, ...]:
        """The placeholders in the order of the text, each once."""
        return tuple(dict.fromkeys(_PLACEHOLDER.findall(self.text)))


@dataclass(frozen=True, slots=True)
class RepliesLoad:
    """The templates of one file and what is wrong with it; faulty templates are left out."""

    templates: tuple[ReplyTemplate, ...]
    errors: tuple[PolicyError, ...] = ()


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
        title=table.text("title", required=True, limit=120),
        language=language,
        text=table.text("text", required=True, limit=4_000),
        categories=table.texts("categories"),
        purpose=table.choice("purpose", PURPOSES, "reply"),
        scope=table.choice("scope", SCOPES, "public"),
    )
    if template.id and not _ID.fullmatch(template.id):
        table.error("id", "replies.id", id=template.id)
    for placeholder in template.placeholders:
        if placeholder not in PLACEHOLDERS:
            table.error("text", "replies.placeholder", name=placeholder[:60])
    table.close()
    return template


def suggest(
    templates: Iterable[ReplyTemplate], category: str, language: str | None, *, purpose: str = "reply"
) -> list[ReplyTemplate]:
    """The templates for a category in the comment's language, those made for it first; English stands in."""
    wanted = (language or "en").partition("-")[0]
    pool = [template for template in templates if template.purpose == purpose]
    spoken = [template for template in pool if template.language == wanted]
    spoken = spoken or [template for template in pool if template.language == "en"]
    fitting = [template for template in spoken if category in template.categories or not template.categories]
    return sorted(fitting, key=lambda template: category not in template.categories)


def fill(template: ReplyTemplate | str, values: Mapping[str, str]) -> tuple[str, tuple[Reason, ...]]:
    """The text with its placeholders filled, and a reason for each one left open: such a text may not be sent."""
    text = template if isinstance(template, str) else template.text

    def put(found: re.Match[str]) -> str:
        return values.get(found.group(1), "").strip() or found.group()

    filled = _PLACEHOLDER.sub(put, text)
    opened = [name for name in dict.fromkeys(_PLACEHOLDER.findall(text)) if not values.get(name, "").strip()]
    return filled, tuple(Reason("reply.open_field", {"name": name}) for name in opened)
