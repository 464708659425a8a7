"""``make licences``: writes resources/licences/*.json, which the window's licence page shows; --check compares only.

Run where the locked versions are installed. A distribution without a text of its own is named with its licence alone;
the texts of Qt's licences and of the MPL lie beside them.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from parts import EXTRAS, ROOT, read_lock, refused, texts

FOLDER = ROOT / "resources" / "licences"
LOCK = ROOT / "requirements.lock"


def made() -> dict[str, object]:
    """File name -> content: ``parts.json`` is the list, ``texts.json`` each licence text once under its number."""
    known: dict[str, str] = {}
    listed: list[dict[str, object]] = []
    for part in read_lock(LOCK):
        if part.tool:
            continue
        keys = [_kept(known, text) for text in texts(part.name)]
        listed.append(
            {
                "name": part.name,
                "version": part.version,
                "licence": part.licence,
                "only": part.only,
                "texts": keys,
            }
        )
    for extra in EXTRAS:
        keys = [_kept(known, (ROOT / extra.text).read_text(encoding="utf-8").strip())] if extra.text else []
        listed.append(
            {
                "name": extra.name,
                "version": extra.version,
                "licence": extra.licence,
                "only": extra.use,
                "texts": keys,
            }
        )
    return {"parts.json": listed, "texts.json": known}


def _kept(known: dict[str, str], text: str) -> str:
    key = hashlib.sha256(text.encode()).hexdigest()[:12]
    known[key] = text
    return key


def stale(folder: Path) -> list[str]:
    """What ``folder`` says otherwise than the lock. Texts are not compared: they differ between systems and Pythons."""
    try:
        listed = json.loads((folder / "parts.json").read_text(encoding="utf-8"))
        held = set(json.loads((folder / "texts.json").read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        return [f"{folder.name}: {type(error).__name__}"]
    said = {(one["name"], one["version"], one["licence"]) for one in listed}
    wanted = {(one.name, one.version, one.licence) for one in read_lock(LOCK) if not one.tool}
    wanted |= {(one.name, one.version, one.licence) for one in EXTRAS}
    lost = {key for one in listed for key in one["texts"]} ^ held
    return [" ".join(one) for one in sorted(said ^ wanted)] + sorted(lost)


def main() -> int:
    """Returns 1 where something may not be shipped, or (``--check``) the files are not of this lock."""
    wrong = refused(one for one in read_lock(LOCK) if not one.tool)
    for line in wrong:
        print(f"may not be shipped: {line}", file=sys.stderr)
    if "--check" in sys.argv:
        other = stale(FOLDER)
        for line in other:
            print(f"not as in resources/licences, run `make licences`: {line}", file=sys.stderr)
        return 1 if wrong or other else 0
    for name, content in made().items():
        text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        (FOLDER / name).write_text(text, encoding="utf-8")
        print(f"resources/licences/{name}: {len(text) // 1024} KB")
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
