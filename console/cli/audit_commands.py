"""Proof and health: audit list, verify and export, doctor, bench."""

from __future__ import annotations

import json
import platform
import sys
from functools import partial
from pathlib import Path
from typing import Any

import click

from console import paths
from console.audit.verify import verify
from console.classify.packs import EMBEDDED
from console.cli import shapes
from console.cli.company_checks import company_checks, disk_check
from console.cli.sentences import sentence
from console.cli.session import ID, Session, common
from console.cli.upgrade_sentences import older_schema
from console.domain.errors import ClassifierAway, EnvironmentFailure, VigieError
from console.runtime.app import version
from console.services.packs import Packs, PackState
from console.store import SQLITE_VERSION, AuditFilter

FAULT_WORDS = {
    "en": {"edited": "an entry was edited", "deleted": "an entry was deleted", "inserted": "an entry was inserted",
           "reordered": "entries were put in another order", "truncated": "the end was cut off"},
    "fr": {"edited": "une entrée a été modifiée", "deleted": "une entrée a été supprimée",
           "inserted": "une entrée a été insérée", "reordered": "des entrées ont changé de place",
           "truncated": "la fin a été coupée"},
}  # fmt: skip


@click.group()
@common
def audit() -> None:
    """The tamper-evident log of who did what, when and why."""


@audit.command("list")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1, 1_000_000))
@click.option("--who", "actor", help="Only this actor.")
@click.option("--event")
@click.option("--action")
@click.option("--channel")
@click.option("--category")
@click.option("--outcome")
@click.option("--comment", type=ID, help="The whole chain of one comment, oldest first.")
@common
@click.pass_obj
def audit_list(
    session: Session,
    limit: int,
    actor: str | None,
    event: str | None,
    action: str | None,
    channel: str | None,
    category: str | None,
    outcome: str | None,
    comment: int | None,
) -> None:
    """The newest entries, or one comment's from first to last."""
    console = session.console(must_exist=True)
    session.actor().need("audit")
    wanted = AuditFilter(actor, event, action, channel, category, outcome, comment)
    rows = console.store.read(lambda r: r.audit.find(wanted, limit))
    if comment is not None:
        rows.reverse()
    items = [{"sequence": one.sequence, "hash": one.hash, **_entry(one.entry)} for one in rows]
    session.show(
        {"items": items},
        lambda value: "\n".join(
            f"{one['sequence']:>6}  {shapes.moment(one['at']) if isinstance(one.get('at'), int) else '?':<20}"
            f"  {one.get('actor', '?')!s:<12}  {one.get('event', '?')!s:<18}"
            f"  {one.get('action', ''):<8}  {one.get('comment', '')!s:<7} {one.get('outcome', '')}"
            for one in value["items"]
        ),
    )


def _entry(text: str) -> dict[str, Any]:
    """An entry's fields; what somebody made of it by hand is shown as it is, since the list must not end there."""
    try:
        fields = json.loads(text)
    except (TypeError, ValueError):
        return {"unreadable": str(text)[:200]}
    return fields if isinstance(fields, dict) else {"unreadable": text[:200]}


@audit.command("verify")
@click.option("--anchor", "anchors", multiple=True, metavar="HASH", help="Must be the hash of an entry.")
@click.option("--thorough", is_flag=True, help="Also compare every entry with its canonical form.")
@common
@click.pass_obj
def audit_verify(session: Session, anchors: tuple[str, ...], thorough: bool) -> None:
    """Check the whole chain; names the first broken entry and the kind of tampering, exit 1."""
    console = session.console(must_exist=True)
    result = console.store.snapshot(
        lambda r: verify(r.audit.rows(), r.audit.head(), anchors=anchors, thorough=thorough)
    )
    bad = result.first_bad
    body = {
        "ok": result.ok,
        "entries": result.entries,
        "head": result.head,
        "first_bad": None if bad is None else {"sequence": bad.sequence, "kind": bad.kind},
        "anchors": dict(result.anchor_found),
        "checked_until": result.checked_until,
    }
    session.exit_code = 0 if result.ok else 1

    def text(value: Any) -> str:
        if value["ok"]:
            return {
                "en": f"The chain holds: {result.entries} entries, anchor {result.head}",
                "fr": f"La chaîne tient\u00a0: {result.entries} entrées, ancre {result.head}",
            }[session.language]
        if bad is None:
            return {"en": "An anchor was not found.", "fr": "Une ancre n’a pas été trouvée."}[
                session.language
            ]
        kind = FAULT_WORDS[session.language][bad.kind]
        return {
            "en": f"Log broken at entry {bad.sequence}: {kind}. Export now, keep the file, tell your lead.",
            "fr": f"Journal rompu à l’entrée {bad.sequence}\u00a0: {kind}. Exportez, gardez le fichier, prévenez un lead.",
        }[session.language]

    session.show(body, text)


@audit.command("export")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["jsonl", "csv", "dsa", "dsa-csv"]),
    default="jsonl",
    show_default=True,
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Instead of standard output."
)
@click.option(
    "--private",
    is_flag=True,
    help="With the clear values behind the commitments, where not erased and not about direct messages.",
)
@common
@click.pass_obj
def audit_export(session: Session, format_: str, output: Path | None, private: bool) -> None:
    """Write the log out; the export itself is an entry."""
    from console.services.audit_desk import export_log, write_log

    console = session.console(must_exist=True)
    actor = session.actor()
    if output is None:
        write_log(console.store, actor, sys.stdout, format_, language=session.language, private=private)
        return
    written = export_log(console.store, actor, output, format_, language=session.language, private=private)
    session.show(
        {"file": str(output), "entries": written}, lambda value: f"{value['file']}: {value['entries']}"
    )


