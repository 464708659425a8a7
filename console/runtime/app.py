"""The console as one object: opens a workspace, joins the rooms, and is what the window and the command line talk to.

Reads run on the calling thread (the GUI thread may ask for ``cards`` of at most 200 ids, and nothing else); every
command returns a Future, resolved after its transaction, and never blocks. ``subscribe`` hears of every change, from
this process and others, as frozen ``Changed`` records on some other thread than the GUI's.
"""

from __future__ import annotations

import contextlib
import importlib.metadata
import time
import uuid
from array import array
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from console import paths
from console.audit.entry import build
from console.domain.audit import AuditDraft
from console.domain.comment import Channel, ChannelId
from console.domain.decision import DecisionOutcome
from console.domain.errors import NotAllowed
from console.domain.events import Changed
from console.domain.ports import Clock
from console.domain.vocabulary import Role
from console.policy import Policy
from console.runtime.backtester import Backtester
from console.runtime.classifier import ClassifierDesk
from console.runtime.clock import SystemClock
from console.runtime.connections import Connections
from console.runtime.engine import Engine
from console.runtime.policy_life import PolicyLife
from console.runtime.reader import Reader
from console.secrets import ChainedSecrets, KeyringSecrets, MemorySecrets
from console.services import desk, roles
from console.services.automation import Automation
from console.services.desk import Card, Detail
from console.services.entries import draft
from console.services.learning import FeedbackDesk
from console.services.members import Team
from console.services.policies import Policies
from console.services.recording import DecisionAsk
from console.services.replies import Replies
from console.services.rereading import Rereading
from console.services.roles import Actor
from console.services.triage import Triage
from console.services.undo import Undo
from console.services.views import view_counts, view_filter
from console.store import QueueFilter, Reading, Store, Tx

T = TypeVar("T")

CLAIM_SECONDS = 600


def version() -> str:
    """The program's version, for entries, doctor and the about box."""
    try:
        return importlib.metadata.version("vigie")
    except importlib.metadata.PackageNotFoundError:
        return "0"


