"""Engine packs on the command line: list, install, use, check, hand on, remove. Attached to ``vigie models``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from console import managed, paths
from console.classify.client import Client
from console.classify.packoffer import INDEX
from console.classify.packs import EMBEDDED, Manifest
from console.cli.model_commands import models
from console.cli.pack_sentences import NOTES, PACK_WORDS, STEPS
from console.cli.session import Session, common
from console.domain.errors import ClassifierAway, UsageError, VigieError
from console.domain.verdict import ClassifyItem
from console.offer_words import left_out_sentence
from console.services.packs import Packs, PackState, shown_place

if TYPE_CHECKING:
    from console.classify.packinstall import Plan, Progress
    from console.classify.packoffer import Offers

NONE: Final = "none"
_YES: Final = frozenset({"y", "yes", "o", "oui"})


# ---------------------------------------------------------------------- list


@models.command("list")
@common
@click.pass_obj
def models_list(session: Session) -> None:
    """Engines: which there are, which are installed, which read this workspace, which the company offers."""
    engine, second = _chosen(session)
    packs = Packs()
    offers, failed = _offers(packs)
    items = [_item(one, engine, second, offers) for one in packs.states()]
    company = _company(offers, failed, session.language)
    session.show(
        {"items": items, "company": company},
        lambda value: _table(value["items"], value["company"], session.language),
    )


def _offers(packs: Packs) -> tuple[Offers | None, VigieError | None]:
    """What the company has ready; a server that does not answer takes nothing from the list of what is here."""
    try:
        return packs.offers(), None
    except VigieError as error:
        return None, error


def _company(offers: Offers | None, failed: VigieError | None, language: str) -> dict[str, Any] | None:
    """Where the company offers engines, whether that could be read, and what of its index is left out."""
    if offers is None and failed is None:
        return None
    if failed is not None:
        from console.cli.sentences import sentence

        said = sentence(failed, language)
        return {"source": shown_place(managed.current().packs), "ok": False, "error": failed.code, "say": said, "left_out": []}  # fmt: skip
    assert offers is not None
    left_out = [left_out_sentence(one, language) for one in offers.left_out]
    return {"source": offers.source, "ok": not left_out, "error": None, "say": "", "left_out": left_out}


def _chosen(session: Session) -> tuple[str, str | None]:
    """The workspace's engines; the bundled one alone where there is no workspace yet."""
    return session.console().classifier.chosen() if session.path.exists() else (EMBEDDED, None)


def _ensure_allowed(session: Session) -> None:
    """Engines are the machine's, but whoever acts in a workspace needs the right to change its classifier."""
    if session.path.exists():
        session.actor().need("classifier")


def _item(one: PackState, engine: str, second: str | None, offers: Offers | None) -> dict[str, Any]:
    pack, found = one.pack, one.installed
    offer = None if offers is None else offers.of(pack.name)
    item: dict[str, Any] = {
        "name": pack.name,
        "state": "damaged" if one.damaged else "installed" if one.usable else "available",
        "active": pack.name == engine,
        "second": pack.name == second,
        "version": pack.version,
        "bytes": 0,
        "download_bytes": pack.download_size,
        "licence": pack.licence,
        "languages": list(pack.languages),
        "labels": list(pack.labels),
        "source": pack.source,
        "offered": None if offer is None else offer.to_json(),
    }
    if pack.name == EMBEDDED:
        folder = paths.resources() / "models"
        item |= {"bytes": sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())}
        item |= _embedded_version()
    if found is not None:
        item |= _facts(found)
    return item


def _embedded_version() -> dict[str, Any]:
    try:
        with Client(paths.worker_command()) as client:
            return {
                "version": client([ClassifyItem("probe", "Bonjour")])[0].engine_version,
                "state": "bundled",
            }
    except ClassifierAway:
        return {"state": "damaged"}


def _facts(found: Manifest) -> dict[str, Any]:
    return {
        "name": found.name,
        "version": found.version,
        "bytes": found.size,
        "runtime": found.runtime,
        "precision": found.precision,
        "labels": list(found.labels),
        "languages": list(found.languages),
        "licence": found.licence,
        "per_second": found.speed,
        "agreement": dict(found.agreement),
        "note": found.note,
        "checkpoint_sha256": found.origin.get("sha256"),
    }


