"""Reading the queue and deciding: queue, decide, review, outbox."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import click

from console.cli import alike_shapes, shapes
from console.cli.filter_options import filtered, view_narrowed
from console.cli.reply_commands import from_template, notices
from console.cli.session import ID, Session, common
from console.cli.tables import card_line, detail_text, outbox_line, outcome_text
from console.cli.team_sentences import answerers_text
from console.cli.until import UNTIL
from console.domain.decision import DecisionOutcome
from console.domain.errors import LeaseHeld, NotFound, UsageError
from console.domain.vocabulary import ActionKind, OutboxState
from console.services.alike_views import Group, fold
from console.services.desk import capabilities
from console.services.members import answerers
from console.services.recording import TEXT_ACTIONS, DecisionAsk
from console.services.replies import LANGUAGES
from console.services.views import VIEWS

if TYPE_CHECKING:
    from array import array
    from collections.abc import Mapping

    from console.runtime.app import Console
    from console.store import Found, Reading

NOW_WAIT_SECONDS = 20.0


@click.group()
@common
def queue() -> None:
    """List, show, search and claim comments."""


@queue.command("list")
@click.option(
    "--view", default="inbox", show_default=True, help=f"A saved view, or one of: {', '.join(VIEWS)}."
)
@click.option("--limit", default=50, show_default=True, type=click.IntRange(0, 100_000))
@click.option("--alike", is_flag=True, help="Near-duplicates as one: the first of each group.")
@filtered
@common
@click.pass_obj
def queue_list(session: Session, /, view: str, limit: int, alike: bool, **given: Any) -> None:
    """The comments of a view, in the order of the queue."""
    _list(session, view, limit, "", given, folded=alike)


@queue.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", default=50, show_default=True, type=click.IntRange(0, 100_000))
@click.option("--view", default="all", show_default=True)
@filtered
@common
@click.pass_obj
def queue_search(session: Session, /, words: tuple[str, ...], limit: int, view: str, **given: Any) -> None:
    """Comments that hold all WORDS, also inside other words, accents folded; in texts, notes, replies, authors' names.

    A "quoted phrase" stands together, -word must not occur (after --).
    """
    _list(session, view, limit, " ".join(words), given)


def _list(
    session: Session, view: str, limit: int, text: str, given: Mapping[str, Any], *, folded: bool = False
) -> None:
    console = session.console(must_exist=True)
    wanted = view_narrowed(session, console, view, text, given)

    def read(reading: Reading) -> tuple[array[int], Found | None, int, dict[int, Group]]:
        found = reading.queues.search(wanted) if wanted.text else None
        ids = reading.queues.ids(wanted) if found is None else found.ids
        shown, groups = fold(reading, ids) if folded else (ids, {})
        return shown, found, len(ids), groups

    ids, found, comments, groups = console.store.snapshot(read)
    items = []
    for start in range(0, min(limit, len(ids)), 200):
        items += console.cards(ids[start : min(start + 200, limit)])
    body: dict[str, Any] = {
        "total": len(ids),
        "items": [shapes.item(card, session.language) for card in items],
    }
    if folded:
        body["comments"] = comments
        for one, card in zip(body["items"], items, strict=True):
            one["alike"] = alike_shapes.short(groups.get(int(card.comment.id)))
    if found is not None:
        body["cut"] = found.cut
        for one, card in zip(body["items"], items, strict=True):
            one["found_in"] = found.places.get(int(card.comment.id), "text")
        if found.cut:
            session.say(
                {"en": "The newest {n} of more.", "fr": "Les {n} plus récents, il y en a d’autres."}[
                    session.language
                ].format(n=len(ids))
            )
    session.show(
        body,
        lambda value: (
            "\n".join(
                card_line(one, session.language) + alike_shapes.line(one, session.language)
                for one in value["items"]
            )
            or {"en": "Nothing here.", "fr": "Rien ici."}[session.language]
        ),
    )


@queue.command("show")
@click.argument("comment_id", type=ID)
@common
@click.pass_obj
def queue_show(session: Session, comment_id: int) -> None:
    """Everything about one comment: thread, verdict, proposal, author, decisions."""
    console = session.console(must_exist=True)
    found = console.detail(comment_id)
    if found is None:
        raise NotFound("comment_not_found", id=comment_id)
    body = shapes.detail(found, session.language)
    body["alike"] = console.store.read(lambda r: alike_shapes.whole(r, comment_id))
    session.show(
        body,
        lambda value: detail_text(value, session.language) + alike_shapes.text(value, session.language),
    )


@queue.command("claim")
@click.argument("comment_id", type=ID)
@click.option("--take-over", is_flag=True, help="Even if another person holds it.")
@common
@click.pass_obj
def queue_claim(session: Session, comment_id: int, take_over: bool) -> None:
    """Hold a comment for ten minutes, so that nobody works on it twice."""
    console = session.console(must_exist=True)
    actor = session.actor()
    if console.store.read(lambda r: r.comments.get(comment_id)) is None:
        raise NotFound("comment_not_found", id=comment_id)
    taken = console.claims.take(comment_id, actor, force=take_over, lasting=True)
    holder = taken.result().holder
    session.exit_code = 0 if holder == actor.name else 1
    body = {"comment_id": str(comment_id), "holder": holder, "claimed": holder == actor.name}
    session.show(
        body, lambda value: {"en": f"Held by {holder}.", "fr": f"Réservé par {holder}."}[session.language]
    )


@click.command()
@click.argument("comment_id", type=ID)
@click.argument("action", type=click.Choice([one.value for one in ActionKind]))
@click.option("--reply", "text", help="The words of a reply or a warning.")
@click.option("--template", help="A saved reply by name.")
@click.option("--fill", "fills", multiple=True, metavar="NAME=VALUE", help="A field of the saved reply.")
@click.option("--lang", "language", type=click.Choice(LANGUAGES), help="The saved reply in this language.")
@click.option("--category", help="The category you see in it, if the console is wrong.")
@click.option("--reason", default="", help="Why; needed to block or to leave a protected category.")
@click.option(
    "--until",
    type=UNTIL,
    help="For snooze and watch: UTC epoch seconds, a time 15:00, or a span 90m, 2h, 1d.",
)
@click.option("--now", is_flag=True, help="No undo window; sent before this command returns.")
@click.option("--revision", type=ID, help="The version of the text you looked at; another one is refused.")
@common
@click.pass_obj
def decide(
    session: Session,
    comment_id: int,
    action: str,
    text: str | None,
    template: str | None,
    fills: tuple[str, ...],
    language: str | None,
    category: str | None,
    reason: str,
    until: int | None,
    now: bool,
    revision: int | None,
) -> None:
    """Decide about one comment. What the policy refuses is refused with the clause, exit 1."""
    console = session.console(must_exist=True)
    speaks = ActionKind(action) in TEXT_ACTIONS
    if not speaks and (template is not None or fills or language is not None):
        raise UsageError("template_action")
    params: dict[str, Any] = {}
    if template is not None:
        if text is not None:
            raise UsageError("template_and_reply")
        filled = from_template(console, comment_id, template, fills, language)
        text, params = filled.text, {"template_language": filled.language}
    said = console.replies.check(comment_id, text) if speaks and text else ()
    ask = DecisionAsk(
        comment_id,
        ActionKind(action),
        text=text,
        template=template,
        category=category,
        reason=reason,
        until=until,
        at_once=now,
        shown_revision=revision,
        params=params,
    )
    result = console.decide(ask, session.actor()).result()
    if now and result.state == "queued" and result.outbox_id is not None:
        result = _send_now(session, console, result)
    told = notices(said, session.language)
    for one in told:
        session.say(one["text"])
    _answer(session, result, {"notices": told} if speaks else {})


def _send_now(session: Session, console: Console, result: DecisionOutcome) -> DecisionOutcome:
    """Dispatch one row here, or wait a bounded time for the process that holds the lease to do so."""
    assert result.outbox_id is not None
    outbox_id = result.outbox_id
    try:
        session.run(lambda c: c.engine.dispatcher.run_due(only=outbox_id), lead=True)
    except LeaseHeld:
        deadline = time.monotonic() + NOW_WAIT_SECONDS
        while time.monotonic() < deadline:
            row = console.store.read(lambda r: r.outbox.get(outbox_id))
            if row is not None and row.state not in (
                OutboxState.QUEUED,
                OutboxState.SENDING,
                OutboxState.UNKNOWN,
            ):
                break
            time.sleep(0.2)
    row = console.store.read(lambda r: r.outbox.get(outbox_id))
    assert row is not None
    if row.state is OutboxState.FAILED:
        session.exit_code = 4
    state = {"done": "done", "waiting_person": "waiting_person", "failed": "failed"}.get(
        row.state.value, "queued"
    )
    return DecisionOutcome(
        result.decision_id, result.comment_id, result.action, state, outbox_id, row.not_before, result.refusal
    )


def _answer(session: Session, result: DecisionOutcome, more: Mapping[str, Any] | None = None) -> None:
    if result.refusal is not None:
        session.exit_code = 1
    body = shapes.outcome(result, session.language) | dict(more or {})
    store = session.console().store
    about = store.read(lambda r: r.comments.get(result.comment_id))
    if about is not None and (able := capabilities(about).get(result.action)):
        body["scope"] = able.scope  # whether it is for the account alone or for everybody is said here, too
    if result.outbox_id is not None:
        row = store.read(lambda r: r.outbox.get(result.outbox_id or 0))
        body["outbox"] = None if row is None else shapes.outbox(row)
    session.show(body, lambda value: outcome_text(value, session.language))


@click.group()
@common
def review() -> None:
    """A second person's agreement to what cannot be undone."""


