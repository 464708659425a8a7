"""The list of versions that a server offers: its signature is checked first, then it is read. No input or output.

Its form, in bytes: a line ``vigie-updates 1``; one to eight lines of a key's number and its Ed25519 signature in Base64; an
empty line; JSON to the end. What is signed is the first line and the JSON, exactly as they stand.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

from console.domain.errors import DomainError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

NAME: Final = "vigie-updates.signed"
MAX_BYTES: Final = 256 * 1024
FORMAT: Final = 1
CHANNELS: Final = ("stable", "preview")
KINDS: Final = ("deb", "tar.zst", "msi", "pkg")
LONGEST_LIFE: Final = 366 * 86_400
"""Of a list, in seconds: what nobody renews for a year says nothing about today."""
CLOCKS_APART: Final = 86_400
"""Seconds by which a list may come from the future: clocks of two machines."""
LARGEST_FILE: Final = 2_000_000_000

_HEAD: Final = b"vigie-updates 1\n"
_KEY: Final = re.compile(r"ed25519:([A-Za-z0-9+/]{43}=)")
_SIGNED: Final = re.compile(rb"([0-9a-f]{16}) ([A-Za-z0-9+/]{86}==)")
_VERSION: Final = re.compile(r"(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})")
_FILE: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._+~-]{0,119}")
_PLATFORM: Final = re.compile(r"(?:linux|windows|macos)-[a-z0-9_]{1,16}")
_MOMENT: Final = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_MOST_SIGNATURES, _MOST_RELEASES, _MOST_FILES, _MOST_NOTES, _LONGEST_NOTE = 8, 60, 40, 20, 400


class UpdateRefused(DomainError):
    """A list of versions, or a file, that does not hold. ``code`` says why; nothing of it is used."""

    default_code = "update_bad_list"


@dataclass(frozen=True, slots=True)
class File:
    """One package: for which ``platform`` (``linux-x86_64``), of which ``kind``, its plain name, bytes and SHA-256."""

    platform: str
    kind: str
    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Release:
    """One version. It brings workspaces of schema ``minimum_schema`` and later to ``schema``."""

    version: str
    channel: str
    released: str  # YYYY-MM-DD
    schema: int
    minimum_schema: int
    notes: Mapping[str, tuple[str, ...]]  # en, fr
    files: tuple[File, ...]

    def file(self, platform: str, kind: str) -> File | None:
        """The package for a machine, None where there is none."""
        return next((one for one in self.files if (one.platform, one.kind) == (platform, kind)), None)


@dataclass(frozen=True, slots=True)
class VersionList:
    """What was signed. ``issued`` and ``expires`` in UTC seconds; ``sequence`` grows with each list of a publisher."""

    sequence: int
    issued: int
    expires: int
    releases: tuple[Release, ...]


@dataclass(frozen=True, slots=True)
class Offer:
    """The newest version that a program can go to; ``beyond`` is a newer one that needs this step first, or empty."""

    release: Release
    beyond: str = ""


# ---------------------------------------------------------------------- keys and signatures


def public_key(text: str) -> bytes:
    """The 32 bytes of ``ed25519:…``. Raises ValueError for anything else."""
    found = _KEY.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    return base64.b64decode(found[1], validate=True)


def key_text(raw: bytes) -> str:
    """How a public key is written down."""
    return "ed25519:" + base64.b64encode(raw).decode("ascii")


def key_number(raw: bytes) -> str:
    """What a key is called in a list: 16 hex digits of the SHA-256 of its public half."""
    return hashlib.sha256(raw).hexdigest()[:16]


def to_sign(payload: bytes) -> bytes:
    """The bytes that a signature is over: never those of something else that the same key signs."""
    return _HEAD + payload


def wrap(payload: bytes, signatures: Mapping[str, bytes]) -> bytes:
    """A list as it is served: ``signatures`` by number of the key."""
    lines = [f"{number} {base64.b64encode(one).decode('ascii')}\n" for number, one in signatures.items()]
    return _HEAD + "".join(lines).encode("ascii") + b"\n" + payload


def verified(data: bytes, keys: Sequence[bytes]) -> tuple[bytes, frozenset[str]]:
    """The signed bytes, and the numbers of those of ``keys`` that signed them. Nothing else is looked at before.

    Raises UpdateRefused: update_no_list, update_unknown_key, update_bad_signature.
    """
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    if len(data) > MAX_BYTES:
        raise UpdateRefused("update_list_too_large", limit=MAX_BYTES)
    head, gap, payload = data.partition(b"\n\n")
    lines = head.split(b"\n")[1:]
    signed = [_SIGNED.fullmatch(line) for line in lines]
    if not data.startswith(_HEAD) or not gap or not 0 < len(lines) <= _MOST_SIGNATURES or None in signed:
        raise UpdateRefused("update_no_list")
    known = {key_number(one): one for one in keys}
    ours = [(one[1].decode(), base64.b64decode(one[2])) for one in signed if one and one[1].decode() in known]
    if not ours:
        raise UpdateRefused("update_unknown_key", found=", ".join(one[1].decode() for one in signed if one))
    good = set()
    for number, signature in ours:
        try:
            Ed25519PublicKey.from_public_bytes(known[number]).verify(signature, to_sign(payload))
        except InvalidSignature:
            continue
        good.add(number)
    if not good:
        raise UpdateRefused("update_bad_signature")
    return payload, frozenset(good)


# ---------------------------------------------------------------------- reading


def read(payload: bytes) -> VersionList:
    """What a list says, once its signature held. Raises UpdateRefused: update_newer_form, update_bad_list (``where``)."""
    try:
        found = json.loads(payload.decode("utf-8"))
    except (ValueError, RecursionError):
        raise _bad("JSON") from None
    if not isinstance(found, dict) or found.get("product") != "vigie":
        raise _bad("product")
    form = _whole(found, "format", 1, 1000)
    if form > FORMAT:
        raise UpdateRefused("update_newer_form", found=form, known=FORMAT)
    issued, expires = _moment(found, "issued"), _moment(found, "expires")
    if not 0 < expires - issued <= LONGEST_LIFE:
        raise _bad("expires")
    releases = tuple(
        _release(one, place) for place, one in enumerate(_many(found, "releases", _MOST_RELEASES))
    )
    if len({one.version for one in releases}) != len(releases):
        raise _bad("releases")
    return VersionList(_whole(found, "sequence", 1, 2**53), issued, expires, releases)


def check_time(listed: VersionList, now: int) -> None:
    """Raises UpdateRefused for a list whose time is over (update_expired) or has not come (update_from_future)."""
    if now > listed.expires:
        raise UpdateRefused("update_expired", expired=day(listed.expires))
    if listed.issued > now + CLOCKS_APART:
        raise UpdateRefused("update_from_future", issued=day(listed.issued), now=day(now))


def number_of(version: str) -> tuple[int, int, int]:
    """A version as what it is compared by. Raises ValueError."""
    found = _VERSION.fullmatch(version)
    if found is None:
        raise ValueError(version)
    return int(found[1]), int(found[2]), int(found[3])


def offer(listed: VersionList, running: str, channel: str, schema: int) -> Offer | None:
    """The newest later version for a program that writes ``schema``; None where it is up to date.

    ``preview`` gets the stable versions too. A version that cannot read this schema any more is reached by steps.
    """
    wanted = CHANNELS if channel == "preview" else ("stable",)
    later = sorted(
        (
            one
            for one in listed.releases
            if one.channel in wanted and number_of(one.version) > number_of(running)
        ),
        key=lambda one: number_of(one.version),
    )
    near = [one for one in later if one.minimum_schema <= schema <= one.schema]
    if not near:
        return None
    return Offer(near[-1], "" if near[-1] is later[-1] else later[-1].version)


def day(moment: int) -> str:
    """UTC seconds as YYYY-MM-DD."""
    return datetime.fromtimestamp(moment, UTC).strftime("%Y-%m-%d")


def is_line(text: str) -> bool:
    """Whether ``text`` is one line of news: nothing that a screen does not show, but for the spaces of French."""
    plain = text.replace("\u202f", " ").replace("\u00a0", " ")
    return plain.isprintable() and 0 < len(text) <= _LONGEST_NOTE


def _bad(where: str) -> UpdateRefused:
    return UpdateRefused("update_bad_list", where=where)


def _release(found: Any, place: int) -> Release:
    where = f"releases[{place}]"
    if not isinstance(found, dict):
        raise _bad(where)
    version, channel, released = (found.get(key) for key in ("version", "channel", "released"))
    if not isinstance(version, str) or _VERSION.fullmatch(version) is None:
        raise _bad(f"{where}.version")
    if channel not in CHANNELS:
        raise _bad(f"{where}.channel")
    if not isinstance(released, str) or re.fullmatch(r"\d{4}-\d\d-\d\d", released) is None:
        raise _bad(f"{where}.released")
    notes = found.get("notes")
    if not isinstance(notes, dict):
        raise _bad(f"{where}.notes")
    schema, minimum = _whole(found, "schema", 1, 10_000), _whole(found, "minimum_schema", 1, 10_000)
    if minimum > schema:
        raise _bad(f"{where}.minimum_schema")
    files = tuple(_file(one, f"{where}.files") for one in _many(found, "files", _MOST_FILES))
    if len({(one.platform, one.kind) for one in files}) != len(files):
        raise _bad(f"{where}.files")
    said = {language: tuple(_notes(notes, language, where)) for language in ("en", "fr")}
    return Release(version, channel, released, schema, minimum, said, files)


def _notes(notes: Mapping[str, Any], language: str, where: str) -> Iterable[str]:
    for one in _many(notes, language, _MOST_NOTES):
        if not isinstance(one, str) or not is_line(one):
            raise _bad(f"{where}.notes.{language}")
        yield one


def _file(found: Any, where: str) -> File:
    if not isinstance(found, dict):
        raise _bad(where)
    platform, kind, name, sha256 = (found.get(key) for key in ("platform", "kind", "name", "sha256"))
    if not isinstance(platform, str) or _PLATFORM.fullmatch(platform) is None:
        raise _bad(f"{where}.platform")
    if kind not in KINDS:
        raise _bad(f"{where}.kind")
    if not isinstance(name, str) or _FILE.fullmatch(name) is None or not name.endswith(f".{kind}"):
        raise _bad(f"{where}.name")  # a plain name: it leads to no other folder, here or there
    if not isinstance(sha256, str) or re.fullmatch(r"[0-9a-f]{64}", sha256) is None:
        raise _bad(f"{where}.sha256")
    return File(platform, kind, name, _whole(found, "size", 1, LARGEST_FILE), sha256)


def _whole(found: Mapping[str, Any], key: str, low: int, high: int) -> int:
    value = found.get(key)
    if type(value) is not int or not low <= value <= high:
        raise _bad(key)
    return value


def _many(found: Mapping[str, Any], key: str, most: int) -> list[Any]:
    value = found.get(key)
    if not isinstance(value, list) or len(value) > most:
        raise _bad(key)
    return value


def _moment(found: Mapping[str, Any], key: str) -> int:
    value = found.get(key)
    if not isinstance(value, str) or _MOMENT.fullmatch(value) is None:
        raise _bad(key)
    try:
        return int(datetime.strptime(value, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC).timestamp())
    except ValueError:
        raise _bad(key) from None


__all__ = [
    "KINDS",
    "NAME",
    "File",
    "Offer",
    "Release",
    "UpdateRefused",
    "VersionList",
    "offer",
    "read",
    "verified",
]
