"""Saved replies and approved statements: vigie replies, vigie statements."""

from __future__ import annotations

import sys
from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

import click

from console.cli import shapes
from console.cli.reply_sentences import because_text, colon, shown_text, word
from console.cli.session import ID, Session, common
from console.connectors.shown import shown
from console.domain.errors import UsageError
from console.services.phrases import sentence
from console.services.replies import LANGUAGES
from console.services.saying import notice

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from console.policy.replies import SavedReply
    from console.policy.said import Finding
    from console.runtime.app import Console
    from console.services.reply_cases import Filled
    from console.store import Statement

NOON: Final = timedelta(hours=12)


@click.group()
@common
def replies() -> None:
    """Saved replies: those that come with Vigie and the workspace's own."""


@replies.command("list")
@click.option("--category", help="Only those made for this category, or for any.")
@click.option("--removed", is_flag=True, help="Also those taken out.")
@common
@click.pass_obj
def replies_list(session: Session, category: str | None, removed: bool) -> None:
    """Every saved reply with its languages and uses, those used most first."""
    found = session.console(must_exist=True).replies.listed(removed=removed)
    if category is not None:
        found = tuple(one for one in found if one.general or category in one.categories)
    body = {"items": [_reply(one) for one in found]}
    session.show(
        body,
        lambda value: "\n".join(
            f"{one['id']:<24} {','.join(one['languages']):<6} {one['uses']:>4}  "
            f"{one['titles'].get(session.language) or next(iter(one['titles'].values()))}"
            f"{'' if one['origin'] == 'bundled' else '  (' + word(one['origin'], session.language) + ')'}"
            f"{'  (' + word('removed', session.language) + ')' if one['removed'] else ''}"
            for one in value["items"]
        ),
    )


@replies.command("show")
@click.argument("reply_id", metavar="ID")
@common
@click.pass_obj
def replies_show(session: Session, reply_id: str) -> None:
    """One saved reply with its texts and fields."""
    session.show(
        _reply(session.console(must_exist=True).replies.get(reply_id)), lambda v: _text(v, session.language)
    )


@replies.command("add")
@click.argument("reply_id", metavar="ID")
@click.option("--lang", "language", type=click.Choice(LANGUAGES), required=True, help="Language of the text.")
@click.option("--title", required=True)
@click.option("--text", help="The words; {author}, {date}, {case}... are fields.")
@click.option("--text-stdin", is_flag=True, help="Read the words from standard input.")
@click.option("--category", "categories", multiple=True, help="A category it is made for (repeatable).")
@click.option("--rule", "rules", multiple=True, help="A rule it is made for (repeatable).")
@common
@click.pass_obj
def replies_add(
    session: Session,
    reply_id: str,
    language: str,
    title: str,
    text: str | None,
    text_stdin: bool,
    categories: tuple[str, ...],
    rules: tuple[str, ...],
) -> None:
    """Write a saved reply in one language, or write it anew. A bundled one with this ID is replaced here."""
    if (text is None) == (not text_stdin):
        raise UsageError("reply_text_where")
    words = sys.stdin.read(100_000) if text is None else text
    console = session.console(must_exist=True)
    held = {one.id: one for one in console.replies.listed(removed=True)}.get(reply_id)
    saved = console.replies.save(
        reply_id,
        {language: (title, words)},
        session.actor(),
        # What is not said stays as it was: a second language needs no categories of its own.
        categories=categories or (held.categories if held is not None else ()),
        rules=rules or (held.rules if held is not None else ()),
    )
    session.show(_reply(saved), lambda value: _text(value, session.language))


@replies.command("remove")
@click.argument("reply_id", metavar="ID")
@common
@click.pass_obj
def replies_remove(session: Session, reply_id: str) -> None:
    """Take a saved reply out, also a bundled one; "restore" brings it back."""
    console = session.console(must_exist=True)
    gone = console.replies.remove(reply_id, session.actor())
    session.show(_reply(gone), lambda value: f"{value['id']}: {word('removed', session.language)}")


@replies.command("restore")
@click.argument("reply_id", metavar="ID")
@click.option(
    "--original", is_flag=True, help="A bundled reply as it came, in place of the workspace's words."
)
@common
@click.pass_obj
def replies_restore(session: Session, reply_id: str, original: bool) -> None:
    """Bring a removed reply back."""
    console = session.console(must_exist=True)
    back = console.replies.restore(reply_id, session.actor(), original=original)
    session.show(_reply(back), lambda value: _text(value, session.language))


