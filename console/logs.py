"""The program's own log: JSON lines in a rotating file, codes and counts only, never the words of a comment.

An exception is written as its type and the places it passed through; its message may hold a person's words and stays
out, unless it is one of our own errors, whose message is a code.
"""

from __future__ import annotations

import json
import logging
import logging.handlers
import time
import traceback
from pathlib import Path
from typing import Final

from console.domain.errors import VigieError

MAX_BYTES: Final = 1_000_000
KEPT: Final = 3


class JsonLines(logging.Formatter):
    """One JSON object per record: time (UTC), level, logger, message, and where an exception came from."""

    def format(self, record: logging.LogRecord) -> str:
        """The line, without its end."""
        line: dict[str, object] = {
            "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(record.created)),
            "level": record.levelname.lower(),
            "from": record.name,
            "say": record.getMessage(),
        }
        if record.exc_info and record.exc_info[1] is not None:
            line["error"], line["trace"] = summary(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False, default=str)


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
    handler = logging.handlers.RotatingFileHandler(
        folder / name, maxBytes=MAX_BYTES, backupCount=KEPT, encoding="utf-8", delay=True
    )
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
