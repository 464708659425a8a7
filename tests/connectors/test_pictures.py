"""One picture is fetched within its bounds, from a server that misbehaves: size, type, redirects, silence, manners."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

import pytest

from console.connectors.pictures import MAX_BYTES, MAX_MOVES, fetch_picture
from console.domain.errors import AuthExpired, ForbiddenByPlatform, Gone, Invalid, RateLimited, Transient
from console.domain.ports import Picture
from console.practice.scenes import drawn
from tests.support.faultserver import Answer, FaultServer, Seen, TestClock, serving

PNG = drawn("kettle")


def _answer(seen: Seen) -> Answer:
    if seen.path == "/a.png":
        return Answer(body=PNG, headers={"content-type": "image/png", "set-cookie": "who=us; Path=/"})
    return Answer(404)


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with serving(_answer) as running:
        yield running


def fetch(server: FaultServer, path: str = "/a.png", *, near: str = "", timeout: float = 5.0) -> Picture:
    url = path if "://" in path else server.url + path
    return asyncio.run(fetch_picture(url, server=near or server.url, clock=TestClock(), timeout=timeout))


def picture(status: int = 200, body: bytes = PNG, **headers: str) -> Answer:
    sent = {"content-type": "image/png", **{name.replace("_", "-"): value for name, value in headers.items()}}
    return Answer(status, body, sent)


def test_the_picture_comes_and_the_site_learns_nothing_more(server: FaultServer) -> None:
    assert fetch(server, "/a.png?size=thumb&x=") == Picture(PNG, "image/png")
    fetch(server)
    first, second = server.requests("/a.png")
    assert first.query == {"size": ["thumb"]}  # parse_qs of the test's server leaves the empty one out
    for seen in (first, second):
        assert not {"cookie", "referer", "authorization", "origin"} & set(seen.headers)
        assert seen.headers["user-agent"] == "Vigie"
        assert "image/png" in seen.headers["accept"]


def test_too_large_is_not_read_to_its_end(server: FaultServer) -> None:
    server.inject("/a.png", picture(body=b"\x89PNG" + bytes(MAX_BYTES)))
    with pytest.raises(Invalid) as caught:
        fetch(server)
    assert caught.value.code == "picture_too_large"
    assert caught.value.params["limit"] == MAX_BYTES
    server.inject("/a.png", picture(body=bytes(MAX_BYTES)))
    assert len(fetch(server).content) == MAX_BYTES


@pytest.mark.parametrize("kind", ["text/html", "image/svg+xml", "application/octet-stream", "image/bmp", ""])
def test_only_pictures_of_four_kinds(server: FaultServer, kind: str) -> None:
    server.inject("/a.png", picture(content_type=kind))
    with pytest.raises(Invalid) as caught:
        fetch(server)
    assert caught.value.code == "picture_not_one"
    server.inject("/a.png", picture(content_type="IMAGE/WebP; charset=x"))
    assert fetch(server).mime == "image/webp"
    server.inject("/a.png", picture(body=b""))
    with pytest.raises(Invalid):
        fetch(server)


def test_redirects_on_this_machine_are_followed_a_few_times(server: FaultServer) -> None:
    server.inject("/old", picture(302, b"", location="/a.png"))
    assert fetch(server, "/old").content == PNG
    with serving(_answer) as other:
        server.inject("/away", picture(307, b"", location=f"{other.url}/a.png"))
        assert fetch(server, "/away").content == PNG
        assert "cookie" not in other.requests("/a.png")[0].headers
    server.inject("/round", *[picture(302, b"", location="/round")] * 20)
    with pytest.raises(Invalid) as caught:
        fetch(server, "/round")
    assert caught.value.code == "picture_elsewhere"
    assert len(server.requests("/round")) == MAX_MOVES + 1


@pytest.mark.parametrize(
    "to",
    ["http://pictures.example/a.png", "ftp://127.0.0.1/a", "file:///etc/passwd", "https://u:p@e.example/", "//[", "javascript:0"],
)  # fmt: skip
def test_a_redirect_elsewhere_is_refused(server: FaultServer, to: str) -> None:
    server.inject("/a.png", picture(302, b"", location=to))
    with pytest.raises(Invalid) as caught:
        fetch(server)
    assert caught.value.code == "picture_elsewhere"
    assert "/etc" not in str(caught.value.params)


def test_a_site_of_the_world_cannot_make_us_ask_this_machine(server: FaultServer) -> None:
    """An address on loopback counts only where the site itself lives there."""
    with pytest.raises(Invalid) as caught:
        fetch(server, near="https://bsky.example")
    assert caught.value.code == "picture_elsewhere"
    assert not server.seen


@pytest.mark.parametrize(
    ("status", "error"),
    [(404, Gone), (410, Gone), (401, AuthExpired), (403, ForbiddenByPlatform), (429, RateLimited), (500, Transient), (304, Invalid)],
)  # fmt: skip
def test_refusals_have_their_classes(server: FaultServer, status: int, error: type[Exception]) -> None:
    server.inject("/a.png", Answer(status))
    with pytest.raises(error):
        fetch(server)


def test_silence_drips_and_cuts_end(server: FaultServer) -> None:
    server.inject("/a.png", Answer(body=PNG, delay=30.0))
    with pytest.raises(Transient) as caught:
        fetch(server, timeout=0.2)
    assert caught.value.code == "timeout"
    server.inject("/a.png", Answer(body=PNG, headers={"content-type": "image/png"}, drip=0.05))
    with pytest.raises(Transient):
        fetch(server, timeout=0.2)
    server.inject("/a.png", Answer(body=PNG, headers={"content-type": "image/png"}, cut=100))
    with pytest.raises(Transient):
        fetch(server)
    with pytest.raises(Transient) as caught:
        fetch(server, "http://127.0.0.1:1/a.png")
    assert caught.value.code == "offline"
