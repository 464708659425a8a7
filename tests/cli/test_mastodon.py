"""A Mastodon account from the command line, on a server of ours: connect, pull, answer, undo, and what stays at home."""

from __future__ import annotations

from tests.cli.conftest import Vigie
from tests.support.mastodon_server import ME, TOKEN, fake_mastodon

NO_KEYRING = {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}


def test_from_the_first_sign_in_to_the_undo(empty: Vigie) -> None:
    with fake_mastodon() as fake:
        fake.account("200", "joe@far.example")
        fake.longest = 60
        now = 1_700_000_000
        root = fake.post(ME, "Our kettle is out", seconds=now)
        reply = fake.post("200", "@brand it leaks", parent=root, notify="mention", seconds=now + 1)
        secret = fake.post(
            "200", "@brand my order is PIN Zorille", notify="mention", visibility="direct", seconds=now + 2
        )
        words = ("channel", "add", "mastodon", "--server", fake.server.url, "--name", "m", "--option",
                 "history_days=3650", "--option", "sweep_days=3650", "--secret-stdin", "--json")  # fmt: skip
        added = empty(*words, stdin=TOKEN, env=NO_KEYRING, code=3).json
        assert (added["key"], added["account"], added["lacking"]) == ("mastodon:m", "The Brand", {})
        empty("channel", "watch", "m", "--add", "#kettle", code=0)

        pulled = empty("pull", "--channel", "m", "--secret-stdin", "--json", stdin=TOKEN).json
        assert pulled["new"] == 2
        assert pulled["channels"][0]["error"] is None
        again = empty("pull", "--channel", "m", "--secret-stdin", "--json", stdin=TOKEN).json
        assert again["new"] == 0
        items = {one["remote_id"]: one for one in empty.json("queue", "list")["items"]}
        assert set(items) == {reply, secret}
        assert items[reply]["text"] == "@brand it leaks"
        assert (items[reply]["author"]["handle"], items[reply]["relation"]) == ("joe@far.example", "comment")
        number = str(items[reply]["id"])

        long = empty("decide", number, "reply", "--reply", "x" * 58, "--json", code=1).json
        assert long["refusal"]["code"] == "reply_too_long"  # the mention counts too, on an instance of 60
        # No undo window; the secret is not at hand in this command, so it leaves with the next one.
        empty("decide", number, "reply", "--reply", "We are sorry, write to us", "--now", "--json")
        empty("outbox", "run", "--channel", "m", "--secret-stdin", "--json", stdin=TOKEN, code=0)
        (made,) = [one for one in fake.statuses.values() if one["in_reply_to_id"] == reply]
        assert fake.sources[made["id"]] == "@joe@far.example We are sorry, write to us"

        empty("decide", str(items[secret]["id"]), "keep", "--json", code=0)
        given = empty("audit", "export", "--private", code=0).out
        assert "it leaks" in given
        assert "PIN Zorille" not in given
        assert TOKEN not in given + added["key"]