@replies.command("preview")
@click.argument("reply_id", metavar="ID")
@click.option("--comment", "comment_id", type=ID, required=True, help="The comment to answer.")
@click.option("--fill", "fills", multiple=True, metavar="NAME=VALUE", help="A field's value (repeatable).")
@click.option("--lang", "language", type=click.Choice(LANGUAGES), help="Not the language chosen by itself.")
@common
@click.pass_obj
def replies_preview(
    session: Session, reply_id: str, comment_id: int, fills: tuple[str, ...], language: str | None
) -> None:
    """A saved reply filled for one comment: open fields, length, what was said before. Exit 1 if it cannot be sent so."""
    console = session.console(must_exist=True)
    filled = console.replies.preview(reply_id, comment_id, values_of(fills), language)
    found = console.replies.check(comment_id, filled.text)
    comment = console.store.read(lambda reading: reading.comments.get(comment_id))
    assert comment is not None  # it has just been filled for
    stands = shown(comment.kind, filled.text)
    body = _filled(filled) | {
        "notices": notices(found, session.language),
        "shown": {"text": stands.text, "notes": list(stands.notes)},
    }
    if filled.open or not filled.length.fits:
        session.exit_code = 1
    session.show(body, lambda value: _preview(value, session.language))


@click.group()
@common
def statements() -> None:
    """Approved statements: words of the brand that replies are held against."""


@statements.command("list")
@click.argument("words", nargs=-1)
@click.option("--retired", is_flag=True, help="Also those out of force.")
@common
@click.pass_obj
def statements_list(session: Session, words: tuple[str, ...], retired: bool) -> None:
    """The register, newest said first; WORDS must stand in topic, text or place."""
    found = session.console(must_exist=True).replies.statements(" ".join(words), retired=retired)
    body = {"items": [_statement(one) for one in found]}
    session.show(
        body,
        lambda value: (
            "\n".join(
                f"{one['id']:>5}  {one['said_at'][:10]}  {one['topic'] or '-'}  {' '.join(one['text'].split())[:100]}"
                f"{'  (' + word('retired', session.language) + ')' if one['retired_at'] else ''}"
                for one in value["items"]
            )
            or word("no_statement", session.language)
        ),
    )


@statements.command("add")
@click.argument("text", required=False, default="")
@click.option("--lang", "language", default="", help="Language of the text.")
@click.option("--topic", default="", help="What it is about.")
@click.option(
    "--said-at",
    metavar="DAY|TIME",
    help="When it was said: 2026-11-12 or 2026-11-12T09:30:00Z; now if not given.",
)
@click.option("--place", default="", help="Where: a press release, a channel.")
@click.option(
    "--from-comment", "comment_id", type=ID, help="Our own comment, or the reply we gave to this one."
)
@common
@click.pass_obj
def statements_add(
    session: Session,
    text: str,
    language: str,
    topic: str,
    said_at: str | None,
    place: str,
    comment_id: int | None,
) -> None:
    """Put words into the register. By a lead or a spokesperson."""
    if bool(text.strip()) == (comment_id is not None):
        raise UsageError("statement_what")
    console = session.console(must_exist=True)
    added = console.replies.add_statement(
        text,
        session.actor(),
        language=language,
        topic=topic,
        said_at=None if said_at is None else _moment(console, said_at),
        place=place,
        comment_id=comment_id,
    )
    session.show(_statement(added), lambda value: f"{value['id']}: {value['text']}")


@statements.command("retire")
@click.argument("statement_id", type=ID, metavar="ID")
@common
@click.pass_obj
def statements_retire(session: Session, statement_id: int) -> None:
    """Take a statement out of force; it stays in the register."""
    console = session.console(must_exist=True)
    gone = console.replies.retire_statement(statement_id, session.actor())
    session.show(_statement(gone), lambda value: f"{value['id']}: {word('retired', session.language)}")


# ------------------------------------------------------------------ shared with ``decide``


def values_of(fills: Sequence[str]) -> dict[str, str]:
    """``NAME=VALUE`` words as a mapping; UsageError ``bad_fill``."""
    found: dict[str, str] = {}
    for one in fills:
        name, sign, value = one.partition("=")
        if not sign or not name.strip() or not value.strip():
            raise UsageError("bad_fill", given=one[:80])
        found[name.strip().strip("{}")] = value
    return found


