"""Versions of the program: looked for on a server with consent, verified, downloaded when a person says so.

Nothing here installs or runs anything. Everything but ``trust`` and ``known`` may block for as long as a server takes:
call it on a worker thread or from the command line.
"""

from __future__ import annotations

import errno
import hashlib
import platform
import shlex
import shutil
import sys
import time
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol
from urllib.parse import quote

from console import __version__, managed, paths, update_list, update_state
from console.classify.packfetch import fetch_file
from console.classify.packs import Cancelled, Remote, digest
from console.connectors.addresses import check_base_url
from console.connectors.http import download
from console.domain.errors import ConnectorError, DiskFull, EnvironmentFailure, Transient, UsageError
from console.files import keep_off
from console.store import SCHEMA_VERSION
from console.update_list import File, Offer, Release, UpdateRefused, VersionList

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path

    from console.classify.packfetch import Answer
    from console.update_state import State

DAY: Final = 86_400
PATIENCE: Final = 60.0
"""Seconds that a whole list may take: it is small, and a server that drips holds nobody up for longer."""
_SPARE: Final = 16 * 1024 * 1024


class Fetch(Protocol):
    """As ``console.connectors.http.download``."""

    def __call__(self, url: str, headers: Mapping[str, str]) -> AbstractContextManager[Answer]: ...


@dataclass(frozen=True, slots=True)
class Form:
    """How this copy of the program came here: ``kind`` is a package's, or ``checkout``; ``managed`` by the system's packages."""

    platform: str
    kind: str
    managed: bool = False


@dataclass(frozen=True, slots=True)
class Trust:
    """Whom this copy believes and where it looks.

    ``keys_by`` and ``server_by`` are company, person, maker or empty; ``consent`` is who agreed to looking once a day:
    company, person, or empty where nobody did.
    """

    keys: tuple[bytes, ...]
    keys_by: str
    server: str
    server_by: str
    consent: str


@dataclass(frozen=True, slots=True)
class Found:
    """What the last list says. ``offer`` is None where this copy is up to date; ``old`` where the list's time is over.

    ``reforms``: the offered version brings workspaces to a schema that this one does not open.
    """

    offer: Offer | None
    file: File | None
    checked_at: int
    expires: int
    old: bool = False
    reforms: bool = False


@dataclass(frozen=True, slots=True)
class Saved:
    """A verified package on the disk; ``command`` installs it when a person runs it, empty where there is none."""

    path: Path
    version: str
    sha256: str
    command: str


def here() -> Form:
    """The form of this copy."""
    systems = {"linux": "linux", "win32": "windows", "darwin": "macos"}
    machines = {"amd64": "x86_64", "x64": "x86_64", "aarch64": "arm64"}
    machine = platform.machine().lower()
    name = f"{systems.get(sys.platform, sys.platform)}-{machines.get(machine, machine)}"
    if not getattr(sys, "frozen", False):
        return Form(name, "checkout")
    if sys.platform in ("win32", "darwin"):
        return Form(name, "msi" if sys.platform == "win32" else "pkg")
    return Form(name, "deb", True) if _of_dpkg() else Form(name, "tar.zst")


def _of_dpkg() -> bool:
    from pathlib import Path

    return Path(sys.executable).resolve().is_relative_to("/usr/lib/vigie") and any(
        Path("/var/lib/dpkg/info").glob("vigie*.list")
    )


def pinned() -> tuple[str, tuple[str, ...]]:
    """Server and keys that the maker put into this copy; nothing of a file that is missing or makes no sense."""
    try:
        found = tomllib.loads((paths.resources() / "updates" / "maker.toml").read_text("utf-8"))
    except (OSError, ValueError):
        return "", ()
    server, keys = found.get("server"), found.get("keys")
    return (
        server if isinstance(server, str) else "",
        tuple(one for one in keys if isinstance(one, str)) if isinstance(keys, list) else (),
    )


