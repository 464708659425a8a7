"""A publisher of versions for tests: real keys, real signatures, a real server on loopback that also does as it should not."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from console import update_list
from console.store import SCHEMA_VERSION
from tests.support.faultserver import Answer, FaultServer, Seen, serving

CONTENT = bytes(range(256)) * 3000
DAY = 86_400


class Key:
    """A key pair."""

    def __init__(self) -> None:
        self._key = Ed25519PrivateKey.generate()
        form = serialization.PublicFormat.Raw
        self.raw = self._key.public_key().public_bytes(serialization.Encoding.Raw, form)
        self.text = update_list.key_text(self.raw)
        self.number = update_list.key_number(self.raw)

    def sign(self, payload: bytes) -> bytes:
        """A signature over a list's JSON."""
        return self._key.sign(update_list.to_sign(payload))


def moment(seconds: float) -> str:
    """As a list writes it."""
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(seconds))


def release(version: str = "0.2.0", **more: Any) -> dict[str, Any]:
    """An entry with one package for Debian."""
    return {
        "version": version, "channel": "stable", "released": "2026-11-20", "schema": SCHEMA_VERSION, "minimum_schema": 1,
        "notes": {"en": ["The queue remembers where you were."], "fr": ["La file se souvient d’où vous étiez."]},
        "files": [file_entry(f"vigie_{version}_amd64.deb")],
    } | more  # fmt: skip


def file_entry(name: str, content: bytes = CONTENT, **more: Any) -> dict[str, Any]:
    """A package as it really is."""
    digest = hashlib.sha256(content).hexdigest()
    return {
        "platform": "linux-x86_64",
        "kind": "deb",
        "name": name,
        "size": len(content),
        "sha256": digest,
    } | more


def body(sequence: int = 1, /, *releases: dict[str, Any], **more: Any) -> bytes:
    """A list's JSON: issued now, good for 90 days."""
    now = time.time()
    found = {
        "format": 1, "product": "vigie", "sequence": sequence, "issued": moment(now), "expires": moment(now + 90 * DAY),
        "releases": list(releases) or [release()],
    } | more  # fmt: skip
    return json.dumps(found, ensure_ascii=False).encode()


def signed(payload: bytes, *keys: Key) -> bytes:
    """A list as it is served."""
    return update_list.wrap(payload, {one.number: one.sign(payload) for one in keys})


@dataclass
class Publisher:
    """What the server sends: the list, and files with ranges and an ETag, cut off where told."""

    listed: bytes = b""
    files: dict[str, bytes] = field(default_factory=dict)
    etag: str = '"one"'
    cut: list[int] = field(default_factory=list)
    redirect: str = ""
    answers: list[Answer] = field(default_factory=list)
    seen: list[Seen] = field(default_factory=list)

    def __call__(self, seen: Seen) -> Answer:
        self.seen.append(seen)
        if self.answers:
            return self.answers.pop(0)
        name = seen.path.rpartition("/")[2]
        if self.redirect:
            return Answer(302, headers={"location": self.redirect})
        if name == update_list.NAME:
            return Answer(200, self.listed, {"content-length": str(len(self.listed))})
        if name not in self.files:
            return Answer(404)
        content, start = self.files[name], 0
        wanted = seen.headers.get("range", "")
        if wanted and seen.headers.get("if-range") == self.etag:
            start = int(wanted.removeprefix("bytes=").rstrip("-"))
            if start >= len(content):
                return Answer(416, headers={"content-range": f"bytes */{len(content)}"})
        headers = {"etag": self.etag, "content-length": str(len(content) - start)}
        if start:
            headers["content-range"] = f"bytes {start}-{len(content) - 1}/{len(content)}"
        cut = self.cut.pop(0) if self.cut else None
        return Answer(206 if start else 200, content[start:], headers, cut=cut)

    def asked(self, name: str) -> list[Seen]:
        """The requests for one file."""
        return [one for one in self.seen if one.path.endswith(f"/{name}")]


@contextmanager
def publishing(key: Key, *releases: dict[str, Any]) -> Iterator[tuple[Publisher, FaultServer]]:
    """A server with a good list of ``releases`` and the package of each."""
    made = Publisher(signed(body(1, *releases), key))
    found = json.loads(body(1, *releases))
    for one in found["releases"]:
        for file in one["files"]:
            made.files[file["name"]] = CONTENT
    with serving(made) as running:
        yield made, running
