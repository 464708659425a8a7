"""CSV records with the physical line each one starts on; one damaged record never swallows the rest of the file."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any, Final

from console.connectors.file.lines import DAMAGE, MAX_LINE, NUL, Block
from console.connectors.file.plan import MAX_TEXT, ImportPlan, Rejected

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator

# A quoted cell that runs on for longer than this was never closed. Larger than any cell that is accepted.
MAX_RECORD: Final = 256 * 1024


def dialect(delimiter: str, quote: str, escape: str) -> dict[str, Any]:
    """The reader's settings. Strict, so that a stray quotation mark is an error and not a silent change of text."""
    return {
        "delimiter": delimiter,
        "quotechar": quote,
        "escapechar": escape or None,
        "doublequote": not escape,
        "strict": True,
    }


def records(
    blocks: Iterable[Block], plan: ImportPlan, width: int, encoding: str
) -> Iterator[tuple[int, list[str]] | Rejected]:
    """``(line, cells)`` for every record of ``width`` cells, ``Rejected`` for the others; blank lines are passed over.

    An unclosed quotation mark costs the line it stands on: reading goes on with the next line.
    """
    settings = dialect(plan.delimiter, plan.quote, plan.escape)
    held: list[str] = []  # an open record from the block before
    held_first = 0
    suspect = False
    for block in blocks:
        if block.overlong:
            if held:
                yield from _drain(held, held_first, settings, width, suspect, encoding)
                held = []
            yield Rejected(block.first, "line_too_long", {"limit": MAX_LINE})
            continue
        lines = held + block.lines if held else block.lines
        first = held_first if held else block.first
        suspect = block.suspect or (suspect and bool(held))
        done = yield from _block(lines, first, settings, width, suspect, encoding, final=False)
        held, held_first = lines[done:], first + done
    if held:
        yield from _drain(held, held_first, settings, width, suspect, encoding)


def _drain(
    lines: list[str], first: int, settings: dict[str, Any], width: int, suspect: bool, encoding: str
) -> Iterator[tuple[int, list[str]] | Rejected]:
    yield from _block(lines, first, settings, width, suspect, encoding, final=True)


def _block(
    lines: list[str],
    first: int,
    settings: dict[str, Any],
    width: int,
    suspect: bool,
    encoding: str,
    *,
    final: bool,
) -> Generator[tuple[int, list[str]] | Rejected, None, int]:
    """The records of these lines; returns how many lines were used up, the rest being an open record."""
    begin = 0  # index of the line where the present record starts
    total = len(lines)
    while begin < total:
        base = begin
        reader = csv.reader(lines[base:] if base else lines, **settings)
        restart = -1
        while restart < 0:
            try:
                cells = next(reader, None)
            except csv.Error as error:
                end = base + reader.line_num
                if end == total and "unexpected end" in str(error):
                    if not final and sum(map(len, lines[begin:])) <= MAX_RECORD:
                        return begin
                    yield Rejected(first + begin, "unclosed_quote")
                elif end > begin + 1:
                    yield Rejected(first + begin, "unclosed_quote")
                else:
                    yield _single(first + begin, str(error))
                begin += 1
                if end > begin:
                    restart = begin
                continue
            if cells is None:
                begin = total
                break
            end = base + reader.line_num
            if len(cells) > width and not any(cells[width:]):
                del cells[width:]  # empty cells beyond the header's are no harm: spreadsheets add them
            if len(cells) == width:
                bad = _damage(lines[begin:end], first + begin, encoding) if suspect else None
                yield (first + begin, cells) if bad is None else bad
            elif end > begin + 1:
                # Several lines and still the wrong shape: the mark that joined them was never meant to.
                yield Rejected(first + begin, "unclosed_quote")
                begin += 1
                restart = begin
                continue
            elif len(cells) > 1 or (cells and cells[0].strip()):
                yield Rejected(first + begin, "column_count", {"expected": width, "got": len(cells)})
            begin = end
    return total


def _single(line: int, message: str) -> Rejected:
    """Why one line alone could not be split into cells."""
    if "field limit" in message:
        return Rejected(line, "cell_too_long", {"limit": MAX_TEXT})
    if "new-line" in message:
        return Rejected(line, "stray_return")
    return Rejected(line, "bad_quote")


def _damage(lines: list[str], first: int, encoding: str) -> Rejected | None:
    """What is wrong with the lines of one record, at the line where it is wrong."""
    for number, line in enumerate(lines, first):
        if NUL in line:
            return Rejected(number, "nul_byte")
        if DAMAGE.search(line):
            return Rejected(number, "bad_encoding", {"encoding": encoding})
    return None