@review.command("list")
@common
@click.pass_obj
def review_list(session: Session) -> None:
    """Decisions that wait for a second person."""
    console = session.console(must_exist=True)
    permissions = console.policy().permissions

    def read(reading: Reading) -> list[dict[str, Any]]:
        items = []
        for one in reading.decisions.reviews():
            who = answerers(reading, one, permissions)
            asked = reading.decisions.get(one.decision_id)
            items.append(
                {
                    "id": str(one.id),
                    "decision_id": str(one.decision_id),
                    "comment_id": str(one.comment_id),
                    "asked_by": one.asked_by,
                    "role": one.role,
                    "action": "" if asked is None else asked.action.value,
                    "text": None if asked is None else asked.text,
                    "clause": one.clause,
                    "expires_at": shapes.moment(one.expires_at),
                    "answerers": list(who.names),
                    "role_held": who.held,
                }
            )
        return items

    items = console.store.snapshot(read)
    session.show(
        {"items": items},
        lambda value: "\n".join(
            f"{one['id']:>5}  {one['comment_id']:>7}  {one['asked_by']}  {one['clause']}  {one['expires_at']}"
            f"  {answerers_text(one, session.language)}"
            + (f"\n         {one['text']}" if one["text"] else "")
            for one in value["items"]
        ),
    )