def _table(items: list[dict[str, Any]], company: dict[str, Any] | None, language: str) -> str:
    words = PACK_WORDS[language]
    lines = []
    for one in items:
        mark = "*" if one["active"] else "+" if one["second"] else " "
        size = one["bytes"] or one["download_bytes"]
        speed = f"  {one['per_second']:.0f}{words['per_second']}" if one.get("per_second") else ""
        lines.append(
            f"{mark} {one['name']:<24} {words[one['state']]:<11} {size / 1e6:>7.1f} {words['mb']}  {one['licence']:<36} "
            f"{','.join(one['languages']):<21} {one['version']}{speed}"
        )
        if one.get("note"):
            lines.append(f"    {NOTES[language].get(one['note'], one['note'])}")
        if one["offered"] and one["offered"]["version"] != one["version"]:
            size = f"{one['offered']['size'] / 1e6:.1f}"
            lines.append(
                "    "
                + words["offered"].format(
                    size=size, **{key: one["offered"][key] for key in ("name", "version", "licence")}
                )
            )
        elif one["offered"]:
            lines.append("    " + words["offered_same"])
    if company is not None:
        lines.append(words["company"].format(source=company["source"]))
        lines += [f"  {one}" for one in (company["say"], *company["left_out"]) if one]
    return "\n".join([*lines, words["legend"]])


# ---------------------------------------------------------------------- install


@models.command("install")
@click.argument("name", metavar="PACK")
@click.option(
    "--from",
    "source",
    metavar="FILE|FOLDER|URL|publishers",
    help="Instead of the company's server, or of the publishers where it has none.",
)
@click.option(
    "--tokenizer",
    type=click.Path(path_type=Path, file_okay=False),
    help="The folder with config.json and tokenizer.json, for a checkpoint without them.",
)
@click.option("--yes", is_flag=True, help="Licence and size are known; do not ask.")
@common
@click.pass_obj
def models_install(
    session: Session, name: str, source: str | None, tokenizer: Path | None, yes: bool
) -> None:
    """Install an engine, after showing its licence and size. An interrupted download is continued."""
    _ensure_allowed(session)
    packs = Packs()
    plan = packs.plan(name, source, tokenizer)
    session.say(_plan_text(plan, session.language))
    if not yes:
        _ask(session)
    meter = Meter(session)
    found = packs.install(plan, meter)
    meter.end()
    body = {**_facts(found), "replaced": plan.replaces or None}
    session.show(body, lambda _: _installed_text(found, session.language))


def _ask(session: Session) -> None:
    if session.json or not sys.stdin.isatty():
        raise UsageError("pack_confirm_needed")
    answer = click.prompt(PACK_WORDS[session.language]["ask"], default="n", show_default=False, err=True)
    if str(answer).strip().lower() not in _YES:
        raise click.exceptions.Abort


def _plan_text(plan: Plan, language: str) -> str:
    words = PACK_WORDS[language]
    colon = "\u00a0:" if language == "fr" else ":"
    version = f" {plan.pack.version}" if plan.source.offer is not None else ""
    lines = [
        f"{plan.pack.title} ({plan.pack.name}){version}",
        f"  {words['licence']}{colon} {plan.pack.licence}, {plan.pack.source}",
        f"  {words['from']}{colon} {plan.shown}",
        f"  {words['languages']}{colon} {', '.join(plan.pack.languages)}",
    ]
    if plan.download:
        lines.append(f"  {words['download']}{colon} {plan.download / 1e6:.0f} {words['mb']}")
    lines.append(
        f"  {words['space']}{colon} {plan.needed / 1e6:.0f} {words['mb']} ({words['free']}{colon} {plan.free / 1e6:.0f} {words['mb']})"
    )
    if plan.converts:
        lines.append(f"  {words['converts']}")
    if plan.replaces:
        lines.append(f"  {words['replaces']}{colon} {plan.replaces}")
    return "\n".join(lines)


def _installed_text(found: Manifest, language: str) -> str:
    words = PACK_WORDS[language]
    lines = [
        words["installed_line"].format(
            name=found.name,
            version=found.version,
            size=f"{found.size / 1e6:.1f}",
            speed=f"{found.speed:.0f}",
        )
    ]
    if found.agreement.get("texts"):
        lines.append(
            words["agreement"].format(
                texts=found.agreement["texts"],
                difference=f"{found.agreement['max_difference']:.4f}",
                flipped=f"{100 * found.agreement['flipped']:.2f}",
            )
        )
    if found.note:
        lines.append(NOTES[language].get(found.note, found.note))
    return "\n".join([*lines, words["next"].format(name=found.name)])


