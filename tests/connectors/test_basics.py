"""Back-off, rate budget, text measures, session memory and the registry of platforms."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.connectors import registry
from console.connectors.backoff import Backoff
from console.connectors.budget import Bucket, RateBudget, reset_time, retry_time
from console.connectors.text import character_measure, grapheme_measure, graphemes
from console.domain.comment import Channel, ChannelId
from console.domain.errors import UsageError
from console.domain.ports import PlatformSpec
from console.domain.vocabulary import COMPENSATION, LOCAL_ACTIONS, ActionKind
from tests.support.faultserver import TestClock


@given(st.integers(1, 5000), st.floats(0, 1, exclude_max=True))
def test_backoff_grows_to_its_cap(attempt: int, drawn: float) -> None:
    backoff = Backoff(base=2, factor=2, cap=300)
    delay = backoff.delay(attempt, lambda: drawn)
    full = min(300, 2 * 2 ** min(attempt - 1, 60))
    assert full / 2 <= delay <= full
    assert backoff.delay(attempt + 1, lambda: drawn) >= delay


def test_backoff_honours_the_platform() -> None:
    backoff = Backoff()
    assert backoff.next_at(1, 1000, lambda: 0.5, retry_at=5000) == 5000
    assert backoff.next_at(9, 1000, lambda: 0.5, retry_at=1003) == 1003
    assert backoff.next_at(1, 1000, lambda: 0.0, retry_at=900) == 1001
    assert backoff.next_at(1, 1000, lambda: 0.0) == 1001
    with pytest.raises(ValueError, match="from 1"):
        backoff.delay(0, lambda: 0.5)


def test_budget_keeps_a_reserve_for_decisions() -> None:
    clock = TestClock()
    budget = RateBudget(clock, reserve=0.1)
    reset = clock.now() + 100
    budget.observe(
        "a", {"ratelimit-limit": "100", "ratelimit-remaining": "10", "ratelimit-reset": str(reset)}
    )
    assert budget.wait_until("a", write=False) == reset
    assert budget.wait_until("a", write=True) is None
    assert budget.wait_until("b", write=False) is None
    budget.observe("a", {"ratelimit-limit": "100", "ratelimit-remaining": "0", "ratelimit-reset": str(reset)})
    assert budget.wait_until("a", write=True) == reset
    clock.ahead = 101
    assert budget.wait_until("a", write=True) is None
    assert budget.bucket("a") is None


def test_budget_ignores_what_is_no_number() -> None:
    budget = RateBudget(TestClock())
    budget.observe("a", {"ratelimit-remaining": "none", "ratelimit-reset": "7"})
    budget.observe("a", {"ratelimit-remaining": "0", "ratelimit-reset": "soon"})
    budget.observe("a", {})
    assert budget.bucket("a") is None


def test_a_platform_may_say_its_budget_in_its_own_way() -> None:
    clock = TestClock()

    def read(headers: Mapping[str, str], now: int) -> Bucket | None:
        return Bucket(100, 100 - int(headers["x-used"]), now + 300) if "x-used" in headers else None

    budget = RateBudget(clock, reserve=0.2, read=read)
    budget.observe("a", {"ratelimit-remaining": "0", "ratelimit-reset": "60"})
    assert budget.bucket("a") is None
    budget.observe("a", {"x-used": "79"})
    assert budget.wait_until("a", write=False) is None
    budget.observe("a", {"x-used": "80"})
    assert budget.wait_until("a", write=False) == clock.now() + 300
    assert budget.wait_until("a", write=True) is None
    budget.observe("a", {})
    assert budget.bucket("a") == Bucket(100, 20, clock.now() + 300)


@given(st.text(max_size=40), st.text(max_size=40))
def test_headers_never_lead_into_the_past_or_far_away(retry_after: str, reset: str) -> None:
    headers = {"retry-after": retry_after, "x-ratelimit-reset": reset}
    now = 1_800_000_000
    assert now < retry_time(headers, now) <= now + 2 * 86_400


@pytest.mark.parametrize(
    ("raw", "at"),
    [("30", 1030), ("1700000000", 173_800), ("1970-01-01T00:20:00Z", 2200), ("-1", None), ("inf", None)],
)
def test_reset_forms(raw: str, at: int | None) -> None:
    assert reset_time({"ratelimit-reset": raw}, 1000) == at


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("abc", 3),
        ("a\r\nb", 3),
        ("é", 1),
        ("e\u0301", 1),
        ("👩‍👩‍👧‍👦", 1),
        ("🇫🇷🇬🇧", 2),
        ("नि", 1),
        ("👍🏽!", 2),
    ],
)
def test_graphemes(text: str, count: int) -> None:
    assert graphemes(text) == count


def test_measures() -> None:
    fits, over = grapheme_measure(3)("👩‍👩‍👧‍👦ab"), grapheme_measure(3)("👩‍👩‍👧‍👦abc")
    assert (fits.used, fits.limit, fits.unit, fits.fits) == (3, 3, "graphemes", True)
    assert not over.fits
    assert character_measure(0)("x" * 9999).fits


def channel(kind: str, **more: str) -> Channel:
    return Channel(id=ChannelId(1), kind=kind, name="n", **more)  # type: ignore[arg-type]


def test_registry_knows_every_platform() -> None:
    assert {"practice", "file", "bluesky"} <= set(registry.kinds())
    for spec in registry.specs():
        assert isinstance(spec, PlatformSpec)
        assert registry.spec(spec.kind) is spec
        assert spec.title
        assert spec.measure("abc").used == 3
        actions = [c.action for c in spec.capabilities]
        assert len(actions) == len(set(actions))
        assert set(actions) <= set(ActionKind) - LOCAL_ACTIONS
        for capability in spec.capabilities:
            assert capability.mode in ("api", "link", "own_only", "none")


@pytest.mark.parametrize("kind", ["file", "bluesky", "facebook", "instagram", "threads"])
def test_what_claims_to_be_reversible_can_be_reversed(kind: str) -> None:
    spec = registry.spec(kind)
    offered = {c.action for c in spec.capabilities if c.mode != "none"}
    for capability in spec.capabilities:
        if capability.reversible:
            assert COMPENSATION[ActionKind(capability.action)] in offered


def test_unknown_kind() -> None:
    for ask in (
        lambda: registry.spec("myspace"),
        lambda: registry.connect(channel("myspace"), None, store, clock),
    ):
        with pytest.raises(UsageError) as caught:
            ask()
        assert caught.value.code == "unknown_kind"


store, clock = registry.MemorySessionStore(), TestClock()


def test_file_channels_are_worked_by_hand() -> None:
    spec = registry.spec("file")
    assert {c.mode for c in spec.capabilities} == {"link"}
    assert spec.capability("keep").mode == "none"
    assert not spec.needs_secret
    assert registry.connect(channel("file"), None, store, clock).spec is spec


def test_memory_sessions_are_copies() -> None:
    kept = registry.MemorySessionStore()
    assert kept.load() is None
    session = {"a": 1}
    kept.save(session)
    session["a"] = 2
    assert kept.load() == {"a": 1}
