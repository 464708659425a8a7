"""A maker's tool: makes a release key, and the signed list of versions from the packages in a folder.

    manifest.py key PRIVATE.pem                     a new key; prints the line for maker.toml or a company's update_key
    manifest.py sign --key PRIVATE.pem dist         writes dist/vigie-updates.signed for the packages that lie there
    manifest.py show FILE.signed ed25519:…          checks a list and prints what it says

The private half never belongs into the repository, where this tool refuses to write it. A list is good for ``--days``: sign
again before it ends, with ``--earlier`` the list that is served now, whose versions and number go on.
"""

from __future__ import annotations

import argparse
import getpass
import hashlib
import json
import os
import re
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from console import __version__, news, update_list
from console.files import put
from console.store import SCHEMA_VERSION

ROOT = Path(__file__).resolve().parents[2]
_MACHINES = {"amd64": ("x86_64",), "x64": ("x86_64",), "universal2": ("arm64", "x86_64")}
_DEB = re.compile(r"vigie_([0-9.]+)_(amd64|arm64)\.deb")
_OTHER = re.compile(r"vigie-([0-9.]+)-(linux|windows|macos)-([a-z0-9_]+)\.(tar\.zst|msi|pkg)")


def stop(words: str) -> SystemExit:
    """End with a sentence and exit code 2."""
    print(f"manifest: {words}", file=sys.stderr)
    return SystemExit(2)


def public(key: Ed25519PrivateKey) -> bytes:
    """The 32 bytes of a key's public half."""
    return key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)


def make_key(path: Path, passphrase: str = "") -> str:
    """Write a new private key, for its owner's eyes alone; returns the public half as it is pinned."""
    if path.resolve().is_relative_to(ROOT):
        raise stop(f"{path} lies in the repository, where no private key belongs")
    key = Ed25519PrivateKey.generate()
    hidden: serialization.KeySerializationEncryption = (
        serialization.BestAvailableEncryption(passphrase.encode())
        if passphrase
        else serialization.NoEncryption()
    )
    text = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, hidden)
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        raise stop(f"{path} is there already; a key is never written over") from None
    with os.fdopen(handle, "wb") as out:
        out.write(text)
    return update_list.key_text(public(key))


def read_key(path: Path) -> Ed25519PrivateKey:
    """A private key from its file; asks for a passphrase where it has one."""
    data = path.read_bytes()
    try:
        key = serialization.load_pem_private_key(data, None)
    except TypeError:
        key = serialization.load_pem_private_key(data, getpass.getpass(f"Passphrase of {path}: ").encode())
    if not isinstance(key, Ed25519PrivateKey):
        raise stop(f"{path} is no Ed25519 key")
    return key


def package(path: Path, version: str) -> list[dict[str, Any]]:
    """A file of the folder as entries, none for what is no package. SystemExit for one of another version."""
    deb, other = _DEB.fullmatch(path.name), _OTHER.fullmatch(path.name)
    if deb is not None:
        found, system, machine, kind = deb[1], "linux", deb[2], "deb"
    elif other is not None:
        found, system, machine, kind = other[1], other[2], other[3], other[4]
    else:
        return []
    if found != version:
        raise stop(f"{path.name} is of {found}, not of {version}; take it out of the folder")
    with path.open("rb") as file:
        sha256 = hashlib.file_digest(file, "sha256").hexdigest()
    size = path.stat().st_size
    return [
        {"platform": f"{system}-{one}", "kind": kind, "name": path.name, "size": size, "sha256": sha256}
        for one in _MACHINES.get(machine, (machine,))
    ]


def release(folder: Path, version: str, channel: str, released: str, minimum_schema: int) -> dict[str, Any]:
    """The entry of the version whose packages lie in ``folder``, with the news that ships with it."""
    there = sorted(path for path in folder.iterdir() if path.is_file())
    files = [one for path in there for one in package(path, version)]
    if not files:
        raise stop(f"no package of {version} in {folder}")
    said = next((one for one in news.load() if one.version == version), None)
    if said is None:
        raise stop(f"resources/updates/news.toml says nothing of {version}")
    return {
        "version": version, "channel": channel, "released": released, "schema": SCHEMA_VERSION,
        "minimum_schema": minimum_schema,
        "notes": {language: list(said.notes[language]) for language in ("en", "fr")},
        "files": files,
    }  # fmt: skip


