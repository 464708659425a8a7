"""Connecting an account: what a person must give, put together as the platform wants it; sign-in; watch terms."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from console.connectors import registry
from console.domain.errors import UsageError
from console.services.channel_desk import NewChannel

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from console.connectors.oauth import Browser, Words
    from console.domain.comment import Channel
    from console.domain.ports import AccountInfo, Clock, Need, PlatformSpec
    from console.store import Reading

#: The kinds of watch terms there are; which of them a platform can search for is in its spec.
WATCHES: Final = ("keyword", "hashtag", "account")
#: Terms of one channel: each costs a request of the account's budget with every pull.
MOST_WATCHES: Final = 20
_LONGEST: Final = 100
_LONGEST_NAME: Final = 60
#: Pulling more often than this many seconds is refused: platforms count requests.
SHORTEST_INTERVAL: Final = 20


def gathered(
    kind: str,
    given: Mapping[str, str],
    *,
    secret: str | None = None,
    name: str = "",
    language: str | None = None,
    signing_in: bool = False,
) -> NewChannel:
    """What a person gave, as a channel to be: ``given`` by the names of ``PlatformSpec.needs``.

    ``signing_in``: the secret comes from the browser later. Raises UsageError ``need_missing`` (need), ``need_bad``
    (need, value), ``need_unknown`` (need, known), ``secret_needed``, ``bad_channel_name``.
    """
    spec = registry.spec(kind)
    values = {key: value.strip() for key, value in given.items() if value.strip()}
    known = {one.name for one in spec.needs} | {"server", "handle"} | {*spec.secret_parts, *spec.options}
    known.discard("secret")  # it comes apart: among the options it would lie in the workspace in clear
    for one in values:
        if one not in known:
            raise UsageError("need_unknown", need=one, known=", ".join(sorted(known)))
    parts = {one: values.pop(one) for one in spec.secret_parts if one in values}
    if not secret and parts and set(parts) == set(spec.secret_parts):
        secret = json.dumps(parts)
    for need in spec.needs:
        _check(need, values, parts, spec, has_secret=bool(secret) or signing_in)
    if spec.needs_secret and not secret and not signing_in:
        raise UsageError("secret_needed", kind=kind)
    handle = values.pop("handle", "")
    server = values.pop("server", "") or spec.default_server
    kinds = {need.name: need.kind for need in spec.needs}
    options: dict[str, Any] = {one: _typed(kinds.get(one, ""), value) for one, value in values.items()}
    name = (name or handle.lstrip("@") or spec.kind).strip()
    if ":" in name or not name:
        raise UsageError("bad_channel_name", name=name)
    return NewChannel(kind, name, server, handle, language, secret or "", options)


def _check(
    need: Need, values: Mapping[str, str], parts: Mapping[str, str], spec: PlatformSpec, *, has_secret: bool
) -> None:
    value = values.get(need.name) or parts.get(need.name) or need.default
    if not value:
        within = need.name == "secret" or need.name in spec.secret_parts
        if need.required and not (within and has_secret):
            if need.name == "secret":
                raise UsageError("secret_needed", kind=spec.kind)
            raise UsageError("need_missing", need=need.name, kind=spec.kind)
        return
    if need.kind == "choice" and value not in need.choices:
        raise UsageError("need_bad", need=need.name, value=value, known=", ".join(need.choices))
    if need.kind == "number" and not (value.isascii() and value.isdigit()):
        raise UsageError("need_bad", need=need.name, value=value, known="0-9")


def typed_option(spec: PlatformSpec, name: str, value: str) -> Any:
    """An option as it is stored; UsageError ``need_bad``."""
    for need in spec.needs:
        if need.name == name:
            _check(need, {name: value}, {}, spec, has_secret=True)
            return _typed(need.kind, value)
    return _typed("", value)


def _typed(kind: str, value: str) -> Any:
    """Numbers as numbers: also where the option is no need, as ``history_days``."""
    plain = value.isascii() and value.isdigit() and len(value) < 10
    return int(value) if kind == "number" or (not kind and plain) else value


async def signed_in(
    wanted: NewChannel, given: Mapping[str, str], browser: Browser, words: Words, clock: Clock
) -> NewChannel:
    """``wanted`` with the secret that the platform's sign-in in the browser gives. Raises as ``registry.sign_in``."""
    granted = await registry.sign_in(wanted.kind, wanted.server, given, browser, words, clock)
    return replace(
        wanted,
        secret=granted.secret,
        handle=wanted.handle or granted.handle,
        options={**wanted.options, **granted.options},
    )