class Meter:
    """Progress on standard error: one line that grows in a terminal, a line per step and tenth elsewhere."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._live = sys.stderr.isatty()
        self._last: tuple[str, str, int] = ("", "", -1)
        self._open = False

    def __call__(self, one: Progress) -> None:
        """Show a step, if it says anything new."""
        if self._session.json:
            return
        share = int(100 * one.done / one.total) if one.total else -1
        if not self._live and share > 0:
            share -= share % 10
        if (one.step, one.file, share) == self._last:
            return
        fresh = (one.step, one.file) != self._last[:2]
        self._last = (one.step, one.file, share)
        text = STEPS[self._session.language].get(one.step, one.step) + (f" {one.file}" if one.file else "")
        text += f"  {share} %" if share >= 0 else ""
        if self._live and self._open:
            click.echo("\n" if fresh else "\r", err=True, nl=False)
        click.echo(f"{text:<60}" if self._live else text, err=True, nl=not self._live)
        self._open = self._live

    def end(self) -> None:
        """Close the line that is still open."""
        if self._open:
            click.echo("", err=True)
            self._open = False


# ---------------------------------------------------------------------- use, check, hand on, remove


@models.command("use")
@click.argument("name", required=False)
@click.option("--second", metavar="NAME|none", help="An engine that reads too; its verdicts decide nothing.")
@common
@click.pass_obj
def models_use(session: Session, name: str | None, second: str | None) -> None:
    """Let another engine read this workspace, or a second one beside it."""
    if name is None and second is None:
        raise UsageError("pack_use_what")
    console = session.console(must_exist=True)
    actor = session.actor()
    if name is not None:
        console.classifier.use(name, actor).result()
    if second is not None:
        console.classifier.second(None if second == NONE else second, actor).result()
    engine, beside = console.classifier.chosen()
    body = {"engine": engine, "second": beside}
    words = PACK_WORDS[session.language]
    session.show(
        body,
        lambda value: words["using"].format(
            engine=value["engine"], second=value["second"] or words["nobody"]
        ),
    )


@models.command("check")
@click.argument("name", metavar="PACK")
@common
@click.pass_obj
def models_check(session: Session, name: str) -> None:
    """Compare every file of an installed engine with the hash noted when it was installed."""
    checks = Packs().check(name)
    body = {
        "name": name,
        "ok": all(one.ok for one in checks),
        "files": [
            {"file": one.file, "ok": one.ok, "expected": one.expected, "found": one.found or None}
            for one in checks
        ],
    }
    session.exit_code = 0 if body["ok"] else 1
    words = PACK_WORDS[session.language]
    session.show(
        body,
        lambda value: "\n".join(
            f"{words['sound'] if one['ok'] else words['changed'] if one['found'] else words['missing']:<10} "
            f"{one['file']:<20} {one['found'] or '-'}"
            for one in value["files"]
        ),
    )


@models.command("pack")
@click.argument("name", metavar="PACK")
@click.option("-o", "--output", required=True, type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--checkpoint",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Pack this file instead, to be converted.",
)
@click.option("--tokenizer", type=click.Path(path_type=Path, file_okay=False), help="Goes with --checkpoint.")
@common
@click.pass_obj
def models_pack(
    session: Session, name: str, output: Path, checkpoint: Path | None, tokenizer: Path | None
) -> None:
    """Write an installed engine as one file that colleagues install with --from, without network or torch."""
    packs = Packs()
    if checkpoint is None:
        size = packs.export(name, output)
    else:
        size = packs.export_source(name, checkpoint, tokenizer or checkpoint.parent, output)
    words = PACK_WORDS[session.language]
    session.show(
        {"name": name, "path": str(output), "bytes": size},
        lambda value: words["packed"].format(path=value["path"], size=f"{size / 1e6:.1f}", name=name),
    )


@models.command("index")
@click.argument("folder", type=click.Path(path_type=Path))
@common
@click.pass_obj
def models_index(session: Session, folder: Path) -> None:
    """Read every .vigiepack in FOLDER and write index.json beside them: what a company's server offers."""
    words = PACK_WORDS[session.language]
    items, left_out = Packs().write_index(
        folder, lambda name: session.say(words["reading"].format(file=name))
    )
    said = [left_out_sentence(one, session.language) for one in left_out]
    path = str(folder / INDEX) if items else None
    body = {"path": path, "items": [one.to_json() for one in items], "left_out": said}
    session.exit_code = 1 if said else 0

    def told(value: dict[str, Any]) -> str:
        lines = [
            f"{one['name']:<24} {one['size'] / 1e6:>8.1f} {words['mb']}  {one['licence']:<24} {one['version']}  {one['file']}"
            for one in value["items"]
        ]
        lines += [words["left_out"].format(why=one) for one in value["left_out"]]
        return "\n".join([*lines, words["indexed"].format(path=path) if path else words["not_indexed"]])

    session.show(body, told)


@models.command("remove")
@click.argument("name", metavar="PACK")
@common
@click.pass_obj
def models_remove(session: Session, name: str) -> None:
    """Remove an installed engine, and what an interrupted download left of it."""
    _ensure_allowed(session)
    if name != EMBEDDED and name in _chosen(session):
        raise UsageError("pack_in_use", name=name)
    freed = Packs().remove(name)
    words = PACK_WORDS[session.language]
    session.show(
        {"name": name, "freed_bytes": freed},
        lambda _: words["removed"].format(name=name, size=f"{freed / 1e6:.1f}"),
    )


#: Nothing of its own at the top: importing this module adds to ``models``.
COMMANDS: tuple[click.Command, ...] = ()
