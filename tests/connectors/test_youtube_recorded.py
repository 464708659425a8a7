"""Pulling from a server that only has some recorded pages and gives them whatever it is asked; all values invented."""

from __future__ import annotations

from typing import Any

import pytest

from console.domain.errors import ForbiddenByPlatform
from tests.connectors.test_youtube_pull import run
from tests.support.desk import FixedClock, codes, drain
from tests.support.faultserver import Answer, Seen, serving
from tests.support.youtube_server import FakeYoutube, fake_youtube, refuse

VIDEO = "dQinvented1"


def comment(name: str, text: str = "x &amp; y<br>it&#39;s", author: str = "", **more: Any) -> dict[str, Any]:
    """A comment as the site gives it in HTML, without any word on its moderation."""
    said = {
        "channelId": "UCreal",
        "videoId": VIDEO,
        "textDisplay": text,
        "authorDisplayName": f"@by-{name}",
        "authorProfileImageUrl": "https://pictures.example/x",
        "authorChannelUrl": f"http://www.youtube.com/@by-{name}",
        "authorChannelId": {"value": author or f"UC{name.replace('.', '_')}"},
        "canRate": True,
        "viewerRating": "none",
        "likeCount": 2,
        "publishedAt": "2023-05-01T10:00:00Z",
        "updatedAt": "2023-05-01T10:00:00Z",
        **more,
    }
    return {"kind": "youtube#comment", "etag": "z", "id": name, "snippet": said}


def thread(name: str, count: int, *replies: dict[str, Any]) -> dict[str, Any]:
    """A thread that says it has ``count`` replies."""
    said = {
        "channelId": "UCreal",
        "videoId": VIDEO,
        "topLevelComment": comment(name),
        "totalReplyCount": count,
    }
    body: dict[str, Any] = {"kind": "youtube#commentThread", "id": name, "snippet": said}
    return {**body, "replies": {"comments": list(replies)}} if replies else body


FIRST = {
    "kind": "youtube#commentThreadListResponse",
    "nextPageToken": "P2",
    "items": [
        thread("UgA", 2),
        thread("UgB", 10, *[comment(f"UgB.{number}", parentId="UgB") for number in range(5)]),
    ],
}
SECOND = {
    "kind": "youtube#commentThreadListResponse",
    "items": [thread("UgC", 0), thread("UgD", 1, comment("UgD.1", author="UCreal", parentId="UgD"))],
}
#: The replies of one thread alone, and without their video.
REPLIES = [comment("UgA.1", parentId="UgA"), comment("UgA.2", "it&#39;s", parentId="UgA")]


def handle(seen: Seen) -> Answer:
    """The pages that were recorded: threads by token, one page of replies for every question about comments."""
    if seen.path == "/youtube/v3/commentThreads":
        return Answer(body=SECOND if seen.query.get("pageToken") == ["P2"] else FIRST)
    if seen.path == "/youtube/v3/comments":
        for one in REPLIES:
            one["snippet"].pop("videoId", None)
        return Answer(body={"kind": "youtube#commentListResponse", "items": REPLIES})
    return Answer(404, {"error": "not recorded"})


def test_where_only_the_owner_may_name_a_status() -> None:
    with fake_youtube() as fake:
        fake.owner, fake.strict, fake.page_size = False, True, 2
        names = [fake.comment(str(number)) for number in range(5)]
        comments, _, pages = run(fake, FixedClock(), drain)
        assert {one.remote_id for one in comments} == set(names)
        assert codes(pages) == ["youtube_owner_only"]
        fake.server.inject("/youtube/v3/commentThreads", refuse(403, "commentsDisabled"))
        with pytest.raises(ForbiddenByPlatform) as caught:
            run(fake, FixedClock(), drain)
        assert caught.value.code == "youtube_comments_disabled"


def test_every_recorded_comment_comes_in() -> None:
    with serving(handle) as server:
        fake = FakeYoutube(access="any-word")
        fake.server = server
        comments, cursor, pages = run(fake, FixedClock(), drain)
        found = {one.remote_id: one for one in comments}
        assert len(comments) == len(found) == 12
        assert all(one.hidden is not True for one in comments)
        assert {one.permalink for one in comments} == {
            f"https://www.youtube.com/watch?v={VIDEO}&lc={name}" for name in found
        }
        assert {name: one.parent_remote_id for name, one in found.items() if "." in name} == {
            name: name.partition(".")[0] for name in found if "." in name
        }
        assert (found["UgC"].text, found["UgA.2"].text) == ("x & y\nit's", "it's")
        assert (found["UgC"].author.remote_id, found["UgC"].author.handle) == ("UCUgC", "@by-UgC")
        assert {one.posted_at for one in comments} == {1_682_935_200}
        assert [name for name, one in found.items() if one.ours] == ["UgD.1"]
        said = [dict(one) for page in pages for one in page.warnings if one["code"] == "incomplete"]
        assert said == [{"code": "incomplete", "said": 10, "got": 5, "post": VIDEO}]
        assert "youtube_owner_only" not in codes(pages)
        again, _, _ = run(fake, FixedClock(), lambda connector: drain(connector, cursor))
        assert {one.remote_id for one in again} <= set(found)
        # What is asked for by id is not gone because this server answers with something else.
        states = run(fake, FixedClock(), lambda connector: connector.recheck(sorted(found)))
        assert set(states) == {"UgA.1", "UgA.2"}
        assert None not in states.values()
