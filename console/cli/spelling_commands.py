"""Spelling on the command line: what is marked in a text, and the personal words. Attached to ``vigie replies``."""

from __future__ import annotations

import sys

import click

from console.cli.reply_commands import replies
from console.cli.session import ID, Session, common
from console.domain.errors import UsageError
from console.services.spelling import LANGUAGES

_NOTHING = {"en": "No mistake found.", "fr": "Aucune faute trouvée."}
_NO_WORDS = {"en": "No word of your own.", "fr": "Aucun mot à vous."}


@replies.command("spell")
@click.argument("text", required=False)
@click.option("--text-stdin", is_flag=True, help="Read the words from standard input.")
@click.option("--lang", "language", type=click.Choice(LANGUAGES), required=True, help="Language of the text.")
@click.option(
    "--comment", "comment_id", type=ID, default=None, help="The comment it answers: its names are known."
)
@common
@click.pass_obj
def replies_spell(
    session: Session, text: str | None, text_stdin: bool, language: str, comment_id: int | None
) -> None:
    """Words of TEXT that no dictionary has, with what may be meant. Exit 1 if there are any; nothing depends on it."""
    if (text is None) == (not text_stdin):
        raise UsageError("reply_text_where")
    words = sys.stdin.read(100_000) if text is None else text
    spelling = session.console(must_exist=True).spelling
    items = [
        {
            "word": one.word,
            "start": one.start,
            "end": one.end,
            "suggestions": list(spelling.suggest(one.word, language)),
        }
        for one in spelling.check(words, language, comment_id or 0)
    ]
    session.exit_code = 1 if items else 0
    session.show(
        {"language": language, "items": items},
        lambda value: (
            "\n".join(f"{one['word']}: {', '.join(one['suggestions']) or '?'}" for one in value["items"])
            or _NOTHING[session.language]
        ),
    )


@replies.command("words")
@click.option("--add", "added", metavar="WORD", help="A word that is right.")
@click.option("--remove", "removed", metavar="WORD", help="Take one out again.")
@common
@click.pass_obj
def replies_words(session: Session, added: str | None, removed: str | None) -> None:
    """Your own words of the spelling check, on this machine."""
    spelling = session.console(must_exist=True).spelling
    if added is not None:
        spelling.add(added)
    if removed is not None:
        spelling.remove(removed)
    session.show(
        {"words": list(spelling.words())},
        lambda value: "\n".join(value["words"]) or _NO_WORDS[session.language],
    )
