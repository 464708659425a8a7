"""What a company laid down for this machine: one TOML file that an administrator writes, read once, never written here.

It lies where only an administrator may write. The program looks there itself: no option and no variable of a person's own
leads it past a file that is there. A key that makes no sense is refused with its line, the others stay in force.
"""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
import tomllib
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING, Any, Final

from console import paths

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from console.domain.keeping import Terms

NAME: Final = "vigie.toml"
MAX_BYTES: Final = 64 * 1024
LANGUAGES: Final = ("fr", "en")
#: Settings that a person has too, and which the company may therefore lock. All other keys are in force as they stand.
LOCKABLE: Final = ("language", "policy")
#: The simulated platform never leaves this machine: no list of connectors takes it away.
ALWAYS: Final = frozenset({"practice"})
_LONGEST_WORDS: Final = 200
#: The connectors there are, in the order in which they are offered. A test holds them against the registry, which is too
#: much to load before the first paint.
KINDS: Final = (
    "practice", "mastodon", "bluesky", "youtube", "facebook", "instagram", "wordpress", "discourse", "x", "threads", "file",
)  # fmt: skip
_AT_LINE: Final = r"at line (\d+)"
_HOST: Final = r"\.?[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?"
_KEY: Final = r"ed25519:[A-Za-z0-9+/]{43}="
_LOOPBACK: Final = ("127.0.0.1", "localhost", "::1")


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing of the file that is not in force: where it stands, what it is called, why. ``code`` has a sentence."""

    line: int
    key: str
    code: str
    params: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Managed:
    """The company's word. ``path`` is None where there is no file; None or empty elsewhere means "not said"."""

    path: Path | None = None
    language: str = ""
    policy: Path | None = None
    connectors: tuple[str, ...] | None = None  # kinds, as the registry names them
    update_server: str = ""
    update_key: tuple[str, ...] = ()  # who may sign the list of versions, in place of the keys of the program
    packs: str = ""  # where engines are offered: an address that ends in a slash, or a folder
    proxy: str = ""  # an address, ``none`` for no proxy at all, ``system`` or empty for the system's own
    no_proxy: tuple[str, ...] = ()  # hosts; with a leading dot whatever ends so
    ca_bundle: Path | None = None
    help_desk: str = ""  # whom a report goes to, in the company's own words
    retention: Terms | None = None  # how long comments and authors are kept
    encryption: str = (
        ""  # ``required``: no workspace is opened on a disk that is not known to be encrypted; or ``off``
    )
    encrypted_folders: tuple[
        Path, ...
    ] = ()  # which the administrator answers for where the system tells nothing
    locked: frozenset[str] = frozenset()
    faults: tuple[Fault, ...] = ()
    given: tuple[str, ...] = ()  # the keys in force, as the file orders them

    def locks(self, key: str) -> bool:
        """Whether a person cannot change ``key``: the file says it and locks it."""
        return key in self.locked and key in self.given

    def allows(self, kind: str) -> bool:
        """Whether channels of this kind may be connected, read and acted on."""
        return self.connectors is None or kind in ALWAYS or kind in self.connectors

    def passes_by(self, host: str) -> bool:
        """Whether ``host`` is reached without the company's proxy."""
        name = host.lower().rstrip(".")
        return any(
            name.endswith(one) or name == one[1:] if one.startswith(".") else name == one
            for one in self.no_proxy
        )


class Refused(Exception):
    """A value makes no sense: code and parameters of its sentence. ``key``: of a table, as in ``retention.decided``."""

    def __init__(self, code: str, *, key: str = "", **params: str) -> None:
        self.code, self.params, self.key = code, params, key
        super().__init__(code)


# ---------------------------------------------------------------------- where it lies


def places(system: str, environment: Mapping[str, str], program_data: str = "") -> tuple[PurePath, ...]:
    """Where the file may lie, first one counts. ``system`` is ``sys.platform``; pure.

    ``program_data`` is Windows' own answer for its folder: the variable of that name is anybody's to set. On Linux the
    system's folders come before those of ``XDG_CONFIG_DIRS``, for the same reason.
    """
    if system == "win32":
        return (PureWindowsPath(program_data or r"C:\ProgramData") / "Vigie" / NAME,)
    if system == "darwin":
        return (PurePosixPath("/Library/Application Support/Vigie") / NAME,)
    named = [one for one in environment.get("XDG_CONFIG_DIRS", "").split(":") if one.startswith("/")]
    folders = dict.fromkeys(["/etc", "/etc/xdg", *(one.rstrip("/") or "/" for one in named)])
    return tuple(PurePosixPath(one) / "vigie" / NAME for one in folders)


def find() -> Path | None:
    """The file of this machine, or None. A place that may not be looked at counts as one: ``read`` says so."""
    for place in places(sys.platform, os.environ, _program_data(sys.platform)):
        path = Path(place)
        try:
            os.stat(path)
        except PermissionError:
            return path
        except (OSError, ValueError):
            continue
        return path
    return None


