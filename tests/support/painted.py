"""Which words a widget paints and where: read from its own painting, so that no way of drawing text is overlooked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPaintDevice, QPaintEngine, QRegion, QTextItem
from PySide6.QtWidgets import QAbstractScrollArea, QScrollArea, QWidget

ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Line:
    """Words painted in one go on one line. ``place`` and ``clip`` are in the widget's pixels; no clip is None."""

    widget: QWidget
    text: str
    place: QRectF
    clip: QRectF | None

    @property
    def shortened(self) -> bool:
        """Whether words were cut off for want of room."""
        return self.text.rstrip().endswith(ELLIPSIS)


class _Engine(QPaintEngine):
    """Keeps text and forgets everything else."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.found: list[tuple[str, QRectF, QRectF | None]] = []

    def begin(self, pdev: QPaintDevice) -> bool:
        del pdev
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, state: object) -> None:
        del state

    def _nothing(self, *_what: Any) -> None:
        """Shapes are not read."""

    # Rectangles, lines, points and ellipses come as paths or polygons, too: PySide never frees what it makes of their arrays.
    drawPixmap = drawImage = drawTiledPixmap = drawPath = drawPolygon = _nothing

    def drawTextItem(self, p: QPointF, textItem: QTextItem) -> None:
        painter = self.painter()
        turn = painter.transform()
        place = QRectF(
            p.x(), p.y() - textItem.ascent(), textItem.width(), textItem.ascent() + textItem.descent()
        )
        clip = turn.mapRect(painter.clipBoundingRect()) if painter.hasClipping() else None
        self.found.append((textItem.text(), turn.mapRect(place), clip))


class _Paper(QPaintDevice):
    """As large as the widget, at 96 dots an inch."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self.engine = _Engine()
        kinds = QPaintDevice.PaintDeviceMetric
        self._facts = {
            kinds.PdmWidth: width, kinds.PdmHeight: height, kinds.PdmDpiX: 96, kinds.PdmDpiY: 96,
            kinds.PdmPhysicalDpiX: 96, kinds.PdmPhysicalDpiY: 96, kinds.PdmDepth: 32,
            kinds.PdmNumColors: 1 << 24, kinds.PdmDevicePixelRatio: 1,
        }  # fmt: skip

    def paintEngine(self) -> QPaintEngine:
        return self.engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        return self._facts.get(metric, 65_536 if "Scaled" in metric.name else 1)


def lines_of(widget: QWidget) -> list[Line]:
    """What this widget itself paints, its children left out; pieces that stand side by side are one line."""
    paper = _Paper(widget.width(), widget.height())
    widget.render(paper, QPoint(), QRegion(), QWidget.RenderFlag(0))
    lines: list[Line] = []
    for (_, clip), pieces in groupby(
        paper.engine.found, key=lambda one: (round(one[1].center().y()), _key(one[2]))
    ):
        run: list[tuple[str, QRectF]] = []
        for text, place, _clip in pieces:
            if run and not -1.5 <= place.left() - run[-1][1].right() <= 1.5:
                lines.append(_joined(widget, run, clip))
                run = []
            run.append((text, place))
        lines.append(_joined(widget, run, clip))
    return lines


def _key(clip: QRectF | None) -> tuple[float, float, float, float] | None:
    return None if clip is None else (clip.x(), clip.y(), clip.width(), clip.height())


def _joined(
    widget: QWidget, run: list[tuple[str, QRectF]], clip: tuple[float, float, float, float] | None
) -> Line:
    place = QRectF(run[0][1])
    for _, more in run[1:]:
        place = place.united(more)
    return Line(widget, "".join(text for text, _ in run), place, None if clip is None else QRectF(*clip))


def seen(root: QWidget) -> Iterator[QWidget]:
    """``root`` and everything visible in it that is no window of its own."""
    if root.isVisible():
        yield root
        for child in root.children():
            if isinstance(child, QWidget) and not child.isWindow():
                yield from seen(child)


def words_of(root: QWidget) -> list[Line]:
    """All that is painted in ``root``, as far as it is on the screen."""
    found = []
    for widget in seen(root):
        region = widget.visibleRegion().boundingRect()
        if not region.isEmpty():
            found += [line for line in lines_of(widget) if line.text.strip() and _touches(line, region)]
    return found


def _touches(line: Line, region: QRect) -> bool:
    place = line.place if line.clip is None else line.place.intersected(line.clip)
    return place.intersects(QRectF(region))


def cut(line: Line, slack: float = 2.0) -> str:
    """How a line loses words: "shortened", "cut at the side", "cut below", or empty."""
    if line.shortened:
        return "shortened"
    room = _room(line.widget)
    if line.clip is not None and not _scrolls(line.widget, Qt.Orientation.Vertical):
        room = room.intersected(line.clip)
    if line.clip is not None and not _scrolls(line.widget, Qt.Orientation.Horizontal):
        room.setLeft(max(room.left(), line.clip.left()))
        room.setRight(min(room.right(), line.clip.right()))
    place = line.place
    if place.left() < room.left() - slack or place.right() > room.right() + slack:
        return f"cut at the side by {max(room.left() - place.left(), place.right() - room.right()):.0f} px"
    # Ascent and descent leave air above and below the letters.
    air = place.height() * 0.22
    if place.top() + air < room.top() - slack or place.bottom() - air > room.bottom() + slack:
        return f"cut above or below by {max(room.top() - place.top(), place.bottom() - room.bottom()):.0f} px"
    return ""


def _scrolls(widget: QWidget, way: Qt.Orientation) -> bool:
    parent = widget.parentWidget()
    if isinstance(widget, QAbstractScrollArea):
        return False
    if isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget:
        return _moves(parent, way)
    return False


def _moves(area: QAbstractScrollArea, way: Qt.Orientation) -> bool:
    """Whether what does not fit can be scrolled to."""
    bar = area.verticalScrollBar() if way is Qt.Orientation.Vertical else area.horizontalScrollBar()
    return bar.maximum() > bar.minimum()


def _room(widget: QWidget) -> QRectF:
    """The part of a widget that its surroundings leave it, in its own pixels; as far as a scroll bar moves, all."""
    far = 1_000_000.0
    room = QRectF(widget.rect())
    below, above = widget, widget.parentWidget()
    at = QPointF()
    free_x = free_y = False
    if isinstance(above, QAbstractScrollArea) and above.viewport() is widget:
        free_x, free_y = _moves(above, Qt.Orientation.Horizontal), _moves(above, Qt.Orientation.Vertical)
        if free_x:
            room.setLeft(-far)
            room.setRight(far)
        if free_y:
            room.setTop(-far)
            room.setBottom(far)
    while above is not None and not below.isWindow():
        at += QPointF(below.pos())
        if isinstance(above.parentWidget(), QScrollArea) and above.parentWidget().viewport() is above:
            area = above.parentWidget()
            assert isinstance(area, QScrollArea)
            free_x = free_x or _moves(area, Qt.Orientation.Horizontal)
            free_y = free_y or _moves(area, Qt.Orientation.Vertical)
        frame = QRectF(above.rect()).translated(-at)
        if not free_x:
            room.setLeft(max(room.left(), frame.left()))
            room.setRight(min(room.right(), frame.right()))
        if not free_y:
            room.setTop(max(room.top(), frame.top()))
            room.setBottom(min(room.bottom(), frame.bottom()))
        below, above = above, above.parentWidget()
    return room
