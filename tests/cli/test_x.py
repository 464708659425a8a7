"""An account on X from the command line, on a server of ours: connect, pull, decide, undo, the cap of the month."""

from __future__ import annotations

import json
import time

from tests.cli.conftest import Vigie
from tests.support.x_server import CLIENT, FAN, ME, TROLL, fake_x

NO_KEYRING = {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}
GIVEN = ("--channel", "x", "--secret-stdin", "--json")


def test_from_the_sign_in_to_the_undo(empty: Vigie) -> None:
    with fake_x() as fake:
        fake.now = int(time.time()) - 3600
        root = fake.post("Our new kettle", ME)
        called = fake.post("@brand what do you say, @brand?", parent=root)
        plain = fake.post("@brand it leaks", TROLL, root)
        aside = fake.post("hello @brand", FAN)
        secret = fake.access
        words = ("--server", fake.server.url, "--name", "x", "--option", "monthly_cap=5", "--secret-stdin")
        added = empty("channel", "add", "x", *words, "--json", stdin=secret, env=NO_KEYRING, code=3).json
        assert (added["key"], added["account"], added["handle"]) == ("x:x", "The Brand", "brand")
        assert added["warnings"] == ["x_short_token"]

        (pulled,) = empty("pull", *GIVEN, stdin=secret).json["channels"]
        assert (pulled["new"], pulled["error"], pulled["warnings"]) == (3, None, [])
        items = {one["remote_id"]: one for one in empty.json("queue", "list")["items"]}
        assert set(items) == {called, plain, aside}
        assert items[called]["permalink"] == f"https://x.com/i/web/status/{called}"
        assert items[plain]["author"]["handle"] == "troll"
        made = {}
        for remote, *decision in ((plain, "hide"), (called, "reply", "--reply", "Sorry")):
            made[remote] = empty("decide", items[remote]["id"], *decision, "--now", "--json").json[
                "decision_id"
            ]
        empty("outbox", "run", *GIVEN, stdin=secret, code=0)
        assert fake.hidden == {plain}
        assert [one["text"] for one in fake.posts.values() if one["author_id"] == ME][1:] == ["Sorry"]
        for decision in made.values():
            empty("undo", decision, "--json", code=0)
        empty("outbox", "run", *GIVEN, stdin=secret, code=0)
        assert fake.hidden == set()
        assert [one["text"] for one in fake.posts.values() if one["author_id"] == ME] == ["Our new kettle"]
        (channel,) = empty.json("channel", "list")["items"]
        budget = channel["budget"]
        assert (budget["unit"], budget["limit"]) == ("usd_e4", 50_000)
        assert 0 < budget["used"] < 2_000
        assert secret not in json.dumps(channel)

        empty("channel", "set", "x", "--option", "monthly_cap=0", "--json")
        (capped,) = empty("pull", *GIVEN, stdin=secret, code=4).json["channels"]
        assert capped["error"]["code"] == "x_cap"
        parts = json.dumps({"client_id": CLIENT, "refresh_token": ""})
        refused = (
            "channel",
            "add",
            "x",
            "--server",
            fake.server.url,
            "--name",
            "y",
            "--secret-stdin",
            "--json",
        )
        empty(*refused, stdin=parts, env=NO_KEYRING, code=2)
