"""Ways round the policy, tried on the command line: each is refused or held, with clause and way out, and logged."""

from __future__ import annotations

import io
import json
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from console.audit.verify import verify
from console.cli.main import main
from console.domain.vocabulary import ActionKind, Role
from console.policy import load_policy
from console.runtime.app import Console
from console.runtime.connections import memory_only
from console.services.recording import DecisionAsk
from console.store import AuditFilter
from tests.cli.conftest import Said, Vigie
from tests.support.bench import read_texts
from tests.support.workspaces import add_channel, comment, raw, take_in

POLICY = """
schema = 1
name = "A policy of our own"
timezone = "UTC"

[hours]
QUIET

[category.insult]
severity = 3
ground = "terms"
clause = "charter 2.1"
violation = true

[category.spam]
severity = 1
ground = "terms"
violation = true

[category.constructive_criticism]
severity = 0
protected = true

[category.troll]
severity = 2
reply = "forbidden"

[category.question]
severity = 0

[list.bait]
words = ["bait"]

[watch]
authors = [{ id = "file:raider" }]

[[rule]]
id = "R-TRL"
category = "troll"
when.all = [{ list = "bait" }]
propose = ["keep"]

[[rule]]
id = "R-INS"
category = "insult"
when.all = [{ score = "insult", at_least = 0.9 }]
propose = ["hide"]

[ladder.default]
counts = ["insult"]
window = "90d"
step = [
  { at = 1, action = "warn" },
  { at = 2, action = "hide" },
  { at = 3, action = "report" },
  { at = 4, action = "block", requires = ["second_reviewer", "warned_before", "reason"] },
]

[approval]
irreversible = ["block", "delete"]
second_reviewer = { from_role = "reviewer", not_same_person = true, within = "24h", else = "cancel" }

[replies]
forbid_when = ["category:troll", "author:on_watch", "thread_replies_by_us >= 2"]
max_public_exchanges_per_author_per_day = 3
override = { role = "lead", reason_required = true }

[permissions]
report = ["reviewer"]
mute = ["reviewer"]
"""

TEAM = {
    "lea": Role.LEAD,
    "ana": Role.MODERATOR,
    "max": Role.MODERATOR,
    "bo": Role.REVIEWER,
    "sam": Role.SPOKESPERSON,
    "zoe": Role.AUDITOR,
}
TEXTS = {
    "insult": ("you idiot", "gus"),
    "again": ("what an idiot", "gus"),
    "third": ("idiot, all of them", "gus"),
    "fourth": ("idiot still", "gus"),
    "troll": ("this is bait", "tim"),
    "watched": ("where is my parcel?", "raider"),
    "criticism": ("my parcel is late again", "cid"),
    "question": ("do you open on Sunday?", "ann"),
    "second": ("and on Monday?", "ann"),
    "more": ("and on Tuesday?", "ann"),
    "neutral": ("hello", "hal"),
    "spam": ("play at the casino", "bot"),
}


class Line(Vigie):
    """The same commands without a process for each: what the program's entry calls, word for word."""

    def __call__(self, *words: str, code: int | None = None, **_more: Any) -> Said:
        """Run ``vigie --workspace W words...`` here."""
        out, err = io.StringIO(), io.StringIO()
        with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
            for name, value in self.env.items():
                patch.setenv(name, value)
            ended = main(["--workspace", str(self.workspace), *words])
        said = Said(ended, out.getvalue(), err.getvalue())
        assert "internal_error" not in said.err, said.err
        assert code is None or said.code == code, said
        return said


@contextmanager
def opened(path: Path) -> Iterator[Console]:
    """The workspace, opened here to set a scene or to look."""
    console = Console.open(path, secrets=memory_only())
    try:
        yield console
    finally:
        assert console.close()


def put_on(console: Console, text: str) -> None:
    """Make ``text`` the active policy, past every gate."""
    loaded = load_policy(text)
    assert loaded.policy is not None, loaded.errors
    made = loaded.policy

    def work(tx: Any) -> None:
        tx.policies.add(made.id, made.name, text, {}, tx.now, "lea")
        tx.policies.activate(made.id, "lea", tx.now)
        tx.changed("policy")

    console.store.write(work).result()


