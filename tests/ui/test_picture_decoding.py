"""Fetched bytes become a picture within bounds or are refused; what is blurred tells no detail."""

from __future__ import annotations

import struct
import zlib

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

from console.domain.errors import Gone, Invalid, RateLimited, Transient
from console.practice.scenes import NAMES, drawn
from ui.i18n.loader import Languages
from ui.models.pictures import BLUR, EDGE, decode
from ui.views.media_words import trouble_words

#: One red pixel, and a second frame with a blue one (GIF89a).
GIF = (
    b"GIF89a\x01\x00\x01\x00\x81\x00\x00\xff\x00\x00\x00\x00\xff\x00\x00\x00\x00\x00\x00"
    b"!\xf9\x04\x04\x0a\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00"
    b"!\xf9\x04\x04\x0a\x00\x00\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02L\x01\x00;"
)


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def saved(image: QImage, kind: str) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, kind), kind
    return bytes(buffer.data().data())


def painted(width: int, height: int, colour: str = "#336699") -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_the_kinds_that_are_fetched_are_decoded_and_made_small(kind: str) -> None:
    shown = decode(saved(painted(2_000, 500), kind))
    assert (shown.plain.width(), shown.plain.height()) == (EDGE, EDGE // 4)
    assert abs(shown.plain.pixelColor(9, 9).blue() - 0x99) < 4
    assert shown.grey.isGrayscale()
    assert not shown.plain.isGrayscale()
    assert shown.blurred_grey.isGrayscale()


def test_a_moving_picture_is_its_first_frame() -> None:
    assert decode(GIF).plain.pixelColor(0, 0) == QColor("#ff0000")


def test_what_is_see_through_stands_on_white() -> None:
    image = QImage(8, 8, QImage.Format.Format_ARGB32)
    image.fill(0)
    assert decode(saved(image, "PNG")).plain.pixelColor(3, 3) == QColor("#ffffff")


@pytest.mark.parametrize(
    "content",
    [b"", b"<html>no", b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", drawn("cake")[:60], b"\x89PNG\r\n\x1a\n", b"BM" + bytes(60)],
)  # fmt: skip
def test_what_is_none_is_refused(content: bytes) -> None:
    with pytest.raises(Invalid) as caught:
        decode(content)
    assert caught.value.code == "picture_not_one"


def test_a_picture_that_would_fill_the_memory_is_told_by_its_head() -> None:
    """A few kilobytes that say they are 3.6 thousand million pixels."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0))
    bomb = (
        b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(60_001 * 20))) + chunk(b"IEND", b"")
    )
    with pytest.raises(Invalid) as caught:
        decode(bomb)
    assert caught.value.code == "picture_too_large"


@pytest.mark.parametrize("shape", [(3_000, 1), (1, 3_000), (1, 1)])
def test_odd_shapes_are_shown_too(shape: tuple[int, int]) -> None:
    shown = decode(saved(painted(*shape), "PNG"))
    assert not shown.plain.isNull()
    assert not shown.blurred.isNull()


def steepest(image: QImage) -> int:
    """The largest step of lightness from a pixel to its neighbour at the right, when both are 480 wide."""
    row = image.scaledToWidth(480)
    return max(
        abs(row.pixelColor(x, y).lightness() - row.pixelColor(x + 1, y).lightness())
        for y in range(0, row.height(), 9)
        for x in range(row.width() - 1)
    )


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_blurred_picture_tells_colours_and_no_detail(name: str) -> None:
    shown = decode(drawn(name))
    assert steepest(shown.plain) > 40
    assert steepest(shown.blurred) < 12
    assert steepest(shown.blurred_grey) < 12
    assert max(shown.blurred.width(), shown.blurred.height()) >= 10 * BLUR, "soft, not in squares"


def test_each_trouble_is_told_with_what_to_do(languages: Languages) -> None:
    troubles = (
        Transient("offline"), Transient("bad_answer"), Gone(), RateLimited(retry_at=9), Invalid("picture_too_large", limit=9),
        Invalid("picture_not_one"), Invalid("picture_elsewhere"),
    )  # fmt: skip
    said: dict[str, set[tuple[str, str]]] = {}
    for language in ("en", "fr"):
        languages.use(language)
        said[language] = {trouble_words(error) for error in troubles}
        assert all(what for what, _ in said[language])
        assert len(said[language]) == len(troubles)
    assert not said["en"] & said["fr"]
    assert any("Shift" in step or "Maj" in step for _, step in said["fr"])
