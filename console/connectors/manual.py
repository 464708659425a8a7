"""The ``file`` platform: comments come from an import, and every action is done by a person on the site itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from console.connectors.text import character_measure
from console.domain.comment import Channel, IncomingComment, PullPage
from console.domain.decision import ActionRequest, ActionResult, Capability, Reconciled
from console.domain.errors import Unsupported
from console.domain.ports import AccountInfo, Clock, PlatformSpec
from console.domain.vocabulary import COMPENSATION, LOCAL_ACTIONS, ActionKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from console.connectors.sessions import SessionStore

#: Nobody knows whether the platform that the file came from gives these back.
_FINAL: Final = (ActionKind.DELETE, ActionKind.REPORT)

SPEC: Final = PlatformSpec(
    kind="file",
    title="File",
    capabilities=tuple(
        Capability(
            action, "link", reversible=action in COMPENSATION and action not in _FINAL, note="effect.by_hand"
        )
        for action in ActionKind
        if action not in LOCAL_ACTIONS
    ),
    measure=character_measure(0),
    needs_secret=False,
    pull_interval=0,
)


class FileConnector:
    """Has nothing to call: pulls are empty, and an action that reaches it is a person's work."""

    spec = SPEC

    def __init__(self, channel: Channel) -> None:
        self._channel = channel

    async def check(self) -> AccountInfo:
        """There is no account; the channel's own name stands in."""
        return AccountInfo(
            remote_id=self._channel.remote_id or self._channel.name, handle=self._channel.handle
        )

    async def pull(self, cursor: str | None) -> PullPage:
        """Always empty: ``vigie import`` is the way in."""
        return PullPage(comments=(), cursor=cursor)

    async def perform(self, request: ActionRequest) -> ActionResult:
        """Raises Unsupported ``by_hand``."""
        raise Unsupported("by_hand", action=str(request.action))

    async def reconcile(self, request: ActionRequest) -> Reconciled:
        """Only the person knows."""
        return Reconciled("cannot_tell")

    async def recheck(self, comments: Sequence[str]) -> dict[str, IncomingComment | None]:
        """Nothing is known about any of them."""
        return {}

    async def close(self) -> None:
        """Nothing is open."""


def connect(channel: Channel, secret: str | None, sessions: SessionStore, clock: Clock) -> FileConnector:
    """The connector of a file channel; secret, sessions and clock are not needed."""
    return FileConnector(channel)
