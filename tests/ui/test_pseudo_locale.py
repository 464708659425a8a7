"""Every view in a made-up language, 40 % longer and accented: nothing is cut off, nothing is left untranslated.

At 1440x900, at the smallest window, and with text of 200 %. What is meant to be shortened stands in ``MEANT``.
"""

from __future__ import annotations

import re
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tests.support.every_view import VIEWS, View, Walk
from tests.support.painted import Line, cut, words_of
from tests.ui.conftest import RESOURCES
from ui.i18n.loader import PSEUDO

WHOLE_ELSEWHERE = "rows of one height; the whole is in the tooltip, the accessible text and the detail"
#: (widget, what it stands in; "" for any) and why its words may be shortened with an ellipsis.
MEANT = {
    ("QWidget", "CardTable"): "a card has so many lines; the detail shows the whole comment",
    ("QWidget", "AuditTable"): WHOLE_ELSEWHERE,
    ("QWidget", "CellTable"): WHOLE_ELSEWHERE,
    ("QWidget", "LineTable"): WHOLE_ELSEWHERE,
    ("QWidget", "ResultTable"): WHOLE_ELSEWHERE,
    ("QWidget", "KeyList"): WHOLE_ELSEWHERE,
    ("QWidget", "TemplateList"): WHOLE_ELSEWHERE,
    ("QWidget", "QHeaderView"): "the head of a column, whole in its tooltip",
    ("RowButton", ""): "a row that opens what it sums up; whole in its tooltip",
    ("LatestLine", ""): "the start of a comment; a press opens it",
    ("_Rows", ""): "the palette: why an action cannot be had now; choosing it says all of it",
    ("Toast", ""): "how a comment starts, to recognise it; the way back keeps its word",
    ("ThreadColumn", ""): "when a comment was written yields to its author; both are spoken",
    ("IconText", "PaneHeader"): "the title of what is chosen; the table beside it and the pane below say all",
    ("IconText", "Pane"): "the steps of connecting a channel; both languages fit, see the pictures",
    ("Line", "Field"): "what belongs into a field, inside it; its label is whole",
    ("IconText", "TemplatePanel"): "the language of the list; each row says its own",
    ("SearchField", ""): "what may be searched, inside the field; its accessible name is whole",
    ("IconText", "QWidget"): "the state of the audit log, whole in its tooltip; both languages fit",
    ("QLineEdit", "FilterPanel"): "what may be typed, inside the field; its accessible name is whole",
}
#: In the smallest window and with large text these give way too.
IN_NEED = {
    (
        "ReplyQuote",
        "",
    ): "the comment that is answered, in as many lines as there is room for; whole in its tooltip",
    ("BarLink", "StatusStrip"): "lines of the strip, whole in their tooltips",
    ("_Tab", ""): "tabs of the policy room, whole in their tooltips",
    ("IconText", ""): "heads of panes: the thing, then where it comes from",
    ("BarLink", ""): "links in bars keep their icon, the word is in the tooltip",
    ("Segment", ""): "whole in the tooltip",
    ("RailButton", ""): "whole in the tooltip",
    ("ActionButton", "QWidget"): "buttons keep icon and key; English and French fit, see the pictures",
    ("FacetList", ""): "rows of the filter; the field above narrows them",
    ("QLineEdit", ""): "what may be typed, inside the field; its accessible name is whole",
    ("Choice", ""): "a closed choice; open it shows each in full",
}
#: What may be cut at its edge when room is short: it is whole in its tooltip.
HEADS = {("QWidget", "QHeaderView")}
#: Words that are the same in every language, or that are data of this test's workspace.
KEPT = re.compile(
    r"""^(
        Vigie(\ .*)? | Bluesky | Mastodon | YouTube | Facebook | Instagram | Threads | X | WordPress | Discourse | Lormel.* | lormel.* | practice | root\b.* | Esc | Ctrl.* | Shift.* | Alt | Home | End | Tab | Space |
        F\d+ | Enter | PgUp | PgDn | Del | CSV | JSON | UTF-8 | TOML | DSA | [A-Z]{1,4}([ ·/]+[A-Z]{1,4})* |
        (\d+\ )?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)\w*(\ \d+)?(,?\ \d\d:\d\d)? |
        (Mon|Tue|Wed|Thu|Fri|Sat|Sun)\w*(\ .*)? | .*RLO.* | .*(MIT|Apache|BSD|GPL).* | [Dd]etoxify.* | [\w.]+\.(toml|csv|vigie|txt) |
        (.*[/@_=:].*) | Errors? | words\ \d+ | xyzzy | PHAROS | Linux\ .* | The\ times\ in\ .* | ([0-9a-f]{2,4}[ …]*)+ | (must\ agree\ )?within\ \d+\ h\.?
    )$""",
    re.VERBOSE,
)
WORD = re.compile(r"[^\W\d_]{3,}")
COUNTED = re.compile(r" [\d\u202f\u00a0,]+$")
PLAIN = re.compile(r"[A-Za-z]*[aeiouAEIOU][A-Za-z]*")
#: Panes that show texts of people, of the policy (whose phrases are the console's) or of the help, in no catalogue.
TEXTS = {
    "PolicyEditor", "QTextBrowser", "QPlainTextEdit", "QTextEdit", "Editor", "ThreadColumn", "CardTable", "TemplateList",
    "ReadingList", "LatestLine", "RowButton", "QLineEdit", "CellTable", "ResultTable", "LineTable", "RunText",
    "StepsColumn", "AuditTable", "Choice", "Toast", "Notice", "CommentCard",
    "ReplyQuote",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _no_thread_left() -> None:
    """The module's one desk opens connections when it needs them: threads are counted once, when it closes."""


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> Iterator[Walk]:
    """One filled desk for the module."""
    before = set(threading.enumerate())
    made = Walk(tmp_path_factory.mktemp("walk"), qapp)
    yield made
    made.dress("en", text_size=100)
    made.close()
    made.desk.wait(lambda: not [t.name for t in threading.enumerate() if t not in before and t.is_alive()])


@pytest.fixture(scope="module")
def data(walk: Walk) -> str:
    """All that the workspace and the files beside the catalogues say, in one string."""
    found: list[str] = []
    with closing(sqlite3.connect(f"file:{walk.desk.console.store.path}?mode=ro", uri=True)) as database:
        tables = [name for (name,) in database.execute("select name from sqlite_master where type = 'table'")]
        for table in tables:
            if "_fts" not in table:
                for row in database.execute(f'select * from "{table}"'):
                    found += [value for value in row if isinstance(value, str)]
    # The policy's own phrases follow the language of numbers and dates; tests/ui/test_accessible_tree.py reads them in French.
    for pattern in ("help/*/*.md", "policies/*.toml", "replies/*.toml"):
        found += [path.read_text(encoding="utf-8") for path in RESOURCES.glob(pattern)]
    found += [
        path.read_text(encoding="utf-8") for path in (RESOURCES.parent / "console/policy").rglob("*.py")
    ]
    return _plain(" ".join(found))


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[\u2066-\u2069\u202a-\u202e*`{}]", " ", text).split())


def _where(widget: QWidget) -> tuple[str, str]:
    parent = widget.parentWidget()
    return type(widget).__name__, "" if parent is None else type(parent).__name__


def _losses(top: QWidget, *, need: bool) -> list[str]:
    """Words cut off in ``top`` that are not meant to be."""
    found = []
    for line in words_of(top):
        own, outer = _where(line.widget)
        if own == "_Edge":  # numbers of lines, which scroll with the text
            continue
        how = cut(line)
        meant = {**MEANT, **IN_NEED} if need else MEANT
        excused = how == "shortened" or (need and (own, outer) in HEADS)
        if how and not (excused and ((own, outer) in meant or (own, "") in meant)):
            found.append(f"{own} in {outer}: {line.text!r} {how}")
    return sorted(set(found))


def _foreign(line: Line, data: str) -> bool:
    """Whether a line shows words that no catalogue gave it and that are no data."""
    text = _plain(re.sub(r"\{\w+\}", "", line.text)).strip(" ·,.…“”\"'()[]")
    if any(sign in line.text for sign in "‹›~"):
        return False  # partly from the catalogue: names and numbers stand inside
    if not [word for word in WORD.findall(text) if PLAIN.fullmatch(word)] or KEPT.match(text):
        return False
    if all(part in data for part in text.split(", ")):
        return False
    if all(COUNTED.sub("", part) in data for part in text.split(" · ")):
        return False  # the policy's own names, each with a count
    return not (set(_where(line.widget)) & TEXTS)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_nothing_is_cut_and_nothing_untranslated(walk: Walk, data: str, view: View) -> None:
    """In the pseudo-language, at the usual size, in the smallest window, and with text of 200 %."""
    walk.dress(PSEUDO, text_size=100)
    walk.reset()
    top = view.open(walk)
    walk.still()
    lines = words_of(top)
    assert lines
    assert sorted({line.text for line in lines if _foreign(line, data)}) == []
    assert _losses(top, need=False) == []
    walk.dress(PSEUDO, 960, 600)
    assert _losses(top, need=True) == []
    if top.isVisible() and view.name != "problem":  # no setting can be reached while that one stands
        walk.dress(PSEUDO, text_size=200)
        assert _losses(top, need=True) == []


def test_what_is_cut_is_seen(walk: Walk) -> None:
    """The check itself: a label too small for its words is found, in the same way."""
    walk.dress("en", text_size=100)
    walk.reset()
    title = walk.queue.list.header.title
    title.setFixedWidth(20)
    walk.still()
    try:
        assert any(line.widget is title and cut(line) for line in words_of(walk.window))
    finally:
        title.setMinimumWidth(0)
        title.setMaximumWidth(16_777_215)
