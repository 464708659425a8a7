"""A minimal Debian (or a relative of it) in a folder, from a package source, to try a package in."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

USER = "moderator"


class MissingError(Exception):
    """The machine lacks what the proof needs, so nothing was tried; the message says what."""


@dataclass(frozen=True)
class Source:
    """Where the system comes from: name of the release, address of its packages, lines for sources.list."""

    suite: str
    address: str
    lines: tuple[str, ...]
    keyring: str = ""
    like: str = ""  # a release that debootstrap knows, where it is older than this one


def own() -> Source:
    """Debian as this machine's apt is set to it. MissingError where it has none."""
    wanted = "$(ORIGIN)|$(REPO_URI)|$(RELEASE)|$(COMPONENT)"
    command = ["apt-get", "indextargets", "--format", wanted, "Created-By: Packages"]
    try:
        told = subprocess.run(command, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise MissingError(f"no apt here: {error}") from error
    rows = [line.split("|") for line in told.stdout.splitlines()]
    debian = list(
        dict.fromkeys((uri, suite, part) for origin, uri, suite, part in rows if origin == "Debian")
    )
    if not debian:
        raise MissingError("this machine's apt has no Debian package source (apt-get update first)")
    return Source(
        debian[0][1], debian[0][0], tuple(f"deb {uri} {suite} {part}" for uri, suite, part in debian)
    )


def other(suite: str, mirror: str = "", keyring: str = "", like: str = "", parts: str = "main") -> Source:
    """Another release: from ``mirror``, else from where this machine's apt takes Debian."""
    address = mirror or own().address
    return Source(suite, address, (f"deb {address} {suite} {parts}",), keyring, like)


def make(folder: Path, kept: Path, source: Source) -> None:
    """A fresh root in ``folder``. ``kept`` is an archive of the bare system: made when missing, used when there.

    MissingError where the packages cannot be had.
    """
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    if not kept.exists():
        command = [
            "debootstrap",
            "--variant=minbase",
            *([f"--keyring={source.keyring}"] if source.keyring else []),
        ]
        script = [f"/usr/share/debootstrap/scripts/{source.like}"] if source.like else []
        told = subprocess.run(
            [*command, source.suite, folder, source.address, *script],
            check=False, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        )  # fmt: skip
        if told.returncode:
            last = (told.stdout.strip().splitlines() or ["said nothing"])[-1]
            raise MissingError(f"debootstrap of {source.suite}: {last}")
        run(folder, "useradd", "--create-home", "--shell", "/bin/sh", USER)
        fresh = kept.with_suffix(".part")
        subprocess.run(["tar", "--one-file-system", "-C", folder, "-cf", fresh, "."], check=True)
        fresh.rename(kept)
    else:
        subprocess.run(["tar", "-C", folder, "-xf", kept], check=True)
    (folder / "etc/apt/sources.list").write_text("\n".join(source.lines) + "\n", "utf-8")
    # Services of dependencies must not start in here.
    policy = folder / "usr/sbin/policy-rc.d"
    policy.write_text("#!/bin/sh\nexit 101\n", "ascii")
    policy.chmod(0o755)


def run(
    folder: Path, *command: str, user: str = "", check: bool = True, input_text: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run a command inside, as root or as ``user``, which reads ``input_text``."""
    return subprocess.run(
        arguments(folder, *command, user=user),
        env=environment(user),
        input=input_text,
        capture_output=True,
        text=True,
        check=check,
    )


def arguments(folder: Path, *command: str, user: str = "") -> list[str]:
    """The command line that runs ``command`` inside."""
    who = [f"--userspec={user}:{user}"] if user else []
    return ["chroot", *who, str(folder), *command]


def environment(user: str = "", **more: str) -> dict[str, str]:
    """A clean environment; apt is let through the proxy that this machine uses, a user's program is not."""
    proxies = {
        name: value for name, value in os.environ.items() if name.lower().endswith("_proxy") and not user
    }
    return {
        "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
        "HOME": f"/home/{user}" if user else "/root",
        "USER": user or "root",
        "LANG": "C.UTF-8",
        "DEBIAN_FRONTEND": "noninteractive",
        **proxies,
        **more,
    }


def install_dependencies(folder: Path, package: Path) -> None:
    """Install the package with what it declares and nothing else, then take it out again: what it leans on stays.

    MissingError where the package source does not answer; CalledProcessError where what is declared cannot be had.
    """
    inside = folder / "root/vigie.deb"
    shutil.copy(package, inside)
    again = ("-o", "Acquire::Retries=3")  # a mirror that stumbles is no fault of the package
    told = run(folder, "apt-get", *again, "update", "-qq", "--error-on=any", check=False)
    if told.returncode:
        raise MissingError(f"apt-get update: {(told.stderr.strip().splitlines() or ['said nothing'])[-1]}")
    run(folder, "apt-get", *again, "install", "-y", "-qq", "--no-install-recommends", "/root/vigie.deb")
    run(folder, "dpkg", "--purge", "vigie")
    run(folder, "apt-get", "clean")
    inside.unlink()


def files(folder: Path) -> set[str]:
    """All paths inside, without what a running system keeps in memory."""
    told = subprocess.run(
        ["find", ".", "-xdev", "-path", "./proc", "-prune", "-o", "-print0"],
        cwd=folder, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return {name for name in told.stdout.split("\0") if name}
