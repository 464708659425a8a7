"""``make package-proof``: installs the built .deb in a minimal Debian without network and works with it by keyboard.

As root: a root by debootstrap, the declared dependencies, then (in a network of its own that has loopback alone) the
package, a session of real keys under Xvfb on the practice network, ``doctor``, ``audit verify``, completion, the manual,
a Qt library replaced, an upgrade under an open window, and the removal, after which only the user's data may be left.
Writes screenshots to ``build/proof/SUITE``. Exit code 0 when all of it holds, 1 when something does not, 3 where this
machine lacks what it takes.
"""

from __future__ import annotations

import argparse
import fcntl
import os
import secrets
import shutil
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import installed
import minimal_root
import session
from claims import ProofError, claim
from minimal_root import USER, MissingError, Source
from screen import Screen

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / "build" / "proof"
#: What dpkg and the system note down about any installation.
NOTES = ("./var/lib/dpkg/", "./var/log/", "./var/cache/", "./tmp/", "./home/", "./root/", "./run/", "./dev/")
TOOLS = ("debootstrap", "ip", "unshare", "setpriv", "Xvfb", "xdotool", "import")
#: Processes and mounts of its own, which end with it whatever ends it: nothing outlives the proof.
ALONE = [
    "setpriv", "--pdeathsig", "KILL",
    "unshare", "--pid", "--fork", "--kill-child", "--mount", "--propagation", "private",
]  # fmt: skip


def missing() -> str:
    """What this machine lacks for a proof; empty when nothing."""
    if os.geteuid() != 0:
        return "not root, which debootstrap and a network of its own take"
    path = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
    lacking = [name for name in TOOLS if not shutil.which(name, path=path)]
    if lacking:
        return f"no {', '.join(lacking)} (packaging/setup/package_tools.sh proof)"
    told = subprocess.run([*ALONE, "--net", "true"], capture_output=True, text=True, check=False)
    return f"no namespaces here: {told.stderr.strip()}" if told.returncode else ""


def prepare(inside: Path, kept: Path, source: Source, package: Path) -> None:
    """The part with network: the root and the declared dependencies."""
    begin = time.monotonic()
    minimal_root.make(inside, kept, source)
    made = time.monotonic()
    minimal_root.install_dependencies(inside, package)
    print(
        f"  a minimal {source.suite} ({made - begin:.0f} s) "
        f"with the declared dependencies ({time.monotonic() - made:.0f} s)",
        flush=True,
    )


def prove(inside: Path, pictures: Path, package: Path) -> None:
    """The part without network. Runs in namespaces of its own."""
    subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
    subprocess.run(["mount", "-t", "proc", "proc", inside / "proc"], check=True)
    told = minimal_root.run(inside, "cat", "/proc/net/dev").stdout.splitlines()[2:]
    claim([line.split(":")[0].strip() for line in told] == ["lo"], "no network but loopback")
    clean = minimal_root.files(inside)
    shutil.copy(package, inside / "root/vigie.deb")
    minimal_root.run(inside, "dpkg", "--install", "/root/vigie.deb")
    brought = minimal_root.files(inside) - clean
    claim("./usr/bin/vigie" in brought, f"installed, {len(brought)} paths")
    version = minimal_root.run(inside, "vigie", "--version", user=USER).stdout.strip()
    claim(version.startswith("vigie, version"), version)
    installed.unchanged(inside)
    installed.completes(inside)
    installed.readable(inside)

    # Displays of other programs on this machine are neither seen nor touched: in here their owners do not exist.
    sockets = Path("/tmp/.X11-unix")  # noqa: S108 - where X has them
    for one in (sockets, inside / "tmp/.X11-unix"):
        one.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "tmpfs", sockets], check=True)
    subprocess.run(["mount", "--bind", sockets, inside / "tmp/.X11-unix"], check=True)
    with Screen(20_000 + secrets.randbelow(30_000)) as screen:
        try:
            session.moderate(inside, screen, pictures)
            _looked_after(inside)
            installed.replaceable_qt(inside, screen, pictures)
            installed.unchanged(inside)
            installed.upgrade_while_open(inside, screen, package, pictures)
        except BaseException:
            screen.picture(pictures / "failed.png")
            raise
    subprocess.run(["umount", inside / "tmp/.X11-unix"], check=True)
    _removed(inside, clean)
    archive = next(iter(package.parent.glob("vigie-*.tar.zst")), None)
    if archive is None:
        print("  --  no .tar.zst beside the package: not tried", flush=True)
    else:
        installed.runs_from_anywhere(inside, archive)


