"""``make lock``, second half: what the new lock files hold otherwise than the committed ones, and what to do about it.

One line for each distribution that came, went or changed, with its licence as far as it is known here and where its makers
say what changed. Nothing is asked of the network: addresses are those in the metadata of what is installed.
"""

from __future__ import annotations

import importlib.metadata
import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from parts import ROOT, licence_of

LOCKS = ("requirements.lock", "requirements-package.lock", "requirements-dev.lock")
_HEAD = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)==([^\s;\\]+)", re.MULTILINE)
_NOTES = re.compile(r"(?i)change|release|history|news")
NEXT = """\
Read what the makers of each say, above all of the window (PySide6), of SQL and of the model's engine. Then:
  make setup-dev        installs the new versions
  make licences         their licences into the window's page; ends with 1 where one may not be shipped
  make lint test        the program still holds
  make package-twice package-proof
                        (as root) both packages the same twice; the .deb at work; a new library nobody answers for ends it
Commit the three lock files and resources/licences together, with one line in CHANGELOG.md."""


def versions(lock: str) -> dict[str, tuple[str, ...]]:
    """Name -> versions in a lock file's text; more than one where they differ between Pythons."""
    found: dict[str, tuple[str, ...]] = {}
    for name, version in _HEAD.findall(lock):
        found[name.lower()] = (*found.get(name.lower(), ()), version)
    return found


def differences(before: str, now: str) -> list[tuple[str, str, str]]:
    """(name, what it was, what it is), sorted by name; an empty side for what came or went. Pure."""
    old, new = versions(before), versions(now)
    return [
        (name, " and ".join(old.get(name, ())), " and ".join(new.get(name, ())))
        for name in sorted(old.keys() | new.keys())
        if old.get(name) != new.get(name)
    ]


def is_step(before: str, now: str) -> bool:
    """Whether the first number differs: what may have changed its interface."""
    return before.split(".")[0] != now.split(".")[0]


def notes(name: str) -> str:
    """Where its makers say what changed; empty where it is not installed or says nothing."""
    try:
        said = importlib.metadata.metadata(name).get_all("Project-URL") or []
    except importlib.metadata.PackageNotFoundError:
        return ""
    pairs = [one.partition(", ")[::2] for one in said]
    return next((address for label, address in pairs if _NOTES.search(label)), pairs[0][1] if pairs else "")


def main() -> int:
    """Print the differences to the committed lock files; exit code 0 in any case."""
    changed = False
    for lock in LOCKS:
        told = subprocess.run(
            ["git", "-c", f"safe.directory={ROOT}", "show", f"HEAD:{lock}"],
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        rows = differences(told.stdout, (ROOT / lock).read_text(encoding="utf-8"))
        print(f"{lock}: {len(rows)} changed" if rows else f"{lock}: as committed")
        for name, before, now in rows:
            changed = True
            step = (
                "  NEW" if not before else "  GONE" if not now else "  STEP" if is_step(before, now) else ""
            )
            line = f"  {name:<24} {before or '-':<14} -> {now or '-':<14}{step:<6} {licence_of(name) or 'licence: see its metadata'}"
            print(f"{line}  {notes(name)}".rstrip())
    if changed:
        print(NEXT)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