def _program_data(system: str) -> str:
    if system != "win32":
        return ""
    import platformdirs

    return platformdirs.site_data_dir(appname=None, appauthor=False)


# ---------------------------------------------------------------------- reading


def read(path: Path) -> Managed:
    """What ``path`` says; faults where it says something else. Never raises."""
    try:
        if stat.S_ISFIFO(path.stat().st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))  # opening it would wait for a writer
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        text = data.decode("utf-8-sig")
    except OSError as error:
        return Managed(path, faults=(Fault(1, "", "unreadable", {"detail": error.strerror or ""}),))
    except UnicodeDecodeError as error:
        return Managed(path, faults=(Fault(data.count(b"\n", 0, error.start) + 1, "", "encoding"),))
    if len(data) > MAX_BYTES:
        return Managed(path, faults=(Fault(1, "", "too_big", {"limit": str(MAX_BYTES // 1024)}),))
    try:
        found = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        at = re.search(_AT_LINE, str(error))
        line = int(at[1]) if at else text.count("\n") + 1
        return Managed(
            path, faults=(Fault(line, "", "syntax", {"detail": str(error).partition(" (at ")[0]}),)
        )
    return _read(path, text, found)


def _read(path: Path, text: str, found: Mapping[str, Any]) -> Managed:
    values: dict[str, Any] = {}
    faults: list[Fault] = []

    def refuse(key: str, code: str, **params: str) -> None:
        faults.append(Fault(_line_of(text, key), key, code, params))

    for key, value in found.items():
        taken = _TAKEN.get(key)
        if taken is None:
            refuse(key, "section" if isinstance(value, dict) else "unknown", known=", ".join(_TAKEN))
            continue
        try:
            good, left_out = taken(value, path)
        except Refused as error:
            refuse(key, error.code, **error.params)
            continue
        if good is not None:
            values[key] = good
        for one in left_out:
            refuse(one.key or key, one.code, **one.params)
    for key in sorted(values.get("locked", frozenset())):
        if key not in values:
            refuse("locked", "lock_of_nothing", value=key)
    return replace(
        Managed(path, faults=tuple(sorted(faults, key=lambda one: one.line)), given=tuple(values)), **values
    )


def _line_of(text: str, key: str) -> int:
    """Where a key or a table stands; that of its table, then 1, where it is not found (a key written with escapes)."""
    table, dot, inner = key.partition(".")
    pattern = rf"^[ \t]*\[{{0,2}}[ \t]*[\"']?{re.escape(table)}[\"']?[ \t]*(?:[=.\]])"
    found = re.search(pattern, text, re.MULTILINE)
    if found is None:
        return 1
    if dot:
        within = rf"(?:^|[{{,.\[])[ \t]*[\"']?{re.escape(inner)}[\"']?[ \t]*="
        found = re.compile(within, re.MULTILINE).search(text, found.start()) or found
    return 1 + text.count("\n", 0, found.start() + len(found[0]) - len(found[0].lstrip("\n")))


# Each takes the value as TOML gives it, and the file; what it returns beside is left out of a list that stays in force.
_Taken = tuple[Any, "tuple[Refused, ...]"]


def _string(value: Any) -> str:
    if not isinstance(value, str):
        raise Refused("not_string")
    if not value.strip():
        raise Refused("empty")
    return value.strip()


def _strings(value: Any) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise Refused("not_list")
    return [one.strip() for one in value]


def _language(value: Any, _file: Path) -> _Taken:
    word = _string(value)
    if word not in LANGUAGES:
        raise Refused("one_of", value=word, known=", ".join(LANGUAGES))
    return word, ()


def _policy(value: Any, file: Path) -> _Taken:
    """A bundled policy by its name (``default.fr``), or a file: absolute, or beside this one."""
    word = _string(value)
    if "/" not in word and "\\" not in word and not word.endswith(".toml"):
        bundled = paths.resources() / "policies" / f"{word}.toml"
        if not bundled.is_file():
            known = sorted(one.stem for one in bundled.parent.glob("*.toml"))
            raise Refused("no_such_policy", value=word, known=", ".join(known))
        return bundled, ()
    return _file(word, file), ()


def _file(word: str, file: Path) -> Path:
    path = file.parent / word  # an absolute one stays as it is
    try:
        with path.open("rb"):
            return path
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise Refused(
            "no_file", path=str(path), detail=getattr(error, "strerror", "") or str(error)
        ) from None


def _connectors(value: Any, _file: Path) -> _Taken:
    words = list(dict.fromkeys(_strings(value)))
    wrong = tuple(
        Refused("unknown_kind", value=one, known=", ".join(KINDS)) for one in words if one not in KINDS
    )
    return tuple(one for one in words if one in KINDS), wrong


def _server(value: Any, _file: Path) -> _Taken:
    word = _string(value).rstrip("/")
    parts = _parts(word)
    if (
        parts.scheme not in ("https", "http")
        or not parts.hostname
        or parts.query
        or parts.fragment
        or parts.username
    ):
        raise Refused("bad_address", value=without_password(word))
    if parts.scheme == "http" and parts.hostname not in _LOOPBACK:
        raise Refused("not_https", value=word)
    return word, ()


def _packs(value: Any, file: Path) -> _Taken:
    """Not looked at here: a share that is away must not hold up a start. Asked for when somebody looks at engines."""
    word = _string(value)
    if "://" in word:
        return f"{_server(word, file)[0]}/", ()
    return str(file.parent / word), ()  # an absolute one, or a Windows share, stays as it is


def _update_key(value: Any, _file: Path) -> _Taken:
    """``ed25519:…``, one or a list: several while one replaces another."""
    words = list(dict.fromkeys(_strings([value] if isinstance(value, str) else value)))
    wrong = tuple(Refused("bad_update_key", value=one) for one in words if not re.fullmatch(_KEY, one))
    good = tuple(one for one in words if re.fullmatch(_KEY, one))
    return good or None, wrong or (() if good else (Refused("empty"),))


def _proxy(value: Any, _file: Path) -> _Taken:
    word = _string(value)
    if word in ("none", "system"):
        return word, ()
    try:
        parts = _parts(word)
    except Refused:  # two of them in one text, for example
        raise Refused("bad_proxy", value=without_password(word)) from None
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path.strip("/") or parts.query:
        raise Refused("bad_proxy", value=without_password(word))
    return word.rstrip("/"), ()


def _parts(word: str) -> Any:
    from urllib.parse import urlsplit

    try:
        parts = urlsplit(word)
        _ = parts.port
    except ValueError:
        raise Refused("bad_address", value=without_password(word)) from None
    return parts


def _no_proxy(value: Any, _file: Path) -> _Taken:
    words = [one.lower() for one in _strings(value)]
    wrong = tuple(
        Refused("bad_host", value=without_password(one)) for one in words if not re.fullmatch(_HOST, one)
    )
    return tuple(one for one in words if re.fullmatch(_HOST, one)), wrong


def _ca_bundle(value: Any, file: Path) -> _Taken:
    path = _file(_string(value), file)
    if b"-----BEGIN CERTIFICATE-----" not in path.read_bytes()[:4_000_000]:
        raise Refused("no_certificate", path=str(path))
    return path, ()


def _help_desk(value: Any, _file: Path) -> _Taken:
    words = " ".join(_string(value).split())
    if len(words) > _LONGEST_WORDS or not words.isprintable():
        raise Refused("too_long", limit=str(_LONGEST_WORDS))
    return words, ()


def _of_data(key: str) -> Callable[[Any, Path], _Taken]:
    """What is kept for how long and on which disk: read by a module of its own, where the file says so at all."""

    def taken(value: Any, _file: Path) -> _Taken:
        from console import managed_data

        return managed_data.READ[key](value)

    return taken


def _locked(value: Any, _file: Path) -> _Taken:
    words = _strings(value)
    wrong = tuple(
        Refused("not_lockable", value=one, known=", ".join(LOCKABLE)) for one in words if one not in LOCKABLE
    )
    return frozenset(one for one in words if one in LOCKABLE), wrong


_TAKEN: Final[Mapping[str, Callable[[Any, Path], _Taken]]] = {
    "language": _language,
    "policy": _policy,
    "connectors": _connectors,
    "update_server": _server,
    "update_key": _update_key,
    "packs": _packs,
    "proxy": _proxy,
    "no_proxy": _no_proxy,
    "ca_bundle": _ca_bundle,
    "help_desk": _help_desk,
    **{key: _of_data(key) for key in ("retention", "encryption", "encrypted_folders")},
    "locked": _locked,
}
KEYS: Final = tuple(_TAKEN)


def without_password(address: str) -> str:
    """An address as it may be shown: who signs in at the proxy, and with what, stays out."""
    head, at, tail = address.rpartition("@")
    scheme, sign, _ = head.partition("://")
    return f"{scheme}{sign}…@{tail}" if at and sign else tail if at else address


def language_of(environment: Mapping[str, str], asked: str = "") -> str:
    """``fr`` or ``en`` for words outside the window.

    In this order: what the company locked, what was ``asked`` for, VIGIE_LANG, the company's choice, the locale.
    """
    company = current()
    if company.locks("language"):
        return company.language
    for value in (asked, environment.get("VIGIE_LANG"), company.language):
        if value:
            return "fr" if value.lower().startswith("fr") else "en"
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "fr" if environment[name].lower().startswith("fr") else "en"
    return "en"


# ---------------------------------------------------------------------- the one in force

_NONE: Final = Managed()
_held: Managed | None = None


def current() -> Managed:
    """The company's word for this machine, read at the first call and then kept until the program ends."""
    global _held  # noqa: PLW0603 - one machine, one file, one process
    if _held is None:
        path = find()
        _held = _NONE if path is None else read(path)
    return _held


def use(path: Path | None) -> Managed:
    """Take ``path`` for this machine's file, None for a machine without one: for tests. Returns what is then in force."""
    global _held  # noqa: PLW0603 - as above
    _held = _NONE if path is None else read(path)
    return _held
