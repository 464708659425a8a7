"""The console as one object: opens a workspace, joins the rooms, and is what the window and the command line talk to.

Reads run on the calling thread (the GUI thread may ask for ``cards`` of at most 200 ids, and nothing else); every
command returns a Future, resolved after its transaction, and never blocks. ``subscribe`` hears of every change, from
this process and others, as frozen ``Changed`` records on some other thread than the GUI's.
"""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING, Any, TypeVar

from console import __version__, managed, paths
from console.domain.audit import AuditDraft
from console.domain.errors import DomainError, NotAllowed, NotFound, UsageError
from console.domain.vocabulary import Role
from console.runtime.clock import SystemClock
from console.runtime.rooms import Rooms
from console.secrets import ChainedSecrets, KeyringSecrets, MemorySecrets
from console.services import desk, roles
from console.services.being_erased import being_erased, states
from console.services.claiming import session_name
from console.services.company import exempt, need_encrypted, need_kind, need_only_practice
from console.services.roles import Actor
from console.services.views import view_counts, view_filter
from console.store import Reading, Store, Tx

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Collection, Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from console.domain.comment import Channel, ChannelId
    from console.domain.decision import DecisionOutcome
    from console.domain.events import Changed
    from console.domain.ports import Clock
    from console.policy import Policy
    from console.runtime.reader import Reader
    from console.services.as_read import AsRead
    from console.services.categorising import Categorised
    from console.services.claiming import Hold
    from console.services.desk import Card, Detail
    from console.services.past import PastDecision
    from console.services.recording import DecisionAsk
    from console.store import KeptDraft, ThreadSize

T = TypeVar("T")


def version() -> str:
    """The program's version, for entries, doctor and the about box."""
    return __version__