@click.command()
@common
@click.pass_obj
def doctor(session: Session) -> None:
    """What this machine and this workspace are like, for a bug report; no text of any comment."""
    checks: list[dict[str, Any]] = []

    def check(name: str, work: Any) -> None:
        try:
            checks.append({"check": name, "ok": True, "found": work()})
        except (VigieError, OSError, ImportError) as error:
            failed: dict[str, Any] = {"check": name, "ok": False}
            failed["found"] = error.code if isinstance(error, VigieError) else type(error).__name__
            if isinstance(error, EnvironmentFailure) and name == "opens":
                failed["text"] = sentence(error, session.language)
            checks.append(failed)

    check("vigie", version)
    check("python", platform.python_version)
    check("system", platform.platform)
    check("sqlite", lambda: SQLITE_VERSION)
    check("resources", lambda: str(paths.resources()) if paths.resources().is_dir() else _missing())
    check("classifier", _classifier)
    for pack in Packs().states():
        if pack.damaged or pack.installed is not None:
            check(f"pack {pack.pack.name}", partial(_pack, pack))
    check("keyring", _keyring)
    checks += company_checks(session.language)
    checks.append(disk_check(session.path, session.language))
    if session.path.exists():
        check("workspace", lambda: str(session.path))
        checks.append(_place(session))
        older = older_schema(session)
        if older:  # looking at it upgrades nothing: others may work on it with the earlier version
            checks.append({"check": "opens", "ok": True, "found": "older", "text": older})
        else:
            check("opens", lambda: bool(session.console()))
        if checks[-1]["ok"] and not older:
            console = session.console()
            check("integrity", console.store.integrity)
            check("audit", lambda: _audit(session))
            engine, second = console.classifier.chosen()
            for name in dict.fromkeys((engine, second)):
                if name not in (None, EMBEDDED):
                    check(f"engine {name}", partial(_classifier, name))
            check("engines", lambda: {"reads": engine, "second": second})
            check("outbox", lambda: console.store.read(lambda r: r.outbox.counts()))
            check("retention", lambda: _kept(session))
            check(
                "channels",
                lambda: {one.key: one.state for one in console.store.read(lambda r: r.channels.all())},
            )
    backups = sorted(str(one) for one in session.path.parent.glob(f"{session.path.name}*.bak"))
    body = {"ok": all(one["ok"] for one in checks), "checks": checks, "backups": backups}
    session.exit_code = 0 if body["ok"] else 1
    session.show(
        body,
        lambda value: "\n".join(
            [
                f"{'ok ' if one['ok'] else 'NO '} {one['check']:<12} {one.get('text', one['found'])}"
                for one in value["checks"]
            ]
            + [f"    backup       {one}" for one in value["backups"]]
        ),
    )


def _place(session: Session) -> dict[str, Any]:
    """Whether the workspace lies where SQLite's log holds: not on a share, not where it is synchronised."""
    from console.shares import told_of

    against = told_of(session.path)
    found = f"shared or synchronised, not safe for a workspace: {against}" if against else "on this machine"
    return {"check": "place", "ok": not against, "found": found}


def _kept(session: Session) -> str:
    """How long things are kept, and whose word that is."""
    from console.cli.retention_sentences import kept_text

    return kept_text(session.console().retention.kept(), None, (), session.language).partition("\n")[0]


def _missing() -> str:
    raise OSError("no resources")


def _classifier(name: str = EMBEDDED) -> str:
    from console.classify.client import Client
    from console.domain.verdict import ClassifyItem
    from console.runtime.reader import installed_engine

    engine = installed_engine(name)
    with Client(engine.command, timing=engine.timing) as client:
        verdict = client([ClassifyItem("probe", "Bonjour")])[0]
    if verdict.failed:
        raise ClassifierAway(why="failed")
    return f"{verdict.engine} {verdict.engine_version}"


def _pack(one: PackState) -> str:
    """Version of an installed pack, once every file was compared with its hash; VigieError where one differs."""
    if one.installed is None:
        raise EnvironmentFailure("pack_damaged")
    if not all(file.ok for file in Packs().check(one.pack.name)):
        raise EnvironmentFailure("pack_hash_mismatch")
    return f"{one.installed.version}, {len(one.installed.files)} files match their hashes"


def _keyring() -> str:
    from console.secrets import KeyringSecrets

    KeyringSecrets().get("doctor:probe", "none")
    return "answers"


def _audit(session: Session) -> str:
    result = session.console().store.snapshot(lambda r: verify(r.audit.rows(), r.audit.head()))
    if not result.ok:
        raise VigieError("audit_broken")
    return f"{result.entries} entries hold"


@click.command()
@click.argument("name", required=False)
@common
@click.pass_obj
def bench(session: Session, name: str | None) -> None:
    """Measure against a raw limit or a peer in the same run; prints ratios."""
    from console.cli.bench import FIGURES, run

    rows = run(name)
    body = {
        "name": name or "all",
        "machine": {
            "python": platform.python_version(),
            "sqlite": SQLITE_VERSION,
            "cpu": platform.machine(),
        },
        "rows": rows,
        "figures": list(FIGURES),
    }
    session.exit_code = 0 if all(one["ok"] for one in rows) else 1
    session.show(
        body,
        lambda value: "\n".join(
            f"{'ok ' if one['ok'] else 'NO '} {one['figure']:<42} {one['value']:>12,.2f} {one['unit']:<10}"
            f" {one['peer']:<22} {one['peer_value']:>12,.2f}  x{one['ratio']:.2f}  goal {one['goal']}"
            for one in value["rows"]
        ),
    )


COMMANDS = (audit, doctor, bench)
