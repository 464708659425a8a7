"""``vigie bulk``: seen before, done once each even when the process is killed, taken back as one."""

from __future__ import annotations

import os
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from console.domain.vocabulary import ActionKind
from console.runtime.app import Console
from console.runtime.connections import memory_only
from console.services.recording import DecisionAsk
from tests.cli.conftest import Vigie, ids
from tests.support.bench import read_texts
from tests.support.many import incoming

DEADLINE = 60.0


def filled(vigie: Vigie, count: int) -> None:
    """A practice channel with ``count`` comments, read and proposed for."""
    console = Console.open(vigie.workspace, secrets=memory_only())
    channel = console.add_channel("practice", "demo", console.actor(), state="ok")
    items = [incoming(number, count // 4) for number in range(count)]
    for start in range(0, count, 5000):
        part = items[start : start + 5000]
        console.store.write(
            lambda tx, part=part: tx.comments.upsert(channel.id, "practice", part, tx.now),  # type: ignore[misc]
            durable=False,
        ).result()
    console.triage.run(read_texts)
    assert console.close()


def asked(workspace: Path, sql: str) -> int:
    """One number from the file, as another program sees it."""
    with closing(sqlite3.connect(f"file:{workspace}?mode=ro", uri=True)) as db:
        return int(db.execute(sql).fetchone()[0])


def test_a_preview_tells_and_decides_nothing(vigie: Vigie) -> None:
    """Exit 1 where some would stay; the reasons carry clause, sentence and examples; nothing is queued."""
    body = vigie.json("bulk", "preview", "hide", "--view", "inbox", code=1)
    assert body["asked"] == 8
    assert body["go"] + body["stay"] == 8
    assert {one["code"] for one in body["stays"]} == {"refuse.protected"}
    assert body["stays"][0]["clause"]
    assert body["stays"][0]["why"]["text"]
    assert body["by_hand"] == body["go"]
    said = vigie("bulk", "preview", "hide", "--view", "inbox", code=1)
    assert str(body["go"]) in said.out
    assert asked(vigie.workspace, "SELECT count(*) FROM outbox") == 0
    assert vigie.json("bulk", "list")["batches"] == []


def test_run_list_and_undo(vigie: Vigie) -> None:
    """Ids or a view with filters; exit 0 when all went; one undo for all."""
    known = ids(vigie)
    done = vigie.json("bulk", "run", "keep", known["1"], known["2"])
    assert (done["state"], done["done"], done["left"]) == ("done", 2, 0)
    listed = vigie.json("bulk", "list")["batches"]
    assert [(one["batch"], one["state"], one["interrupted"]) for one in listed] == [
        (done["batch"], "done", False)
    ]
    spam = vigie.json("bulk", "run", "keep", "--view", "inbox", "--category", "spam")
    found = vigie.json("queue", "list", "--view", "all", "--category", "spam")["items"]
    assert spam["preview"]["asked"] == spam["done"] == len(found) > 0
    assert {one["state"] for one in found} == {"done"}
    back = vigie.json("bulk", "undo", done["batch"])
    assert (back["state"], back["undone"], back["kept"]) == ("undone", 2, {})
    assert vigie.json("queue", "show", known["1"])["state"] == "open"
    assert vigie("audit", "verify").code == 0


def test_wrong_use(vigie: Vigie) -> None:
    """Exit 2 and a sentence: no comments named, words for many, a number that was not said back."""
    known = ids(vigie)
    for words, code in (
        (("run", "hide"), "bulk_which"),
        (("run", "hide", known["1"], "--words", "casino"), "bulk_which"),
        (("run", "hide", known["1"], "--category", "spam"), "bulk_which"),
        (("run", "watch", known["1"], "--look-again", "5"), "watch_past"),
        (("run", "reply", known["1"]), "bulk_words"),
        (("preview", "hide", known["1"], "--look-again", "5"), "bulk_time"),
        (("run", "report", known["2"], "--confirm", "7"), "bulk_confirm"),
    ):
        said = vigie("bulk", *words, "--json")
        assert (said.code, said.error["code"]) == (2, code), words
    assert vigie("bulk", "stop", "nothing", "--json").error["code"] == "batch_not_found"


def test_where_all_is_refused_the_reasons_are_the_result(vigie: Vigie) -> None:
    """Exit 1 and one object with the preview; no batch was begun."""
    said = vigie.json("bulk", "run", "hide", ids(vigie)["3"], code=1)
    assert (said["batch"], said["state"], said["preview"]["go"]) == (None, "refused", 0)
    assert [one["code"] for one in said["preview"]["stays"]] == ["refuse.protected"]
    assert vigie("bulk", "run", "hide", ids(vigie)["3"], code=1).out
    assert vigie.json("bulk", "list")["batches"] == []
    empty = vigie("bulk", "run", "hide", "--view", "snoozed", "--json")
    assert (empty.code, empty.error["code"]) == (2, "bulk_nothing")


def test_killed_in_the_middle_it_goes_on_where_it_stood(empty: Vigie) -> None:
    """kill -9 while it runs, twice: after the last resume each comment has one decision, and the chain verifies."""
    filled(empty, 900)
    process = empty.start("bulk", "run", "keep", "--view", "inbox")
    for number, least in enumerate((100, 400)):
        end = time.monotonic() + DEADLINE
        while process.poll() is None and time.monotonic() < end:
            ready = asked(empty.workspace, "SELECT count(*) FROM sqlite_master WHERE name = 'batch_items'")
            if ready and asked(empty.workspace, "SELECT count(*) FROM decisions") >= least:
                break
            time.sleep(0.005)
        assert process.poll() is None, "it ended before it could be killed"
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
        listed = empty.json("bulk", "list")["batches"]
        assert len(listed) == 1
        assert listed[0]["state"] == "running"
        assert 0 < listed[0]["left"] < 900
        if number == 0:
            process = empty.start("bulk", "resume", listed[0]["batch"])
    done = empty.json("bulk", "resume", listed[0]["batch"])
    assert (done["state"], done["done"], done["left"]) == ("done", 900, 0)
    assert asked(empty.workspace, "SELECT count(*) FROM decisions WHERE batch IS NOT NULL") == 900
    assert asked(empty.workspace, "SELECT count(DISTINCT comment_id) FROM decisions") == 900
    assert asked(empty.workspace, "SELECT count(*) FROM batch_items WHERE state = 'done'") == 900
    assert empty("audit", "verify").code == 0
    assert empty("bulk", "resume", listed[0]["batch"], "--json").error["code"] == "batch_ended"


def test_ten_thousand(empty: Vigie) -> None:
    """Of ten thousand, 4,000 are hidden in one command, each with its row and its entry; another process decides meanwhile."""
    filled(empty, 10_000)
    process = empty.start(
        "bulk", "run", "hide", "--view", "inbox", "--category", "insult", "--category", "spam", "--json"
    )
    end = time.monotonic() + DEADLINE
    while asked(empty.workspace, "SELECT count(*) FROM decisions") < 200 and time.monotonic() < end:
        time.sleep(0.01)
    console = Console.open(empty.workspace, secrets=memory_only())
    assert console.decide(DecisionAsk(5, ActionKind.KEEP), console.actor()).result().state == "done"
    assert process.poll() is None, "the batch ended before anything could come between"
    assert console.close()
    out, err = process.communicate(timeout=DEADLINE)
    assert process.returncode == 0, (out, err)
    assert asked(empty.workspace, "SELECT count(*) FROM outbox WHERE action = 'hide'") == 4000
    assert asked(empty.workspace, "SELECT count(*) FROM decisions WHERE batch IS NOT NULL") == 4000
    assert empty("audit", "verify").code == 0
