"""Connecting an account on the command line: channel add, set, watch; and a channel's JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from console.cli import shapes
from console.cli.queue_commands import channel as named_channel
from console.cli.session import Session, common, secret_from
from console.connectors import registry
from console.connectors.oauth import Words
from console.domain.comment import Channel
from console.domain.errors import KeyringUnavailable, UsageError
from console.domain.vocabulary import FOLLOWERS
from console.services.company import need_kind
from console.services.connecting import (
    SHORTEST_INTERVAL,
    account_facts,
    gathered,
    settled,
    signed_in,
    typed_option,
    watch_of,
    watch_words,
    watches_changed,
)
from console.services.roles import channel_task

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.domain.ports import AccountInfo
    from console.runtime.app import Console


@click.command("add")
@click.argument("kind")
@click.option("--name", help="How you call it; by default the account's handle.")
@click.option("--server", default="", help="The platform's address, if not the usual one.")
@click.option("--handle", default="", help="The account, e.g. brand.bsky.social.")
@click.option(
    "--language", "tongue", type=click.Choice(["fr", "en"]), help="Language of texts too short to tell."
)
@click.option(
    "--option",
    "given",
    multiple=True,
    metavar="NAME=VALUE",
    help="What else the platform needs; may be repeated.",
)
@click.option("--secret-stdin", is_flag=True, help="Read the password or token from standard input.")
@click.option("--sign-in", "by_browser", is_flag=True, help="Sign in through the browser instead.")
@click.option("--no-browser", is_flag=True, help="Only print the address to open, on this machine.")
@common
@click.pass_obj
def channel_add(
    session: Session,
    kind: str,
    name: str | None,
    server: str,
    handle: str,
    tongue: str | None,
    given: tuple[str, ...],
    secret_stdin: bool,
    by_browser: bool,
    no_browser: bool,
) -> None:
    """Connect an account: it is tested first, its secret goes to the keyring."""
    spec = registry.spec(kind)
    console = session.console()
    actor = session.actor()
    actor.need(channel_task(kind))
    need_kind(kind)
    values = {**_options(given), "server": server, "handle": handle}
    by_browser = by_browser or no_browser
    wanted = gathered(
        kind,
        values,
        secret=secret_from(secret_stdin),
        name=name or "",
        language=tongue,
        signing_in=by_browser,
    )
    if by_browser:
        browser = _Browser(session, show=not no_browser)
        wanted = session.run(lambda c: signed_in(wanted, values, browser, _browser_words(session), c.clock))
    secret = wanted.secret or None
    warnings: list[str] = []
    trial = Channel(
        id=0,  # type: ignore[arg-type]
        kind=kind,
        name=wanted.name,
        server=wanted.server,
        handle=wanted.handle,
        options=wanted.options,
    )
    if secret is not None:
        session.memory.set(trial.key, console.workspace_id, secret)
    info = None
    if spec.pull_interval:
        info = session.run(lambda c: check_account(c, trial))
        warnings += info.warnings
        named = bool(name)
        wanted = console.store.read(lambda r: settled(r, wanted, info, named=named))
        if secret is not None:
            session.memory.set(f"{kind}:{wanted.name}", console.workspace_id, secret)
    stored = console.add_channel(
        kind,
        wanted.name,
        actor,
        server=wanted.server,
        handle=info.handle if info is not None and info.handle else wanted.handle,
        remote_id=info.remote_id if info is not None else "",
        language=tongue,
        options=wanted.options,
        account={} if info is None else account_facts(info),
        state="ok",
    )
    keyring_code = None
    if secret is not None:
        try:
            console.secrets.sign_in(stored.key, console.workspace_id, secret)
        except KeyringUnavailable as error:
            # The channel works as long as the secret is given each time: stored, said, exit 3.
            keyring_code = error.code
            session.exit_code = 3
    told = body(stored) | {"account": None if info is None else info.name or info.handle, "warnings": warnings,
                            "lacking": {} if info is None else dict(info.lacking),
                            "secret": "none" if secret is None else keyring_code or "keyring"}  # fmt: skip
    session.show(told, lambda value: _added(value, session.language))
    if keyring_code is not None:
        from console.cli.sentences import sentence

        session.say(f"vigie: error: {sentence(KeyringUnavailable(keyring_code), session.language)}")


def _added(value: Mapping[str, Any], language: str) -> str:
    """What became of it, what to mind, what comes next."""
    from console.cli.mastodon_sentences import REMARKS

    known = " · ".join(
        one
        for one in (value["account"], value["handle"] and f"@{value['handle'].lstrip('@')}", value["server"])
        if one
    )
    lines = [
        {"en": f"{value['key']} added.", "fr": f"{value['key']} ajouté."}[language]
        + (f" {known}" if known else "")
    ]
    lines += [REMARKS[one][language] for one in value["warnings"] if one in REMARKS]
    needed = {one: need for one, need in value["lacking"].items() if one != FOLLOWERS}
    if lacks := ", ".join(sorted(set(needed.values()))):
        lines.append(
            {
                "en": f"The token lacks: {lacks}. Some actions will not work until it has them.",
                "fr": f"Il manque au jeton\u00a0: {lacks}. Certaines actions ne marcheront pas d’ici là.",
            }[language]
        )
    if need := value["lacking"].get(FOLLOWERS):
        lines.append(
            {
                "en": f"Without {need}, how many follow an author is not read.",
                "fr": f"Sans {need}, le nombre d’abonnés des auteurs n’est pas lu.",
            }[language]
        )
    if registry.spec(value["kind"]).pull_interval:
        lines.append(
            {
                "en": "Its comments come in with: vigie pull",
                "fr": "Ses commentaires arrivent avec\u00a0: vigie pull",
            }[language]
        )
    return "\n".join(lines)


def _options(given: tuple[str, ...]) -> dict[str, str]:
    """``NAME=VALUE`` pairs; UsageError ``bad_option`` for anything else."""
    found = {}
    for one in given:
        name, equals, value = one.partition("=")
        if not equals or not name.strip():
            raise UsageError("bad_option", given=one)
        found[name.strip()] = value
    return found


class _Browser:
    """Prints the address, and opens it where that is wanted and possible."""

    def __init__(self, session: Session, *, show: bool) -> None:
        self._session, self._show = session, show

    def open(self, url: str) -> None:
        """Say where to sign in, on standard error: standard output is for the result."""
        words = {"en": "Sign in here:", "fr": "Connectez-vous ici\u00a0:"}[self._session.language]
        click.echo(f"{words} {url}", err=True)
        if self._show:
            import webbrowser

            webbrowser.open(url)


def _browser_words(session: Session) -> Words:
    if session.language == "en":
        return Words()
    return Words(
        done="Connexion réussie. Vous pouvez fermer cette page et revenir à Vigie.",
        failed="La connexion n’a pas abouti. Revenez à Vigie pour recommencer.",
    )


@click.command("set")
@click.argument("name")
@click.option("--interval", type=click.IntRange(SHORTEST_INTERVAL, 86_400), help="Seconds between two pulls.")
@click.option(
    "--closely",
    type=click.IntRange(0, 7 * 24 * 60),
    metavar="MINUTES",
    help="Pull four times as often for so long, as in a crisis; 0 ends it.",
)
@click.option(
    "--option",
    "given",
    multiple=True,
    metavar="NAME=VALUE",
    help="An option of the platform; empty: take it away.",
)
@common
@click.pass_obj
def channel_set(
    session: Session, name: str, interval: int | None, closely: int | None, given: tuple[str, ...]
) -> None:
    """Change how a channel is pulled."""
    console = session.console(must_exist=True)
    found = named_channel(console, name)
    actor = session.actor()
    actor.need(channel_task(found.kind))
    spec = registry.spec(found.kind)
    known = {*spec.options, *(one.name for one in spec.needs)} - {
        "server",
        "handle",
        "secret",
        *spec.secret_parts,
    }
    options = dict(found.options)
    for one, value in _options(given).items():
        if one not in known:
            raise UsageError("need_unknown", need=one, known=", ".join(sorted(known)))
        if value:
            options[one] = typed_option(spec, one, value)
        else:
            options.pop(one, None)
    if interval is not None:
        options["interval"] = interval
    fields: dict[str, object] = {"options": options}
    if closely is not None:
        options.pop("closely_until", None)
        if closely:
            options["closely_until"] = console.clock.now() + closely * 60
            fields["next_pull_at"] = console.clock.now()
    console.set_channel(found, actor, "channel_changed", **fields).result()
    session.show(body(named_channel(console, name)), lambda value: f"{value['key']}: {value['options']}")


@click.command("watch")
@click.argument("name")
@click.option(
    "--add", "added", multiple=True, metavar="TERM", help="keyword:late parcel, #hashtag or @account."
)
@click.option("--remove", "dropped", multiple=True, metavar="TERM")
@common
@click.pass_obj
def channel_watch(session: Session, name: str, added: tuple[str, ...], dropped: tuple[str, ...]) -> None:
    """What is searched for on the platform beside the comments under your posts."""
    console = session.console(must_exist=True)
    found = named_channel(console, name)
    offered = registry.spec(found.kind).watches
    present = found.options.get("watches") or []
    if added or dropped:
        actor = session.actor()
        actor.need(channel_task(found.kind))
        if not offered:
            raise UsageError("watch_not_offered", watch="", known="-")
        watches = watches_changed(
            present,
            [watch_of(one, offered) for one in added],
            [watch_of(one, ("keyword", "hashtag", "account")) for one in dropped],
        )
        options = {**found.options, "watches": watches}
        console.set_channel(found, actor, "channel_changed", options=options).result()
        present = watches
    session.show(
        {"key": found.key, "offered": list(offered), "watches": list(present)},
        lambda value: (
            "\n".join(watch_words(one) for one in value["watches"])
            or {"en": "Nothing is watched.", "fr": "Rien n’est surveillé."}[session.language]
        ),
    )


async def check_account(console: Console, channel: Channel) -> AccountInfo:
    """Sign in once with the channel's secret and say whose account it is. Raises what the platform refuses."""
    connector = await console.engine.connections.get(channel)
    try:
        return await connector.check()
    finally:
        await console.engine.connections.forget(int(channel.id))


def body(one: Channel) -> dict[str, Any]:
    """A channel as JSON: what it is, how it stands, what is left of its budget. No secret."""
    return {
        "id": str(one.id),
        "key": one.key,
        "kind": one.kind,
        "name": one.name,
        "server": one.server,
        "handle": one.handle,
        "remote_id": one.remote_id,
        "state": "paused" if one.paused else one.state,
        "error": one.state_code,
        "last_pull_at": shapes.moment(one.last_pull_at),
        "next_pull_at": shapes.moment(one.next_pull_at),
        "newest_at": shapes.moment(one.newest_at),
        "interval": one.options.get("interval", registry.spec(one.kind).pull_interval),
        "options": {
            key: value
            for key, value in one.options.items()
            if key not in ("interval", "watches", "closely_until")
        },
        "closely_until": shapes.moment(one.options.get("closely_until")),
        "watches": list(one.options.get("watches") or []),
        "budget": {**one.budget, "resets_at": shapes.moment(one.budget.get("resets_at"))}
        if one.budget
        else None,
        "expires_at": shapes.moment(one.account.get("expires_at")),
    }
