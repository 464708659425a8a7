"""A YouTube channel from the command line, on a server of ours: connect, pull, decide, undo, what is gone meanwhile."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace

from console.connectors.spending import pacific_day
from tests.cli.conftest import Vigie
from tests.support.faultserver import Answer, Seen
from tests.support.youtube_bench import STATUS
from tests.support.youtube_server import CLIENT, CLIENT_SECRET, FAN, ME, TROLL, fake_youtube

NO_KEYRING = {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}
SECRET = json.dumps({"client_id": CLIENT, "client_secret": CLIENT_SECRET, "refresh_token": "refresh-1"})
GIVEN = ("--channel", "y", "--secret-stdin", "--json")


def test_from_the_sign_in_to_the_undo(empty: Vigie) -> None:
    with fake_youtube() as fake:
        now = int(time.time())
        fake.now = now
        top = fake.comment("It leaks", author=FAN, when=now - 900)
        replies = [
            fake.comment(f"mine too {number}", parent=top, author=TROLL, when=now - 800)
            for number in range(7)
        ]
        held = fake.comment("a slur", author=TROLL, status="heldForReview", when=now - 700)
        words = (
            "channel",
            "add",
            "youtube",
            "--server",
            fake.server.url,
            "--name",
            "y",
            "--secret-stdin",
            "--json",
        )
        added = empty(*words, stdin=SECRET, env=NO_KEYRING, code=3).json
        assert (added["key"], added["account"], added["handle"], added["lacking"]) == (
            "youtube:y",
            "Brand",
            ME,
            {},
        )

        (pulled,) = empty("pull", *GIVEN, stdin=SECRET).json["channels"]
        assert (pulled["new"], pulled["error"]) == (9, None)
        assert pulled["warnings"] == []
        items = {one["remote_id"]: one for one in empty.json("queue", "list")["items"]}
        assert set(items) == {top, held, *replies}
        assert (items[held]["hidden"], items[top]["hidden"]) == (True, False)
        assert items[top]["author"]["handle"] == "@fan"
        assert (items[top]["parent_remote_id"], items[replies[0]]["parent_remote_id"]) == (None, top)
        assert items[replies[0]]["permalink"].endswith(f"&lc={replies[0]}")
        made = {}
        for remote, *decision in (
            (replies[0], "hide"), (replies[1], "hide"), (top, "reply", "--reply", "Sorry"),
        ):  # fmt: skip
            made[remote] = empty("decide", items[remote]["id"], *decision, "--now", "--json").json[
                "decision_id"
            ]
        del fake.comments[replies[1]]  # the author was faster
        empty("outbox", "run", *GIVEN, stdin=SECRET, code=0)
        assert fake.status(replies[0]) == "heldForReview"
        (answer,) = [one for one in fake.replies(top) if fake.comments[one]["textOriginal"] == "Sorry"]
        gone = empty.json("queue", "show", items[replies[1]]["id"])
        assert gone["state"] == "gone"
        for remote in (replies[0], top):
            empty("undo", made[remote], "--json", code=0)
        empty("outbox", "run", *GIVEN, stdin=SECRET, code=0)
        assert fake.status(replies[0]) == "published"
        assert answer not in fake.comments
        empty("pull", *GIVEN, stdin=SECRET, code=0)
        (channel,) = empty.json("channel", "list")["items"]
        assert channel["budget"]["unit"] == "units"
        if pacific_day(now) == pacific_day(int(time.time())):
            assert channel["budget"]["used"] == fake.units  # each command was a process of its own
        assert CLIENT_SECRET not in json.dumps(channel)


DECIDE = """
import sys
from pathlib import Path
from console.domain.vocabulary import ActionKind
from console.runtime.app import Console
from console.runtime.connections import memory_only
from console.services.recording import DecisionAsk
console = Console.open(Path(sys.argv[1]), secrets=memory_only())
for number in map(int, sys.argv[2:]):
    ask = DecisionAsk(number, ActionKind.HIDE, reason="x", at_once=True)
    assert console.decide(ask, console.actor("ana")).result().outbox_id
assert console.close()
"""


def test_killed_while_forty_leave_in_one_call(empty: Vigie) -> None:
    """kill -9 after the platform did it, before a word of it was written: each is read back, none is sent again."""
    with fake_youtube() as fake:
        now = int(time.time())
        names = [
            fake.comment(f"rude {number}", author=TROLL, when=now - 900 + number) for number in range(40)
        ]
        add = ("channel", "add", "youtube", "--server", fake.server.url, "--name", "y", "--secret-stdin")
        empty(*add, "--json", stdin=SECRET, env=NO_KEYRING, code=3)
        empty("pull", *GIVEN, stdin=SECRET, code=0)
        ids = [one["id"] for one in empty.json("queue", "list", "--limit", "100")["items"]]
        words = [sys.executable, "-c", DECIDE, str(empty.workspace), *ids]
        subprocess.run(words, check=True, env={**os.environ, **empty.env}, timeout=60)
        real, arrived = fake.handle, threading.Event()

        def slow(seen: Seen) -> Answer:
            answer = real(seen)
            if seen.path != STATUS or arrived.is_set():
                return answer
            arrived.set()
            return replace(answer, delay=60.0)

        fake.server.handle = slow
        running = empty.start("outbox", "run", *GIVEN, stdin=subprocess.PIPE)
        assert running.stdin is not None
        running.stdin.write(SECRET)
        running.stdin.close()
        assert arrived.wait(30)
        running.send_signal(signal.SIGKILL)
        running.wait(10)
        for stream in (running.stdout, running.stderr):
            assert stream is not None
            stream.close()
        assert {fake.status(one) for one in names} == {"heldForReview"}
        empty("outbox", "run", *GIVEN, stdin=SECRET, code=0)
        rows = empty.json("outbox", "list")["items"]
        assert [one["state"] for one in rows] == ["done"] * 40
        (call,) = fake.server.requests(STATUS)
        assert sorted(call.query["id"][0].split(",")) == sorted(names)
        assert empty.json("audit", "verify")["ok"]