@dataclass
class Scene:
    """A workspace with a team, comments by name, and the command to attack it with."""

    vigie: Vigie
    ids: dict[str, int]

    def look(self) -> tuple[Any, ...]:
        """Everything that an attack must leave as it is."""
        with raw(self.vigie.workspace) as db:
            return tuple(
                db.execute(sql).fetchall()
                for sql in (
                    "SELECT id, category, category_by, severity, state, hidden, assignee FROM comments ORDER BY id",
                    "SELECT id, state, undone_by FROM decisions ORDER BY id",
                    "SELECT id, state, tries FROM outbox ORDER BY id",
                    "SELECT name, role, removed_at FROM members ORDER BY name",
                    "SELECT id, author_id, category, revoked_at FROM strikes ORDER BY id",
                    "SELECT comment_id, holder FROM claims ORDER BY comment_id",
                )
            )

    def log(self) -> list[dict[str, Any]]:
        """All entries of a chain that holds, newest first."""
        with opened(self.vigie.workspace) as console:
            assert console.store.snapshot(lambda r: verify(r.audit.rows(), r.audit.head(), thorough=True)).ok
            rows = console.store.read(lambda r: r.audit.find(AuditFilter(), None))
        return [json.loads(row.entry) for row in rows]

    def refused(self, who: str, *words: str, error: str, clause: str, code: int = 1) -> dict[str, Any]:
        """Attack as ``who``: refused with this code and clause and a way out, logged once, and nothing else changed."""
        before, entries = self.look(), self.log()
        said = self.vigie(*words, "--as", who, "--json", code=code)
        found = refusal_of(said)
        assert (found["code"], found["clause"]) == (error, clause), said
        assert found["instead"], said
        assert self.look() == before
        new = [one for one in self.log() if one["sequence"] > entries[0]["sequence"]]
        assert [(one["event"], one["error"], one["outcome"]) for one in new] == [
            ("refusal", error, "refused")
        ]
        assert (new[0]["actor"], new[0]["clause"]) == (who, clause)
        assert new[0]["os_user"]
        return found

    def decide(self, name: str, action: str, *words: str) -> tuple[str, ...]:
        """The words of a decision about a comment by name."""
        return ("decide", str(self.ids[name]), action, *words)

    def act(self, who: str, name: str, action: str, text: str | None = None, *, done: bool = True) -> int:
        """Set a scene: ``who`` decides, and (``done``) says that it was done on the site. The decision's id."""
        with opened(self.vigie.workspace) as console:
            ask = DecisionAsk(self.ids[name], ActionKind(action), text=text, reason="seen")
            made = console.decide(ask, console.actor(who)).result(10)
            assert made.decision_id is not None, made
            if done:
                assert made.outbox_id is not None
                assert console.confirm(made.outbox_id, True, console.actor("bo")).result(10).state == "done"
            return made.decision_id


def refusal_of(said: Said) -> dict[str, Any]:
    """Code, clause and way out, from a refusal on stdout or an error on stderr: exactly one of them."""
    if said.out:
        assert said.err == ""
        found: dict[str, Any] = said.json["refusal"]
        assert found["why"]["text"]
        assert found["why"]["text"] != found["why"]["code"]
        return found
    body = said.error
    assert body["text"]
    return {"code": body["code"], "clause": body["params"]["clause"], "instead": body["params"]["instead"]}


def build(folder: Path, quiet: str = "") -> dict[str, int]:
    """A workspace with the team, the policy and one comment of each kind; the comments' ids by name."""
    with opened(folder / "w.vigie") as console:
        founder = console.actor()
        put_on(console, POLICY.replace("QUIET", quiet))
        channel = add_channel(console.store, "file", "export")
        items = [comment(name, text, author=who, post="p1") for name, (text, who) in TEXTS.items()]
        numbers = take_in(console.store, channel, *items, kind="file")
        console.triage.run(read_texts)
        for name, role in TEAM.items():
            console.team.add(name, role, founder)
        console.team.remove(founder.name, console.actor("lea"))
    return dict(zip(TEXTS, numbers, strict=True))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, int]]:
    """Built once, copied for each test."""
    folder = tmp_path_factory.mktemp("evasion")
    return folder / "w.vigie", build(folder)


