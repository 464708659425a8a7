"""What all connectors share: times, HTML as text, watermarks, meters, lengths."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from console.connectors import registry
from console.connectors.answers import as_count, as_id, as_items, as_list
from console.connectors.cursors import LoopGuard, Watermark, dump, load
from console.connectors.html_text import links, plain
from console.connectors.shown import shown
from console.connectors.spending import Meter, Period, pacific_day, utc_day, utc_month
from console.connectors.text import emoji_bytes_measure, linked_measure, weighted_measure
from console.connectors.times import rfc3339, utc_ms, utc_seconds
from console.domain.errors import Invalid, QuotaExhausted, Transient
from tests.support.faultserver import TestClock

NOON = int(datetime(2026, 11, 20, 12, 0, 0, tzinfo=UTC).timestamp())


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("2026-11-20T12:00:00Z", NOON),
        ("2026-11-20T12:00:00.000Z", NOON),
        ("2026-11-20T12:00:00+0000", NOON),
        ("2026-11-20T13:00:00+01:00", NOON),
        ("2026-11-20T12:00:00", NOON),
        (NOON, NOON),
        (float(NOON), NOON),
        (NOON * 1000, NOON),
        ("yesterday", None),
        ("", None),
        (None, None),
        (True, None),
        (float("nan"), None),
        (-5, None),
        ("0001-01-01T00:00:00+14:00", None),
    ],
)
def test_times_as_platforms_write_them(written: object, seconds: int | None) -> None:
    assert utc_seconds(written) == seconds


@given(st.integers(0, 4_000_000_000))
def test_a_time_written_is_read_again(seconds: int) -> None:
    assert utc_seconds(rfc3339(seconds)) == seconds
    assert utc_ms(rfc3339(seconds)) == seconds * 1000


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>hi</p>", "hi"),
        ("<p>one</p><p>two<br>three</p>", "one\n\ntwo\nthree"),
        ("a &amp; b &lt;3 &#128512;", "a & b <3 😀"),
        (
            '<p><a href="https://example.org/a/long"><span class="invisible">https://</span>'
            '<span class="ellipsis">example.org/a</span><span class="invisible">/long</span></a></p>',
            "https://example.org/a/long",
        ),
        ('<p><span class="h-card">@<span>joe</span></span> no</p>', "@joe no"),
        ('<p class="quote-inline">RE: https://x</p><p>mine</p>', "mine"),
        (
            '<p>one<br class="quote-inline">two</p>three',
            "one\ntwo\n\nthree",
        ),  # nothing stands in such an element
        ('look <img src="x" alt=":smile:"> <script>alert(1)</script>now', "look :smile: now"),
        ("<ul><li>a</li><li>b</li></ul>", "- a\n\n- b"),
        ("<p>unclosed <b>bold", "unclosed bold"),
        ("a\n   b", "a b"),
        ("<pre>a\n  b</pre>", "a\nb"),
        ("", ""),
    ],
)
def test_html_reads_as_its_words(html: str, text: str) -> None:
    assert plain(html) == text


@given(st.text(max_size=200))
def test_any_html_is_read_without_failing(html: str) -> None:
    assert isinstance(plain(html), str)


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc", "Z"]), max_size=60))
def test_text_that_was_escaped_comes_back(text: str) -> None:
    from html import escape

    assert plain(f"<p>{escape(text)}</p>") == text


ITEMS = st.lists(st.tuples(st.integers(1, 6), st.sampled_from("abcdefgh")), max_size=12)


@given(ITEMS, ITEMS)
def test_a_watermark_is_the_same_whatever_the_order_and_the_pages(
    one: list[tuple[int, str]], two: list[tuple[int, str]]
) -> None:
    assert Watermark().raised(one).raised(two) == Watermark().raised([*reversed(two), *one, *one])
    mark = Watermark().raised(one)
    assert all(mark.passed(at, name) for at, name in one)
    assert Watermark.parse(mark.dump()) == mark
    newest = max((at for at, _ in one), default=0)
    assert not mark.passed(newest, "z") or newest < mark.at
    assert not mark.passed(newest + 1, "a")


def test_a_cursor_of_another_platform_or_version_is_refused() -> None:
    text = dump("youtube", 1, {"n": 3})
    assert load(text, "youtube", 1) == {"k": "youtube", "v": 1, "n": 3}
    assert load(None, "youtube", 1) is None
    for kind, version, stored in (
        ("x", 1, text),
        ("youtube", 2, text),
        ("youtube", 1, "{"),
        ("youtube", 1, "[]"),
    ):
        with pytest.raises(Invalid, match="bad_cursor"):
            load(stored, kind, version)


def test_a_page_that_brings_nothing_unseen_is_noticed() -> None:
    guard = LoopGuard()
    assert guard.fresh(["a", "b"])
    assert guard.fresh(["b", "c"])
    assert not guard.fresh(["a", "c"])
    assert not guard.fresh([])


@pytest.mark.parametrize(
    ("at", "name", "hours"),
    [
        (datetime(2026, 11, 20, 9, tzinfo=UTC), "2026-11-20", 23),  # 01:00 in California
        (datetime(2026, 11, 20, 7, tzinfo=UTC), "2026-11-19", 1),
        (
            datetime(2026, 11, 1, 8, tzinfo=UTC),
            "2026-11-01",
            24,
        ),  # clocks go back: 25 hours, one of them gone
        (datetime(2026, 3, 8, 9, tzinfo=UTC), "2026-03-08", 22),  # clocks go forward: 23 hours
    ],
)
def test_googles_day_begins_in_california(at: datetime, name: str, hours: int) -> None:
    now = int(at.timestamp())
    assert pacific_day(now) == Period(name, now + hours * 3600)


@given(st.integers(0, 4_000_000_000))
def test_periods_follow_each_other_without_a_gap(now: int) -> None:
    for period in (pacific_day, utc_day, utc_month):
        here = period(now)
        assert now < here.ends_at
        assert period(here.ends_at - 1) == here
        assert period(here.ends_at).name > here.name


def test_a_meter_counts_refuses_and_starts_again() -> None:
    clock = TestClock()
    meter = Meter(clock, 100, utc_day, "units", reserve=20)
    meter.spend(79)
    meter.check(1, write=False)
    with pytest.raises(QuotaExhausted) as refused:
        meter.check(2, write=False)
    meter.check(21, write=True)  # decisions may use what pulls leave
    assert refused.value.retry_at == utc_day(clock.now()).ends_at
    other = Meter(clock, 100, utc_day, "units")
    other.take(meter.dump())
    assert other.used == 79
    other.take({"period": "1999-01-01", "used": 99})
    other.take({"period": utc_day(clock.now()).name, "used": "many"})
    assert other.used == 79
    assert meter.exhausted() == refused.value.retry_at
    assert meter.used == 100
    free = Meter(clock, 0, utc_month, "cents")
    free.check(10**9, write=False)


def test_lengths_as_the_platforms_count() -> None:
    assert weighted_measure()("hello").used == 5
    assert weighted_measure()("日本").used == 4
    assert weighted_measure()("👨‍👩‍👧 ok").used == 5
    assert weighted_measure()("see https://example.org/" + "x" * 80).used == 4 + 23
    assert weighted_measure()("e\u0301").used == 1
    assert linked_measure(500)("@joe@other.example see https://example.org/very/long/path").used == 4 + 5 + 23
    assert emoji_bytes_measure()("ok 👍").used == 3 + 4
    assert emoji_bytes_measure()("x" * 500).fits
    assert not emoji_bytes_measure()("x" * 501).fits


def test_answers_are_read_with_care() -> None:
    assert (as_id(12345678901234567890), as_id("a"), as_id(None), as_id(True)) == (
        "12345678901234567890",
        "a",
        "",
        "",
    )
    assert (as_count("12"), as_count(-1), as_count(True), as_count("x")) == (12, None, None, None)
    assert as_items([{"a": 1}, 2]) == [{"a": 1}]
    assert as_items(None) == []
    with pytest.raises(Transient, match="bad_answer"):
        as_list({}, "data")


def test_where_links_lead_is_told_apart_from_what_is_written() -> None:
    html = '<a href="https://a.example/?x=1&amp;y=2">my bank</a> <A HREF=" https://b.example ">b</A><a href="mailto:x">m</a>'
    assert links(html + html) == ("https://a.example/?x=1&y=2", "https://b.example")
    assert links('<a>none</a><a href="https://c.example') == ()


@pytest.mark.parametrize("kind", [one for one in registry.kinds() if one not in ("practice", "instagram")])
def test_an_address_is_marked_where_it_stands(kind: str) -> None:
    made = shown(kind, "\n  see https://example.org/a now ")
    assert [made.text[start:end] for start, end in made.links] == ["https://example.org/a"]
