"""Fetching one large file: resumed where it broke off, verified before anyone opens it."""

from __future__ import annotations

import errno
import json
import time
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final, NoReturn, Protocol

from console.classify.packs import Cancelled, Remote, digest
from console.domain.errors import ConnectorError, DiskFull, EnvironmentFailure, UsageError

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

TRIES: Final = 6
"""Attempts in a row that bring nothing before the download is given up; each byte received starts a new count."""


class Answer(Protocol):
    """What a server sends: status 200, 206 or 416, lower-case header names, and pieces of the body."""

    @property
    def status(self) -> int: ...

    @property
    def headers(self) -> Mapping[str, str]: ...

    @property
    def chunks(self) -> Iterator[bytes]: ...


class Fetch(Protocol):
    """Opens an address for reading; raises the ConnectorError classes, ``retry`` where trying again may help."""

    def __call__(self, url: str, headers: Mapping[str, str]) -> AbstractContextManager[Answer]: ...


Told = Callable[[int, int], None]
"""Bytes so far and bytes in all (0: unknown)."""


def fetch_file(
    fetch: Fetch,
    remote: Remote,
    folder: Path,
    *,
    told: Told,
    cancelled: Callable[[], bool],
    pause: Callable[[float], None] = time.sleep,
) -> str:
    """Fetch ``remote`` into ``folder``, verify it and return its SHA-256.

    A file that is there already is kept where its hash is known beforehand; else it could be another address's.

    What an interrupted attempt left (``NAME.part``) is continued if the server still has the same file (If-Range).
    Raises Cancelled, DiskFull, ConnectorError, or ``pack_hash_mismatch`` and, where the size was announced for certain,
    ``pack_larger``, after which nothing of the file remains.
    """
    folder.mkdir(parents=True, exist_ok=True)
    target, part = folder / remote.name, folder / f"{remote.name}.part"
    if target.exists() and (remote.sha256 or remote.prefix):
        try:
            return verify(target, remote, told, cancelled)
        except EnvironmentFailure as error:
            if isinstance(error, Cancelled):
                raise
            target.unlink()
    failures = 0
    while True:
        if cancelled():
            raise Cancelled("pack_cancelled", name=remote.name)
        before = _size(part)
        try:
            _attempt(fetch, remote, part, told, cancelled)
            break
        except ConnectorError as error:
            failures = 1 if _size(part) > before else failures + 1
            if not error.retry or failures >= TRIES:
                raise
        except OSError as error:
            if error.errno == errno.ENOSPC:
                raise DiskFull("pack_disk_full", path=str(folder)) from None
            raise
        _wait(min(0.5 * 2**failures, 20.0), cancelled, pause)
    try:
        found = verify(part, remote, told, cancelled)
    except Cancelled:
        raise
    except EnvironmentFailure:
        _forget(part)
        raise
    part.replace(target)
    _notes(part).unlink(missing_ok=True)
    return found


def verify(path: Path, remote: Remote, told: Told, cancelled: Callable[[], bool]) -> str:
    """The file's SHA-256, after it was compared with what is known of it; raises ``pack_hash_mismatch``."""
    size = _size(path)
    found = digest(path, lambda done: told(done, size), cancelled)
    expected = remote.sha256 or remote.prefix
    if not found.startswith(expected):
        raise EnvironmentFailure(
            "pack_hash_mismatch", file=remote.name, expected=expected, found=found[: max(len(expected), 8)]
        )
    return found