@pytest.fixture
def scene(built: tuple[Path, dict[str, int]], tmp_path: Path) -> Scene:
    """A copy of it."""
    shutil.copy(built[0], tmp_path / "w.vigie")
    return Scene(Line(tmp_path / "w.vigie", {"VIGIE_HOME": str(tmp_path / "home")}), built[1])


# ---------------------------------------------------------------------- the ladder


@pytest.mark.parametrize("more", [(), ("--now",)])
def test_block_as_a_first_step(scene: Scene, more: tuple[str, ...]) -> None:
    scene.vigie = Vigie(scene.vigie.workspace, scene.vigie.env)  # in a process of its own
    words = scene.decide("insult", "block", "--reason", "raid", *more)
    found = scene.refused("ana", *words, error="refuse.block", clause="ladder.default")
    assert found["instead"] == ["warn", "hide", "report"]


def test_block_after_the_earlier_steps_were_taken_back(scene: Scene) -> None:
    scene.act("ana", "insult", "warn", "Please stay polite.")
    scene.act("ana", "again", "hide")
    scene.act("bo", "third", "report")
    held = scene.vigie.json(*scene.decide("fourth", "block", "--reason", "raid"), "--as", "ana")
    assert held["state"] == "waiting_review"  # all steps are there: now a second person is asked
    scene.vigie.json("undo", held["decision_id"], "--as", "ana")
    hide = next(
        one["id"]
        for one in scene.vigie.json("queue", "show", str(scene.ids["again"]), "--as", "ana")["decisions"]
        if one["action"] == "hide"
    )
    undone = scene.vigie.json("undo", hide, "--as", "ana")
    assert undone["state"] == "waiting_person"
    words = scene.decide("fourth", "block", "--reason", "raid")
    found = scene.refused("ana", *words, error="refuse.block", clause="ladder.default")
    assert found["instead"] == ["hide"]


def test_a_block_without_its_reason(scene: Scene) -> None:
    scene.act("ana", "insult", "warn", "Please stay polite.")
    scene.act("ana", "again", "hide")
    scene.act("bo", "third", "report")
    for blank in ((), ("--reason", " "), ("--reason", "\u200b")):
        scene.refused(
            "ana", *scene.decide("fourth", "block", *blank), error="refuse.block", clause="ladder.default"
        )


def test_block_by_another_category(scene: Scene) -> None:
    words = scene.decide("neutral", "block", "--category", "insult", "--reason", "raid")
    scene.refused("ana", *words, error="refuse.block", clause="ladder.default")


def test_a_block_agreed_to_after_its_steps_were_taken_back(scene: Scene) -> None:
    scene.act("ana", "insult", "warn", "Please stay polite.")
    hide = scene.act("ana", "again", "hide")
    scene.act("bo", "third", "report")
    held = scene.vigie.json(*scene.decide("fourth", "block", "--reason", "raid"), "--as", "ana")
    assert held["state"] == "waiting_review"
    scene.vigie.json("undo", str(hide), "--as", "ana")
    (review,) = scene.vigie.json("review", "list", "--as", "bo")["items"]
    rows = [one for one in scene.look()[2] if one[1] == "queued"]
    said = scene.vigie("review", "approve", review["id"], "--as", "bo", "--json", code=1)
    found = refusal_of(said)
    assert (found["code"], found["clause"], found["instead"]) == ("refuse.block", "ladder.default", ["hide"])
    assert [one for one in scene.look()[2] if one[1] == "queued"] == rows
    newest = scene.log()[0]
    assert (newest["event"], newest["actor"], newest["outcome"]) == ("review", "bo", "refused")