def from_template(
    console: Console, comment_id: int, name: str, fills: Sequence[str], language: str | None
) -> Filled:
    """A saved reply for ``decide``: filled as far as it goes. UsageError ``template_private`` for one not meant for the public."""
    if console.replies.get(name).scope == "private":
        raise UsageError("template_private", template=name)
    return console.replies.preview(name, comment_id, values_of(fills), language)


def notices(found: Sequence[Finding], language: str) -> list[dict[str, Any]]:
    """What was said before, for scripts."""
    shown = []
    for one in found:
        reason = notice(one)
        shown.append(
            {
                "code": reason.code,
                "kind": one.kind,
                "text": sentence(reason.code, reason.params, language),
                "differs": one.differs,
                "ours": one.ours,
                "theirs": one.theirs,
                "words": list(one.words),
                "quote": one.quote,
                "said_at": shapes.moment(one.said.at),
                "source": one.said.source,
                "ref": str(one.said.ref),
                "place": one.said.place,
            }
        )
    return shown


# ------------------------------------------------------------------ shapes


def _reply(one: SavedReply) -> dict[str, Any]:
    return {
        "id": one.id,
        "origin": one.origin,
        "purpose": one.purpose,
        "scope": one.scope,
        "categories": list(one.categories),
        "rules": list(one.rules),
        "languages": list(one.variants),
        "titles": {language: each.title for language, each in one.variants.items()},
        "texts": {language: each.text for language, each in one.variants.items()},
        "fields": {language: list(each.placeholders) for language, each in one.variants.items()},
        "uses": one.uses,
        "last_used": shapes.moment(one.last_used),
        "removed": one.removed,
    }


def _text(value: Mapping[str, Any], language: str) -> str:
    lines = [f"{value['id']}  ({word(value['origin'], language)})"]
    for spoken, text in value["texts"].items():
        lines += [f"{spoken}: {value['titles'][spoken]}", f"    {text}"]
    for key in ("categories", "rules"):
        if value[key]:
            lines.append(f"{word(key, language)}{colon(language)} {', '.join(value[key])}")
    lines.append(f"{word('uses', language)}{colon(language)} {value['uses']}")
    return "\n".join(lines)


def _filled(one: Filled) -> dict[str, Any]:
    return {
        "id": one.id,
        "title": one.title,
        "purpose": one.purpose,
        "language": one.language,
        "language_from": one.because,
        "other_languages": list(one.others),
        "text": one.text,
        "open_fields": list(one.open),
        "length": {
            "used": one.length.used,
            "limit": one.length.limit,
            "unit": one.length.unit,
            "fits": one.length.fits,
        },
    }


def _preview(value: Mapping[str, Any], language: str) -> str:
    length = value["length"]
    limit = f" / {length['limit']}" if length["limit"] else ""
    lines = [
        value["text"],
        f"  {because_text(value['language'], value['language_from'], language)}",
        f"  {length['used']}{limit} {sentence_unit(length['unit'], language)}",
    ]
    if value["open_fields"]:
        lines.append(f"  {word('open_fields', language)}{colon(language)} {', '.join(value['open_fields'])}")
    lines += [f"  {shown_text(one, language)}" for one in value["shown"]["notes"]]
    lines += [f"  {one['text']}" for one in value["notices"]]
    return "\n".join(lines)


def sentence_unit(unit: str, language: str) -> str:
    """The word for a unit of length."""
    from console.services.phrases import UNITS

    return UNITS.get(unit, unit) if language == "fr" else unit


def _statement(one: Statement) -> dict[str, Any]:
    return {
        "id": str(one.id),
        "text": one.text,
        "language": one.language,
        "topic": one.topic,
        "said_at": shapes.moment(one.said_at),
        "place": one.place,
        "comment_id": None if one.comment_id is None else str(one.comment_id),
        "approved_by": one.approved_by,
        "retired_at": shapes.moment(one.retired_at),
        "retired_by": one.retired_by,
    }


def _moment(console: Console, text: str) -> int:
    """A day (noon where the policy lives) or an RFC 3339 time as UTC seconds; UsageError ``bad_moment``."""
    try:
        if len(text) <= 10:
            zone: timezone | ZoneInfo = ZoneInfo(console.policy().hours.timezone)
            return int((datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=zone) + NOON).timestamp())
        moment = datetime.fromisoformat(text)
        return int((moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp())
    except (ValueError, OverflowError) as error:
        raise UsageError("bad_moment", given=text[:40]) from error


COMMANDS = (replies, statements)
