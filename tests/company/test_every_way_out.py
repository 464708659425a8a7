"""Every platform goes out through the company's proxy and believes its certificates: the program itself, no mock of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from console import managed
from tests.company.test_company_cli import Desk
from tests.support import tls
from tests.support.faultserver import Answer

FAR = "far.lormel.example"
WAYS = {
    "mastodon": (FAR, "--server", f"https://{FAR}"),
    "bluesky": ("bsky.social", "--handle", "desk.lormel.example"),
    "youtube": (FAR, "--server", f"https://{FAR}"),
    "facebook": ("graph.facebook.com",),
    "instagram": ("graph.instagram.com",),
    "threads": ("graph.threads.net",),
    "wordpress": (FAR, "--server", f"https://{FAR}", "--handle", "desk"),
    "discourse": (FAR, "--server", f"https://{FAR}", "--handle", "desk"),
    "x": ("api.x.com",),
}


def test_every_platform_is_tried() -> None:
    assert set(WAYS) == set(managed.KINDS) - {"practice", "file"}


@pytest.mark.parametrize("kind", WAYS)
def test_a_channel_is_added_through_the_proxy(tmp_path: Path, kind: str) -> None:
    """The answer is a refusal behind a certificate of the company's: so the request arrived, by the proxy alone."""
    host, *words = WAYS[kind]
    given = tls.authority(tmp_path, host)
    with tls.secure(lambda _: Answer(401, {"error": "no"}), given) as server, tls.Proxy(server.port) as proxy:
        text = f"proxy = '{proxy.url}'\nca_bundle = '{given.bundle}'\n"
        # What a person's own environment says of proxies leads elsewhere, and does not count.
        ran = Desk(tmp_path)(
            text,
            "channel",
            "add",
            kind,
            *words,
            "--secret-stdin",
            stdin="token\n",
            HTTPS_PROXY="http://127.0.0.1:9",
        )
        assert ran.returncode == 4, ran.stderr
        assert proxy.seen == [f"CONNECT {host}:443 HTTP/1.1"] * len(proxy.seen)
        assert server.seen