# ---------------------------------------------------------------------- a second person


def test_delete_as_a_first_step_is_held(scene: Scene) -> None:
    held = scene.vigie.json(*scene.decide("insult", "delete", "--now"), "--as", "ana")
    assert (held["state"], held["outbox_id"]) == ("waiting_review", None)
    assert scene.look()[2] == []
    assert scene.look()[4] == []  # no strike before the second person agreed
    assert scene.log()[0]["outcome"] == "waiting_review"


def ask_deletion(scene: Scene, who: str = "bo") -> str:
    scene.act(who, "spam", "delete", done=False)
    (review,) = scene.vigie.json("review", "list", "--as", "ana")["items"]
    assert review["answerers"] == [name for name in ("bo", "lea") if name != who]
    return str(review["id"])


@pytest.mark.parametrize(
    ("who", "error", "clause"),
    [
        ("bo", "review_same_person", "approval.irreversible"),
        ("BO", "refuse.unknown_member", "members"),
        ("b o", "refuse.unknown_member", "members"),
        (" bo", "review_same_person", "approval.irreversible"),
        ("ＢＯ", "refuse.unknown_member", "members"),
        ("ana", "refuse.role", "permissions.review"),
        ("sam", "refuse.review_role", "approval.irreversible"),
        ("zoe", "refuse.role", "permissions.review"),
    ],
)
def test_who_may_not_agree(scene: Scene, who: str, error: str, clause: str) -> None:
    review = ask_deletion(scene)
    if who == " bo":  # blanks around a name are nothing: it is she, and the log says so
        said = scene.vigie("review", "approve", review, "--as", who, "--json", code=1)
        assert refusal_of(said)["code"] == error
        assert scene.log()[0]["actor"] == "bo"
        return
    scene.refused(who, "review", "approve", review, error=error, clause=clause)
    assert scene.vigie.json("review", "approve", review, "--as", "lea")["state"] == "waiting_person"


def test_too_late_to_agree(scene: Scene) -> None:
    review = ask_deletion(scene)
    with raw(scene.vigie.workspace) as db:
        db.execute("UPDATE reviews SET expires_at = ?", (int(time.time()) - 1,))
    said = scene.vigie("review", "approve", review, "--as", "lea", "--json", code=1)
    assert said.json["state"] == "expired"
    found = refusal_of(said)
    assert (found["code"], found["clause"], found["instead"]) == (
        "review.expired", "approval.irreversible", ["delete"],
    )  # fmt: skip
    newest = scene.log()[0]
    assert (newest["event"], newest["outcome"]) == ("review", "expired")
    assert scene.look()[2] == []
    again = scene.vigie("review", "approve", review, "--as", "lea", "--json", code=1)
    assert again.error["code"] == "review_closed"


# ---------------------------------------------------------------------- the reply guard


@pytest.mark.parametrize(
    ("name", "action", "error", "clause"),
    [
        ("troll", "reply", "guard.troll", "replies.forbid_when"),
        ("troll", "warn", "guard.troll", "replies.forbid_when"),
        ("watched", "reply", "guard.watch", "replies.forbid_when"),
    ],
)
@pytest.mark.parametrize("who", ["ana", "lea"])
def test_replies_that_the_guard_stops(
    scene: Scene, who: str, name: str, action: str, error: str, clause: str
) -> None:
    """A lead without a reason is stopped like everybody else."""
    words = scene.decide(name, action, "--reply", "Good day", "--now")
    scene.refused(who, *words, error=error, clause=clause)


def test_a_third_exchange_in_one_thread(scene: Scene) -> None:
    scene.act("ana", "question", "reply", "We do.")
    scene.act("ana", "second", "reply", "We do too.", done=False)  # not even out yet, and counted
    words = scene.decide("more", "reply", "--reply", "And then as well")
    scene.refused("ana", *words, error="guard.cap", clause="replies.forbid_when")


