"""What is new around replies, as commands: watch until a time, spelling, own words, drafts, approval with a note."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from console.domain.vocabulary import Role
from console.runtime.app import Console
from console.services.moments import LATEST, moment_of
from console.services.roles import Actor
from tests.cli.conftest import Vigie, ids

NOON = 1_790_000_000


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("90m", NOON + 5400),
        ("2h", NOON + 7200),
        ("1j", NOON + 86_400),
        ("90 min", NOON + 5400),
        ("1d", NOON + 86_400),
        (str(NOON), NOON),
        ("2026-11-22T15:00:00Z", 1_795_359_600),
        ("99999999999999", None),
        (str(LATEST + 1), None),
        ("-5", None),
        ("24:00", None),
        ("soon", None),
        ("", None),
    ],
)
def test_a_moment_to_come(text: str, found: int | None) -> None:
    assert moment_of(text, NOON) == found


def test_a_time_of_day_is_the_next_one() -> None:
    first, second = moment_of("15:00", NOON), moment_of("15h00", NOON)
    assert first == second
    assert first is not None
    assert NOON < first <= NOON + 86_400
    assert moment_of("15:00", first) == first + 86_400


def test_tomorrow_with_a_time_is_that_time_of_the_day_after() -> None:
    said = {moment_of(text, NOON) for text in ("demain 9h", "demain à 9h00", "Tomorrow at 9:00")}
    assert len(said) == 1
    here, found = datetime.fromtimestamp(NOON, UTC).astimezone(), datetime.fromtimestamp(said.pop() or 0, UTC)
    assert (found.astimezone().hour, found.astimezone().date() - here.date()) == (9, timedelta(days=1))
    assert moment_of("demain", NOON) is None


def test_watch_is_decided_shown_logged_and_undone(vigie: Vigie) -> None:
    one = ids(vigie)["1"]
    refused = vigie("decide", one, "watch", "--until", "1000", "--json", code=2)
    assert refused.error["code"] == "watch_past"
    said = vigie.json("decide", one, "watch", "--until", "2h")
    assert (said["action"], said["state"]) == ("watch", "done")
    shown = vigie.json("queue", "show", one)
    assert shown["state"] == "snoozed"
    assert (shown["watch"]["over"], shown["watch"]["decision_id"]) == (False, said["decision_id"])
    assert "en veille par" in vigie("queue", "list", "--view", "snoozed", env={"VIGIE_LANG": "fr"}).out
    assert "watched by" in vigie("queue", "show", one).out
    assert vigie("decide", one, "watch", "--until", "soon").code == 2
    vigie.json("undo", said["decision_id"])
    again = vigie.json("queue", "show", one)
    assert (again["state"], again["watch"]) == ("open", None)


def test_spelling_and_own_words(vigie: Vigie) -> None:
    one = ids(vigie)["1"]
    found = vigie.json("replies", "spell", "Votre zbrouille est prete.", "--lang", "fr", code=1)
    assert [each["word"] for each in found["items"]] == ["zbrouille", "prete"]
    assert "prête" in found["items"][1]["suggestions"]
    vigie.json("replies", "words", "--add", "zbrouille")
    clean = ("replies", "spell", "La zbrouille est prête, ana.", "--lang", "fr", "--comment", one)
    assert vigie.json(*clean)["items"] == []
    assert "Aucune faute" in vigie(*clean, env={"VIGIE_LANG": "fr"}).out
    assert vigie.json("replies", "words") == {"words": ["zbrouille"]}
    vigie.json("replies", "words", "--remove", "zbrouille")
    assert vigie("replies", "words", "--add", "two words").code == 2
    assert vigie("replies", "words", "--remove", "never").code == 2


def test_own_drafts_with_what_others_have_begun(vigie: Vigie) -> None:
    one = ids(vigie)["1"]
    assert vigie.json("replies", "drafts")["items"] == []
    console = Console.open(vigie.workspace)
    try:
        me = console.actor()
        console.keep_draft(int(one), "Mine so far", me).result(10)
        console.keep_draft(int(one), "Hers so far", Actor("noor", Role.MODERATOR, "x")).result(10)
    finally:
        console.close()
    (item,) = vigie.json("replies", "drafts")["items"]
    assert (item["comment_id"], item["text"]) == (one, "Mine so far")
    assert [(each["by"], each["text"]) for each in item["others"]] == [("noor", "Hers so far")]
    assert "noor: Hers so far" in vigie("replies", "drafts").out
    assert vigie.json("queue", "list", "--view", "drafts")["total"] == 1
    assert len(vigie.json("queue", "show", one)["drafts"]) == 2


def test_a_preview_says_how_it_will_stand(vigie: Vigie) -> None:
    one = ids(vigie)["1"]
    words = ("replies", "preview", "question.answer", "--comment", one, "--fill", "link=https://l.example/a")
    assert vigie.json(*words)["shown"]["notes"] == ["by_hand"]
    assert "you paste it on the site yourself" in vigie(*words).out