def sign(payload: bytes, keys: list[Ed25519PrivateKey]) -> bytes:
    """The list as it is served, checked with the program's own code."""
    signatures = {update_list.key_number(public(one)): one.sign(update_list.to_sign(payload)) for one in keys}
    data = update_list.wrap(payload, signatures)
    for one in keys:
        update_list.read(update_list.verified(data, [public(one)])[0])
    return data


def earlier(path: Path, keys: list[Ed25519PrivateKey], more: list[str]) -> dict[str, Any]:
    """The list that is served now: signed by one of these keys, or by one of the public ones in ``more``."""
    known = [public(one) for one in keys] + [update_list.public_key(one) for one in more]
    payload, _ = update_list.verified(path.read_bytes(), known)
    update_list.read(payload)
    found: dict[str, Any] = json.loads(payload)
    return found


def moment(seconds: int) -> str:
    """UTC seconds as the list writes them."""
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def write_list(given: argparse.Namespace) -> Path:
    """``sign``: the new list, in the folder of the packages."""
    keys = [read_key(one) for one in given.key]
    before = earlier(given.earlier, keys, given.earlier_key) if given.earlier else None
    sequence = given.sequence or (before["sequence"] + 1 if before else 1)
    if before and sequence <= before["sequence"]:
        raise stop(f"the number must be larger than {before['sequence']}, that of the list served now")
    now = int(time.time())
    released = given.released or update_list.day(now)
    new = release(given.folder, given.version, given.channel, released, given.minimum_schema)
    kept = [one for one in before["releases"] if one["version"] != given.version] if before else []
    body = {
        "format": update_list.FORMAT, "product": "vigie", "sequence": sequence, "issued": moment(now),
        "expires": moment(now + given.days * 86_400), "releases": [*kept, new],
    }  # fmt: skip
    data = sign(json.dumps(body, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n", keys)
    target: Path = given.folder / update_list.NAME
    partial = target.with_name(f"{target.name}.part")
    partial.write_bytes(data)
    put(partial, target)
    print(
        f"{target}: number {sequence}, {len(new['files'])} packages of {given.version}, good until {body['expires']}"
    )
    return target


def show(path: Path, keys: list[str]) -> None:
    """``show``: what a list says, once its signature held."""
    payload, signers = update_list.verified(path.read_bytes(), [update_list.public_key(one) for one in keys])
    update_list.read(payload)
    print(f"signed by {', '.join(sorted(signers))}", file=sys.stderr)
    print(payload.decode(), end="")


def main(arguments: list[str] | None = None) -> int:
    """Run one of the three; returns 0, or 1 where a list does not hold."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    making = commands.add_parser("key")
    making.add_argument("path", type=Path)
    making.add_argument("--passphrase", action="store_true", help="ask for one, and lock the file with it")
    signing = commands.add_parser("sign")
    signing.add_argument("folder", type=Path)
    signing.add_argument(
        "--key", type=Path, action="append", required=True, help="may be given twice: old and new key"
    )
    signing.add_argument("--earlier", type=Path, help="the list that is served now")
    signing.add_argument(
        "--earlier-key",
        action="append",
        default=[],
        metavar="ed25519:…",
        help="who signed it, if another key",
    )
    signing.add_argument(
        "--sequence", type=int, default=0, help="else one more than the earlier list's, or 1"
    )
    signing.add_argument(
        "--days", type=int, default=90, choices=range(1, 367), metavar="DAYS", help="how long it is good (90)"
    )
    signing.add_argument("--version", default=__version__)
    signing.add_argument("--channel", default="stable", choices=update_list.CHANNELS)
    signing.add_argument("--released", help="YYYY-MM-DD, else today")
    signing.add_argument("--minimum-schema", type=int, default=1, help="the oldest workspaces it opens (1)")
    showing = commands.add_parser("show")
    showing.add_argument("path", type=Path)
    showing.add_argument("keys", nargs="+", metavar="ed25519:…")
    given = parser.parse_args(arguments)
    try:
        if given.command == "key":
            text = make_key(given.path, getpass.getpass("Passphrase: ") if given.passphrase else "")
            print(text)
            print(
                f"number {update_list.key_number(update_list.public_key(text))}; private half in {given.path}",
                file=sys.stderr,
            )
        elif given.command == "sign":
            write_list(given)
        else:
            show(given.path, given.keys)
    except update_list.UpdateRefused as error:
        print(f"manifest: {error.code} {dict(error.params)}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