def _looked_after(inside: Path) -> None:
    """What the program says of itself and of its log."""
    checks = {one["check"]: one for one in session.vigie(inside, "doctor", check=False)["checks"]}
    failed = [name for name, one in checks.items() if not one["ok"]]
    # A minimal root has no desktop and so no keyring: the program says so and goes on.
    claim(failed in ([], ["keyring"]), f"vigie doctor, which finds no {', '.join(failed) or 'fault'} here")
    verified = session.vigie(inside, "audit", "verify")
    claim(
        bool(verified["ok"]),
        f"vigie audit verify: {verified.get('entries', verified.get('count', ''))} entries hold",
    )


def _removed(inside: Path, clean: set[str]) -> None:
    """Purge it; nothing but the user's data is left."""
    minimal_root.run(inside, "dpkg", "--purge", "vigie")
    now = minimal_root.files(inside)
    left = sorted(name for name in now - clean if not name.startswith(NOTES))
    claim(left == [], f"removed; nothing is left in the system {left[:10] or ''}".strip())
    claim(
        not clean - now - {name for name in clean if name.startswith(NOTES)}, "and nothing else went with it"
    )
    data = f".{session.WORKSPACE}"
    claim(data in now, "the user's workspace is still there")
    home = sorted({name.split("/")[3] for name in now - clean if name.startswith(f"./home/{USER}/")})
    claim(
        set(home) <= {".local", ".config", ".cache"}, f"in the home folder there is {', '.join(home)} alone"
    )
    cache = [
        name for name in now - clean if name.startswith(f"./home/{USER}/.cache/") and "Microsoft" in name
    ]
    claim(cache == [], "and no trace for anybody else")


def stage(name: str, suite: str, source: Source, package: Path) -> int:
    """One of the two parts, in this process; its exit code. What failed is left in ``build/proof/SUITE/root``."""
    pictures = WORK / suite
    inside = pictures / "root"
    try:
        if name == "prepare":
            prepare(inside, WORK / f"minimal-{suite}.tar", source, package)
        else:
            prove(inside, pictures, package)
    except MissingError as error:
        print(f"proof: not tried: {error}", flush=True)
        return 3
    except (ProofError, TimeoutError) as error:
        print(f"proof: does not hold: {error}", flush=True)
        return 1
    except subprocess.CalledProcessError as error:
        said = [one if isinstance(one, str) else one.decode() for one in (error.stdout, error.stderr) if one]
        print(f"proof: does not hold: {error}\n{''.join(said)[-3000:]}", flush=True)
        return 1
    return 0


def main() -> int:
    """Prepare with network, then prove without, each in namespaces of its own."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("package", nargs="?", type=Path, help="the newest in dist when none is named")
    parser.add_argument("--suite", default="", help="another release than this machine's: trixie, noble")
    parser.add_argument(
        "--mirror", default="", help="where its packages are; this machine's Debian otherwise"
    )
    parser.add_argument("--keyring", default="", help="file with the keys that sign them")
    parser.add_argument(
        "--like", default="", help="an older release of it that debootstrap knows: jammy for noble"
    )
    parser.add_argument("--parts", default="main", help="sections of it: 'main universe' for Ubuntu")
    parser.add_argument("--able", action="store_true", help="only say whether this machine can: 0 or 3")
    parser.add_argument("--stage", choices=("prepare", "prove"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.able:
        lacking = missing()
        print(f"proof: not tried: {lacking}" if lacking else "proof: this machine can")
        return 3 if lacking else 0
    packages = sorted((ROOT / "dist").glob("vigie_*.deb"), key=lambda one: one.stat().st_mtime)
    package = given.package or (packages[-1] if packages else None)
    if package is None or not package.exists():
        raise SystemExit("proof: no package in dist; make package first")
    try:
        other = (given.suite, given.mirror, given.keyring, given.like, given.parts)
        source = minimal_root.other(*other) if given.suite else minimal_root.own()
    except MissingError as error:
        print(f"proof: not tried: {error}", flush=True)
        return 3
    suite = source.suite
    if given.stage:
        return stage(given.stage, suite, source, package)
    lacking = missing()
    if lacking:
        print(f"proof: not tried: {lacking}", flush=True)
        return 3
    begin = time.monotonic()
    print(f"proof: {package.name} in {suite}", flush=True)
    (WORK / suite).mkdir(parents=True, exist_ok=True)
    with (WORK / suite / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # another proof in the same folder ends first
        again = [sys.executable, __file__, *sys.argv[1:], "--stage"]
        code = subprocess.run([*ALONE, *again, "prepare"], check=False).returncode
        if code == 0:
            code = subprocess.run([*ALONE, "--net", *again, "prove"], check=False).returncode
        if code == 0:
            shutil.rmtree(WORK / suite / "root")
    ended = {0: "holds", 3: "NOT TRIED"}.get(code, "DOES NOT HOLD")
    print(f"proof: {ended}, {time.monotonic() - begin:.0f} s")
    return code


if __name__ == "__main__":
    raise SystemExit(main())
