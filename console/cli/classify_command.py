"""``vigie classify``: JSON lines in, a verdict per line out, in the same order and in constant memory."""

from __future__ import annotations

import json
import os
import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, BinaryIO, Final

import click

from console.classify.client import Client
from console.classify.codec import to_json_line
from console.classify.packs import EMBEDDED
from console.cli.sentences import bad_line
from console.cli.session import Session, common
from console.domain.errors import ClassifierAway, UsageError
from console.domain.verdict import ClassifyItem
from console.runtime.reader import installed_engine

if TYPE_CHECKING:
    from collections.abc import Iterator

BATCH: Final = 256
CHUNK: Final = 64 * 1024
LONGEST: Final = 4 * 1024 * 1024
"""Bytes of one line; a longer one is refused, so that a file without line breaks cannot fill the memory."""
_BOM: Final = b"\xef\xbb\xbf"

Line = ClassifyItem | tuple[int, str]
"""A text to classify, or (line number, why the line is refused)."""


@click.command()
@click.argument("file", type=click.File("rb"), default="-")
@click.option("--engine", "name", default=EMBEDDED, show_default=True, help="See “vigie models list”.")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Instead of the terminal."
)
@common
@click.pass_obj
def classify(session: Session, file: BinaryIO, name: str, output: Path | None) -> None:
    """Read JSON lines {"id","text"[,"language"]} and write a verdict per line, in the same order.

    Lines that cannot be read are named with their number and reason; the others are classified all the same, and the
    exit code is 1.
    """
    engine = installed_engine(name)
    if output is not None and _same(file, output):
        raise UsageError("output_is_input", path=str(output))
    try:
        with Client(engine.command, timing=engine.timing) as client:
            client([])  # where the engine does not come up, an older output file stays as it is
            with _opened(output) as out:
                bad = _classify(session, client, file, out)
    except ClassifierAway as error:
        raise ClassifierAway("classify_away", **{**error.params, "engine": name}) from None
    session.exit_code = 1 if bad else 0


def _opened(output: Path | None) -> AbstractContextManager[IO[str]]:
    return nullcontext(sys.stdout) if output is None else output.open("w", encoding="utf-8")


def _classify(session: Session, client: Client, file: BinaryIO, out: IO[str]) -> int:
    """Answer every line; how many were refused."""
    bad = 0
    for batch in batches(file):
        items = [one for one in batch if isinstance(one, ClassifyItem)]
        verdicts = iter(client(items) if items else [])
        for one in batch:
            if isinstance(one, ClassifyItem):
                _write(out, to_json_line(one.id, next(verdicts)))
            else:
                bad += 1
                _refuse(session, *one)
        out.flush()
    return bad


def _same(file: BinaryIO, output: Path) -> bool:
    """Whether writing would destroy what is being read."""
    try:
        return output.exists() and os.path.samestat(os.fstat(file.fileno()), output.stat())
    except (OSError, ValueError):  # no file behind it
        return False


def _write(out: IO[str], line: str) -> None:
    try:
        out.write(line + "\n")
    except UnicodeEncodeError:  # a terminal that lacks a character: the escaped form says the same
        out.write(json.dumps(json.loads(line), separators=(",", ":")) + "\n")


def _refuse(session: Session, number: int, reason: str) -> None:
    if session.json:
        session.complain({"code": "line_rejected", "params": {"line": number, "reason": reason}})
    else:
        click.echo(bad_line(number, reason, session.language), err=True)


# ---------------------------------------------------------------------- lines


def batches(file: BinaryIO) -> Iterator[list[Line]]:
    """What has arrived, in batches: a slow writer's lines are answered as they come, a file's in full batches."""
    batch: list[Line] = []
    for arrived in _lines(file):
        for number, line in arrived:
            batch.append(_item(number, line))
            if len(batch) == BATCH:
                yield batch
                batch = []
        if batch:
            yield batch
            batch = []


def _lines(file: BinaryIO) -> Iterator[list[tuple[int, bytes | None]]]:
    """Numbered lines by what one read brought; None stands for a line that is too long to be held."""
    read = getattr(file, "read1", file.read)
    rest, number, skipping = b"", 0, False
    while chunk := read(CHUNK):
        if number == 0 and not rest and chunk.startswith(_BOM):
            chunk = chunk[len(_BOM) :]
        *whole, rest = (rest + chunk).split(b"\n")
        found: list[tuple[int, bytes | None]] = []
        for line in whole:
            number += 1
            found.append((number, None if skipping or len(line) > LONGEST else line))
            skipping = False
        if len(rest) > LONGEST:
            rest, skipping = b"", True
        if found:
            yield found
    if rest or skipping:
        yield [(number + 1, None if skipping else rest)]


def _item(number: int, line: bytes | None) -> Line:
    if line is None:
        return number, "too_long"
    if not line.strip():
        return number, "blank"
    try:
        value: Any = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        return number, "not_utf8"
    except (ValueError, RecursionError):
        return number, "not_json"
    if not isinstance(value, dict):
        return number, "no_object"
    if "text" not in value:
        return number, "no_text"
    text, language, given = value["text"], value.get("language"), value.get("id")
    if not isinstance(text, str):
        return number, "text_no_string"
    if not isinstance(language, str | None):
        return number, "language_no_string"
    if not isinstance(given, str | int | None) or isinstance(given, bool):
        return number, "bad_id"
    return ClassifyItem(str(number if given is None else given), text, language or None)


COMMANDS = (classify,)
