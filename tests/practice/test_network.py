"""The practice network over real HTTP: arrivals, cursors, actions, faults, pages, restarts and bad clients."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from console.domain.errors import EnvironmentFailure
from console.practice import PracticeNetwork
from tests.practice.conftest import CONTENT, START, Client, TurnedClock

# ------------------------------------------------------------------ arrivals and cursors


def test_what_is_there_at_the_start_is_spread_over_ten_days(client: Client) -> None:
    comments, _ = client.everything()
    assert 450 <= len(comments) <= 520
    assert len({comment["id"] for comment in comments}) == len(comments)
    dates = [comment["created_at"] for comment in comments if comment["edited_at"] is None]
    assert dates == sorted(dates)
    assert not [comment for comment in comments if comment["deleted"]]


def test_comments_arrive_as_the_clock_goes_and_only_then(client: Client, clock: TurnedClock) -> None:
    _, cursor = client.everything()
    assert client.everything(cursor)[0] == []
    clock.at += 600
    arrived, cursor = client.everything(cursor)
    assert 6 <= len(arrived) <= 40
    assert client.everything(cursor)[0] == []
    clock.at += 5 * 3600
    client.sign_in()
    later, cursor = client.everything(cursor)
    assert len(later) > 100
    assert {"edited", "deleted"} <= {
        word
        for c in later
        for word, holds in (("edited", c["edited_at"]), ("deleted", c["deleted"]))
        if holds
    }


def test_reading_in_steps_gives_what_reading_at_once_gives(path: Path, tmp_path: Path) -> None:
    def texts(file: Path, steps: list[int]) -> dict[str, tuple[str, bool]]:
        clock = TurnedClock()
        held: dict[str, tuple[str, bool]] = {}
        with PracticeNetwork(file, content=CONTENT, clock=clock) as network:
            client = Client(network.url)
            cursor = None
            for step in steps:
                clock.at += step
                client.sign_in()
                items, cursor = client.everything(cursor)
                held.update({item["id"]: (item["text"], item["deleted"]) for item in items})
        return {key: value for key, value in held.items() if not value[1]}

    assert texts(path, [0, 700, 1, 4000, 90, 9000]) == texts(tmp_path / "other.practice", [13_791])


def test_a_page_that_changes_between_two_calls_loses_nothing(client: Client) -> None:
    first = client.ask("GET", "/api/v1/comments?limit=100").json
    victim, hidden = first["comments"][10]["id"], first["comments"][20]["id"]
    client.ask("DELETE", f"/api/v1/comments/{victim}")
    client.ask("POST", f"/api/v1/comments/{hidden}/hide", {})
    rest, _ = client.everything(first["cursor"])
    seen = {item["id"]: item for item in rest}
    assert seen[victim]["deleted"] is True
    assert seen[victim]["text"] == ""
    assert seen[hidden]["hidden"] is True
    fresh, _ = client.everything()
    assert victim not in {item["id"] for item in fresh}
    assert {item["id"] for item in [*first["comments"], *rest]} - {victim} == {item["id"] for item in fresh}


@pytest.mark.parametrize("cursor", ["x", "4pyT", "MS4x", "Li4u"])
def test_a_cursor_that_was_not_made_here_is_refused(client: Client, cursor: str) -> None:
    answer = client.ask("GET", f"/api/v1/comments?since={cursor}")
    assert (answer.status, answer.code) == (400, "invalid_cursor")


def test_speed_and_jumps_keep_the_order_and_the_dates_plausible(client: Client, clock: TurnedClock) -> None:
    _, cursor = client.everything()
    client.settings(speed=0)
    clock.at += 3600
    client.sign_in()
    assert client.everything(cursor)[0] == []
    client.settings(speed=60)
    clock.at += 60
    fast, cursor = client.everything(cursor)
    assert len(fast) > 40
    client.advance(30)
    jumped, _ = client.everything(cursor)
    assert jumped
    now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(clock.at))
    assert all(item["created_at"] <= now for item in [*fast, *jumped])


def test_two_networks_with_one_seed_are_the_same(tmp_path: Path) -> None:
    def ids(name: str, seed: str) -> list[str]:
        with PracticeNetwork(tmp_path / name, content=CONTENT, clock=TurnedClock(), seed=seed) as network:
            client = Client(network.url)
            client.sign_in()
            return [item["id"] for item in client.everything()[0]]

    assert ids("a", "one") == ids("b", "one")
    assert not set(ids("a", "one")) & set(ids("c", "two"))


# ------------------------------------------------------------------ sessions


def test_sign_in_refresh_and_expiry(client: Client, clock: TurnedClock) -> None:
    for account, password in (("lormel", "wrong"), ("somebody", "practice")):
        answer = client.ask("POST", "/api/v1/session", {"account": account, "password": password})
        assert (answer.status, answer.code) == (401, "bad_credentials")
    assert client.ask("GET", "/api/v1/posts", token="nonsense").code == "invalid_token"
    assert client.ask("GET", "/api/v1/posts", token="").status == 401
    held = client.sign_in()
    clock.at += held["expires_in"]
    assert client.ask("GET", "/api/v1/posts").code == "expired_token"
    told = client.ask("POST", "/api/v1/session/refresh", {"refresh_token": held["refresh_token"]}).json
    assert client.ask("GET", "/api/v1/posts", token=told["access_token"]).status == 200
    again = client.ask("POST", "/api/v1/session/refresh", {"refresh_token": held["refresh_token"]})
    assert (again.status, again.code) == (401, "invalid_refresh")


# ------------------------------------------------------------------ actions


def test_every_action_has_its_effect_and_is_logged(client: Client) -> None:
    target = next(item for item in client.everything()[0] if not item["own"])
    comment, account = f"/api/v1/comments/{target['id']}", f"/api/v1/accounts/{target['author']['id']}"
    toggles = [
        (f"{comment}/hide", "hidden", True), (f"{comment}/unhide", "hidden", False),
        (f"{comment}/like", "liked", True), (f"{comment}/unlike", "liked", False),
        (f"{account}/block", "blocked", True), (f"{account}/unblock", "blocked", False),
        (f"{account}/mute", "muted", True), (f"{account}/unmute", "muted", False),
    ]  # fmt: skip
    for path, field, wanted in toggles:
        for changed in (True, False):
            told = client.ask("POST", path, {}).json
            assert (told[field], told["changed"]) == (wanted, changed)
        assert client.ask("GET", path.rsplit("/", 1)[0]).json[field] is wanted
    report = client.ask("POST", f"{comment}/report", {"reason": "spam"})
    assert report.status == 201
    assert client.ask("POST", f"{comment}/report", {"reason": "hate"}).json["id"] == report.json["id"]
    assert client.ask("POST", f"{comment}/report", {"reason": "because"}).code == "unknown_reason"
    reply = client.ask("POST", f"{comment}/replies", {"text": "Merci ! 👩🏽‍🍳", "client_key": "k1"})
    assert reply.status == 201
    assert client.ask("GET", f"{comment}/replies").json["comments"][-1]["client_key"] == "k1"
    thread = client.ask("GET", f"/api/v1/threads/{reply.json['id']}").json
    assert {target["id"], reply.json["id"]} <= {item["id"] for item in thread["comments"]}
    assert client.ask("DELETE", comment).json["deleted"] is True
    assert client.ask("DELETE", comment).status == 410
    assert client.ask("GET", comment).status == 410
    done = [(entry["action"], entry["changed"]) for entry in client.log()]
    assert done[:4] == [("hide", True), ("hide", False), ("unhide", True), ("unhide", False)]
    assert [action for action, changed in done if changed] == [
        "hide", "unhide", "like", "unlike", "block", "unblock", "mute", "unmute", "report", "reply", "delete",
    ]  # fmt: skip


def test_a_reply_with_a_known_key_is_the_first_one_unless_keys_are_ignored(client: Client) -> None:
    target = client.everything()[0][0]["id"]
    path, body = f"/api/v1/comments/{target}/replies", {"text": "Once", "client_key": "k"}
    first, second = client.ask("POST", path, body), client.ask("POST", path, body)
    assert (first.status, second.status) == (201, 200)
    assert first.json["id"] == second.json["id"]
    client.settings(idempotent_replies=False)
    third = client.ask("POST", path, body)
    assert third.status == 201
    assert third.json["id"] != first.json["id"]
    assert third.json["client_key"] is None


def test_replies_have_a_limit_in_graphemes(client: Client) -> None:
    path = f"/api/v1/comments/{client.everything()[0][0]['id']}/replies"
    family = "👨‍👩‍👧‍👦"
    assert client.ask("POST", path, {"text": family * 500}).status == 201
    assert client.ask("POST", path, {"text": family * 501}).code == "text_too_long"
    assert client.ask("POST", path, {"text": " \n"}).code == "empty_text"


def test_one_does_not_act_against_oneself(client: Client) -> None:
    own = next(item for item in client.everything()[0] if item["own"])
    assert client.ask("POST", f"/api/v1/comments/{own['id']}/report", {"reason": "spam"}).status == 403
    assert client.ask("POST", f"/api/v1/accounts/{own['author']['id']}/block", {}).status == 403


def test_a_blocked_author_writes_no_more_and_nobody_answers_what_never_came(
    client: Client, clock: TurnedClock
) -> None:
    present, cursor = client.everything()
    author = next(item["author"] for item in present if item["author"]["handle"] == "roger_la_colere")
    client.ask("POST", f"/api/v1/accounts/{author['id']}/block", {})
    clock.at += 5 * 3600
    client.sign_in()
    later, _ = client.everything(cursor)
    known = {item["id"] for item in [*present, *later]}
    start = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(START))
    assert not [i for i in later if i["author"]["id"] == author["id"] and i["created_at"] > start]
    assert all(item["parent_id"] in known for item in later if item["parent_id"])


def test_a_stranger_can_be_made_to_comment(client: Client) -> None:
    _, cursor = client.everything()
    told = client.ask("POST", "/_practice/comments", {"handle": "passer.by", "text": "Hello there"})
    assert told.status == 201
    arrived, _ = client.everything(cursor)
    assert [(item["author"]["handle"], item["text"]) for item in arrived] == [("passer.by", "Hello there")]
    assert client.ask("POST", "/_practice/comments", {"handle": "lormel", "text": "x"}).status == 400


# ------------------------------------------------------------------ limits, faults, bad requests


def test_rate_limit_headers_count_down_and_end_in_429(path: Path, clock: TurnedClock) -> None:
    with PracticeNetwork(path, content=CONTENT, clock=clock, rate_limit=3) as network:
        client = Client(network.url)
        client.sign_in()
        answers = [client.ask("GET", "/api/v1/posts") for _ in range(3)]
        assert [answer.headers["ratelimit-remaining"] for answer in answers] == ["1", "0", "0"]
        assert [answer.status for answer in answers] == [200, 200, 429]
        clock.at += int(answers[-1].headers["retry-after"])
        assert client.ask("GET", "/api/v1/posts").status == 200


def test_faults_strike_what_they_were_asked_to_and_then_stop(client: Client) -> None:
    client.fault("server_error", count=2, path="/posts", status=502)
    assert client.ask("GET", "/api/v1/account").status == 200
    assert [client.ask("GET", "/api/v1/posts").status for _ in range(3)] == [502, 502, 200]
    client.fault("rate_limited", seconds=7)
    limited = client.ask("GET", "/api/v1/posts")
    assert (limited.status, limited.headers["retry-after"]) == (429, "7")
    client.fault("gone")
    assert client.ask("GET", "/api/v1/posts").status == 410
    client.fault("truncated")
    cut = client.ask("GET", "/api/v1/posts")
    with pytest.raises(ValueError):
        _ = cut.json
    client.fault("hang_up")
    with pytest.raises(OSError):
        client.ask("GET", "/api/v1/posts")
    client.fault("expired_token")
    assert client.ask("GET", "/api/v1/posts").code == "expired_token"
    client.sign_in()
    client.fault("slow", seconds=0.2)
    started = time.monotonic()
    assert client.ask("GET", "/api/v1/posts").status == 200
    assert time.monotonic() - started >= 0.2
    client.fault("server_error", count=50)
    client.ask("DELETE", "/_practice/faults")
    assert client.ask("GET", "/api/v1/posts").status == 200
    for wrong in ({}, {"kind": "earthquake"}, {"kind": "slow", "count": 0}, {"kind": "gone", "what": 1}):
        assert client.ask("POST", "/_practice/faults", wrong).status == 400


def test_a_write_whose_answer_is_lost_has_taken_effect(client: Client) -> None:
    target = client.everything()[0][0]["id"]
    client.fault("hang_up_after", path="/hide")
    with pytest.raises(OSError):
        client.ask("POST", f"/api/v1/comments/{target}/hide", {})
    assert client.ask("GET", f"/api/v1/comments/{target}").json["hidden"] is True


@pytest.mark.parametrize(
    ("method", "where", "raw", "status"),
    [
        ("POST", "/api/v1/session", b"{", 400),
        ("POST", "/api/v1/session", b"[]", 400),
        ("POST", "/api/v1/session", b'{"account": 3, "password": "x"}', 400),
        ("POST", "/api/v1/session", b'{"account": "\\ud800", "password": "x"}', 400),
        ("POST", "/api/v1/session", b"[" * 60_000, 400),
        ("POST", "/api/v1/session", b" " * 70_000, 413),
        ("GET", "/api/v1/nothing", None, 404),
        ("DELETE", "/api/v1/posts", None, 405),
        ("GET", "/api/v1/comments/pc_unknown", None, 404),
        ("GET", "/api/v1/comments?limit=0", None, 400),
        ("GET", "/api/v1/comments?ids=,", None, 400),
        ("POST", "/_practice/advance", b'{"minutes": true}', 400),
        ("POST", "/_practice/settings", b'{"spede": 2}', 400),
    ],
)
def test_bad_requests_are_refused_by_name(
    client: Client, method: str, where: str, raw: bytes | None, status: int
) -> None:
    answer = client.ask(method, where, raw=raw)
    assert answer.status == status
    assert answer.code


def test_a_page_of_another_origin_cannot_talk_to_it(client: Client) -> None:
    assert client.ask("GET", "/_practice/log", host="rebound.example").status == 403
    assert client.ask("POST", "/_practice/reset", origin="https://other.example").status == 403


def test_clients_that_hang_up_in_the_middle_do_no_harm(network: PracticeNetwork, client: Client) -> None:
    address = ("127.0.0.1", int(network.url.rsplit(":", 1)[1]))
    for half in (
        b"",
        b"GE",
        b"GET / HTTP/1.1\r\nHost: x",
        b"POST /api/v1/session HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 50\r\n\r\n{",
    ):
        with socket.create_connection(address, timeout=5) as raw:
            raw.sendall(half)
    assert client.ask("GET", "/api/v1/posts").status == 200


def test_many_clients_at_once_lose_and_double_nothing(client: Client, clock: TurnedClock) -> None:
    targets = [item["id"] for item in client.everything()[0][:10]]
    clock.at += 600  # arrivals are due under everybody's first request
    statuses: list[int] = []

    def work(number: int) -> None:
        for target in targets:
            body = {"text": f"Reply {number}", "client_key": f"{number}-{target}"}
            for _ in range(2):
                statuses.append(client.ask("POST", f"/api/v1/comments/{target}/replies", body).status)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert sorted(statuses) == [200] * 60 + [201] * 60
    items, _ = client.everything()
    assert sum(item["text"].startswith("Reply ") for item in items) == 60
    assert len({item["id"] for item in items}) == len(items)


# ------------------------------------------------------------------ pages


def test_permalinks_show_a_labelled_page_with_the_state_and_no_markup_of_the_author(client: Client) -> None:
    comments = client.everything()[0]
    target = next(item for item in comments if "<script>" in item["text"])
    local = target["permalink"].removeprefix(client.url)
    page = client.ask("GET", local, token="")
    html = page.content.decode()
    assert page.status == 200
    assert page.headers["content-type"].startswith("text/html")
    assert "Practice network, simulated" in html
    assert "&lt;script&gt;" in html
    assert "<script" not in html
    client.ask("POST", f"/api/v1/comments/{target['id']}/hide", {})
    assert "hidden" in client.ask("GET", local).content.decode().split("<article")[1]
    client.ask("DELETE", f"/api/v1/comments/{target['id']}")
    gone = client.ask("GET", local)
    assert gone.status == 410
    assert "deleted" in gone.content.decode()
    assert client.ask("GET", "/p/pp_none").status == 404
    home = client.ask("GET", "/").content.decode()
    assert home.count("<li>") == len(client.ask("GET", "/api/v1/posts").json["posts"])


# ------------------------------------------------------------------ the file, and more than one process


def test_everything_survives_a_restart_on_the_same_port(path: Path, clock: TurnedClock) -> None:
    with PracticeNetwork(path, content=CONTENT, clock=clock) as network:
        client = Client(network.url)
        client.sign_in()
        items, cursor = client.everything()
        client.ask("POST", f"/api/v1/comments/{items[0]['id']}/hide", {})
        url, token = network.url, client.token
    clock.at += 60
    with PracticeNetwork(path, content=CONTENT, clock=clock) as network:
        assert network.url == url
        client = Client(network.url, token)
        assert client.ask("GET", f"/api/v1/comments/{items[0]['id']}").json["hidden"] is True
        assert items[0]["id"] in {item["id"] for item in client.everything(cursor)[0]}
        assert len(client.log()) == 1


def test_a_second_start_on_the_file_attaches_and_takes_over(path: Path, clock: TurnedClock) -> None:
    first = PracticeNetwork(path, content=CONTENT, clock=clock)
    second = PracticeNetwork(path, content=CONTENT, clock=clock)
    first.start()
    try:
        second.start()
        assert second.url == first.url
        assert (first.owner, second.owner) == (True, False)
        first.stop()
        second.start()
        assert second.owner
        assert Client(second.url).sign_in()["access_token"]
    finally:
        first.stop()
        second.stop()


def test_the_content_we_ship_is_the_default(path: Path, clock: TurnedClock) -> None:
    with PracticeNetwork(path, clock=clock) as network:
        assert Client(network.url).ask("GET", "/_practice/hello").json["comments"] > 450


def test_reset_starts_again_and_ends_old_cursors_and_tokens(
    network: PracticeNetwork, client: Client, clock: TurnedClock
) -> None:
    items, cursor = client.everything()
    client.ask("DELETE", f"/api/v1/comments/{items[0]['id']}")
    clock.at += 1000
    assert client.ask("POST", "/_practice/reset").status == 200
    assert client.ask("GET", "/api/v1/posts").status == 401
    client.sign_in()
    assert client.ask("GET", f"/api/v1/comments?since={cursor}").code == "cursor_expired"
    again, _ = client.everything()
    assert [item["id"] for item in again] == [item["id"] for item in items]
    assert client.log() == []
    network.reset()
    assert client.ask("GET", "/_practice/hello").json["generation"] == 3


def test_reset_works_on_a_stopped_network_and_on_a_damaged_file(path: Path, clock: TurnedClock) -> None:
    path.write_bytes(b"this is no database, whatever its name says" * 40)
    network = PracticeNetwork(path, content=CONTENT, clock=clock)
    with pytest.raises(EnvironmentFailure) as caught:
        network.start()
    assert caught.value.code == "practice_file"
    network.reset()
    with network:
        assert Client(network.url).sign_in()
    assert path.with_name(path.name + ".damaged").exists()
    with pytest.raises(EnvironmentFailure) as caught:
        _ = network.url
    assert caught.value.code == "practice_stopped"


def test_a_database_of_something_else_is_never_touched(path: Path, clock: TurnedClock) -> None:
    import sqlite3
    from contextlib import closing

    with closing(sqlite3.connect(path)) as db:
        db.execute("CREATE TABLE precious(x)")
        db.commit()
    before = path.read_bytes()
    network = PracticeNetwork(path, content=CONTENT, clock=clock)
    for attempt in (network.start, network.reset):
        with pytest.raises(EnvironmentFailure):
            attempt()
    assert path.read_bytes() == before


def test_stop_is_bounded_while_connections_are_open_and_slow(path: Path, clock: TurnedClock) -> None:
    network = PracticeNetwork(path, content=CONTENT, clock=clock)
    network.start()
    client = Client(network.url)
    client.fault("slow", seconds=60)
    waiting = threading.Thread(target=_swallow, args=(client,))
    waiting.start()
    idle = socket.create_connection(("127.0.0.1", int(network.url.rsplit(":", 1)[1])), timeout=5)
    stopping = threading.Thread(target=network.stop, kwargs={"timeout": 50})
    stopping.start()
    stopping.join(25)
    assert not stopping.is_alive()  # neither the slow answer nor the time it is given at most is waited for
    idle.close()
    waiting.join(5)
    assert not waiting.is_alive()
    network.stop()


def _swallow(client: Client) -> None:
    try:
        client.ask("GET", "/api/v1/posts")
    except OSError:
        pass


def test_kill_9_leaves_a_file_that_goes_on(path: Path, clock: TurnedClock) -> None:
    program = (
        "import sys,time\nfrom pathlib import Path\nfrom console.practice import PracticeNetwork\n"
        "n=PracticeNetwork(Path(sys.argv[1]),content=Path(sys.argv[2]),clock=lambda:float(sys.argv[3]))\n"
        "n.start()\nprint(n.url,flush=True)\ntime.sleep(60)\n"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", program, str(path), str(CONTENT), str(START)],
        stdout=subprocess.PIPE, text=True, cwd=CONTENT.parents[1],
    )  # fmt: skip
    try:
        assert child.stdout is not None
        client = Client(child.stdout.readline().strip())
        client.sign_in()
        target = client.everything()[0][0]["id"]
        client.ask(
            "POST", f"/api/v1/comments/{target}/replies", {"text": "Before the crash", "client_key": "k"}
        )
    finally:
        os.kill(child.pid, signal.SIGKILL)
        child.wait(10)
        if child.stdout is not None:
            child.stdout.close()
    with PracticeNetwork(path, content=CONTENT, clock=clock) as network:
        client = Client(network.url)
        client.sign_in()
        replies = client.ask("GET", f"/api/v1/comments/{target}/replies").json["comments"]
        assert [item["text"] for item in replies if item["own"] and item["client_key"]] == [
            "Before the crash"
        ]
