"""What is attached on the practice network: written, drawn when asked for, gone with its comment, fetched by the connector."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from console.connectors.practice import SPEC, PracticeConnector
from console.domain.comment import IncomingComment
from console.domain.errors import EnvironmentFailure, Gone, Transient
from console.domain.ports import PictureSource
from console.practice import PracticeNetwork, scenes
from console.practice.content import load_script
from tests.practice.conftest import CONTENT, Client, pull_all

Play = Callable[[Callable[[PracticeConnector], Any]], Any]


def with_pictures(play: Play) -> list[IncomingComment]:
    found = play(pull_all)[0]
    return [one for one in found if one.facts.get("media")]


def test_each_scene_is_a_whole_png_and_always_the_same() -> None:
    for name in sorted(scenes.NAMES):
        content = scenes.drawn(name)
        assert content.startswith(b"\x89PNG\r\n\x1a\n")
        assert content[16:24] == scenes.WIDTH.to_bytes(4, "big") + scenes.HEIGHT.to_bytes(4, "big")
        data = content[content.index(b"IDAT") + 4 : -16]
        assert len(zlib.decompress(data)) == (scenes.WIDTH + 1) * scenes.HEIGHT
        assert len(content) < 20_000
    assert len({scenes.drawn(name) for name in scenes.NAMES}) == len(scenes.NAMES)


def test_some_comments_carry_pictures_and_say_what_they_are(play: Play) -> None:
    found = with_pictures(play)
    assert len(found) >= 12
    media = [one for comment in found for one in comment.facts["media"]]
    assert any(len(comment.facts["media"]) > 1 for comment in found)
    assert any(one["alt"] for one in media)
    assert any(not one["alt"] for one in media)
    for one in media:
        assert one["kind"] == "image"
        assert (one["mime"], one["width"], one["height"]) == ("image/png", 640, 360)
        assert one["bytes"] > 500
        assert "url" not in one, "an address is asked for when somebody wants to see it"


def test_the_connector_fetches_each_of_them(play: Play) -> None:
    assert SPEC.pictures == {"image"}
    for comment in with_pictures(play):
        for number, one in enumerate(comment.facts["media"]):
            found = play(lambda c, comment=comment, number=number: c.picture(comment.remote_id, number))
            assert found.mime == "image/png"
            assert len(found.content) == one["bytes"]
    assert play(_is_source)


async def _is_source(connector: PracticeConnector) -> bool:
    return isinstance(connector, PictureSource)


def test_what_is_not_there_is_gone(play: Play, client: Client) -> None:
    comment = with_pictures(play)[0]
    plain = next(one for one in play(pull_all)[0] if not one.facts.get("media"))
    for target, number in ((comment.remote_id, 9), (plain.remote_id, 0), ("pc_nothing", 0)):
        with pytest.raises(Gone):
            play(lambda c, target=target, number=number: c.picture(target, number))
    for path in (
        f"/media/{comment.remote_id}/9",
        f"/media/{comment.remote_id}/x",
        f"/media/{plain.remote_id}/0",
    ):
        assert client.ask("GET", path).status == 404
    assert client.ask("GET", f"/media/{comment.remote_id}/0").headers["content-type"] == "image/png"
    assert client.ask("DELETE", f"/api/v1/comments/{comment.remote_id}").status == 200
    assert client.ask("GET", f"/media/{comment.remote_id}/0").status == 410
    with pytest.raises(Gone):
        play(lambda c: c.picture(comment.remote_id, 0))


def test_a_fault_on_the_way_is_told_as_what_it_is(play: Play, client: Client) -> None:
    comment = with_pictures(play)[0]
    path = f"/media/{comment.remote_id}/0"
    for kind, error in (
        ("gone", Gone),
        ("server_error", Transient),
        ("cut_off", Transient),
        ("hang_up", Transient),
    ):
        fault = {"kind": kind, "path": path}
        assert client.ask("POST", "/_practice/faults", fault).status == 201
        with pytest.raises(error):
            play(lambda c: c.picture(comment.remote_id, 0))
    assert play(lambda c: c.picture(comment.remote_id, 0)).content


def test_a_scene_that_nobody_draws_is_a_bad_line(tmp_path: Path, network: PracticeNetwork) -> None:
    del network
    for name in ("posts.jsonl", "authors.jsonl", "comments.jsonl"):
        (tmp_path / name).write_bytes((CONTENT / name).read_bytes())
    lines = (tmp_path / "comments.jsonl").read_text("utf-8").splitlines()
    bad = {**json.loads(lines[2]), "media": [{"kind": "image", "scene": "nonsense"}]}
    (tmp_path / "comments.jsonl").write_text("\n".join([*lines[:2], json.dumps(bad), *lines[3:]]), "utf-8")
    with pytest.raises(EnvironmentFailure) as caught:
        load_script(tmp_path)
    assert caught.value.params["line"] == 3
