"""Developer's tool: refresh the .ts catalogues from the sources, take in translations, compile the .qm files.

``python -m ui.i18n.update [FILE.json]``: the file maps an English source to its French text, or a plural source to
``[one, many]`` in French and, under the key ``en:SOURCE``, in English. ``CONTEXT|SOURCE`` is for one context alone.
Exits 1 when something is left untranslated.
"""

from __future__ import annotations

import json
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Final

_ROOT: Final = Path(__file__).resolve().parents[2]
_TOOLS: Final = Path(sys.executable).parent
NARROW, WIDE = "\u202f", "\u00a0"


def french_spaces(text: str) -> str:
    """Put the spaces French asks for: narrow before ? ! ; and inside « », wide before a colon."""
    for mark in "?!;»":
        text = text.replace(f" {mark}", f"{NARROW}{mark}")
    return text.replace("« ", f"«{NARROW}").replace(" :", f"{WIDE}:")


def refresh(folder: Path, sources: list[Path]) -> None:
    """Run lupdate: all strings into fr.ts, plural forms alone into en.ts."""
    names = [str(path) for path in sources]
    for catalogue, options in (
        ("fr.ts", ["-target-language", "fr_FR"]),
        ("en.ts", ["-target-language", "en_GB", "-pluralonly"]),
    ):
        command = [str(_TOOLS / "pyside6-lupdate"), "-locations", "none", "-no-obsolete", *options, *names]
        subprocess.run([*command, "-ts", str(folder / catalogue)], check=True, capture_output=True)


def fill(catalogue: Path, given: dict[str, str | list[str]], prefix: str = "") -> list[str]:
    """Write translations into a catalogue; return the sources still without one."""
    tree = ET.parse(catalogue)  # noqa: S314 - our own file, written by lupdate
    left: list[str] = []
    messages = [(c.findtext("name") or "", m) for c in tree.iter("context") for m in c.iter("message")]
    for context, message in messages:
        source = message.findtext("source") or ""
        target = message.find("translation")
        if target is None:
            continue
        text = given.get(f"{prefix}{context}|{source}", given.get(prefix + source))
        forms = target.findall("numerusform")
        if text is not None:
            if forms and isinstance(text, list):
                for form, words in zip(forms, text, strict=True):
                    form.text = words if prefix else french_spaces(words)
            elif isinstance(text, str):
                target.text = french_spaces(text)
            target.attrib.pop("type", None)
        if target.get("type") == "unfinished":
            left.append(source)
    body = ET.tostring(tree.getroot(), encoding="unicode")
    catalogue.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")
    return left


def compile_catalogues(folder: Path, target: Path) -> None:
    """Run lrelease on both catalogues."""
    for language in ("fr", "en"):
        command = [str(_TOOLS / "pyside6-lrelease"), "-silent", str(folder / f"{language}.ts"), "-qm"]
        subprocess.run([*command, str(target / f"{language}.qm")], check=True, capture_output=True)


def main() -> int:
    """Refresh, fill and compile; name what is still to be translated on stderr."""
    folder = _ROOT / "resources" / "i18n"
    given: dict[str, str | list[str]] = {}
    for name in sys.argv[1:]:
        given.update(json.loads(Path(name).read_text(encoding="utf-8")))
    refresh(folder, sorted((_ROOT / "ui").rglob("*.py")))
    left = fill(folder / "fr.ts", given) + [f"en:{s}" for s in fill(folder / "en.ts", given, "en:")]
    compile_catalogues(folder, folder)
    for source in left:
        sys.stderr.write(f"to translate: {json.dumps(source, ensure_ascii=False)}\n")
    return 1 if left else 0


if __name__ == "__main__":
    raise SystemExit(main())