class Updates:
    """Looking, remembering, downloading. ``folder`` is the person's data folder."""

    def __init__(
        self,
        folder: Path | None = None,
        *,
        version: str = __version__,
        form: Form | None = None,
        clock: Callable[[], float] = time.time,
        fetch: Fetch = download,
        pause: Callable[[float], None] = time.sleep,
        maker: Callable[[], tuple[str, tuple[str, ...]]] = pinned,
    ) -> None:
        self.folder = folder or paths.data_folder()
        self.version, self.form = version, form or here()
        self._clock, self._fetch, self._pause, self._maker = clock, fetch, pause, maker

    # ------------------------------------------------------------------ consent and trust

    @property
    def state(self) -> State:
        """What is remembered."""
        return update_state.load(self.folder)

    def trust(self) -> Trust:
        """Whom this copy believes, and who agreed to what. The company's word comes before the person's, theirs before the maker's."""
        company, state = managed.current(), self.state
        maker_server, maker_keys = self._maker()
        texts, keys_by = (company.update_key, "company") if company.update_key else (maker_keys, "maker")
        keys = tuple(raw for raw in map(_key, texts) if raw is not None)
        servers = (
            (company.update_server, "company"),
            (state.server, "person"),
            (maker_server, "maker"),
        )
        server, by = next((one for one in servers if one[0]), ("", ""))
        consent = "company" if company.update_server else "person" if state.on else ""
        return Trust(keys, keys_by if keys else "", server, by, consent)

    def switch(self, on: bool, *, server: str | None = None, channel: str | None = None) -> None:
        """A person's consent, or its end. Raises UsageError for a bad address, ``update_set_by_company``."""
        if managed.current().update_server and (server is not None or not on):
            raise UsageError("update_set_by_company", file=str(managed.current().path))
        values: dict[str, object] = {"on": on}
        if server is not None:
            values["server"] = check_base_url(server) if server.strip() else ""
        if channel is not None:
            values["channel"] = channel
        update_state.change(self.folder, **values)

    def due(self) -> bool:
        """Whether it is time to look again, with the consent of somebody, by a copy that can."""
        trust, now = self.trust(), self._clock()
        checked = self.state.checked_at
        return bool(
            trust.consent and trust.keys and trust.server and not checked <= now < checked + DAY
        )  # a clock that was set back does not put it off

    def put_off(self, version: str) -> None:
        """This version is not announced again."""
        update_state.change(self.folder, announced=version)

    # ------------------------------------------------------------------ looking

    def known(self) -> Found | None:
        """What the kept list says, verified again; None where there is none that holds. Asks nobody."""
        data, trust = update_state.kept_list(self.folder), self.trust()
        if data is None or not trust.keys:
            return None
        try:
            payload, _ = update_list.verified(data, trust.keys)
            return self._found(update_list.read(payload))
        except UpdateRefused:
            return None

    def check(self) -> Found:
        """Ask the server. That somebody called this is their consent to asking once.

        Raises EnvironmentFailure (update_no_key, update_no_server), ConnectorError, and UpdateRefused for a list that
        does not hold; what was known before stays then.
        """
        trust = self.trust()
        self._need(trust)
        data = self._get(f"{check_base_url(trust.server)}/{update_list.NAME}")
        payload, signers = update_list.verified(data, trust.keys)
        listed = update_list.read(payload)
        now = int(self._clock())
        update_list.check_time(listed, now)
        self._hold_against_earlier(trust, listed, payload)
        seen = update_state.Seen(listed.sequence, hashlib.sha256(payload).hexdigest())
        update_state.keep_list(self.folder, data)
        update_state.change(self.folder, checked_at=now, seen=dict.fromkeys(signers, seen))
        return self._found(listed)

    def _need(self, trust: Trust) -> None:
        if not trust.keys:
            raise EnvironmentFailure("update_no_key")
        if not trust.server:
            raise EnvironmentFailure("update_no_server")

    def _hold_against_earlier(self, trust: Trust, listed: VersionList, payload: bytes) -> None:
        """An earlier list must not come again, nor two of one number: it could hide a version, or bring one back."""
        seen = self.state.seen
        earlier = [seen[number] for one in trust.keys if (number := update_list.key_number(one)) in seen]
        last = max(earlier, key=lambda one: one.sequence, default=None)
        if last is None:
            return
        if listed.sequence < last.sequence:
            raise UpdateRefused("update_replayed", found=listed.sequence, known=last.sequence)
        if listed.sequence == last.sequence and hashlib.sha256(payload).hexdigest() != last.sha256:
            raise UpdateRefused("update_two_lists", found=listed.sequence)

    def _get(self, url: str) -> bytes:
        """The list; whole, small, and in bounded time."""
        until = time.monotonic() + PATIENCE
        data = bytearray()
        with self._fetch(url, {}) as answer:
            if answer.status != 200:
                raise Transient("bad_answer", path=url, status=answer.status)
            for piece in answer.chunks:
                data += piece
                if len(data) > update_list.MAX_BYTES:
                    raise UpdateRefused("update_list_too_large", limit=update_list.MAX_BYTES)
                if time.monotonic() > until:
                    raise Transient("timeout", path=url)
            announced = answer.headers.get("content-length", "")
        if announced.isdigit() and int(announced) != len(data):
            raise Transient("connection_lost", path=url)
        return bytes(data)

    def _found(self, listed: VersionList) -> Found:
        state = self.state
        offer = update_list.offer(listed, self.version, state.channel, SCHEMA_VERSION)
        file = offer.release.file(self.form.platform, self.form.kind) if offer else None
        old = self._clock() > listed.expires
        reforms = offer is not None and offer.release.schema > SCHEMA_VERSION
        return Found(offer, file, state.checked_at, listed.expires, old, reforms)

    # ------------------------------------------------------------------ downloading

    def choose(
        self, found: Found, kind: str | None = None, for_platform: str | None = None
    ) -> tuple[Release, File]:
        """The package to download: this copy's own, or another machine's. Raises UsageError, UpdateRefused."""
        if found.old:
            raise UpdateRefused("update_expired", expired=update_list.day(found.expires))
        if found.offer is None:
            raise UsageError("update_nothing_newer", version=self.version)
        release = found.offer.release
        wanted = (for_platform or self.form.platform, kind or self.form.kind)
        if wanted[1] == "checkout":
            raise UsageError("update_checkout", known=", ".join(update_list.KINDS))
        file = release.file(*wanted)
        if file is None:
            known = ", ".join(f"{one.platform} {one.kind}" for one in release.files) or "-"
            raise UsageError(
                "update_no_file", version=release.version, platform=wanted[0], kind=wanted[1], known=known
            )
        return release, file

    def download(
        self,
        release: Release,
        file: File,
        folder: Path,
        *,
        told: Callable[[int, int], None] = lambda _done, _all: None,
        cancelled: Callable[[], bool] = lambda: False,
        workspace: Path | None = None,
    ) -> Saved:
        """Save a package in ``folder``, whole and verified or not at all. What broke off goes on the next time.

        Raises UsageError ``update_file_there`` where something else has the name, UpdateRefused ``update_wrong_file`` for
        other bytes than were signed for, Cancelled ``update_stopped``, DiskFull, ConnectorError, OSError.
        """
        trust = self.trust()
        self._need(trust)
        target = folder / file.name
        if workspace is not None:
            keep_off(workspace, target)
        if target.exists():
            if not target.is_file() or digest(target, lambda _done: None, cancelled) != file.sha256:
                raise UsageError("update_file_there", path=str(target))
            return self._saved(target, release, file)
        self._need_room(folder, file)
        url = f"{check_base_url(trust.server)}/{quote(file.name)}"
        remote = Remote(file.name, url, file.size, file.sha256, exact=True)
        try:
            fetch_file(self._fetch, remote, folder, told=told, cancelled=cancelled, pause=self._pause)
        except Cancelled:
            raise Cancelled("update_stopped", file=file.name) from None
        except DiskFull:
            raise DiskFull("update_disk_full", path=str(folder), needed=file.size) from None
        except EnvironmentFailure as error:
            if error.code in ("pack_hash_mismatch", "pack_larger"):
                raise UpdateRefused("update_wrong_file", file=file.name) from None
            raise
        if target.stat().st_size != file.size:
            target.unlink()
            raise UpdateRefused("update_wrong_file", file=file.name)
        return self._saved(target, release, file)

    def _need_room(self, folder: Path, file: File) -> None:
        if not folder.is_dir():
            raise UsageError("update_no_folder", path=str(folder))
        part = folder / f"{file.name}.part"
        have = part.stat().st_size if part.is_file() else 0
        try:
            free = shutil.disk_usage(folder).free
        except OSError as error:
            if error.errno in (errno.ENOSYS, errno.ENOTSUP):
                return
            raise
        if free + have < file.size + _SPARE:
            raise DiskFull("update_disk_full", path=str(folder), needed=file.size)

    def _saved(self, target: Path, release: Release, file: File) -> Saved:
        return Saved(
            target.resolve(), release.version, file.sha256, install_command(file.kind, target.resolve())
        )


def install_command(kind: str, path: Path) -> str:
    """The one command that installs a package of this kind; a person runs it, never this program."""
    quoted = shlex.quote(str(path))
    return {
        "deb": f"sudo apt install {quoted}",
        "tar.zst": f"tar --zstd -xf {quoted}",
        "msi": f'msiexec /i "{path}"',
        "pkg": f"sudo installer -pkg {quoted} -target /",
    }[kind]


def _key(text: str) -> bytes | None:
    try:
        return update_list.public_key(text)
    except ValueError:
        return None


__all__ = [
    "Cancelled",
    "ConnectorError",
    "Form",
    "Found",
    "Saved",
    "Trust",
    "Updates",
    "here",
    "install_command",
]
