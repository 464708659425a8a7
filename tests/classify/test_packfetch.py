"""Downloads over real loopback HTTP: resumed, verified, redirected, stopped; and what a bad server gets."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from console.classify.packfetch import fetch_file
from console.classify.packs import Cancelled, Remote
from console.connectors.http import download
from console.domain.errors import (
    ConnectorError,
    EnvironmentFailure,
    ForbiddenByPlatform,
    Gone,
    Invalid,
    Transient,
    UsageError,
)
from tests.support.faultserver import Answer, FaultServer, Seen, serving

CONTENT = bytes(range(256)) * 2000
SHA = hashlib.sha256(CONTENT).hexdigest()


class Files:
    """Serves one file with ranges and an ETag, as release servers do."""

    def __init__(self) -> None:
        self.content, self.etag = CONTENT, '"v1"'
        self.cut: list[int] = []

    def __call__(self, seen: Seen) -> Answer:
        if seen.path == "/gone":
            return Answer(404)
        if seen.path.startswith("/moved"):
            return Answer(302, headers={"location": "/file?signed=yes"})
        start = 0
        wanted = seen.headers.get("range", "")
        if wanted and seen.headers.get("if-range") == self.etag:
            start = int(wanted.removeprefix("bytes=").rstrip("-"))
            if start >= len(self.content):
                return Answer(416, headers={"content-range": f"bytes */{len(self.content)}"})
        body = self.content[start:]
        headers = {"etag": self.etag, "content-length": str(len(body))}
        if start:
            headers["content-range"] = f"bytes {start}-{len(self.content) - 1}/{len(self.content)}"
        return Answer(206 if start else 200, body, headers, cut=self.cut.pop(0) if self.cut else None)


@pytest.fixture
def files() -> Files:
    return Files()


@pytest.fixture
def server(files: Files) -> Iterator[FaultServer]:
    with serving(files) as running:
        yield running


def fetch(server: FaultServer, folder: Path, path: str = "/file", **more: Any) -> str:
    remote = Remote("model.ckpt", server.url + path, len(CONTENT), prefix=more.pop("prefix", SHA[:8]))
    more = {"told": lambda done, total: None, "cancelled": lambda: False, "pause": lambda _: None, **more}
    return fetch_file(download, remote, folder, **more)


def test_a_file_arrives_whole_and_is_not_fetched_twice(server: FaultServer, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    assert fetch(server, tmp_path, told=lambda done, total: seen.append((done, total))) == SHA
    assert (tmp_path / "model.ckpt").read_bytes() == CONTENT
    assert sorted(one.name for one in tmp_path.iterdir()) == ["model.ckpt"]
    assert seen[0] == (0, len(CONTENT))
    assert (len(CONTENT), len(CONTENT)) in seen
    assert fetch(server, tmp_path) == SHA
    assert len(server.seen) == 1


def test_a_connection_that_drops_in_the_middle_is_resumed(
    server: FaultServer, files: Files, tmp_path: Path
) -> None:
    files.cut = [100_000, 50_000]
    assert fetch(server, tmp_path) == SHA
    assert [one.headers.get("range") for one in server.seen] == [None, "bytes=100000-", "bytes=150000-"]
    assert {one.headers.get("if-range") for one in server.seen} == {None, '"v1"'}
    assert (tmp_path / "model.ckpt").read_bytes() == CONTENT


def test_a_later_attempt_continues_where_the_first_gave_up(
    server: FaultServer, files: Files, tmp_path: Path
) -> None:
    files.cut = [1000]
    stop = iter([False, False, True])
    with pytest.raises((Cancelled, ConnectorError)):
        fetch(server, tmp_path, cancelled=lambda: next(stop, True))
    assert (tmp_path / "model.ckpt.part").stat().st_size == 1000
    assert not (tmp_path / "model.ckpt").exists()
    assert fetch(server, tmp_path) == SHA
    assert server.seen[-1].headers["range"] == "bytes=1000-"


def test_a_file_that_changed_meanwhile_is_fetched_anew(
    server: FaultServer, files: Files, tmp_path: Path
) -> None:
    files.cut = [70_000]

    def pause(_: float) -> None:
        files.etag = '"v2"'

    assert fetch(server, tmp_path, pause=pause) == SHA
    assert server.seen[1].headers["if-range"] == '"v1"'
    assert (tmp_path / "model.ckpt").read_bytes() == CONTENT


def test_everything_is_here_already(server: FaultServer, files: Files, tmp_path: Path) -> None:
    (tmp_path / "model.ckpt.part").write_bytes(CONTENT)
    notes = {"url": server.url + "/file", "tag": '"v1"'}
    (tmp_path / "model.ckpt.part.json").write_text(json.dumps(notes), "utf-8")
    assert fetch(server, tmp_path) == SHA
    assert [one.headers.get("range") for one in server.seen] == [f"bytes={len(CONTENT)}-"]


def test_a_file_with_the_wrong_hash_is_thrown_away(server: FaultServer, files: Files, tmp_path: Path) -> None:
    files.content = CONTENT[:-1] + b"!"
    with pytest.raises(EnvironmentFailure) as caught:
        fetch(server, tmp_path)
    assert caught.value.code == "pack_hash_mismatch"
    assert list(tmp_path.iterdir()) == []
    # A file that lay there finished and was changed since is fetched again.
    files.content = CONTENT
    (tmp_path / "model.ckpt").write_bytes(b"changed")
    assert fetch(server, tmp_path) == SHA


def test_a_server_that_brings_nothing_is_given_up_and_one_that_refuses_at_once(
    server: FaultServer, tmp_path: Path
) -> None:
    server.inject("/file", *[Answer(503)] * 20)
    with pytest.raises(Transient):
        fetch(server, tmp_path)
    assert 2 < len(server.seen) < 10
    with pytest.raises(Gone):
        fetch(server, tmp_path, "/gone")
    server.inject("/denied", Answer(403))
    with pytest.raises(ForbiddenByPlatform):
        fetch(server, tmp_path, "/denied")
    assert len(server.requests("/gone")) == len(server.requests("/denied")) == 1


def test_redirects_are_followed_but_not_for_ever_and_not_in_the_clear(
    server: FaultServer, tmp_path: Path
) -> None:
    assert fetch(server, tmp_path, "/moved") == SHA
    assert server.seen[-1].query == {"signed": ["yes"]}
    server.inject("/loop", *[Answer(302, headers={"location": "/loop"})] * 10)
    with pytest.raises(Invalid), download(server.url + "/loop", {}):
        pass
    server.inject("/away", Answer(302, headers={"location": "http://files.example/x"}))
    with pytest.raises(UsageError) as caught, download(server.url + "/away", {}):
        pass
    assert caught.value.code == "server_not_https"
    with pytest.raises(UsageError), download("ftp://127.0.0.1/x", {}):
        pass


def test_a_slow_download_stops_when_a_person_stops_it(server: FaultServer, tmp_path: Path) -> None:
    server.inject("/file", Answer(200, CONTENT, {"etag": '"v1"'}, drip=0.01))
    stop = threading.Event()

    def told(done: int, total: int) -> None:
        if done:
            stop.set()

    with pytest.raises(Cancelled):
        fetch(server, tmp_path, told=told, cancelled=stop.is_set)
    assert 0 < (tmp_path / "model.ckpt.part").stat().st_size < len(CONTENT)


def test_a_full_disk_is_named(server: FaultServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(done: int, total: int) -> None:
        if done:
            raise OSError(28, "No space left on device")

    with pytest.raises(EnvironmentFailure) as caught:
        fetch(server, tmp_path, told=full)
    assert caught.value.code == "pack_disk_full"
    assert not (tmp_path / "model.ckpt").exists()
