"""vigie replies and vigie statements as commands, and decide --template: filled, refused, told, logged."""

from __future__ import annotations

from tests.cli.conftest import Vigie, ids


def test_a_template_picks_its_language_is_filled_and_refused_while_a_field_is_open(vigie: Vigie) -> None:
    one = ids(vigie)["1"]
    refused = vigie.json("decide", one, "reply", "--template", "question.answer", code=1)
    assert refused["state"] == "refused"
    assert refused["refusal"]["code"] == "reply_open_field"
    assert refused["refusal"]["clause"] == "replies"
    assert refused["refusal"]["instead"] == ["fill"]
    assert "link" in refused["refusal"]["why"]["text"]
    words = (
        "decide",
        one,
        "reply",
        "--template",
        "question.answer",
        "--fill",
        "link=https://lormel.example/be",
    )
    sent = vigie.json(*words)
    assert sent["state"] == "waiting_person"
    assert sent["notices"] == []
    assert sent["outbox"]["text"] == (
        "Bonjour ana, la réponse est ici\u00a0: https://lormel.example/be. Si votre cas est différent, dites-le nous, nous regardons."
    )
    listed = {one["id"]: one for one in vigie.json("replies", "list")["items"]}
    assert listed["question.answer"]["uses"] == 1
    vigie.json("undo", "--last")
    assert vigie.json("replies", "show", "question.answer")["uses"] == 0


def test_preview_says_language_fields_and_length(vigie: Vigie) -> None:
    one = ids(vigie)["1"]
    shown = vigie.json("replies", "preview", "question.answer", "--comment", one, code=1)
    assert (shown["language"], shown["language_from"], shown["other_languages"]) == ("fr", "verdict", ["en"])
    assert shown["open_fields"] == ["link"]
    assert shown["length"]["fits"]
    english = vigie.json(
        "replies", "preview", "question.answer", "--comment", one, "--lang", "en", "--fill", "link=x"
    )
    assert english["text"].startswith("Hello ana")
    said = vigie("replies", "preview", "private.invite", "--comment", one, code=1, env={"VIGIE_LANG": "fr"})
    assert "langue du commentaire" in said.out
    assert "à remplir\u00a0: contact" in said.out


def test_wrong_words_are_refused_with_what_to_do(vigie: Vigie) -> None:
    one = ids(vigie)["1"]
    for words, code in (
        (("decide", one, "reply", "--template", "no.such"), "unknown_template"),
        (("decide", one, "reply", "--template", "question.answer", "--fill", "x"), "bad_fill"),
        (("decide", one, "reply", "--template", "question.answer", "--fill", "lnik=x"), "unknown_field"),
        (("decide", one, "reply", "--template", "question.answer", "--reply", "x"), "template_and_reply"),
        (("decide", one, "keep", "--template", "question.answer"), "template_action"),
        (("decide", one, "warn", "--template", "private.hidden_why"), "template_private"),
        (("statements", "add"), "statement_what"),
        (("statements", "add", "x", "--said-at", "yesterday"), "bad_moment"),
        (("replies", "add", "a.b", "--lang", "fr", "--title", "x"), "reply_text_where"),
    ):
        said = vigie(*words, "--json", code=2)
        assert said.error["code"] == code, words
        assert " — " in said.error["text"]
    assert vigie.json("queue", "show", one)["state"] == "open"


def test_replies_are_written_replaced_removed_and_restored_by_leads_alone(vigie: Vigie) -> None:
    add = ("replies", "add", "shop.hours", "--lang", "fr", "--title", "Horaires", "--text", "Ouvert {days}.")
    refused = vigie(*add, "--as", "kim", "--json", code=1)
    assert refused.error["code"] == "refuse.role"
    made = vigie.json(*add, "--category", "question")
    assert (made["origin"], made["fields"]) == ("own", {"fr": ["days"]})
    second = vigie("replies", "add", "shop.hours", "--lang", "en", "--title", "Hours", "--text-stdin", "--json",
                   stdin="Open {days}.\n", code=0).json  # fmt: skip
    assert second["categories"] == ["question"]
    assert second["texts"]["en"] == "Open {days}."
    assert vigie.json("replies", "remove", "thanks.praise")["removed"]
    assert "thanks.praise" not in vigie("replies", "list", code=0).out
    assert not vigie.json("replies", "restore", "thanks.praise")["removed"]
    events = [one["event"] for one in vigie.json("audit", "list")["items"]]
    assert events.count("saved_reply_changed") == 4


def test_what_was_said_is_told_with_its_day_and_words(vigie: Vigie) -> None:
    one = ids(vigie)["1"]
    add = (
        "statements",
        "add",
        "Nous livrons en Belgique en 3 jours.",
        "--lang",
        "fr",
        "--topic",
        "Livraison",
    )
    refused = vigie(*add, "--as", "kim", "--json", code=1)
    assert refused.error["code"] == "refuse.role"
    kept = vigie.json(*add, "--said-at", "2026-09-12", "--place", "communiqué")
    assert kept["said_at"].startswith("2026-09-12T10:00") or kept["said_at"].startswith("2026-09-12T12:00")
    assert vigie.json("statements", "list", "livraison")["items"][0]["id"] == kept["id"]
    told = vigie.json("decide", one, "reply", "--reply", "Nous livrons en Belgique en 8 jours.")
    (notice,) = told["notices"]
    assert (notice["kind"], notice["differs"], notice["source"]) == ("contradiction", "duration", "statement")
    assert notice["said_at"] == kept["said_at"]
    again = vigie("decide", ids(vigie)["3"], "reply", "--reply", "Nous livrons en Belgique en 3 jours.",
                  code=0, env={"VIGIE_LANG": "fr"})  # fmt: skip
    assert "Nous l’avons déjà dit le 12 septembre 2026" in again.err
    vigie.json("outbox", "confirm", told["outbox_id"], "--done")
    own = vigie.json("statements", "add", "--from-comment", one, "--topic", "délai")
    assert own["text"] == "Nous livrons en Belgique en 8 jours."
    assert vigie.json("statements", "retire", kept["id"])["retired_by"]
    assert [each["id"] for each in vigie.json("statements", "list")["items"]] == [own["id"]]