class Console(Rooms):
    """One open workspace. Make it with ``open``; ``close`` is bounded in time and safe to call twice."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        secrets: ChainedSecrets,
        make_reader: Callable[[], Reader | None],
        workspace_id: str,
    ) -> None:
        super().__init__(store, clock, secrets, make_reader, workspace_id)
        self._listeners: list[Callable[[tuple[Changed, ...]], None]] = []
        self._closed = False
        #: Told of each function handed to a reader thread, with its Future: a window must not let go of it there.
        self.handed: Callable[[Future[Any], object], object] = lambda _future, _work: None
        store.listen(self._publish)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        secrets: ChainedSecrets | None = None,
        reader: Reader | None = None,
        make_reader: Callable[[], Reader] | None = None,
        clock: Clock | None = None,
        language: str = "en",
    ) -> Console:
        """Open or create the workspace at ``path``. Raises the EnvironmentFailure classes of the store.

        ``reader`` reads comments; ``make_reader`` makes one when the engine or a page first needs it.
        """
        clock = clock or SystemClock()
        spared = exempt(path)
        if not spared:
            need_encrypted(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        store = Store(path, session=session_name(), clock=clock, build_entry=_entry_builder(paths.os_user()))
        try:
            if spared:
                need_only_practice(store)
            workspace_id = store.write(lambda tx: _founded(tx, paths.os_user())).result()
            console = cls(
                store,
                clock,
                secrets or ChainedSecrets(MemorySecrets(), KeyringSecrets()),
                make_reader or (lambda: reader),
                workspace_id,
            )
            default = paths.resources() / "policies" / f"default.{'fr' if language == 'fr' else 'en'}.toml"
            console._settle_policy(default)
        except BaseException:
            store.close()
            raise
        return console

    def _settle_policy(self, default: Path) -> None:
        """Give a new workspace its first policy, the company's where that is one; and keep to it where it is locked."""
        lead = Actor(self.os_user, Role.LEAD, self.os_user)
        wanted = managed.current().policy
        if wanted is not None:
            try:
                self.policies.ensure(wanted, lead)
            except (UsageError, OSError):
                wanted = None  # ``doctor`` says what is wrong with it
        if wanted is None:
            self.policies.ensure(default, lead)
        if managed.current().locks("policy"):
            from console.services.company import adopt

            adopt(self.store, self.policies, self.os_user)

    def close(self) -> bool:
        """Stop the engine, finish queued writes, checkpoint. True when everything ended in its time."""
        if self._closed:
            return True
        self._closed = True
        with self._building:
            pass  # what is being built just now is closed below like the rest
        if self.built("backtests"):
            self.backtests.close()
        if self.built("bulk"):
            self.bulk.close()
        if self.built("erasures"):
            self.erasures.close()
        self._commands.shutdown(wait=True, cancel_futures=False)
        ended = self.engine.stop() if self.built("engine") else True
        self._reads.shutdown(wait=True, cancel_futures=True)
        if self.built("lifecycle"):
            self.lifecycle.close()
        return self.store.close() and ended

    # ------------------------------------------------------------------ reads

    def actor(self, name: str | None = None, *, permissions: bool = True) -> Actor:
        """Who acts: ``name`` as given by ``--as``, else the operating system's user. NotAllowed for a stranger, logged.

        Without ``permissions`` the usual ones are taken for known until somebody reads the policy's: for buttons that
        is good enough for a moment, and every service asks the policy itself.
        """
        # The system's user stays who they are under another pseudonym; a name that was given is taken at its word.
        given = name or self.store.read(lambda r: roles.present_name(r, self.os_user))
        try:
            found = self.store.read(lambda r: roles.actor(r, given, self.os_user, self.house))
        except NotAllowed as error:
            self.house.note(given, roles.NO_ROLE, error, clause=str(error.params["clause"]))
            raise
        if permissions:
            self.store.read(self.house.permissions)
        return found

    def standing(self, name: str) -> Actor | None:
        """The actor behind a name as things stand, after a change of pseudonym under the new one.

        None when it is nobody's (any more). Asking is no attempt: not logged.
        """

        def find(reading: Reading) -> Actor:
            return roles.actor(reading, roles.present_name(reading, name), self.os_user, self.house)

        try:
            return self.store.read(find)
        except NotAllowed:
            return None

    def ids(self, view: str, actor: str | Actor) -> array[int]:
        """The ids of a whole view in order. Off the GUI thread: a million take a third of a second."""
        wanted = view_filter(view, actor, self.clock.now())
        return self.store.read(lambda r: r.queues.ids(wanted))

    def cards(self, ids: Sequence[int]) -> list[Card]:
        """Cards of at most 200 ids: the one read the GUI thread may make itself."""
        return self.store.read(lambda r: desk.cards(r, ids))

    def counts(self, actor: str | Actor, without: tuple[str, ...] = ()) -> dict[str, int]:
        """View name -> number of comments; ``without`` as for ``view_filter``."""
        return self.store.read(lambda r: view_counts(r, actor, self.clock.now(), without))

    def detail(self, comment_id: int, size: ThreadSize | None = None) -> Detail | None:
        """Everything about one comment, with as much of its thread as ``size`` says; off the GUI thread."""
        policy = self.policies.active()
        return self.store.snapshot(lambda r: desk.detail(r, policy, comment_id, self.clock.now(), size))

    def as_read(self, comment_id: int) -> AsRead | None:
        """A comment's text as the classifier read it, None when it is gone; off the GUI thread."""
        from console.services.as_read import as_read

        found = self.store.read(lambda r: (r.comments.get(comment_id), r.comments.verdict(comment_id)))
        comment, verdict = found
        return None if comment is None else as_read(comment.text, verdict.read_as if verdict else None)

    def background(self, work: Callable[[Console], T]) -> Future[T]:
        """Run a read (or another blocking call) on a reader thread: ``console.background(lambda c: c.detail(7))``."""
        future = self._reads.submit(work, self)
        self.handed(future, work)
        return future

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

    def undo_line(
        self, decision_id: int | None, actor: Actor, passed: Collection[int] = ()
    ) -> Future[tuple[PastDecision, DecisionOutcome | None]]:
        """Undo a line of the history, or (None) the last thing the actor did that is not in ``passed``.

        What it was and the outcome; no outcome: it cannot come back, as its line says. A category that was given to many
        together goes back together. NotFound ``nothing_to_undo`` through the Future.
        """

        def work() -> tuple[PastDecision, DecisionOutcome | None]:
            # Behind the decisions whose keys were pressed before: the last one is the last one pressed.
            line = (
                self.past.next_to_undo(actor, passed)
                if decision_id is None
                else self.past.line(decision_id, actor)
            )
            if line is None:
                raise NotFound(
                    "nothing_to_undo" if decision_id is None else "decision_not_found", id=decision_id
                )
            return line, self.past.take_back(line, actor, self.moderation, self.deeds)

        return self._commands.submit(work)

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

    def answer_review(
        self, review_id: int, agree: bool, actor: Actor, note: str = ""
    ) -> Future[DecisionOutcome]:
        """Agree to another person's decision, or not; ``note`` is kept beside the comment for who asked."""
        return self._commands.submit(self.moderation.answer_review, review_id, agree, actor, note)

    def claim(self, comment_id: int, actor: Actor, *, force: bool = False) -> Future[Hold]:
        """Claim a comment for ten minutes, or renew the claim; the Future says who holds it now, until when."""
        return self.claims.take(comment_id, actor, force=force)

    def release(self, comment_id: int, actor: Actor) -> Future[None]:
        """Give a claim back."""
        return self.claims.give_back(comment_id, actor)

    def keep_draft(
        self, comment_id: int, text: str, actor: Actor, base: str | None = None
    ) -> Future[KeptDraft | None]:
        """Keep the text of a reply that is being written.

        ``base`` is what this window last saw or kept; where the same person's other window wrote something else
        meanwhile, nothing is kept and the Future has that text.
        """

        def work(tx: Tx) -> KeptDraft | None:
            actor.need("decide", tx)
            other = tx.shared.keep_draft(comment_id, actor.name, text, tx.now, base)
            if other is None:
                tx.changed("drafts", (comment_id,))
            return other

        return self.store.write(work)

    def add_note(
        self, text: str, actor: Actor, *, comment_id: int | None, author_id: int | None
    ) -> Future[int]:
        """Add an internal note; its words stay outside the audit chain."""
        return self._commands.submit(self.notes.add, text, actor, comment_id=comment_id, author_id=author_id)

    def tag(self, author_id: int, words: str, actor: Actor, *, away: bool = False) -> Future[bool]:
        """Tag an author, or take a tag ``away``; the Future says whether something changed. Raises like ``Tags.tag``."""
        return self._commands.submit(self.tags.untag if away else self.tags.tag, author_id, words, actor)

    def categorise(
        self,
        comment_id: int,
        category: str,
        reason: str,
        actor: Actor,
        *,
        shown_revision: int | None = None,
        together: Sequence[int] = (),
    ) -> Future[Categorised]:
        """Set the category a person sees in it, and in ``together``, those like it; see ``categorise_all``."""
        from console.services.categorising import categorise_all

        def work() -> Categorised:
            return categorise_all(
                self.moderation,
                together or (comment_id,),
                category,
                reason,
                actor,
                about=comment_id,
                shown_revision=shown_revision,
            )

        return self._commands.submit(work)

    def assign(self, comment_id: int, who: str | None, actor: Actor) -> Future[str | None]:
        """Assign to a member or a role, None to nobody; the Future says who had it before. Raises like ``Assigning``."""
        return self._commands.submit(self.assigning.assign, comment_id, who, actor)

    # ------------------------------------------------------------------ channels

    def add_channel(self, kind: str, name: str, actor: Actor, **fields: object) -> Channel:
        """Store a channel (its secret goes to ``secrets`` apart) and log it. Blocks for one transaction."""
        need_kind(kind)

        def work(tx: Tx) -> ChannelId:
            actor.need(roles.channel_task(kind), tx)
            if any(being_erased(tx, one) for one, _ in tx.channel_erasure.channel_ids(f"{kind}:{name}")):
                raise DomainError("channel_being_erased", channel=f"{kind}:{name}")
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
            actor.need(roles.channel_task(channel.kind), tx)
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
        if self.built("classifier"):
            self.classifier.on_changes(changes)
        if self.built("pictures"):
            self.pictures.on_changes(changes)
        policy = any(one.what == "policy" for one in changes)
        if (policy or any(one.what == "lease" for one in changes)) and not self._closed:
            with contextlib.suppress(RuntimeError):  # it is being closed just now
                self._reads.submit(self._led, changes)
                if policy:
                    self._reads.submit(self.store.read, self.house.permissions)
        for listener in self._listeners:
            listener(changes)

    def _led(self, changes: tuple[Changed, ...]) -> None:
        """Who leads settles policies, and goes on with what was being erased; built here on a reader thread."""
        if self.built("engine") and self.engine.leading:
            self.lifecycle.on_changes(changes)
            if any(one.what == "lease" for one in changes) and self.store.read(states):
                self.erasures.resume()


def _founded(tx: Tx, os_user: str) -> str:
    """Give a new workspace its id, its lead and its first audit entry; returns the id."""
    found = tx.settings.meta("workspace_id")
    if found is not None:
        return found
    import uuid

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
        from console.audit.entry import build

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


__all__ = ["Console", "version"]