@review.command("approve")
@click.argument("review_id", type=ID)
@common
@click.pass_obj
def review_approve(session: Session, review_id: int) -> None:
    """Agree: the action is queued."""
    _answer(
        session, session.console(must_exist=True).answer_review(review_id, True, session.actor()).result()
    )


@review.command("reject")
@click.argument("review_id", type=ID)
@click.option("--note", default="", help="Why, for who asked: kept beside the comment, outside the log.")
@common
@click.pass_obj
def review_reject(session: Session, review_id: int, note: str) -> None:
    """Disagree: the comment goes back to the queue, the words of a reply to their author's drafts."""
    console = session.console(must_exist=True)
    _answer(session, console.answer_review(review_id, False, session.actor(), note).result())


@click.group()
@common
def outbox() -> None:
    """What is on its way to the platforms."""


@outbox.command("list")
@click.option("--limit", default=200, show_default=True, type=click.IntRange(1, 100_000))
@common
@click.pass_obj
def outbox_list(session: Session, limit: int) -> None:
    """The newest intents and where they stand."""
    console = session.console(must_exist=True)
    rows = console.store.read(lambda r: r.outbox.newest(limit))
    body = {"items": [shapes.outbox(row) for row in rows]}
    session.show(body, lambda value: "\n".join(outbox_line(one, session.language) for one in value["items"]))


