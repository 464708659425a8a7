"""Begun replies on the command line: which there are, whose, since when. Attached to ``vigie replies``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from console.cli import shapes
from console.cli.reply_commands import replies
from console.cli.session import Session, common
from console.cli.tables import one_line

if TYPE_CHECKING:
    from console.store import Reading

_NOTHING = {"en": "No reply begun.", "fr": "Aucune réponse commencée."}


@replies.command("drafts")
@common
@click.pass_obj
def replies_drafts(session: Session) -> None:
    """Your own begun replies, newest first, with what others have begun under the same comments."""
    console = session.console(must_exist=True)
    me = session.actor().name

    def read(reading: Reading) -> list[dict[str, Any]]:
        return [
            {
                "comment_id": str(one.comment_id),
                "text": one.text,
                "at": shapes.moment(one.at),
                "others": [
                    {"by": two.by, "text": two.text, "at": shapes.moment(two.at)}
                    for two in reading.shared.drafts_of(one.comment_id)
                    if two.by != me
                ],
            }
            for one in reading.shared.drafts_by(me)
        ]

    items = console.store.snapshot(read)
    session.show(
        {"items": items},
        lambda value: (
            "\n".join(
                f"{one['comment_id']:>7}  {one['at']}  {one_line(one['text'], 90)}"
                + "".join(f"\n         {two['by']}: {one_line(two['text'], 90)}" for two in one["others"])
                for one in value["items"]
            )
            or _NOTHING[session.language]
        ),
    )
