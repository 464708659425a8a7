"""The commands of the house, as scripts see them: names of fields, exit codes, where the common options may stand."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

from tests.cli.conftest import COMMENTS, Vigie, ids, write_csv

ITEM = {
    "id", "channel", "remote_id", "permalink", "parent_remote_id", "author", "text", "language", "posted_at", "first_seen_at", "state",
    "category", "severity", "flagged", "labels", "due_at", "proposal",
}  # fmt: skip
OUTCOME = {"decision_id", "comment_id", "action", "state", "outbox_id", "not_before", "refusal"}
OUTBOX = {"id", "key", "comment_id", "action", "state", "tries", "not_before", "error", "result"}
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def test_import_reports_and_a_second_time_adds_nothing(empty: Vigie, tmp_path: Path) -> None:
    export = write_csv(tmp_path / "export.csv", COMMENTS)
    first = empty.json("import", str(export), "--channel", "demo")
    assert {"read": 8, "new": 8, "updated": 0, "unchanged": 0, "rejected": []}.items() <= first.items()
    second = empty.json("import", str(export), "--channel", "demo")
    assert {"read": 8, "new": 0, "updated": 0, "unchanged": 8, "rejected": []}.items() <= second.items()
    assert empty.json("queue", "list", "--view", "all")["total"] == 8
    assert [one["key"] for one in empty.json("channel", "list")["items"]] == ["file:demo"]
    # Read and proposed for before the command returned.
    items = empty.json("queue", "list", "--view", "all")["items"]
    assert all(one["labels"] and one["category"] for one in items)


def test_bad_lines_are_named_and_the_good_ones_kept(empty: Vigie, tmp_path: Path) -> None:
    export = tmp_path / "export.jsonl"
    lines = [
        '{"id": "1", "author": "ana", "text": "hello", "date": "2026-09-21T10:00:00Z"}',
        "{ not json",
        '{"id": "2", "author": "bob", "date": "2026-09-21T10:00:00Z"}',
        '{"id": "3", "author": "bob", "text": "broken \\ud83d pair", "date": "2026-09-21T10:00:00Z"}',
        "",
        '{"id": "4", "author": "bob", "text": "fine", "date": "2026-09-21T10:00:00Z"}',
    ]
    export.write_text("\n".join(lines), encoding="utf-8")
    said = empty("import", str(export), "--channel", "demo", "--json", code=1)
    report = said.json
    assert said.err == ""
    assert report["new"] == 3
    assert [one["line"] for one in report["rejected"]] == [2, 3]
    assert all(isinstance(one["reason"], str) and one["reason"] for one in report["rejected"])
    listed = empty.json("queue", "list", "--view", "all")
    assert "broken \ud83d pair" in [one["text"] for one in listed["items"]]
    plain = empty("queue", "list", "--view", "all", code=0)
    assert "broken" in plain.out


def test_queue_list_has_its_fields_in_the_queue_s_order(vigie: Vigie) -> None:
    body = vigie.json("queue", "list")
    assert body["total"] == len(body["items"]) == 8
    for one in body["items"]:
        assert set(one) >= ITEM
        assert isinstance(one["id"], str)
        assert set(one["author"]) >= {"id", "handle", "name"}
        assert set(one["proposal"]) >= {"actions", "rules", "reasons", "forbidden"}
        for reason in one["proposal"]["reasons"]:
            assert set(reason) >= {"code", "params", "text"}
        for forbidden in one["proposal"]["forbidden"]:
            assert set(forbidden) >= {"action", "clause", "why"}
        assert MOMENT.fullmatch(one["posted_at"])
        assert one["due_at"] is None or MOMENT.fullmatch(one["due_at"])
        assert all(0 <= score <= 1 for score in one["labels"].values())
    order = [(-one["severity"], one["due_at"] or "9999", int(one["id"])) for one in body["items"]]
    assert order == sorted(order)
    texts = {one["remote_id"]: one["text"] for one in body["items"]}
    assert texts == {key: text for key, _, text in COMMENTS}
    by_id = {one["remote_id"]: one for one in body["items"]}
    assert by_id["2"]["flagged"]
    assert not by_id["5"]["flagged"]
    limited = vigie.json("queue", "list", "--limit", "3")
    assert (limited["total"], limited["items"]) == (8, body["items"][:3])


def test_show_search_and_claim(vigie: Vigie) -> None:
    number = ids(vigie)
    shown = vigie.json("queue", "show", number["2"])
    assert set(shown) >= ITEM | {"thread", "decisions", "outbox"}
    assert [one["remote_id"] for one in vigie.json("queue", "search", "casse")["items"]] == ["3"]
    assert vigie.json("queue", "search", "casse", "AND")["items"] == []
    assert {one["remote_id"] for one in vigie.json("queue", "search", "bob")["items"]} == {"2", "6"}
    assert vigie.json("queue", "claim", number["2"], "--as", "ana")["claimed"]
    said = vigie("queue", "claim", number["2"], "--as", "bo", "--json", code=1)
    assert said.json["holder"] == "ana"
    refused = vigie("decide", number["2"], "keep", "--as", "bo", "--json", code=1)
    assert refused.json["refusal"]["code"] == "claimed"
    assert vigie.json("decide", number["2"], "keep", "--as", "ana")["state"] == "done"


def test_common_options_stand_before_or_after(vigie: Vigie, tmp_path: Path) -> None:
    import subprocess
    import sys

    def run(*words: str) -> Any:
        ran = subprocess.run(
            [sys.executable, "-m", "ui.entry", *words],
            capture_output=True,
            text=True,
            cwd=tmp_path,
            check=True,
        )
        return json.loads(ran.stdout)

    where = str(vigie.workspace)
    number = ids(vigie)
    before = run("--json", "--as", "ana", "--workspace", where, "decide", number["5"], "keep")
    after = run("decide", number["1"], "keep", "--as", "bo", f"--workspace={where}", "--json")
    between = run("queue", "--workspace", where, "--json", "list", "--view", "done")
    assert before["state"] == after["state"] == "done"
    assert between["total"] == 2
    actors = {one["actor"] for one in vigie.json("audit", "list", "--event", "decision")["items"]}
    assert actors == {"ana", "bo"}


def test_decide_confirm_undo_and_retry_on_a_file_channel(vigie: Vigie) -> None:
    number = ids(vigie)
    result = vigie.json("decide", number["2"], "hide", "--as", "ana")
    assert set(result) >= OUTCOME
    assert (result["state"], result["not_before"], result["refusal"]) == ("waiting_person", None, None)
    (row,) = vigie.json("outbox", "list")["items"]
    assert set(row) >= OUTBOX
    assert (row["id"], row["state"], row["comment_id"]) == (
        result["outbox_id"],
        "waiting_person",
        number["2"],
    )
    assert re.fullmatch(r"[0-9a-f]{32}", row["key"])
    assert vigie("outbox", "run", "--json", code=0).json["moved"] == 0
    again = vigie("decide", number["2"], "hide", "--json", code=1).json
    assert (again["state"], again["decision_id"], again["refusal"]["code"]) == (
        "refused",
        None,
        "already_queued",
    )
    assert set(again["refusal"]) >= {"code", "clause", "why", "instead"}
    failed = vigie.json("outbox", "confirm", row["id"], "--not-done", code=None)
    assert failed["state"] == "failed"
    assert vigie.json("outbox", "list")["items"][0]["state"] == "failed"
    again = vigie.json("outbox", "retry", row["id"])  # no machine can send it: a person is asked once more
    assert (again["state"], again["not_before"]) == ("waiting_person", None)
    assert vigie("outbox", "run", "--json", code=0).json["moved"] == 0
    vigie.json("outbox", "confirm", row["id"], "--not-done", code=None)
    other = vigie.json("decide", number["6"], "hide", "--as", "ana")
    undone = vigie.json("undo", other["decision_id"])
    assert set(undone) >= OUTCOME
    assert undone["state"] == "done"
    shown = vigie("queue", "show", str(other["comment_id"])).out
    assert f"undo of {other['action']} (done)" in shown
    assert f": {other['action']} (done)" not in shown
    last = vigie.json("decide", number["5"], "keep", "--as", "ana")
    undone = vigie.json("undo", "--last", "--as", "ana")
    assert (undone["comment_id"], undone["undone"]) == (last["comment_id"], True)
    vigie.json("decide", number["5"], "keep", "--as", "ana")
    told = vigie("undo", "--last", "--as", "ana").out
    assert "undone" in told
    assert "done" not in told.replace("undone", "")
    done = vigie.json("decide", number["6"], "hide", "--as", "ana")
    assert vigie.json("outbox", "confirm", done["outbox_id"], "--done", "--as", "ana")["state"] == "done"
    assert vigie.json("audit", "verify")["ok"]


def test_protected_criticism_is_refused_with_its_clause(vigie: Vigie) -> None:
    number = ids(vigie)
    shown = vigie.json("queue", "show", number["3"])
    assert shown["category"] == "constructive_criticism"
    said = vigie("decide", number["3"], "hide", "--json", code=1)
    refusal = said.json["refusal"]
    assert refusal["clause"] == "category.constructive_criticism.protected"
    assert refusal["why"]["text"]
    assert "reply" in refusal["instead"]
    assert vigie.json("queue", "show", number["3"])["state"] == "open"
    assert vigie.json("audit", "list", "--event", "refusal")["items"][0]["action"] == "hide"


def test_review_by_a_second_person(vigie: Vigie) -> None:
    number = ids(vigie)
    vigie("member", "add", "ana", code=0)
    vigie("member", "add", "bo", "--role", "reviewer", code=0)
    # On a file channel everything is reversible by hand except a block, which the ladder stops; delete needs agreement.
    result = vigie("decide", number["4"], "delete", "--as", "ana", "--json").json
    if result["state"] == "waiting_review":
        (review,) = vigie.json("review", "list")["items"]
        assert vigie("review", "approve", review["id"], "--as", "ana", "--json", code=1).error["code"]
        assert vigie.json("review", "approve", review["id"], "--as", "bo")["state"] == "waiting_person"
    else:
        assert result["state"] == "waiting_person"
    stranger = vigie("decide", number["5"], "keep", "--as", "nobody", "--json", code=1)
    assert stranger.error["code"] == "refuse.unknown_member"


def test_members_and_roles(vigie: Vigie) -> None:
    (only,) = vigie.json("member", "list")["items"]
    assert only["role"] == "lead"
    assert vigie("member", "role", only["name"], "moderator", "--json", code=1).error["code"] == "last_lead"
    assert vigie("member", "role", "ghost", "lead", "--json", code=2).error["code"] == "member_not_found"
    assert vigie("member", "add", "a\tb", "--json", code=2).error["code"] == "bad_actor_name"
    assert vigie("member", "add", "zoe", "--as", "somebody", "--json", code=1).error["code"] == "refuse.role"
    vigie("member", "add", "zoe", "--role", "auditor", code=0)
    number = ids(vigie)["5"]
    refused = json.loads(vigie("decide", number, "keep", "--as", "zoe", "--json", code=1).out)
    assert (refused["state"], refused["refusal"]["code"]) == ("refused", "refuse.role")
    assert vigie.json("audit", "list")["items"][0]["event"] == "refusal"
    assert vigie("audit", "list", "--as", "zoe", code=0)


def test_author_and_audit_list(vigie: Vigie) -> None:
    author = vigie.json("queue", "show", ids(vigie)["2"])["author"]["id"]
    shown = vigie.json("author", "show", author)
    assert (shown["id"], shown["comments"]) == (author, 2)
    assert vigie("author", "show", "file:nobody", "--json", code=2).error["code"] == "author_not_found"
    items = vigie.json("audit", "list")["items"]
    assert {"workspace_created", "policy_activated", "channel_added", "import_finished"} <= {
        one["event"] for one in items
    }
    assert "idiot" not in json.dumps(items)  # free text never enters the chain


def test_audit_export_in_every_format(vigie: Vigie, tmp_path: Path) -> None:
    number = ids(vigie)
    vigie("decide", number["2"], "hide", "--as", "=cmd()", code=0)
    done = vigie.json("outbox", "list")["items"][0]
    vigie("outbox", "confirm", done["id"], "--done", code=0)
    lines = vigie("audit", "export", "--format", "jsonl", code=0).out.splitlines()
    assert len([json.loads(line) for line in lines]) >= 6
    target = tmp_path / "log.csv"
    vigie("audit", "export", "--format", "csv", "-o", str(target), "--json", code=0)
    rows = list(csv.reader(io.StringIO(target.read_text(encoding="utf-8-sig"))))
    assert len(rows) >= 7
    assert not [cell for row in rows for cell in row if cell[:1] in ("=", "+", "-", "@", "\t")]
    assert not list(tmp_path.glob("*.part"))
    vigie("audit", "export", "--format", "dsa", code=0)
    assert vigie.json("audit", "verify")["ok"]


def test_policy_commands(vigie: Vigie, tmp_path: Path) -> None:
    good = Path(__file__).parents[2] / "resources" / "policies" / "default.en.toml"
    checked = vigie.json("policy", "check", str(good))
    assert set(checked) >= {"ok", "id", "errors"}
    assert checked["ok"]
    assert re.fullmatch(r"sha256:[0-9a-f]{64}", checked["id"])
    bad = tmp_path / "bad.toml"
    bad.write_text('schema = 1\nname = "x"\nnonsense = 3\n', encoding="utf-8")
    said = vigie("policy", "check", str(bad), "--json", code=1)
    assert all(set(one) >= {"file", "line", "message", "hint"} for one in said.json["errors"])
    assert 3 in [one["line"] for one in said.json["errors"]]
    assert vigie("policy", "activate", str(bad), "--json", code=1).json["ok"] is False
    tested = vigie.json("policy", "test", str(good))
    assert tested["ok"]
    assert set(tested["tests"][0]) >= {"rule", "text", "expect", "got", "ok"}
    shown = vigie.json("policy", "show")
    assert shown["id"].startswith("sha256:")
    proposed = vigie.json("policy", "propose", str(good), "--text", "you are such an a s s h o l e")
    assert proposed["category"] == "insult"


def test_classify_lines_in_the_same_order(vigie: Vigie) -> None:
    lines = [json.dumps({"id": str(n), "text": text}) for n, (_, _, text) in enumerate(COMMENTS)]
    said = vigie("classify", stdin="\n".join(lines), code=0)
    verdicts = [json.loads(line) for line in said.out.splitlines()]
    assert [one["id"] for one in verdicts] == [str(n) for n in range(len(COMMENTS))]
    wanted = {
        "id",
        "language",
        "labels",
        "categories",
        "signals",
        "severity",
        "flagged",
        "spans",
        "engine",
        "engine_version",
    }
    for one in verdicts:
        assert set(one) >= wanted
        assert set(one["labels"]) >= {"toxicity", "hate", "threat", "insult", "obscene", "spam"}
    assert verdicts[1]["flagged"]
    span = verdicts[1]["spans"][0]
    assert COMMENTS[1][2][span["start"] : span["end"]].strip()
    bad = vigie(
        "classify", stdin='{"id":"1","text":"hi"}\nnonsense\n{"id":"2"}\n{"id":"3","text":7}\n', code=1
    )
    assert [json.loads(line)["id"] for line in bad.out.splitlines()] == ["1"]
    assert bad.err.count("vigie: error: line") == 3


def test_doctor_and_models(vigie: Vigie) -> None:
    said = vigie("doctor", "--json")
    checks = {one["check"]: one for one in said.json["checks"]}
    assert {"vigie", "python", "sqlite", "workspace", "opens", "integrity", "audit", "keyring"} <= set(checks)
    assert checks["integrity"]["ok"]
    assert checks["audit"]["ok"]
    assert not any("idiot" in json.dumps(one) for one in said.json["checks"])
    items = vigie.json("models", "list")["items"]
    assert items[0]["active"]
