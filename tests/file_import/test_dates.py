"""Times as exports write them."""

from __future__ import annotations

import pytest

from console.connectors.file.dates import has_clock, month_first, parse

TWO_PM = 1_795_269_600  # 2026-11-21T14:00:00Z


@pytest.mark.parametrize(
    "raw",
    [
        "2026-11-21T14:00:00Z",
        "2026-11-21T14:00:00.000Z",
        "2026-11-21T14:00:00+0000",
        "2026-11-21T15:00:00+01:00",
        "2026-11-21T09:00:00-0500",
        "2026-11-21 14:00:00",
        "2026-11-21 14:00",
        " 2026-11-21 14:00:00.123456 ",
        "2026-11-21 15:00:00 +0100",
        "2026-11-21 14:00:00 UTC",
        "1795269600",
        "1795269600.5",
        "1795269600000",
        "1795269600000000",
        "21/11/2026 14:00",
        "21/11/2026 14:00:00",
        "21.11.2026 14:00",
        "21-11-2026 14:00",
        "21/11/26 14:00",
        "21/11/2026 14h00",
        "21/11/2026 à 14 h 00",
        "21/11/2026 14h",
        "2026/11/21 14:00",
        "21/11/2026 2:00 PM",
        "21 novembre 2026 à 14:00",
        "21 nov. 2026 14:00",
        "21 November 2026, 14:00",
        "Nov 21, 2026, 2:00\u202fPM",
        "November 21 2026 14:00",
        "Sat, 21 Nov 2026 14:00:00 +0000",
        "Sat Nov 21 14:00:00 +0000 2026",
        "samedi 21 novembre 2026 14:00",
    ],
)
def test_understood(raw: str) -> None:
    assert parse(raw) == TWO_PM


@pytest.mark.parametrize(
    ("raw", "day_first", "seconds"),
    [
        ("11/21/2026 2:00 PM", False, TWO_PM),
        ("03/04/2026", True, 1_775_174_400),
        ("03/04/2026", False, 1_772_582_400),
        ("1er août 2026", True, 1_785_542_400),
        ("12 février 2026", True, 1_770_854_400),
        ("2026-11-21", True, 1_795_219_200),
        ("46347.5", True, 1_795_262_400),
    ],
)
def test_read_one_way(raw: str, day_first: bool, seconds: int) -> None:
    assert parse(raw, day_first) == seconds


@pytest.mark.parametrize(
    "raw",
    [
        "", "yesterday", "hier", "2026-13-01", "2026-02-30", "30/02/2026", "32/01/2026", "2026-11-21T25:00:00Z",
        "21/11/2026 25:00", "13/13/2026", "0", "-5", "12", "999999999999999999999", "1e400", "0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z", "1969-07-20", "21/11", "21/11/2026 13:00 pm", "2026-11-21T14:00:00+99:99", "NaN", "١٢٣",
    ],
)  # fmt: skip
def test_impossible(raw: str) -> None:
    assert parse(raw) is None


def test_month_first() -> None:
    assert month_first(["01/02/2026", "02/03/2026"]) is None
    assert month_first(["01/02/2026", "02/13/2026"]) is True
    assert month_first(["01/02/2026", "13/02/2026"]) is False
    assert month_first(["13/02/2026", "02/13/2026"]) is False
    assert month_first(["2026/13/02", "nothing", "13/13/2026"]) is None


def test_has_clock() -> None:
    assert has_clock("21/11/2026 14:00")
    assert has_clock("2026-11-21T14:00:00Z")
    assert has_clock("1795269600")
    assert not has_clock("21/11/2026")
    assert not has_clock("2026-11-21")