def copy_file(path: Path, remote: Remote, folder: Path, *, told: Told, cancelled: Callable[[], bool]) -> Path:
    """Copy ``path``, which others may change at any time, into ``folder`` and verify the copy; returns where it lies.

    Raises Cancelled, DiskFull, ``pack_source_missing``, ``pack_hash_mismatch`` or ``pack_larger``; nothing remains then.
    """
    folder.mkdir(parents=True, exist_ok=True)
    target, part = folder / remote.name, folder / f"{remote.name}.part"
    _forget(part)
    done = 0
    try:
        try:
            source = path.open("rb")
        except OSError:
            raise UsageError("pack_source_missing", path=str(path)) from None
        with source, part.open("wb") as out:
            while piece := source.read(1024 * 1024):
                if cancelled():
                    raise Cancelled("pack_cancelled", name=remote.name)
                done += len(piece)
                if done > remote.size:
                    raise EnvironmentFailure("pack_larger", file=path.name, size=remote.size)
                out.write(piece)
                told(done, remote.size)
        verify(part, remote, told, cancelled)
        part.replace(target)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiskFull("pack_disk_full", path=str(folder)) from None
        raise
    finally:
        _forget(part)
    return target


def _attempt(fetch: Fetch, remote: Remote, part: Path, told: Told, cancelled: Callable[[], bool]) -> None:
    url = remote.address
    notes = _read_notes(part)
    have = _size(part) if notes.get("url") == url and notes.get("tag") else 0
    headers = {"range": f"bytes={have}-", "if-range": str(notes["tag"])} if have else {}
    with fetch(url, headers) as answer:
        if answer.status == 416:
            # Everything is here already (the last attempt died between the last byte and its end), or the file
            # has become shorter: then it is another one.
            if _total(answer.headers.get("content-range", "")) == have and have:
                return
            _forget(part)
            raise ConnectorRetry("range_refused", path=part.name)
        resumed = answer.status == 206 and _start(answer.headers.get("content-range", "")) == have
        if answer.status == 206 and not resumed:
            _forget(part)
            raise ConnectorRetry("range_refused", path=part.name)
        start = have if resumed else 0
        length = answer.headers.get("content-length", "")
        total = start + int(length) if length.isdigit() else 0
        if remote.exact and total > remote.size:
            _too_large(part, remote)
        tag = answer.headers.get("etag", "")
        # A weak tag or none: the rest could belong to another file, so a further attempt would begin anew.
        strong = tag if tag and not tag.startswith("W/") else answer.headers.get("last-modified", "")
        _notes(part).write_text(json.dumps({"url": url, "tag": strong}), "utf-8")
        with part.open("r+b" if resumed else "wb") as out:
            out.seek(start)
            done = start
            told(done, total)
            for piece in answer.chunks:
                if cancelled():
                    raise Cancelled("pack_cancelled", name=part.name)
                done += len(piece)
                if remote.exact and done > remote.size:
                    break
                out.write(piece)
                out.flush()  # a killed process loses nothing that had arrived
                told(done, total)
        if remote.exact and done > remote.size:
            _too_large(part, remote)
        if total and done != total:
            raise ConnectorRetry("connection_lost", path=part.name)


def _too_large(part: Path, remote: Remote) -> NoReturn:
    _forget(part)
    raise EnvironmentFailure("pack_larger", file=remote.address.rpartition("/")[2], size=remote.size)


class ConnectorRetry(ConnectorError):
    """The server's answer was of no use, and asking again may help."""

    default_code = "connection_lost"
    retry = True


def _wait(seconds: float, cancelled: Callable[[], bool], pause: Callable[[float], None]) -> None:
    """Wait in small steps, so that a person who stops it is heard."""
    while seconds > 0 and not cancelled():
        pause(min(seconds, 0.2))
        seconds -= 0.2


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _notes(part: Path) -> Path:
    return part.with_name(part.name + ".json")


def _read_notes(part: Path) -> dict[str, Any]:
    try:
        found = json.loads(_notes(part).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _forget(part: Path) -> None:
    part.unlink(missing_ok=True)
    _notes(part).unlink(missing_ok=True)


def _start(content_range: str) -> int:
    """The first byte of ``bytes 7-99/100``; -1 when it is none."""
    first = content_range.removeprefix("bytes ").partition("-")[0].strip()
    return int(first) if first.isdigit() else -1


def _total(content_range: str) -> int:
    """The size in ``bytes */100``; -1 when it is unknown."""
    total = content_range.rpartition("/")[2].strip()
    return int(total) if total.isdigit() else -1
