"""The services of one open workspace, each built when it is first asked for: the window's first paint needs few."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, overload

from console import paths
from console.services import roles
from console.services.policies import Policies

if TYPE_CHECKING:
    from collections.abc import Callable

    from console.domain.events import Changed
    from console.domain.ports import Clock
    from console.runtime.backtester import Backtester
    from console.runtime.bulk import BulkDesk
    from console.runtime.classifier import ClassifierDesk
    from console.runtime.engine import Engine
    from console.runtime.erasing import ErasureDesk
    from console.runtime.policy_life import PolicyLife
    from console.runtime.reader import Reader
    from console.secrets import ChainedSecrets
    from console.services.alike import Alike
    from console.services.assigning import Assigning
    from console.services.automation import Automation
    from console.services.claiming import Claiming
    from console.services.erasing import Erasing
    from console.services.exposure import ExposureDesk
    from console.services.holds import Holds
    from console.services.learning import FeedbackDesk
    from console.services.leaving import Leaving
    from console.services.members import Team
    from console.services.notes import Notes
    from console.services.past import Past
    from console.services.pictures import Pictures
    from console.services.replies import Replies
    from console.services.retention import Retention
    from console.services.saved_views import SavedViews
    from console.services.spelling import Spelling
    from console.services.tags import Tags
    from console.services.taking_back import TakingBack
    from console.services.triage import Triage
    from console.services.trouble import Troubles
    from console.services.undo import Undo
    from console.store import Store

T = TypeVar("T")


class _Room(Generic[T]):
    """A service that is built once, whichever threads ask for it first; afterwards it is a plain attribute.

    ``functools.cached_property`` has no lock from Python 3.12 on: two threads would get two rooms, one of them never
    closed. One lock for all rooms of a workspace, because building one asks for others.
    """

    def __init__(self, build: Callable[[Any], T]) -> None:
        self._build = build
        self._name = build.__name__
        self.__doc__ = build.__doc__

    @overload
    def __get__(self, rooms: None, owner: type[Rooms]) -> Self: ...

    @overload
    def __get__(self, rooms: Rooms, owner: type[Rooms]) -> T: ...

    def __get__(self, rooms: Rooms | None, owner: type[Rooms]) -> Self | T:
        if rooms is None:
            return self
        with rooms._building:
            if self._name not in rooms.__dict__:
                rooms.__dict__[self._name] = self._build(rooms)
            found: T = rooms.__dict__[self._name]
            return found


class Rooms:
    """What ``Console`` joins. A room is imported with its first use; ``built`` tells whether that was so."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        secrets: ChainedSecrets,
        make_reader: Callable[[], Reader | None],
        workspace_id: str,
    ) -> None:
        self.store = store
        self.clock = clock
        self.secrets = secrets
        self.workspace_id = workspace_id
        self.os_user = paths.os_user()
        self._building = threading.RLock()
        self._make_reader = make_reader
        # One worker: commands take effect in the order in which keys were pressed.
        self._commands = ThreadPoolExecutor(1, thread_name_prefix="commands")
        self._reads = ThreadPoolExecutor(2, thread_name_prefix="reads")
        self.policies = Policies(store)
        #: Whom every actor answers to: today's members, the active policy's permissions, the log of refusals.
        self.house = roles.House(store, lambda reading: self.policies.current(reading).permissions)

    @_Room
    def _reader(self) -> Reader | None:
        """What reads comments, where this workspace was opened with something that does."""
        return self._make_reader()

    def built(self, room: str) -> bool:
        """Whether a room stands already: what was never used need not be told or closed. Waits for nothing."""
        return room in self.__dict__

    def _publish(self, changes: tuple[Changed, ...]) -> None:
        raise NotImplementedError

    @_Room
    def team(self) -> Team:
        """The team; its methods block: ``background(lambda c: c.team.add(...))``."""
        from console.services.members import Team

        return Team(self.store)

    @_Room
    def saved(self) -> SavedViews:
        """Saved views; its methods block: ``background(lambda c: c.saved.list(actor))``."""
        from console.services.saved_views import SavedViews

        return SavedViews(self.store)

    @_Room
    def alike(self) -> Alike:
        """Near-duplicates; its methods block: ``background(lambda c: c.alike.difference(ids))``."""
        from console.services.alike import Alike

        return Alike(self.store)

    @_Room
    def assigning(self) -> Assigning:
        """For whom a comment is; its methods block."""
        from console.services.assigning import Assigning

        return Assigning(self.store)

    @_Room
    def triage(self) -> Triage:
        """From unread comments to ordered work."""
        from console.services.triage import Triage

        return Triage(self.store, self.policies)

    @_Room
    def moderation(self) -> Undo:
        """Decisions and the way back; its methods block."""
        from console.services.undo import Undo

        return Undo(self.store, self.policies, self.clock)

    @_Room
    def claims(self) -> Claiming:
        """Who holds which comment; its methods return at once."""
        from console.services.claiming import Claiming

        return Claiming(self.store, self.clock)

    @_Room
    def past(self) -> Past:
        """The history of decisions, with the ways back; its methods read: ``background(lambda c: c.past.ids())``."""
        from console.services.past import Past

        return Past(self.store, self.policies)

    @_Room
    def deeds(self) -> TakingBack:
        """Taking categories, assignments, tags and notes back; its methods block."""
        from console.services.taking_back import TakingBack

        return TakingBack(self.store, self.policies)

    @_Room
    def erasing(self) -> Erasing:
        """Erasing a person; its methods block: ``background(lambda c: c.erasing.preview(7, actor))``."""
        from console.services.erasing import Erasing

        return Erasing(self.store)

    @_Room
    def erasures(self) -> ErasureDesk:
        """Erasing channels; its methods block: ``background(lambda c: c.erasures.preview(3, actor))``."""
        from console.runtime.erasing import ErasureDesk

        return ErasureDesk(self.store)

    @_Room
    def notes(self) -> Notes:
        """Internal notes; its methods block."""
        from console.services.notes import Notes

        return Notes(self.store)

    @_Room
    def leaving(self) -> Leaving:
        """The outbox for the desk; its methods read."""
        from console.services.leaving import Leaving

        return Leaving(self.store)

    @_Room
    def troubles(self) -> Troubles:
        """What keeps channels from working; it reads."""
        from console.services.trouble import Troubles

        return Troubles(self.store)

    @_Room
    def feedback(self) -> FeedbackDesk:
        """Figures and calibration layers; its methods block: ``background(lambda c: c.feedback.report())``."""
        from console.services.learning import FeedbackDesk

        return FeedbackDesk(self.store, self.triage)

    @_Room
    def exposure(self) -> ExposureDesk:
        """Harsh texts the team read, as a sum; its methods block: ``background(lambda c: c.exposure.team(actor, now))``."""
        from console.services.exposure import ExposureDesk

        return ExposureDesk(self.store)

    @_Room
    def backtests(self) -> Backtester:
        """Replays of the workspace's past through a policy, in child processes."""
        from console.runtime.backtester import Backtester

        return Backtester(self.store)

    @_Room
    def bulk(self) -> BulkDesk:
        """One decision about many; its methods block: ``background(lambda c: c.bulk.preview(ids, "hide", actor))``."""
        from console.runtime.bulk import BulkDesk

        return BulkDesk(
            self.store, self.policies, self.clock, lambda: self._commands.submit(lambda: None).result()
        )

    @_Room
    def replies(self) -> Replies:
        """Saved replies and statements; its methods block: ``background(lambda c: c.replies.offer(7, actor))``."""
        from console.services.replies import Replies

        return Replies(self.store, self.policies, self.clock)

    @_Room
    def spelling(self) -> Spelling:
        """Spelling of replies; its methods block: ``background(lambda c: c.spelling.check(text, "fr", 7))``."""
        from console.services.spelling import Spelling

        words = paths.data_folder() / "words.txt"
        return Spelling(self.store, lambda: self.replies, paths.resources(), words)

    @_Room
    def tags(self) -> Tags:
        """Tags of authors; its methods block: ``background(lambda c: c.tags.tag(7, "vip", actor))``."""
        from console.services.tags import Tags

        return Tags(self.store)

    @_Room
    def automation(self) -> Automation:
        """What may hide alone; its methods block: ``background(lambda c: c.automation.status())``."""
        from console.services.automation import Automation

        return Automation(self.store, self.policies, self.clock, self.os_user)

    @_Room
    def lifecycle(self) -> PolicyLife:
        """The life of policies; its methods block: ``background(lambda c: c.lifecycle.versions())``."""
        from console.runtime.policy_life import PolicyLife

        return PolicyLife(
            self.store,
            self.policies,
            self.triage,
            self.clock,
            self._reader,
            self.backtests,
            lambda: self.engine,
        )

    @_Room
    def classifier(self) -> ClassifierDesk:
        """Engines, second opinions and reading a workspace again."""
        from console.runtime.classifier import ClassifierDesk
        from console.services.rereading import Rereading

        return ClassifierDesk(
            self.store,
            self._reader,
            self.triage,
            Rereading(self.store, self.triage),
            self.os_user,
            self._commands,
        )

    @_Room
    def retention(self) -> Retention:
        """What is kept for how long; its methods block: ``background(lambda c: c.retention.preview())``."""
        from console.services.retention import Retention

        return Retention(self.store)

    @_Room
    def holds(self) -> Holds:
        """What is kept by hand as evidence; its methods block."""
        from console.services.holds import Holds

        return Holds(self.store)

    @_Room
    def pictures(self) -> Pictures:
        """What is attached to comments; its methods return at once: ``pictures.fetch(7, 0)``."""
        from console.services.pictures import Pictures

        return Pictures(self.store, lambda: self.engine.connections, self.engine.submit)

    @_Room
    def engine(self) -> Engine:
        """What pulls, reads and dispatches, once it is started."""
        from console.runtime.connections import Connections
        from console.runtime.engine import Engine
        from console.services.ledger import StoredLedger

        return Engine(
            self.store,
            lambda: Connections(
                self.store.path, self.workspace_id, self.secrets, self.clock, StoredLedger(self.store)
            ),
            self.triage,
            self.moderation,
            self._reader,
            self.clock,
            self.os_user,
            self._publish,
            self.classifier.background,
            self.automation,
            self.claims,
            self.alike,
            self.retention,
        )
