"""The program's own log: JSON lines in a rotating file, codes and counts only, never the words of a comment.

An exception is written as its type and the places it passed through; its message may hold a person's words and stays
out, unless it is one of our own errors, whose message is a code. Of an argument only what looks like a code or a number
is written, of any other text its length; ``console.redaction`` then goes over the line.
"""

from __future__ import annotations

import json
import logging
import re
import time
import traceback
from pathlib import Path
from typing import Final

from console.domain.errors import VigieError

MAX_BYTES: Final = 1_000_000
KEPT: Final = 3
#: Of one message, in characters: what says more is no message (a style sheet in Qt's words), and is cut.
LONGEST: Final = 1_000
#: Rooms of ours, whose messages are written beforehand and hold no person's words.
OURS: Final = ("console", "ui", "__main__")
_CODE: Final = r"[\w.:/#+-]{0,80}"


class Foreign(str):
    """A message of a library (Qt): written as it is, as far as redaction lets it pass."""

    __slots__ = ()


class JsonLines(logging.Formatter):
    """One JSON object per record: time (UTC), level, logger, message, and where an exception came from."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        line: dict[str, object] = {
            "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created)),
            "level": record.levelname.lower(),
            "from": record.name,
            "say": said(record),
        }
        if record.exc_info and record.exc_info[1] is not None:
            line["error"], line["trace"] = summary(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False, default=str)


class WhenNeeded(logging.Handler):
    """The rotating file at ``path``, made with the first record: most starts log nothing until the window is seen."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write the record."""
        if self._file is None:
            self._file = _rotating(self._path)
            self._file.setFormatter(self.formatter)
        self._file.emit(record)

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
        super().close()


def _rotating(path: Path) -> logging.Handler:
    # It brings sockets and pickles along, 5 ms.
    from console.log_file import SharedFile

    return SharedFile(path, maxBytes=MAX_BYTES, backupCount=KEPT, encoding="utf-8", delay=True)


def said(record: logging.LogRecord) -> str:
    """The record's message on one line, with nothing of a person's in it."""
    from console.redaction import redact

    foreign = record.name.split(".")[0] not in OURS
    given: object = record.args
    message = str(record.msg)
    if given:
        plain = (
            {key: _plain(one) for key, one in given.items()}
            if isinstance(given, dict)
            else tuple(map(_plain, _all(given)))
        )
        try:
            message = message % plain
        except (TypeError, ValueError, KeyError):
            message = str(record.msg)  # a bug of whoever logs; the arguments stay out
    message = " ".join(message[: 4 * LONGEST].split())
    if len(message) > LONGEST:
        message = (
            message[:LONGEST].rpartition(" ")[0] + " …"
        )  # not within a word: half a secret is recognised by nothing
    return redact(message, foreign=foreign)


def _all(given: object) -> tuple[object, ...]:
    return given if isinstance(given, tuple) else (given,)


def _plain(value: object) -> object:
    if value is None or isinstance(value, (bool, int, float, Foreign)):
        return value
    if isinstance(value, BaseException):
        return summary(value)[0]
    if isinstance(value, (str, Path)):
        text = str(value)
        return text if re.fullmatch(_CODE, text) else f"‹{len(text)} characters›"
    return f"‹{type(value).__name__}›"


def summary(error: BaseException) -> tuple[str, list[str]]:
    """The type of ``error`` (with the code of one of ours) and the places of its traceback, outermost first."""
    name = type(error).__name__
    if isinstance(error, VigieError):
        name = f"{name}({error.code})"
    places = [
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    return name, places


def start(folder: Path, name: str = "vigie.log", level: int = logging.INFO) -> logging.Handler:
    """Write every record of ``level`` and above to ``folder/name`` from now on; ``stop`` ends it."""
    handler = WhenNeeded(folder / name)
    handler.setFormatter(JsonLines())
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(level)
    # They name every request; addresses can hold what people wrote.
    for noisy in ("httpx", "httpcore", "asyncio"):
        logging.getLogger(noisy).setLevel(logging.WARNING)
    return handler


def stop(handler: logging.Handler) -> None:
    """Take the handler away and close its file."""
    logging.getLogger().removeHandler(handler)
    handler.close()
