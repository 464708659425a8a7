"""Connecting an account on the command line: what is needed, what is kept, what is watched."""

from __future__ import annotations

import json

import pytest

from console.domain.errors import UsageError
from console.services.connecting import gathered, watch_of, watch_words, watches_changed
from tests.cli.conftest import Said, Vigie
from tests.support.bluesky_server import PASSWORD, fake_bluesky
from tests.support.mastodon_server import TOKEN, fake_mastodon


def test_an_account_is_added_with_its_options_and_changed(empty: Vigie) -> None:
    with fake_bluesky() as fake:
        words = ("channel", "add", "bluesky", "--server", fake.server.url, "--handle", "brand.example", "--name", "brand",
                 "--option", "history_days=7", "--secret-stdin", "--json")  # fmt: skip
        said = empty(
            *words, stdin=PASSWORD, env={"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}, code=3
        )
    assert said.json["key"] == "bluesky:brand"
    assert said.json["options"] == {"history_days": 7}
    assert said.json["lacking"] == {}
    assert PASSWORD not in said.out + said.err
    empty("channel", "set", "brand", "--interval", "300", "--option", "sweep_days=3", code=0)
    empty("channel", "set", "brand", "--option", "history_days=", code=0)
    (kept,) = empty.json("channel", "list")["items"]
    assert (kept["interval"], kept["options"]) == (300, {"sweep_days": 3})
    empty("channel", "set", "brand", "--closely", "60", code=0)
    (kept,) = empty.json("channel", "list")["items"]
    assert kept["closely_until"] > kept["next_pull_at"]
    empty("channel", "set", "brand", "--closely", "0", code=0)
    assert empty.json("channel", "list")["items"][0]["closely_until"] is None
    refused = empty("channel", "set", "brand", "--option", "colour=red", "--json", code=2)
    assert refused.error["code"] == "need_unknown"
    assert "history_days" in refused.error["params"]["known"]
    assert empty("channel", "set", "brand", "--interval", "1", code=2).err
    events = [one["event"] for one in empty.json("audit", "list")["items"]]
    assert events.count("channel_changed") == 4


def test_a_channel_is_called_by_its_account_and_keeps_to_it(empty: Vigie) -> None:
    """No second account of that name takes the first one's place; what was written as the server is put right."""
    environment = {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}
    with fake_mastodon() as fake, fake_mastodon() as other:
        here, there = (one.server.url.removeprefix("http://") for one in (fake, other))

        def add(*words: str, code: int) -> Said:
            return empty(
                "channel",
                "add",
                "mastodon",
                *words,
                "--secret-stdin",
                stdin=f" {TOKEN} \n",
                env=environment,
                code=code,
            )

        said = add("--server", f"@brand@{here}", "--json", code=3).json
        assert (said["key"], said["server"], said["handle"]) == ("mastodon:brand", f"http://{here}", "brand")
        assert add("--server", f"http://{here}", "--json", code=3).json["id"] == said["id"]
        taken = add("--server", f"http://{there}", "--name", "brand", "--json", code=2)
        assert taken.error["code"] == "channel_taken"
        text = add("--server", f"@joe@{there}", code=3)
    assert f"mastodon:brand@{there.replace(':', '-')} added." in text.out
    assert "not the account you named" in text.out
    assert "vigie pull" in text.out
    assert [one["server"] for one in empty.json("channel", "list")["items"]] == [
        f"http://{here}",
        f"http://{there}",
    ]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("bluesky", "--secret-stdin"), "need_missing"),
        (("bluesky", "--handle", "a.example"), "secret_needed"),
        (("bluesky", "--handle", "a.example", "--option", "nothing"), "bad_option"),
        (("bluesky", "--handle", "a.example", "--option", "colour=red", "--secret-stdin"), "need_unknown"),
        (("bluesky", "--handle", "a.example", "--sign-in"), "no_browser_sign_in"),
        (("nowhere",), "unknown_kind"),
    ],
)
def test_what_is_missing_is_named_before_anything_is_stored(
    vigie: Vigie, words: tuple[str, ...], code: str
) -> None:
    said = vigie(
        "channel", "add", *words, "--json", stdin="word" if "--secret-stdin" in words else None, code=2
    )
    assert json.loads(said.err)["code"] == code
    assert [one["key"] for one in vigie.json("channel", "list")["items"]] == ["file:demo"]


def test_parts_of_a_secret_become_one_and_never_an_option() -> None:
    wanted = gathered("bluesky", {"handle": "a.example", "server": "https://x.example"}, secret="word")
    assert (wanted.secret, wanted.options, wanted.name) == ("word", {}, "a.example")
    for more in (
        {"secret": "word"},
        {"signing_in": True},
    ):  # nor is one that was given as if it were an option
        with pytest.raises(UsageError, match="need_unknown"):
            gathered("bluesky", {"handle": "a.example", "secret": "word"}, **more)  # type: ignore[arg-type]
    assert gathered("bluesky", {"handle": "a.example"}, secret="word", name=" brand ").name == "brand"
    with pytest.raises(UsageError, match="bad_channel_name"):
        gathered("bluesky", {"handle": "a.example"}, secret="word", name="a:b")


def test_watch_terms_as_people_write_them() -> None:
    offered = ("keyword", "hashtag")
    assert watch_of("late  parcel", offered) == {"kind": "keyword", "text": "late parcel"}
    assert watch_of("#Lormel", offered) == {"kind": "hashtag", "text": "Lormel"}
    assert watch_of("Hashtag:#lormel", offered) == {"kind": "hashtag", "text": "lormel"}
    assert watch_of("keyword:a:b", offered) == {"kind": "keyword", "text": "a:b"}
    assert [watch_words(watch_of(one, offered)) for one in ("#a", "b c")] == ["#a", "keyword:b c"]
    for wrong, code in (
        ("#", "watch_bad"),
        ("#two words", "watch_bad"),
        ("x" * 101, "watch_bad"),
        ("@joe", "watch_not_offered"),
    ):
        with pytest.raises(UsageError, match=code):
            watch_of(wrong, offered)


def test_a_term_is_kept_once_and_taken_away_by_its_words() -> None:
    one, two = {"kind": "keyword", "text": "Parcel"}, {"kind": "hashtag", "text": "parcel"}
    assert watches_changed([one], [{"kind": "keyword", "text": "parcel"}, two], []) == [one, two]
    assert watches_changed([one, two], [], [{"kind": "keyword", "text": "PARCEL"}]) == [two]
    with pytest.raises(UsageError, match="watch_unknown"):
        watches_changed([one], [], [two])
    with pytest.raises(UsageError, match="watch_too_many"):
        watches_changed([], [{"kind": "keyword", "text": str(n)} for n in range(21)], [])


def test_a_platform_without_search_says_so(vigie: Vigie) -> None:
    assert vigie.json("channel", "watch", "demo") == {"key": "file:demo", "offered": [], "watches": []}
    said = vigie("channel", "watch", "demo", "--add", "#lormel", "--json", code=2)
    assert said.error["code"] == "watch_not_offered"
