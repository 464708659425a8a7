"""No secret, address, handle or sentence of a person passes; what helps whoever looks for a fault does."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console import logs
from console.domain.errors import Transient
from console.redaction import redact

SECRETS = [
    ("Authorization: Bearer ya29.a0AfH6SMBx-4711_invented", "a0AfH6"),
    ("authorization=Basic dXNlcjpwYXNz", "dXNlcjpwYXNz"),
    ("https://graph.example/v19/123?access_token=EAAGinvented4711&fields=id", "EAAG"),
    ("GET https://m.example/api/v1/search?q=lormel+arnaque refused", "arnaque"),
    ("proxy http://desk:pass-4711@proxy.example:3128 said no", "pass-4711"),
    ("{'refresh_token': 'rt-invented-1', 'ok': 1}", "rt-invented"),
    ('{"client_secret": "cs invented", "n": 2}', "invented"),
    ("password=hunter2 and more", "hunter2"),
    ("x-api-key: 0123abcd", "0123abcd"),
    ("cookie: sid=4711abc; path=/", "4711abc"),
    ("code=4/0AeanS_invented", "AeanS"),
    ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.SflKxwRJSMeKKF2QT4", "eyJ"),
    ("token abcdefghij0123456789abcdefghij was refused", "abcdefghij0"),
    ("sign-in with abcd-2fgh-ijkl-mnop refused", "2fgh"),
    ("sign-in with qrst-uvwx-yzab-cdef refused", "uvwx"),
    ("sign-in with aB3d 5Fgh 7Jkl mNop qRst uVwx refused", "7Jkl"),
    ("mail of marie.durand+vip@lormel.example bounced", "durand"),
    ("@marie.durand@mastodon.example left", "marie"),
    ("reply to @marie_durand failed", "marie"),
    ("did:plc:ewvi7nxzyoun6zhxrhs64oiz is gone", "ewvi7"),
    ("at://did:plc:abc/app.bsky.feed.post/3k", "3k"),
    ("marie.bsky.social is gone", "marie"),
    ("author at 203.0.113.77 blocked", "203.0"),
    ("call +33 6 12 34 56 78 now", "34 56"),
    ("no file /home/marie/vigie/default.vigie", "marie"),
    (r"no file C:\Users\Marie\vigie", "Marie"),
    ("ValueError: could not read 'you are a thief and a liar'", "thief"),
    ("bad «\u202fvous êtes des voleurs\u202f» here", "voleurs"),
    ("bad “voleurs” here", "voleurs"),
    ("paid from FR76 3000 6000 0112 3456 7890 189 today", "7890 189"),
    ("paid from FR7630006000011234567890189", "7890189"),
    ("paid from GB29 NWBK 6016 1331 9268 19", "9268"),
    ("call +33 6 12 34 56 78 now", "+33 6"),
    ("call (555) 123-4567 now", "4567"),
    ("call +1-555-123-4567.", "4567"),
    ("call 06.12.34.56.78", "34.56"),
    ("person 1 85 05 78 006 084 36 of France", "084 36"),
    ("see www.lormel.example/reset?sid=4711abc", "4711"),
    ("see //lormel.example/reset?anyname=4711abc here", "4711"),
    ("no file /Users/Marie Durand/vigie/x", "Durand"),
    (r"no file C:\Users\Marie Durand\AppData", "Durand"),
    ("no file /run/media/marie/KEY/x.vigie", "marie"),
    (r"no share \\files\marie\x.vigie", "marie"),
    ("no file /Volumes/Marie/x.vigie", "Marie"),
    ("Cookie: sid=1; user=4711abc", "4711abc"),
    ("mot de passe : hunter2", "hunter2"),
    ("passwd hunter2", "hunter2"),
    ("mdp=hunter2", "hunter2"),
    ("jeton: hunter2", "hunter2"),
    ("key sk-abcdefghijklmnop refused", "abcdefgh"),
    ("hook xoxb-123-abcdef", "abcdef"),
    ("sign-in, pass aBcD eFgH iJkL mNoP qRsT uVwX refused", "uVwX"),
    ("author at 2001:db8:85a3::8a2e:370:7334 blocked", "85a3"),
    ("card 00:1A:2B:3C:4D:5E of the machine", "3C:4D"),
    ("https://marie:4711abc@lormel.example/x", "4711abc"),
]


@pytest.mark.parametrize(("text", "never"), SECRETS)
def test_what_must_not_pass(text: str, never: str) -> None:
    assert never in text
    once = redact(text)
    assert never not in once
    assert redact(once) == once or never not in redact(once)


@pytest.mark.parametrize(
    "text",
    [
        "pull of a mastodon channel failed: rate_limited",
        "classifier child recycled at 512 MiB after 1200 batches",
        "http.py:254 request",
        "2026-11-22T15:40:03Z",
        "Vigie 0.9.0, Python 3.11.2, Qt 6.11.3, Linux 6.1.0-21-amd64",
        "EnvironmentFailure(workspace_locked)",
        '  File "/opt/vigie/lib/console/runtime/engine.py", line 210 in _lead',
        "Fatal Python error: Segmentation fault",
        "Thread 0x00007f2b5d7fa6c0 (most recent call first):",
        "127.0.0.1",
        "2026-11-22 15:40:03, 12:30:15.123",
        "no route to ::1",
        "QObject::connect: No such slot",
        "std::bad_alloc",
        "stopped after 1 200 of 34 000 comments",
        "SQLite 3.40.1, kernel 6.18.44",
        "https://m.example/…",
    ],
)
def test_what_helps_stays(text: str) -> None:
    assert redact(text) == text


def test_names_that_the_workspace_knows_are_taken_out_as_words() -> None:
    text = redact("channel Lormel of lea: lormel-shop, LORMELS, clean, le", ["lormel", "lea", "le", ""])
    assert text == "channel ‹name› of ‹name›: ‹name›-shop, LORMELS, clean, le"


@pytest.mark.parametrize(
    "piece", ["1", "1 ", "1-", "a1", "(1", "ab:", "FR76 ", "/Users/a ", "x.", "?a=", "aB1c "]
)
def test_a_message_without_end_is_cut_before_it_is_gone_over(piece: str) -> None:
    """It would take minutes, and fill the log."""
    record = logging.LogRecord("qt", logging.WARNING, "", 0, piece * 100_000, None, None)
    assert len(logs.said(record)) <= 3 * logs.LONGEST


@given(st.text(max_size=400))
def test_any_text_can_be_redacted(text: str) -> None:
    redact(redact(text, ["lormel"], foreign=True))


@given(st.from_regex(r"[A-Za-z0-9]{12}[0-9][A-Za-z][A-Za-z0-9]{12}", fullmatch=True))
def test_any_long_mixed_word_is_a_secret(token: str) -> None:
    assert token not in redact(f"refused {token} at login")


# ---------------------------------------------------------------------- the log itself


def written(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / "vigie.log").read_text(encoding="utf-8").splitlines()]


def test_no_comment_no_person_no_secret_enters_the_log(tmp_path: Path) -> None:
    """Whoever logs them: our own rooms with an argument too much, a library with all of it in its words."""
    handler = logs.start(tmp_path)
    comment = "Vous êtes des voleurs, je veux mon argent"
    try:
        ours = logging.getLogger("console.services.invented")
        ours.warning("not stored: %s", comment)
        ours.warning("author %s of %s", "marie.durand@lormel.example", {"text": comment})
        ours.warning("counted %d in %.1f s as %s", 3, 2.5, "rate_limited")
        try:
            raise ValueError(comment)
        except ValueError:
            ours.exception("failed")
        try:
            raise Transient("timeout", host="m.example", path="/@marie")
        except Transient:
            ours.exception("failed")
        theirs = logging.getLogger("asyncio")
        theirs.error("Task exception was never retrieved\nfuture: <Task exception=ValueError('voleurs')>")
        logging.getLogger("qt").warning("%s", logs.Foreign("QFont: Point size <= 0 of 'Marie Durand'"))
    finally:
        logs.stop(handler)
    told = written(tmp_path)
    everything = json.dumps(told, ensure_ascii=False)
    for never in ("voleurs", "argent", "durand", "Durand", "marie"):
        assert never not in everything, never
    assert told[0]["say"] == "not stored: ‹41 characters›"
    assert told[2]["say"] == "counted 3 in 2.5 s as rate_limited"
    assert told[3]["error"] == "ValueError"
    assert told[4]["error"] == "Transient(timeout)"
    assert told[5]["say"] == "Task exception was never retrieved future: <Task exception=ValueError(‹text›)>"
    assert str(told[6]["say"]).startswith("QFont: Point size <= 0 of")


def test_a_log_is_rotated_and_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logs, "MAX_BYTES", 2_000)
    handler = logs.start(tmp_path)
    try:
        for number in range(400):
            logging.getLogger("console.x").warning("number %d", number)
    finally:
        logs.stop(handler)
    files = sorted(one.name for one in tmp_path.iterdir())
    assert files == ["vigie.log", "vigie.log.1", "vigie.log.2", "vigie.log.3"]
    assert all(one.stat().st_size <= 2_000 for one in tmp_path.iterdir())
    assert written(tmp_path)[-1]["say"] == "number 399"


def test_arguments_that_do_not_fit_lose_no_record() -> None:
    given = ("words of a person",)
    record = logging.LogRecord("console.x", logging.WARNING, "x.py", 1, "%d of %s", given, None)
    assert logs.said(record) == "%d of %s"
