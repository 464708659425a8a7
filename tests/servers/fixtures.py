"""Fixtures for the real servers; each starts on demand, the networks once per run."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.servers.mastodon_simulator import MastodonSimulator
from tests.servers.network import BlueskyNetwork, Mode
from tests.servers.processes import CACHE
from tests.servers.sessionbus import Keyring, SessionBus, environment_without_bus
from tests.servers.wordpress_site import WordPressSite


def _network(
    request: pytest.FixtureRequest, mode: Mode, *, rate_limits: bool = False
) -> Iterator[BlueskyNetwork]:
    network = BlueskyNetwork.start(mode, rate_limits=rate_limits)
    before = request.session.testsfailed
    yield network
    failed = request.session.testsfailed > before
    suffix = "-limited" if rate_limits else ""
    network.stop(keep_log=CACHE / "logs" / f"bluesky-{mode}{suffix}.log" if failed else None)


@pytest.fixture(scope="session")
def bluesky(request: pytest.FixtureRequest) -> Iterator[BlueskyNetwork]:
    """The whole network: PLC, PDS, AppView, Ozone. One per run; make your own accounts on it."""
    yield from _network(request, "full")


@pytest.fixture(scope="session")
def bluesky_outage(request: pytest.FixtureRequest) -> Iterator[BlueskyNetwork]:
    """A PDS whose AppView is away: accounts and records work, all views answer 502 UpstreamFailure."""
    yield from _network(request, "pds")


@pytest.fixture
def bluesky_limited(request: pytest.FixtureRequest) -> Iterator[BlueskyNetwork]:
    """A PDS with its real rate limits on and nothing used up: the 31st log-in in five minutes answers 429."""
    yield from _network(request, "pds", rate_limits=True)


@pytest.fixture(scope="session")
def wordpress() -> Iterator[WordPressSite]:
    """A WordPress site with an administrator, an editor, an author and a subscriber. One per run; write your own articles."""
    site = WordPressSite.start()
    yield site
    site.stop()


@pytest.fixture(scope="session")
def mastodon_simulator() -> Iterator[MastodonSimulator]:
    """A simulated Mastodon (no real one). One per run; make your own accounts on it."""
    server = MastodonSimulator.start()
    yield server
    server.stop()


@pytest.fixture
def session_bus() -> Iterator[Callable[[Keyring], SessionBus]]:
    """Starts private session buses: ``session_bus("unlocked" | "locked" | "unopened")``."""
    started: list[SessionBus] = []

    def start(keyring: Keyring = "unlocked") -> SessionBus:
        started.append(SessionBus.start(keyring))
        return started[-1]

    yield start
    for bus in reversed(started):
        bus.stop()


@pytest.fixture
def unlocked_keyring(session_bus: Callable[[Keyring], SessionBus]) -> SessionBus:
    """A session with a working Secret Service, as on a desktop after log-in."""
    return session_bus("unlocked")


@pytest.fixture
def locked_keyring(session_bus: Callable[[Keyring], SessionBus]) -> SessionBus:
    """A session whose collection is locked and that has nobody to type the password."""
    return session_bus("locked")


@pytest.fixture
def unopened_keyring(session_bus: Callable[[Keyring], SessionBus]) -> SessionBus:
    """A session bus on which no keyring was ever unlocked, as over ssh or in a cron job."""
    return session_bus("unopened")


@pytest.fixture
def no_bus() -> dict[str, str]:
    """The environment for a child process on a machine without any session bus."""
    return environment_without_bus()