def settled(reading: Reading, wanted: NewChannel, info: AccountInfo, *, named: bool) -> NewChannel:
    """``wanted`` as it is stored once its account is known: the server as the platform calls it, and a name of its own.

    ``named``: a person chose the name, which is kept. Raises UsageError ``channel_taken`` where a channel of that name
    is another account: its comments and its place in them would become this one's. Nobody chose it: the server is put
    behind it, and an account that has a channel keeps that one's name.
    """
    server = _server_of(wanted, info)
    if not named and info.remote_id:
        for known in reading.channels.all():
            if known.kind == wanted.kind and known.remote_id and _same(known, info, server):
                return replace(wanted, name=known.name, server=server)
    name = wanted.name if named or wanted.name != wanted.kind else _account_name(wanted, info)
    for one in (name, f"{name}@{_host(server)}".replace(":", "-")[:_LONGEST_NAME]):
        there = reading.channels.keyed(wanted.kind, one)
        if there is None or _same(there, info, server):
            return replace(wanted, name=one, server=server)
        if named:
            break
    raise UsageError("channel_taken", name=name, kind=wanted.kind)


def _account_name(wanted: NewChannel, info: AccountInfo) -> str:
    """The first word of its handle, else what the platform calls it."""
    known = info.handle.lstrip("@").partition("@")[0].partition(".")[0] or info.name
    return known.replace(":", "-").strip()[:_LONGEST_NAME] or wanted.name


def _server_of(wanted: NewChannel, info: AccountInfo) -> str:
    """What was written, put right by whoever answered there; a host that was not written is none of ours to store."""
    host = _host(info.server)
    return info.server if host and host in wanted.server.casefold() else wanted.server


def _host(server: str) -> str:
    try:
        return urlsplit(server).netloc.casefold()
    except ValueError:
        return ""


def _same(there: Channel, info: AccountInfo, server: str) -> bool:
    """Whether a channel is this account. A number is an account's name on its own server alone."""
    if not there.remote_id or not info.remote_id:
        return True
    if there.remote_id != info.remote_id:
        return False
    return not info.remote_id.isdigit() or _host(there.server) in ("", _host(server))


def account_facts(info: AccountInfo) -> dict[str, Any]:
    """What a channel keeps of a sign-in: until when it holds, what its token lacks, what else to know."""
    return {
        "expires_at": info.expires_at,
        "lacking": dict(info.lacking),
        "warnings": list(info.warnings),
        "name": info.name,
        "offers": dict(info.offers),
    }


# ---------------------------------------------------------------------- watch terms


def watch_of(written: str, offered: Sequence[str]) -> dict[str, str]:
    """``keyword:late parcel``, ``#lormel``, ``@joe`` or a bare word as a watch term of a channel.

    Raises UsageError ``watch_bad`` (empty, or longer than 100 characters) and ``watch_not_offered`` (the platform
    cannot search for that).
    """
    text = " ".join(written.split())
    kind, colon, rest = text.partition(":")
    if colon and kind.lower() in WATCHES:
        kind, text = kind.lower(), rest.strip()
    elif text.startswith("#"):
        kind = "hashtag"
    elif text.startswith("@"):
        kind = "account"
    else:
        kind = "keyword"
    text = text.lstrip("#@") if kind in ("hashtag", "account") else text
    if not text or len(text) > _LONGEST or (kind != "keyword" and " " in text):
        raise UsageError("watch_bad", text=written[:_LONGEST])
    if kind not in offered:
        raise UsageError("watch_not_offered", watch=kind, known=", ".join(offered))
    return {"kind": kind, "text": text}


def watches_changed(
    present: Iterable[Mapping[str, str]], add: Iterable[Mapping[str, str]], drop: Iterable[Mapping[str, str]]
) -> list[dict[str, str]]:
    """The terms of a channel after a change, each once. UsageError ``watch_too_many`` and ``watch_unknown``."""
    kept = {(one["kind"], one["text"].casefold()): dict(one) for one in present}
    for one in drop:
        if kept.pop((one["kind"], one["text"].casefold()), None) is None:
            raise UsageError("watch_unknown", watch=f"{one['kind']}:{one['text']}")
    for one in add:
        kept.setdefault((one["kind"], one["text"].casefold()), dict(one))
    if len(kept) > MOST_WATCHES:
        raise UsageError("watch_too_many", most=MOST_WATCHES)
    return list(kept.values())


def watch_words(one: Mapping[str, str]) -> str:
    """A term as a person writes it."""
    sign = {"hashtag": "#", "account": "@"}.get(one["kind"], "")
    return f"{sign}{one['text']}" if sign else f"keyword:{one['text']}"
