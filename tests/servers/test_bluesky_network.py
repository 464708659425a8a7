"""The real Bluesky network behaves as the connector's tests will assume."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from tests.servers.network import BlueskyNetwork, eventually, split_uri
from tests.servers.processes import ROOT, naming

pytestmark = [pytest.mark.servers, pytest.mark.timeout(240)]


def test_everything_listens_on_loopback_only(bluesky: BlueskyNetwork) -> None:
    """No service of the network may be reachable from another machine."""
    facts = bluesky.facts
    for address in (facts.pds, facts.plc, facts.appview, facts.ozone, facts.control):
        assert address is not None
        assert httpx.URL(address).host == "127.0.0.1"
    listening = _listening_addresses(bluesky.pid)
    assert len(listening) >= 5
    assert {host for host, _port in listening} == {"127.0.0.1"}


def _listening_addresses(pid: int) -> list[tuple[str, int]]:
    """Every TCP socket that the process listens on, from /proc."""
    inodes = set()
    for link in Path(f"/proc/{pid}/fd").iterdir():
        target = os.readlink(link)
        if target.startswith("socket:["):
            inodes.add(target[8:-1])
    found = []
    for table in ("tcp", "tcp6"):
        for line in Path(f"/proc/{pid}/net/{table}").read_text().splitlines()[1:]:
            fields = line.split()
            if fields[3] == "0A" and fields[9] in inodes:
                host, port = fields[1].split(":")
                if table == "tcp":
                    host = ".".join(str(byte) for byte in reversed(bytes.fromhex(host)))
                found.append((host, int(port, 16)))
    return found


def test_reply_reaches_the_brand(bluesky: BlueskyNetwork) -> None:
    """A reply, a mention and a quote arrive as notifications and in the thread."""
    brand, fan = bluesky.create_account("brand"), bluesky.create_account("fan")
    post = bluesky.create_post(brand, "Our new kettle is out", langs=["en"])
    reply = bluesky.reply_as(fan, post, "Mine leaks")
    bluesky.mention_as(fan, brand)
    bluesky.quote_as(fan, post, "Look at this")
    bluesky.settle()
    reasons = eventually(
        lambda: (
            (found := {n["reason"] for n in bluesky.notifications(brand)}) >= {"reply", "mention", "quote"}
            and found
        ),
        "the three notifications",
    )
    assert reasons == {"reply", "mention", "quote"}
    replies = bluesky.get_thread(brand, post["uri"])["replies"]
    assert [item["post"]["uri"] for item in replies] == [reply["uri"]]
    assert [r["uri"] for r in bluesky.replies_of(fan["did"], post["uri"])] == [reply["uri"]]


def test_record_comes_and_goes(bluesky: BlueskyNetwork) -> None:
    """What the repository holds can be asked directly, without any index."""
    account = bluesky.create_account()
    post = bluesky.create_post(account, "short-lived")
    record = bluesky.get_record(post["uri"])
    assert record is not None
    assert record["value"]["text"] == "short-lived"
    bluesky.delete(account, post["uri"])
    assert bluesky.get_record(post["uri"]) is None
    assert bluesky.list_records(account["did"], "app.bsky.feed.post") == []


def test_app_password_opens_a_session(bluesky: BlueskyNetwork) -> None:
    """An app password logs in, and stops doing so once it is withdrawn."""
    account = bluesky.create_account("brand")
    secret = bluesky.app_password(account, "console")
    session = bluesky.login(account["handle"], secret)
    assert session["did"] == account["did"]
    assert "didDoc" in session
    bluesky.revoke_app_password(account, "console")
    credentials = {"identifier": account["handle"], "password": secret}
    refused = bluesky.request("POST", "com.atproto.server.createSession", json=credentials)
    assert refused.status_code == httpx.codes.UNAUTHORIZED


def test_expired_token_is_refused_as_on_the_real_thing(bluesky: BlueskyNetwork) -> None:
    """A forged token that ran out gets 400 ExpiredToken, not 401."""
    account = bluesky.create_account()
    answer = bluesky.request("GET", "com.atproto.server.getSession", bluesky.expired(account))
    assert (answer.status_code, answer.json()["error"]) == (400, "ExpiredToken")


def test_report_is_seen_from_the_other_side(bluesky: BlueskyNetwork) -> None:
    """Ozone, which receives reports, can be asked what it got."""
    brand, troll = bluesky.create_account("brand"), bluesky.create_account("troll")
    post = bluesky.create_post(brand, "Good morning")
    reply = bluesky.reply_as(troll, post, "something rude")
    assert bluesky.mod_query_statuses(reply["uri"]) == []
    bluesky.procedure(
        "com.atproto.moderation.createReport",
        brand,
        reasonType="com.atproto.moderation.defs#reasonRude",
        subject={"$type": "com.atproto.repo.strongRef", **reply},
    )
    statuses = eventually(lambda: bluesky.mod_query_statuses(reply["uri"]), "the report in Ozone")
    assert statuses[0]["reviewState"].endswith("reviewOpen")


def test_hidden_reply_leaves_the_second_thread_view_only(bluesky: BlueskyNetwork) -> None:
    """A threadgate hides a reply from V2, while V1 still returns it."""
    brand, troll = bluesky.create_account("brand"), bluesky.create_account("troll")
    post = bluesky.create_post(brand, "Sale today")
    reply = bluesky.reply_as(troll, post, "nobody asked")
    gate = {"post": post["uri"], "hiddenReplies": [reply["uri"]]}
    rkey = split_uri(post["uri"])[2]
    bluesky.create_record(brand, "app.bsky.feed.threadgate", gate, rkey)
    bluesky.settle()

    def in_v2() -> set[str]:
        return {item["uri"] for item in bluesky.get_thread_v2(brand, post["uri"])}

    eventually(lambda: reply["uri"] not in in_v2() and post["uri"] in in_v2(), "the reply gone from V2")
    assert [r["post"]["uri"] for r in bluesky.get_thread(brand, post["uri"])["replies"]] == [reply["uri"]]


def test_outage_answers_502_for_views_only(bluesky_outage: BlueskyNetwork) -> None:
    """Without an AppView records still work; whatever needs an index fails upstream."""
    account = bluesky_outage.create_account()
    post = bluesky_outage.create_post(account, "is anybody there")
    assert bluesky_outage.get_record(post["uri"]) is not None
    answer = bluesky_outage.request("GET", "app.bsky.notification.listNotifications", account)
    assert (answer.status_code, answer.json()["error"]) == (502, "UpstreamFailure")


def test_rate_limit_is_the_real_one(bluesky_limited: BlueskyNetwork) -> None:
    """The 31st log-in is refused and says when to come back."""
    account = bluesky_limited.create_account()
    credentials = {"identifier": account["handle"], "password": account["password"]}
    for _ in range(31):
        answer = bluesky_limited.request("POST", "com.atproto.server.createSession", json=credentials)
        if not answer.is_success:
            break
    assert answer.status_code == httpx.codes.TOO_MANY_REQUESTS
    assert int(answer.headers["retry-after"]) > 0
    assert int(answer.headers["ratelimit-reset"]) > time.time()


def test_nothing_stays_behind_when_the_starter_is_killed() -> None:
    """kill -9 of the program that started a network ends its services and removes its data."""
    starter = subprocess.Popen(
        [sys.executable, "-m", "tests.servers.up", "full"], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert starter.stdout is not None
    lines = [starter.stdout.readline() for _ in range(11)]
    folder = Path(next(line for line in lines if line.startswith("log ")).split()[1]).parent
    assert folder.is_dir()
    starter.send_signal(signal.SIGKILL)
    starter.wait(10)
    starter.stdout.close()
    eventually(lambda: not folder.exists(), "the folder removed", seconds=30)
    eventually(lambda: not naming(str(folder)), "the services ended", seconds=30)