class Console:
    """One open workspace. Make it with ``open``; ``close`` is bounded in time and safe to call twice."""

    def __init__(
        self, store: Store, clock: Clock, secrets: ChainedSecrets, reader: Reader | None, workspace_id: str
    ) -> None:
        self.store = store
        self.clock = clock
        self.secrets = secrets
        self.workspace_id = workspace_id
        self.os_user = paths.os_user()
        self.policies = Policies(store)
        #: Whom every actor answers to: today's members, the active policy's permissions, the log of refusals.
        self.house = roles.House(store, lambda reading: self.policies.current(reading).permissions)
        #: The team; its methods block: ``background(lambda c: c.team.add(...))``.
        self.team = Team(store)
        self.triage = Triage(store, self.policies)
        self.moderation = Undo(store, self.policies, clock)
        #: Figures and calibration layers; its methods block: ``background(lambda c: c.feedback.report())``.
        self.feedback = FeedbackDesk(store, self.triage)
        #: Replays of the workspace's past through a policy, in child processes.
        self.backtests = Backtester(store)
        #: Saved replies and statements; its methods block: ``background(lambda c: c.replies.offer(7, actor))``.
        self.replies = Replies(store, self.policies, clock)
        #: What may hide alone; its methods block: ``background(lambda c: c.automation.status())``.
        self.automation = Automation(store, self.policies, clock, self.os_user)
        #: The life of policies; its methods block: ``background(lambda c: c.lifecycle.versions())``.
        self.lifecycle = PolicyLife(
            store, self.policies, self.triage, clock, reader, self.backtests, lambda: self.engine
        )
        self._listeners: list[Callable[[tuple[Changed, ...]], None]] = []
        # One worker: commands take effect in the order in which keys were pressed.
        self._commands = ThreadPoolExecutor(1, thread_name_prefix="commands")
        self._reads = ThreadPoolExecutor(2, thread_name_prefix="reads")
        self.classifier = ClassifierDesk(
            store,
            reader,
            self.triage,
            Rereading(store, self.triage),
            self.os_user,
            self._commands,
        )
        self.engine = Engine(
            store,
            lambda: Connections(store.path, workspace_id, secrets, clock),
            self.triage,
            self.moderation,
            reader,
            clock,
            self.os_user,
            self._publish,
            self.classifier.background,
            self.automation,
        )
        self._closed = False
        store.listen(self._publish)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        secrets: ChainedSecrets | None = None,
        reader: Reader | None = None,
        clock: Clock | None = None,
        language: str = "en",
    ) -> Console:
        """Open or create the workspace at ``path``. Raises the EnvironmentFailure classes of the store."""
        clock = clock or SystemClock()
        path.parent.mkdir(parents=True, exist_ok=True)
        store = Store(
            path, session=uuid.uuid4().hex, clock=clock, build_entry=_entry_builder(paths.os_user())
        )
        try:
            workspace_id = store.write(lambda tx: _founded(tx, paths.os_user())).result()
            console = cls(
                store,
                clock,
                secrets or ChainedSecrets(MemorySecrets(), KeyringSecrets()),
                reader,
                workspace_id,
            )
            default = paths.resources() / "policies" / f"default.{'fr' if language == 'fr' else 'en'}.toml"
            console.policies.ensure(default, Actor(console.os_user, Role.LEAD, console.os_user))
        except BaseException:
            store.close()
            raise
        return console

    def close(self) -> bool:
        """Stop the engine, finish queued writes, checkpoint. True when everything ended in its time."""
        if self._closed:
            return True
        self._closed = True
        self.backtests.close()
        self._commands.shutdown(wait=True, cancel_futures=False)
        ended = self.engine.stop()
        self._reads.shutdown(wait=True, cancel_futures=True)
        self.lifecycle.close()
        return self.store.close() and ended

    # ------------------------------------------------------------------ reads

    def actor(self, name: str | None = None) -> Actor:
        """Who acts: ``name`` as given by ``--as``, else the operating system's user. NotAllowed for a stranger, logged."""
        given = name or self.os_user
        try:
            found = self.store.read(lambda r: roles.actor(r, given, self.os_user, self.house))
        except NotAllowed as error:
            self.house.note(given, roles.NO_ROLE, error, clause=str(error.params["clause"]))
            raise
        self.store.read(self.house.permissions)
        return found

    def standing(self, name: str) -> Actor | None:
        """The actor behind a name as things stand; None when it is nobody's (any more). Asking is no attempt: not logged."""
        try:
            return self.store.read(lambda r: roles.actor(r, name, self.os_user, self.house))
        except NotAllowed:
            return None

    def ids(self, view: str, actor: str, *, text: str = "", channel_id: int | None = None) -> array[int]:
        """The ids of a view in order. Off the GUI thread: a million take a third of a second."""
        wanted = view_filter(view, actor, self.clock.now())
        if text or channel_id is not None:
            wanted = _narrowed(wanted, text, channel_id)
        return self.store.read(lambda r: r.queues.ids(wanted))

    def cards(self, ids: Sequence[int]) -> list[Card]:
        """Cards of at most 200 ids: the one read the GUI thread may make itself."""
        return self.store.read(lambda r: desk.cards(r, ids))

    def counts(self, actor: str) -> dict[str, int]:
        """View name -> number of comments."""
        return self.store.read(lambda r: view_counts(r, actor, self.clock.now()))

    def detail(self, comment_id: int) -> Detail | None:
        """Everything about one comment; off the GUI thread."""
        policy = self.policies.active()
        return self.store.snapshot(lambda r: desk.detail(r, policy, comment_id, self.clock.now()))

    def background(self, work: Callable[[Console], T]) -> Future[T]:
        """Run a read (or another blocking call) on a reader thread: ``console.background(lambda c: c.detail(7))``."""
        return self._reads.submit(work, self)

    def policy(self) -> Policy:
        """The active policy."""
        return self.policies.active()

    # ------------------------------------------------------------------ commands (never block; GUI thread welcome)

    def decide(self, ask: DecisionAsk, actor: Actor) -> Future[DecisionOutcome]:
        """Record a decision. The Future may raise Stale, NotFound, NotAllowed, UsageError or an EnvironmentFailure."""
        return self._commands.submit(self.moderation.decide, ask, actor)

    def undo(self, decision_id: int | None, actor: Actor) -> Future[DecisionOutcome]:
        """Undo a decision, or (None) the actor's own last one."""
        return self._commands.submit(self.moderation.undo, decision_id, actor)

    def confirm(self, outbox_id: int, done: bool, actor: Actor) -> Future[DecisionOutcome]:
        """Say whether an action by hand was done."""
        return self._commands.submit(self.moderation.confirm, outbox_id, done, actor)

    def retry(self, outbox_id: int, actor: Actor) -> Future[DecisionOutcome]:
        """Queue a failed intent again."""
        return self._commands.submit(self.moderation.retry, outbox_id, actor)

    def send_now(self, actor: Actor) -> Future[int]:
        """End the running undo windows (a person leaves and does not want to wait); how many rows may leave now."""
        window = self.policies.active().approval.undo_window

        def work(tx: Tx) -> int:
            actor.need("dispatch", tx)
            hurried = tx.outbox.end_undo_windows(tx.now, window)
            tx.changed("outbox", count=hurried)
            return hurried

        return self.store.write(work)

    def answer_review(self, review_id: int, agree: bool, actor: Actor) -> Future[DecisionOutcome]:
        """Agree to another person's decision, or not."""
        return self._commands.submit(self.moderation.answer_review, review_id, agree, actor)

    def claim(self, comment_id: int, actor: Actor, *, force: bool = False) -> Future[str]:
        """Claim a comment for ten minutes; the Future says who holds it now."""

        def work(tx: Tx) -> str:
            actor.need("decide", tx)
            held = tx.comments.get(comment_id)
            before = None if held is None else held.claimed_by
            holder = tx.shared.claim(
                comment_id, actor.name, self.store.session, tx.now, CLAIM_SECONDS, force=force
            )
            if holder != before:
                tx.changed("claims", (comment_id,), holder=holder)
            return holder

        return self.store.write(work, durable=False)

    def release(self, comment_id: int, actor: Actor) -> Future[None]:
        """Give a claim back."""

        def work(tx: Tx) -> None:
            tx.shared.release(comment_id, actor.name)
            tx.changed("claims", (comment_id,))

        return self.store.write(work, durable=False)

    def keep_draft(self, comment_id: int, text: str, actor: Actor) -> Future[None]:
        """Keep the text of a reply that is being written."""

        def work(tx: Tx) -> None:
            actor.need("decide", tx)
            tx.shared.keep_draft(comment_id, actor.name, text, tx.now)
            tx.changed("drafts", (comment_id,))

        return self.store.write(work)

    def add_note(
        self, text: str, actor: Actor, *, comment_id: int | None, author_id: int | None
    ) -> Future[int]:
        """Add an internal note; its words stay outside the audit chain."""

        def work(tx: Tx) -> int:
            actor.need("decide", tx)
            note = tx.shared.add_note(actor.name, text, tx.now, comment_id=comment_id, author_id=author_id)
            comment = None if comment_id is None else tx.comments.get(comment_id)
            tx.log(draft("note", actor, comment))
            tx.changed("notes", () if comment_id is None else (comment_id,))
            return note

        return self.store.write(work)

    def categorise(self, comment_id: int, category: str, reason: str, actor: Actor) -> Future[None]:
        """Set the category a person sees in it (a reason is needed when a protected one is left)."""
        return self._commands.submit(self.moderation.categorise, comment_id, category, reason, actor)

    # ------------------------------------------------------------------ channels

    def add_channel(self, kind: str, name: str, actor: Actor, **fields: object) -> Channel:
        """Store a channel (its secret goes to ``secrets`` apart) and log it. Blocks for one transaction."""
        actor.need("channel" if kind not in ("file", "practice") else "import")

        def work(tx: Tx) -> ChannelId:
            channel_id = tx.channels.add(kind, name, tx.now, **fields)
            tx.log(AuditDraft("channel_added", actor.name, actor.role.value, {"channel": f"{kind}:{name}"}))
            tx.changed("channels")
            return channel_id

        channel_id = self.store.write(work).result()
        channel = self.store.read(lambda r: r.channels.get(channel_id))
        assert channel is not None
        return channel

    def set_channel(self, channel: Channel, actor: Actor, event: str, **fields: object) -> Future[None]:
        """Change a channel (paused, removed, interval...) and log it as ``event``."""

        def work(tx: Tx) -> None:
            actor.need("channel" if channel.kind not in ("file", "practice") else "import", tx)
            tx.channels.set(channel.id, **fields)
            tx.log(AuditDraft(event, actor.name, actor.role.value, {"channel": channel.key}))
            tx.changed("channels")

        return self.store.write(work)

    def ensure_practice(self, actor: Actor) -> Channel:
        """The practice channel of a demo workspace."""
        found = self.store.read(lambda r: r.channels.find("practice:lormel"))
        if found:
            return found[0]
        return self.add_channel("practice", "lormel", actor, handle="lormel", language="fr")

    def pull_soon(self, actor: Actor, channel_id: int | None = None) -> None:
        """Ask one channel, or all, for new comments as soon as the engine comes round. Blocks for one read."""
        actor.need("pull")
        self.engine.pull_soon(channel_id)

    # ------------------------------------------------------------------ changes

    def subscribe(self, listener: Callable[[tuple[Changed, ...]], None]) -> None:
        """Hear of every change. Called on the writer's or the engine's thread: return at once, touch no widget."""
        self._listeners.append(listener)

    def _publish(self, changes: tuple[Changed, ...]) -> None:
        self.classifier.on_changes(changes)
        self.lifecycle.on_changes(changes)
        if any(one.what == "policy" for one in changes) and not self._closed:
            with contextlib.suppress(RuntimeError):  # it is being closed just now
                self._reads.submit(self.store.read, self.house.permissions)
        for listener in self._listeners:
            listener(changes)


