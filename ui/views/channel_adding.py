"""What adding a tested account comes to: its name here, the stored channel, its secret in the keyring."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.domain.errors import KeyringUnavailable
from console.services.connecting import account_facts, settled

if TYPE_CHECKING:
    from console.domain.comment import Channel
    from console.domain.ports import AccountInfo
    from console.runtime.app import Console
    from console.services.channel_desk import NewChannel
    from console.services.roles import Actor


def add(
    console: Console, made: NewChannel, info: AccountInfo, actor: Actor, *, named: bool
) -> tuple[Channel, KeyringUnavailable | None]:
    """Store the channel, then its secret; the keyring's error where it could not be kept: the channel works until the end.

    Blocks. The same account again keeps what was chosen for it before: interval, watch terms. ``named``: a person chose
    the name. Raises UsageError ``channel_taken``.
    """
    made = console.store.read(lambda r: settled(r, made, info, named=named))
    known = console.store.read(lambda r: r.channels.find(f"{made.kind}:{made.name}"))
    before = known[0].options if known else {}
    stored = console.add_channel(
        made.kind,
        made.name,
        actor,
        server=made.server,
        handle=info.handle or made.handle,
        remote_id=info.remote_id,
        language=made.language,
        options={**before, **made.options},
        account=account_facts(info),
        state="new",
        next_pull_at=None,
    )
    try:
        if made.secret:
            console.secrets.sign_in(stored.key, console.workspace_id, made.secret)
    except KeyringUnavailable as error:
        return stored, error
    return stored, None
