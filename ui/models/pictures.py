"""A fetched picture made fit for the screen: decoded within bounds, made small, blurred, greyed. For worker threads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from console.domain.errors import Invalid

FORMATS: Final = frozenset({b"png", b"jpeg", b"jpg", b"webp", b"gif"})
MOST_PIXELS: Final = 24_000_000
"""A picture with more is not decoded: a few kilobytes can say that they are a gigabyte."""
ALLOCATION: Final = 128
"""Megabytes that Qt may take for one picture."""
EDGE: Final = 1_280
"""Pixels of the longer edge that are kept."""
BLUR: Final = 24
"""Pixels across that a blurred picture is made of: its colours and where they lie, nothing else."""
_SOFT: Final = 480


@dataclass(frozen=True, slots=True)
class Shown:
    """One picture in its four faces, none of them larger than ``EDGE``; of a moving one the first frame."""

    plain: QImage
    grey: QImage
    blurred: QImage
    blurred_grey: QImage

    def face(self, *, blur: bool, grey: bool) -> QImage:
        """The one that is wanted."""
        if blur:
            return self.blurred_grey if grey else self.blurred
        return self.grey if grey else self.plain


def decode(content: bytes) -> Shown:
    """The picture in ``content``, whatever its type claims to be.

    Raises Invalid: ``picture_not_one`` for anything but a sound PNG, JPEG, WebP or GIF, ``picture_too_large`` for one
    of more than ``MOST_PIXELS``, told by its head before anything is decoded.
    """
    QImageReader.setAllocationLimit(ALLOCATION)
    buffer = QBuffer()
    buffer.setData(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) not in FORMATS:
        raise Invalid("picture_not_one")
    size = reader.size()
    if not size.isValid() or size.isEmpty():
        raise Invalid("picture_not_one")
    if size.width() * size.height() > MOST_PIXELS:
        raise Invalid("picture_too_large", width=size.width(), height=size.height())
    if max(size.width(), size.height()) > EDGE:
        reader.setScaledSize(
            size.scaled(EDGE, EDGE, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
        )
    found = reader.read()
    if found.isNull():
        raise Invalid("picture_not_one")
    plain = _on_white(found)
    blurred = _blurred(plain)
    return Shown(plain, _grey(plain), blurred, _grey(blurred))


def _on_white(found: QImage) -> QImage:
    """Without see-through parts: dark writing on nothing would be unreadable in a dark window."""
    if not found.hasAlphaChannel():
        return found.convertToFormat(QImage.Format.Format_RGB32)
    flat = QImage(found.size(), QImage.Format.Format_RGB32)
    flat.fill(Qt.GlobalColor.white)
    painter = QPainter(flat)
    painter.drawImage(0, 0, found)
    painter.end()
    return flat


def _blurred(plain: QImage) -> QImage:
    """What 24 pixels across can tell, made large and soft again."""
    small = plain
    across = QSize(BLUR, max(round(BLUR * plain.height() / plain.width()), 1))
    if across.height() > BLUR:
        across = QSize(max(round(BLUR * plain.width() / plain.height()), 1), BLUR)
    for size in (across, across * 4, across, across * 4, across * (_SOFT // BLUR)):
        small = small.scaled(
            size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    return small


def _grey(picture: QImage) -> QImage:
    return picture.convertToFormat(QImage.Format.Format_Grayscale8)
