"""What a search brings and how many follow an author, from the command line: Bluesky's watch terms, Threads' followers."""

from __future__ import annotations

from tests.cli.conftest import Vigie
from tests.support.bluesky_server import FAN, ME, PASSWORD, fake_bluesky
from tests.support.threads_server import TOKEN, fake_threads

NO_KEYRING = {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}


def test_watching_on_bluesky(empty: Vigie) -> None:
    with fake_bluesky() as fake:
        root = fake.post(ME, "Our kettle is out")
        reply = fake.post(FAN, "the kettle leaks", parent=root, notify="reply")
        words = ("channel", "add", "bluesky", "--server", fake.server.url, "--handle", "brand.test", "--name", "b",
                 "--option", "history_days=3650", "--option", "sweep_days=3650", "--secret-stdin", "--json")  # fmt: skip
        empty(*words, stdin=PASSWORD, env=NO_KEYRING, code=3)
        watched = empty(
            "channel", "watch", "b", "--add", "keyword:kettle", "--add", "#tea", "--json", code=0
        ).json
        assert watched["offered"] == ["keyword", "hashtag", "account"]
        empty("pull", "--channel", "b", "--secret-stdin", "--json", stdin=PASSWORD)
        hit = fake.post(FAN, "kettles, everywhere kettles")
        pulled = empty("pull", "--channel", "b", "--secret-stdin", "--json", stdin=PASSWORD).json
        assert (pulled["new"], pulled["channels"][0]["warnings"]) == (1, [])
        items = {one["remote_id"]: one["relation"] for one in empty.json("queue", "list")["items"]}
        assert items == {reply: "comment", hit: "mention"}
        fake.search = "none"
        fake.post(FAN, "no word of it", parent=root, notify="reply")
        pulled = empty("pull", "--channel", "b", "--secret-stdin", "--json", stdin=PASSWORD).json
        assert pulled["new"] == 1
        assert [one["code"] for one in pulled["channels"][0]["warnings"]] == ["bluesky_watch_away"]


def test_followers_on_threads(empty: Vigie) -> None:
    with fake_threads() as fake:
        post = fake.post()
        fake.reply(post, "Lovely", "ann")
        fake.followers = {"ann": 1200}
        words = ("channel", "add", "threads", "--server", fake.server.url, "--secret-stdin", "--name")
        told = empty(*words, "t", stdin=TOKEN, env=NO_KEYRING, code=3)
        assert "Without threads_profile_discovery, how many follow an author is not read." in told.out
        assert "The token lacks" not in told.out
        fake.scopes.append("threads_profile_discovery")
        told = empty(*words, "u", stdin=TOKEN, env=NO_KEYRING, code=3)
        assert "threads_profile_discovery" not in told.out
        empty("pull", "--channel", "u", "--secret-stdin", "--json", stdin=TOKEN)
        (one,) = empty.json("queue", "list", "--channel", "u")["items"]
        shown = empty.json("queue", "show", str(one["id"]))
        assert shown["author"]["followers"] == 1200
