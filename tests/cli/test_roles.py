"""Every command of the command line as auditor, as moderator and as a stranger: what reads, reads; what writes, refuses."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import click
import pytest

from console.cli.main import vigie as program
from tests.cli.conftest import Vigie
from tests.cli.test_evasion import Line, Scene, build, opened, put_on, refusal_of
from tests.support.workspaces import raw

#: What notes that somebody came by, and what is not a fact of the workspace.
PASSING = ("audit", "audit_private", "audit_head", "changes", "engine_lease", "sqlite_sequence", "meta")


@dataclass(frozen=True)
class Write:
    """A command that changes something: its words, the clause that bars it, and whether a moderator may."""

    words: tuple[str, ...]
    clause: str
    moderator: bool = False
    outcome: str = "refuse.role"


WRITES = {
    "author erase": Write(("file:gus", "--yes"), "permissions.erase"),
    "author tag": Write(("file:gus", "vip"), "permissions.decide", True),
    "author untag": Write(("file:gus", "vip"), "permissions.decide", True),
    "automation rearm": Write(("R-INS",), "permissions.activation"),
    "bulk pause": Write(("{batch}",), "permissions.decide", True),
    "bulk resume": Write(("{batch}",), "permissions.decide", True),
    "bulk run": Write(("keep", "{neutral}"), "permissions.keep", True),
    "bulk stop": Write(("{batch}",), "permissions.decide", True),
    "bulk undo": Write(("{batch}",), "permissions.undo", True),
    "channel add": Write(("bluesky", "--handle", "a.example"), "permissions.channel"),
    "channel check": Write(("export",), "permissions.pull", True),
    "channel erase": Write(("export", "--yes", "--call-off"), "permissions.erase"),
    "channel pause": Write(("export",), "permissions.import", True),
    "channel remove": Write(("export",), "permissions.import", True),
    "channel set": Write(("export", "--interval", "60"), "permissions.import", True),
    "decide": Write(("{insult}", "keep"), "permissions.keep", True),
    "import": Write(("{file}", "--channel", "export"), "permissions.import", True),
    "member add": Write(("friend",), "permissions.member"),
    "member remove": Write(("max",), "permissions.member"),
    "member rename": Write(("max", "maxim"), "permissions.member"),
    "member role": Write(("max", "lead"), "permissions.member"),
    "models calibrate": Write((), "permissions.decide", True),
    "models install": Write(("detoxify-multilingual", "--from", "nowhere", "--yes"), "permissions.classifier"),
    "models reclassification": Write(("pause",), "permissions.classifier"),
    "models reclassify": Write((), "permissions.classifier"),
    "models remove": Write(("detoxify-multilingual",), "permissions.classifier"),
    "models revert": Write((), "permissions.classifier"),
    "models use": Write(("embedded",), "permissions.classifier"),
    "outbox confirm": Write(("{waiting}", "--done"), "permissions.report"),
    "outbox retry": Write(("{waiting}",), "permissions.dispatch", True),
    "outbox run": Write(("--due-now",), "permissions.dispatch", True),
    "policy activate": Write(("v2",), "permissions.activation"),
    "policy retire": Write(("v2",), "permissions.policy"),
    "policy shadow start": Write(("v2",), "permissions.policy"),
    "policy shadow stop": Write((), "permissions.policy"),
    "policy sign": Write(("v2",), "approval.activation"),
    "practice reset": Write((), "permissions.import", True),
    "pull": Write((), "permissions.pull", True),
    "queue assign": Write(("{insult}", "max"), "permissions.decide", True),
    "queue claim": Write(("{insult}",), "permissions.decide", True),
    "queue save-view": Write(("Mine alone",), "permissions.decide", True),
    "replies add": Write(("mine.own", "--lang", "en", "--title", "T", "--text", "Hello"), "permissions.replies"),
    "replies remove": Write(("thanks.praise",), "permissions.replies"),
    "replies restore": Write(("thanks.praise", "--original"), "permissions.replies"),
    "retention hold": Write(("{insult}", "--reason", "a threat"), "permissions.decide", True),
    "retention lift": Write(("{insult}",), "permissions.erase"),
    "retention run": Write(("--yes",), "permissions.erase"),
    "retention set": Write(("--untouched", "90"), "permissions.erase"),
    "review approve": Write(("{review}",), "permissions.review"),
    "review reject": Write(("{review}",), "permissions.review"),
    "statements add": Write(("We said so.", "--lang", "en"), "permissions.statement"),
    "statements retire": Write(("1",), "permissions.statement"),
    "undo": Write(("{decision}",), "permissions.undo", True),
}  # fmt: skip

READS: dict[str, tuple[str, ...]] = {
    "audit export": ("--format", "jsonl", "-o", "{folder}/log.jsonl"),
    "audit list": (),
    "audit verify": (),
    "author show": ("file:gus",),
    "automation review": (),
    "automation status": (),
    "bulk list": (),
    "channel list": (),
    "channel watch": ("export",),
    "member list": (),
    "models calibrations": (),
    "models evaluate": ("--from-decisions",),
    "outbox list": (),
    "policy list": (),
    "policy show": (),
    "queue list": (),
    "queue search": ("idiot",),
    "queue show": ("{insult}",),
    "queue views": (),
    "replies drafts": (),
    "replies list": (),
    "retention counts": (),
    "retention holds": (),
    "retention show": (),
    "review list": (),
    "statements list": (),
}

#: They need no workspace, or look at one without a person acting in it; tried elsewhere.
APART = frozenset(
    {
        "backup", "bench", "bulk preview", "classify", "doctor", "models check", "models index", "models list", "models pack",
        "open", "policy backtest", "update check", "update download", "update off", "update on", "update status",
        "policy check", "policy diff", "queue drop-view", "policy propose", "policy shadow report", "policy test", "replies preview",
        "replies show", "replies spell", "replies words", "support",
    }
)  # fmt: skip


def commands(group: click.Group, path: tuple[str, ...] = ()) -> Iterator[str]:
    """The words of every command."""
    for name, one in group.commands.items():
        if isinstance(one, click.Group):
            yield from commands(one, (*path, name))
        else:
            yield " ".join((*path, name))


def test_every_command_is_in_one_of_the_tables() -> None:
    known = {*WRITES, *READS, *APART}
    assert set(commands(program)) == known
    assert len(WRITES) + len(READS) + len(APART) == len(known)


@dataclass
class Place:
    """A scene with something of everything, and what the words in braces stand for."""

    scene: Scene
    names: dict[str, str]

    def fill(self, words: tuple[str, ...]) -> list[str]:
        """Words with their names filled in."""
        return [word.format_map(self.names) for word in words]

    def facts(self) -> dict[str, str]:
        """A hash of every table that says anything."""
        with raw(self.scene.vigie.workspace) as db:
            tables = [
                row[0]
                for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
                if row[0] not in PASSING
            ]
            return {
                name: hashlib.sha256(
                    repr(db.execute(f"SELECT * FROM {name}").fetchall()).encode()
                ).hexdigest()
                for name in tables
            }


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, int], dict[str, str]]:
    """A workspace in which every command has something to act on; copied for each test."""
    folder = tmp_path_factory.mktemp("roles")
    numbers = build(folder)
    scene = Scene(Line(folder / "w.vigie", {"VIGIE_HOME": str(folder / "home")}), numbers)
    waiting = scene.act("bo", "again", "report", done=False)
    hidden = scene.act("ana", "spam", "hide", done=False)
    scene.act("bo", "third", "delete", done=False)
    batch = scene.vigie.json("bulk", "run", "snooze", str(numbers["more"]), "--as", "ana")["batch"]
    with opened(folder / "w.vigie") as console:
        from tests.cli.test_evasion import POLICY

        active = console.store.read(lambda r: r.policies.active())
        assert active is not None
        put_on(console, POLICY.replace("QUIET", "").replace("charter 2.1", "charter 2.2"))
        console.store.write(lambda tx: tx.policies.activate(active.id, "lea", tx.now)).result()
        (review,) = console.store.read(lambda r: r.decisions.reviews())
        row = next(
            one for one in console.store.read(lambda r: r.outbox.newest(10)) if one.decision_id == waiting
        )
    names = {name: str(number) for name, number in numbers.items()}
    names |= {"waiting": str(row.id), "decision": str(hidden), "review": str(review.id), "batch": batch}
    return folder / "w.vigie", numbers, names


@pytest.fixture
def place(prepared: tuple[Path, dict[str, int], dict[str, str]], tmp_path: Path) -> Place:
    """A copy of it, with a file to import."""
    path, numbers, names = prepared
    shutil.copy(path, tmp_path / "w.vigie")
    file = tmp_path / "more.csv"
    file.write_text("id,author,text,date\n1,ann,Hello,2026-09-21T10:00:00Z\n", encoding="utf-8")
    scene = Scene(Line(tmp_path / "w.vigie", {"VIGIE_HOME": str(tmp_path / "home")}), numbers)
    return Place(scene, names | {"file": str(file), "folder": str(tmp_path)})


def refused(place: Place, who: str, command: str, words: tuple[str, ...], error: str, clause: str) -> None:
    """The command is refused to ``who``: exit 1, this code and clause, a way out, one entry, nothing else changed."""
    facts, entries = place.facts(), place.scene.log()
    said = place.scene.vigie(*command.split(), *place.fill(words), "--as", who, "--json", code=1)
    found = refusal_of(said)
    assert (found["code"], found["clause"]) == (error, clause), said
    assert found["instead"]
    assert place.facts() == facts
    new = [one for one in place.scene.log() if one["sequence"] > entries[0]["sequence"]]
    assert [(one["event"], one["actor"], one["error"], one["clause"]) for one in new] == [
        ("refusal", who, error, clause)
    ]


@pytest.mark.parametrize("command", sorted(WRITES))
def test_an_auditor_changes_nothing(place: Place, command: str) -> None:
    one = WRITES[command]
    refused(place, "zoe", command, one.words, one.outcome, one.clause)


@pytest.mark.parametrize("command", sorted(name for name, one in WRITES.items() if not one.moderator))
def test_a_moderator_leaves_to_others_what_is_theirs(place: Place, command: str) -> None:
    one = WRITES[command]
    refused(place, "ana", command, one.words, one.outcome, one.clause)


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("channel set", ("export", "--option", "colour=red")),
        ("channel watch", ("export", "--add", "#lormel")),
        ("channel watch", ("export", "--remove", "#lormel")),
    ],
)
def test_the_role_is_asked_before_what_was_given_is_looked_at(
    place: Place, command: str, words: tuple[str, ...]
) -> None:
    refused(place, "zoe", command, words, "refuse.role", "permissions.import")


@pytest.mark.parametrize("command", sorted({*WRITES, *READS}))
def test_a_stranger_does_not_even_look(place: Place, command: str) -> None:
    words = WRITES[command].words if command in WRITES else READS[command]
    refused(place, "nobody", command, words, "refuse.unknown_member", "members")
    assert not (Path(place.names["folder"]) / "log.jsonl").exists()


@pytest.mark.parametrize("command", sorted(READS))
def test_an_auditor_reads_everything(place: Place, command: str) -> None:
    facts = place.facts()
    said = place.scene.vigie(*command.split(), *place.fill(READS[command]), "--as", "zoe", "--json", code=0)
    assert said.err == ""
    assert place.facts() == facts


def test_a_bulk_preview_tells_who_may_not_that_nothing_goes(place: Place) -> None:
    words = place.fill(("bulk", "preview", "delete", "{neutral}"))
    facts, entries = place.facts(), len(place.scene.log())
    found = place.scene.vigie.json(*words, "--as", "zoe", code=1)
    assert (found["go"], [one["code"] for one in found["stays"]]) == (0, ["refuse.role"])
    assert (place.facts(), len(place.scene.log())) == (facts, entries)  # looking is no attempt
    refused(place, "nobody", "bulk preview", ("delete", "{neutral}"), "refuse.unknown_member", "members")


def test_removed_and_renamed_members_are_strangers(place: Place) -> None:
    vigie = place.scene.vigie
    vigie.json("member", "remove", "max", "--as", "lea")
    vigie.json("member", "rename", "ana", "A. Kim", "--as", "lea")
    for who in ("max", "ana"):
        refused(place, who, "queue list", (), "refuse.unknown_member", "members")
    vigie("decide", place.names["insult"], "keep", "--as", "A. Kim", code=0)


def test_a_member_in_both_languages(empty: Vigie) -> None:
    """Adding, listing, renaming and removing as people read it, in a process of its own."""
    english, french = {"VIGIE_LANG": "en"}, {"VIGIE_LANG": "fr"}
    empty("channel", "add", "file", "--name", "x", code=0)
    assert empty("member", "add", "zoe", "--role", "reviewer", env=english, code=0).out == "zoe: reviewer\n"
    assert empty("member", "role", "zoe", "auditor", env=french, code=0).out == "zoe: auditeur\n"
    assert "lead" in empty("member", "list", env=english, code=0).out
    refused = empty("member", "add", "x", "--as", "zoe", env=english, code=1).err
    assert refused == (
        "vigie: error: zoe may not do this as auditor (permissions.member) — nothing was changed — "
        "one of these may: lead\n"
    )
    refused = empty("queue", "list", "--as", "nobody", env=french, code=1).err
    assert "nobody n’est pas membre" in refused
    assert empty("member", "add", "ZOE", env=english, code=2).err.startswith("vigie: error: zoe has or had")
    assert empty("member", "rename", "zoe", "kim", env=english, code=0).out == "kim: auditor\n"
    gone = empty("member", "remove", "kim", env=english, code=0).out
    assert gone == "kim is no longer a member; 0 claims given back.\n"
    listed = empty.json("member", "list")["items"]
    assert [one["role"] for one in listed] == ["lead"]


def test_review_list_says_when_nobody_has_the_role_any_more(place: Place) -> None:
    vigie = place.scene.vigie
    (before,) = vigie.json("review", "list", "--as", "lea")["items"]
    assert (before["answerers"], before["role_held"]) == (["lea"], True)  # bo asked, and may not answer
    vigie.json("member", "role", "bo", "moderator", "--as", "lea")
    (after,) = vigie.json("review", "list", "--as", "lea")["items"]
    assert (after["answerers"], after["role_held"]) == (["lea"], False)
    shown = vigie("review", "list", "--as", "lea", code=0).out
    assert "nobody is reviewer any more" in shown or "plus personne n’a le rôle" in shown
