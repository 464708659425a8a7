"""A real WordPress under mixed traffic, through the whole console: what stands there and what stands here agree."""

from __future__ import annotations

import random

import pytest

from tests.servers.traffic import Traffic
from tests.servers.traffic_wordpress import WordPressWorld

pytestmark = [pytest.mark.servers, pytest.mark.timeout(240)]


def test_mixed_traffic_on_a_bad_line() -> None:
    """The short form of ``python -m tests.servers.traffic wordpress``."""
    seed = random.randrange(10**6)
    world = WordPressWorld(seed)  # a site of its own: the counts are of all that stands there
    try:
        traffic = Traffic(world, seed, pace=0.15, kills=12)
        try:
            traffic.rush(9, least=3)
            traffic.compare()
            assert not traffic.problems, traffic.report()
            assert traffic.done, traffic.report()
        finally:
            traffic.close()
    finally:
        world.stop()