@outbox.command("run")
@click.option("--secret-stdin", is_flag=True, help="Read the one channel's secret from standard input.")
@click.option("--channel", "channel_name", help="The channel the secret is for.")
@click.option("--due-now", is_flag=True, help="Do not wait for running undo windows.")
@common
@click.pass_obj
def outbox_run(session: Session, secret_stdin: bool, channel_name: str | None, due_now: bool) -> None:
    """Send what is queued, waiting for undo windows of at most half a minute; read back what was interrupted."""
    console = session.console(must_exist=True)
    session.actor().need("dispatch")
    from console.cli.channel_commands import take_secret

    take_secret(session, console, channel_name, secret_stdin)

    async def work(c: Console) -> int:
        import asyncio

        await c.engine.dispatcher.hurry()  # somebody asks: do not sit out the pauses after earlier trouble
        moved = await c.engine.dispatcher.run_due()
        while not due_now:
            due = c.store.read(lambda r: r.outbox.next_due())
            wait = None if due is None else due - c.clock.now()
            if wait is None or wait > 30:
                break
            await asyncio.sleep(max(0.2, wait))
            moved += await c.engine.dispatcher.run_due()
        return moved

    moved = session.run(work, lead=True)
    counts = console.store.read(lambda r: r.outbox.counts())
    body: dict[str, Any] = {"moved": moved, "states": counts}
    waiting = [
        shapes.outbox(row)
        for row in console.store.read(
            lambda r: r.outbox.in_states(OutboxState.QUEUED, OutboxState.UNKNOWN, OutboxState.WAITING_PERSON)
        )
    ]
    body["waiting"] = waiting
    if any(one["error"] for one in waiting if one["state"] != "waiting_person"):
        session.exit_code = 4
    session.show(
        body,
        lambda value: (
            ", ".join(f"{name} {number}" for name, number in sorted(value["states"].items()))
            or {"en": "Nothing to send.", "fr": "Rien à envoyer."}[session.language]
        ),
    )


@outbox.command("retry")
@click.argument("outbox_id", type=ID)
@common
@click.pass_obj
def outbox_retry(session: Session, outbox_id: int) -> None:
    """Queue a failed intent again."""
    _answer(session, session.console(must_exist=True).retry(outbox_id, session.actor()).result())


@outbox.command("confirm")
@click.argument("outbox_id", type=ID)
@click.option("--done/--not-done", "done", default=None, help="Whether you did it on the site.")
@common
@click.pass_obj
def outbox_confirm(session: Session, outbox_id: int, done: bool | None) -> None:
    """Say what became of an action by hand."""
    if done is None:
        raise UsageError("confirm_which", outbox_id=outbox_id)
    _answer(session, session.console(must_exist=True).confirm(outbox_id, done, session.actor()).result())


def channel(console: Console, name: str) -> Any:
    """The channel called ``name`` (bare, ``kind:name``, or the kind alone); UsageError for none, or more than one."""
    found = console.store.read(
        lambda r: r.channels.find(name) or [one for one in r.channels.all() if one.kind == name]
    )
    if not found:
        raise UsageError("unknown_channel", name=name)
    if len(found) > 1:
        raise UsageError("ambiguous_channel", name=name, known=", ".join(one.key for one in found))
    return found[0]


COMMANDS = (queue, decide, review, outbox)