def _narrowed(wanted: QueueFilter, text: str, channel_id: int | None) -> QueueFilter:
    from dataclasses import replace

    return replace(wanted, text=text, channel_id=channel_id)


def _founded(tx: Tx, os_user: str) -> str:
    """Give a new workspace its id, its lead and its first audit entry; returns the id."""
    found = tx.settings.meta("workspace_id")
    if found is not None:
        return found
    workspace_id = uuid.uuid4().hex
    tx.settings.set_meta("workspace_id", workspace_id)
    tx.settings.set_meta("created_at", str(tx.now))
    tx.settings.set_member(os_user, Role.LEAD, tx.now)
    tx.log(AuditDraft("workspace_created", os_user, Role.LEAD.value, {"workspace": workspace_id}))
    return workspace_id


def _entry_builder(os_user: str) -> Callable[..., tuple[str, list[tuple[str, bytes, str]]]]:
    app_version = version()

    def entry(
        draft: AuditDraft, *, sequence: int, segment: int, at: int
    ) -> tuple[str, list[tuple[str, bytes, str]]]:
        offset = (time.localtime(at).tm_gmtoff or 0) // 60
        return build(
            draft,
            sequence=sequence,
            segment=segment,
            at=at,
            offset=offset,
            os_user=os_user,
            app_version=app_version,
        )

    return entry


__all__ = ["Card", "Console", "Detail", "Reading", "version"]