def test_more_answers_a_day_than_the_policy_allows_before_any_of_them_has_left(scene: Scene) -> None:
    """One in each of several threads, all still in the outbox: they count as if they had been said."""
    with opened(scene.vigie.workspace) as console:
        (channel,) = console.store.read(lambda r: r.channels.all())
        items = [comment(f"d{post}", f"question {post}?", author="dee", post=f"p{post}") for post in range(4)]
        numbers = take_in(console.store, channel.id, *items, kind="file")
        console.triage.run(read_texts)
    scene.ids = scene.ids | {f"d{place}": number for place, number in enumerate(numbers)}
    for place in range(3):
        scene.act("ana", f"d{place}", "reply", "Yes.", done=False)
    words = scene.decide("d3", "reply", "--reply", "Yes again")
    scene.refused("ana", *words, error="guard.cap", clause="replies.max_public_exchanges_per_author_per_day")


@pytest.mark.parametrize("blank", ["", " ", "\u200b", "…"])
def test_an_override_needs_words(scene: Scene, blank: str) -> None:
    words = scene.decide("troll", "reply", "--reply", "Good day", "--reason", blank)
    scene.refused("lea", *words, error="guard.troll", clause="replies.forbid_when")


def test_an_override_is_the_leads(scene: Scene) -> None:
    words = scene.decide("troll", "reply", "--reply", "Good day", "--reason", "agreed with legal")
    for who in ("ana", "bo", "sam"):
        scene.refused(who, *words, error="guard.troll", clause="replies.forbid_when")
    scene.refused("LEA", *words, error="refuse.unknown_member", clause="members")
    scene.refused("le\u0301a", *words, error="refuse.unknown_member", clause="members")
    allowed = scene.vigie.json(*words, "--as", "lea")
    assert allowed["state"] == "waiting_person"
    entry = next(one for one in scene.log() if one["event"] == "decision")
    assert (entry["actor"], entry["role"]) == ("lea", "lead")
    assert entry["os_user"]  # a name is no password: the log says who was signed in to the machine


def test_quiet_hours_hold_a_reply_even_with_now(tmp_path: Path) -> None:
    around = [time.strftime("%H:%M", time.gmtime(time.time() + hours * 3600)) for hours in (-2, 2)]
    ids = build(tmp_path, f'quiet = ["{around[0]}-{around[1]}"]')
    with opened(tmp_path / "w.vigie") as console:
        channel = add_channel(console.store, "practice", "live")
        (number,) = take_in(console.store, channel, comment("q", "are you open?", author="eva"))
        console.triage.run(read_texts)
    scene = Scene(Vigie(tmp_path / "w.vigie", {"VIGIE_HOME": str(tmp_path / "home")}), {**ids, "q": number})
    said = scene.vigie.json(*scene.decide("q", "reply", "--reply", "We are", "--now"), "--as", "ana")
    assert said["state"] == "queued"
    assert said["outbox"]["state"] == "queued"
    due = time.mktime(time.strptime(said["not_before"], "%Y-%m-%dT%H:%M:%SZ")) - time.timezone
    assert due > time.time() + 3600
    ran = scene.vigie("outbox", "run", "--due-now", "--as", "ana", "--json", code=0).json
    assert ran["moved"] == 0
    assert scene.look()[2][0][1:] == ("queued", 0)

    with raw(scene.vigie.workspace) as db:  # one that did not get through earlier, sent again by hand
        db.execute("UPDATE outbox SET state = 'failed', error = ?", ('{"code": "transient", "params": {}}',))
        db.execute("UPDATE decisions SET state = 'failed'")
    (row,) = scene.vigie.json("outbox", "list", "--as", "ana")["items"]
    assert scene.vigie.json("outbox", "retry", row["id"], "--as", "ana")["state"] == "queued"
    for _ in range(2):  # and one whose next try falls into the quiet hours
        scene.vigie("outbox", "run", "--due-now", "--as", "ana", "--json")
        with raw(scene.vigie.workspace) as db:
            ((state, leaves),) = db.execute("SELECT state, not_before FROM outbox").fetchall()
            db.execute("UPDATE outbox SET not_before = ?", (int(time.time()) - 1,))
        assert (state, leaves > time.time() + 3600) == ("queued", True)


