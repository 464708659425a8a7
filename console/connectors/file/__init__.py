"""Exports of other tools as a channel: CSV and JSON Lines, read from disk, acted upon by hand on the platform."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from console.domain.comment import Channel, IncomingComment, PullPage
from console.domain.decision import ActionRequest, ActionResult, Capability, Reconciled
from console.domain.errors import Unsupported
from console.domain.ports import AccountInfo, PlatformSpec, TextMeasure
from console.domain.vocabulary import COMPENSATION, LOCAL_ACTIONS, ActionKind, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["SPEC", "FileConnector", "connect"]


def _measure(text: str) -> TextMeasure:
    return TextMeasure(used=len(text), limit=0, unit="characters")


#: Nobody knows whether the platform that the file came from gives these back.
_FINAL: Final = (ActionKind.DELETE, ActionKind.REPORT)

SPEC: Final = PlatformSpec(
    kind=Kind.FILE.value,
    title="File",
    # Where the comments came from is not known here: every action is done by a person on the platform's own page.
    capabilities=tuple(
        Capability(
            action=action.value, mode="link", reversible=action in COMPENSATION and action not in _FINAL
        )
        for action in ActionKind
        if action not in LOCAL_ACTIONS
    ),
    measure=_measure,
    needs_secret=False,
    pull_interval=0,
)


class FileConnector:
    """The connector of a file channel: there is nobody to call, and it says so."""

    spec = SPEC

    def __init__(self, channel: Channel) -> None:
        self._channel = channel

    async def check(self) -> AccountInfo:
        """A file has no account; the channel's own name stands in."""
        return AccountInfo(remote_id=self._channel.name, handle=self._channel.name, name=self._channel.name)

    async def pull(self, cursor: str | None) -> PullPage:
        """Nothing arrives by itself: comments come in through an import."""
        return PullPage(comments=(), cursor=cursor)

    async def perform(self, request: ActionRequest) -> ActionResult:
        """Unsupported, always: capabilities say ``link``, so the outbox asks a person instead of coming here."""
        raise Unsupported(action=request.action.value, kind=SPEC.kind)

    async def reconcile(self, request: ActionRequest) -> Reconciled:
        """Only a person can tell."""
        return Reconciled(state="cannot_tell")

    async def recheck(self, comments: Sequence[str]) -> dict[str, IncomingComment | None]:
        """Nothing can be asked."""
        return {}

    async def close(self) -> None:
        """Nothing is held open."""


def connect(channel: Channel, secret: str | None = None, *_: Any) -> FileConnector:
    """A connector for a file channel; it needs no secret, no session and no clock."""
    return FileConnector(channel)
