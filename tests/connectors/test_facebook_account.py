"""Whose Page a token is for, with which token it is read, what it lacks and when it ends."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from console.domain.errors import Invalid
from console.domain.ports import Connector
from tests.support.facebook_server import NAME, PAGE, TOKEN, USER_TOKEN, FakeFacebook, fake_facebook
from tests.support.graph_desk import FixedClock, drain, run
from tests.support.graph_server import EPOCH

V = "/v26.0"


@pytest.fixture
def fake() -> Iterator[FakeFacebook]:
    with fake_facebook() as running:
        yield running


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


def test_whose_page_it_is(fake: FakeFacebook, clock: FixedClock) -> None:
    post = fake.post()
    fake.comment(post, "a")

    async def use(connector: Connector) -> tuple[str, str, str]:
        info = await connector.check()
        comments, _, _ = await drain(connector)
        assert len(comments) == 1
        return info.remote_id, info.handle, info.name

    for handle in (NAME, PAGE, "https://www.facebook.com/" + PAGE):
        got = run("facebook", fake.server.url, use, secret=USER_TOKEN, clock=clock, handle=handle)
        assert got == (PAGE, NAME, NAME)
    read = fake.server.requests(f"{V}/{post}/comments")
    assert all(seen.headers["authorization"] == f"Bearer {TOKEN}" for seen in read)
    for handle, code in (("", "meta_page_which"), ("nobody", "meta_page_unknown")):
        with pytest.raises(Invalid) as caught:
            run("facebook", fake.server.url, use, secret=USER_TOKEN, clock=clock, handle=handle)
        assert caught.value.code == code


def test_what_the_token_lacks_and_when_it_ends(fake: FakeFacebook, clock: FixedClock) -> None:
    fake.scopes.remove("pages_manage_engagement")
    fake.scopes.remove("pages_read_user_content")
    fake.expires_at = EPOCH + 90_000

    async def use(connector: Connector) -> None:
        info = await connector.check()
        assert info.lacking["hide"] == "pages_manage_engagement"
        assert "report" not in info.lacking
        assert info.expires_at == EPOCH + 90_000
        assert info.warnings == ("facebook_reading_scope",)

    run("facebook", fake.server.url, use, secret=TOKEN, clock=clock)


def test_a_permission_for_another_page_is_none(fake: FakeFacebook, clock: FixedClock) -> None:
    fake.granular = [
        {"scope": "pages_manage_engagement", "target_ids": ["700099"]},
        {"scope": "pages_read_user_content", "target_ids": ["700099", PAGE]},
    ]
    info = run("facebook", fake.server.url, lambda c: c.check(), secret=TOKEN, clock=clock)
    assert info.lacking["reply"] == "pages_manage_engagement"
    assert info.warnings == ()