# ---------------------------------------------------------------------- protection, revision, category


@pytest.mark.parametrize("action", ["hide", "delete", "block"])
def test_protected_criticism(scene: Scene, action: str) -> None:
    words = scene.decide("criticism", action, "--reason", "bad press", "--now")
    found = scene.refused(
        "lea", *words, error="refuse.protected", clause="category.constructive_criticism.protected"
    )
    assert "reply" in found["instead"]


@pytest.mark.parametrize("blank", [(), ("--reason", "  "), ("--reason", "\u2060")])
def test_out_of_protection_without_a_reason(scene: Scene, blank: tuple[str, ...]) -> None:
    words = scene.decide("criticism", "hide", "--category", "insult", *blank)
    scene.refused("lea", *words, error="refuse.protected", clause="category.constructive_criticism.protected")


def test_a_decision_on_an_older_text(scene: Scene) -> None:
    words = scene.decide("insult", "hide", "--revision", "7")
    scene.refused("ana", *words, error="stale_revision", clause="revision")
    scene.vigie(*scene.decide("insult", "hide", "--revision", "1"), "--as", "ana", code=0)


# ---------------------------------------------------------------------- other people's work


def test_outbox_of_an_action_that_is_not_theirs(scene: Scene) -> None:
    scene.act("bo", "insult", "report", done=False)
    (row,) = scene.vigie.json("outbox", "list", "--as", "ana")["items"]
    for who in ("ana", "zoe"):
        scene.refused(
            who, "outbox", "confirm", row["id"], "--done", error="refuse.role", clause="permissions.report"
        )
    scene.vigie.json("outbox", "confirm", row["id"], "--not-done", "--as", "bo", code=None)
    scene.refused("ana", "outbox", "retry", row["id"], error="refuse.role", clause="permissions.report")
    scene.refused("zoe", "outbox", "retry", row["id"], error="refuse.role", clause="permissions.dispatch")


def test_an_action_that_the_policy_gave_to_others(scene: Scene) -> None:
    found = scene.refused(
        "ana", *scene.decide("insult", "report"), error="refuse.role", clause="permissions.report"
    )
    assert found["instead"] == ["escalate", "ask:reviewer", "ask:lead"]


def test_undoing_what_a_reviewer_decided(scene: Scene) -> None:
    made = scene.act("bo", "insult", "hide")
    scene.refused("max", "undo", str(made), error="refuse.undo_other", clause="permissions.review")
    scene.refused("zoe", "undo", str(made), error="refuse.role", clause="permissions.undo")
    assert scene.vigie.json("undo", str(made), "--as", "bo")["state"] == "waiting_person"


@pytest.mark.parametrize(
    "words",
    [
        ("role", "ana", "lead"),
        ("role", "lea", "auditor"),
        ("add", "ana2", "--role", "lead"),
        ("add", "Ana", "--role", "lead"),
        ("remove", "lea"),
        ("remove", "ana"),
        ("rename", "lea", "old"),
        ("rename", "ana", "lea"),
    ],
)
@pytest.mark.parametrize("who", ["ana"])
def test_becoming_lead_by_editing_the_team(scene: Scene, who: str, words: tuple[str, ...]) -> None:
    scene.refused(who, "member", *words, error="refuse.role", clause="permissions.member")


def test_acting_as_the_program_itself(scene: Scene) -> None:
    said = scene.vigie(*scene.decide("insult", "hide"), "--as", "Console", "--json", code=2)
    assert said.error["code"] == "reserved_name"
    assert scene.look()[1] == []


def test_the_last_lead_cannot_go(scene: Scene) -> None:
    for words in (("remove", "lea"), ("role", "lea", "moderator")):
        said = scene.vigie("member", *words, "--as", "lea", "--json", code=1)
        assert said.error["code"] == "last_lead"
        assert (scene.log()[0]["event"], scene.log()[0]["error"]) == ("refusal", "last_lead")
