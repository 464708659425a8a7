"""``make sbom``: the software bill of materials of a lock file, CycloneDX 1.6 as JSON, the same bytes from the same lock.

Our own small writer: the usual tool lists what is installed, with the tools of a developer and without what is locked for
another system.
"""

from __future__ import annotations

import hashlib
import json
import sys
import uuid
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from parts import EXTRAS, ROOT, Part, read_lock


def bill(version: str, parts: list[Part], lock: bytes) -> dict[str, Any]:
    """The document. Its serial number follows from the lock and the version."""
    below: dict[str, list[str]] = {}
    for one in parts:
        for parent in one.parents:
            name = "vigie" if parent.startswith("vigie ") else parent.lower()
            below.setdefault(name, []).append(one.purl)
    program = f"pkg:generic/vigie@{version}"
    number = uuid.uuid5(uuid.NAMESPACE_URL, f"{program}#{hashlib.sha256(lock).hexdigest()}")
    extras = [_extra(one.name, one.version, one.licence, one.use) for one in EXTRAS]
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{number}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application", "bom-ref": program, "name": "vigie", "version": version,
                "licenses": [{"license": {"id": "MIT"}}], "purl": program,
            },
            "properties": [{"name": "vigie:lock:sha256", "value": hashlib.sha256(lock).hexdigest()}],
        },
        "components": [_component(one) for one in parts] + extras,
        "dependencies": [
            {"ref": program, "dependsOn": sorted({*below.get("vigie", []), *(one["bom-ref"] for one in extras)})},
            *({"ref": one.purl, "dependsOn": sorted({*below.get(one.name, [])})} for one in parts),
        ],
    }  # fmt: skip


def _component(part: Part) -> dict[str, Any]:
    marks = [{"name": "vigie:only", "value": part.only}] if part.only else []
    return {
        "type": "library",
        "bom-ref": part.purl,
        "name": part.name,
        "version": part.version,
        "scope": "excluded" if part.tool else "required",
        "purl": part.purl,
        **({"licenses": [_licence(part.licence)]} if part.licence else {}),
        "properties": [*marks, *({"name": "vigie:wheel:sha256", "value": one} for one in part.hashes)],
    }


def _licence(expression: str) -> dict[str, Any]:
    if " " in expression:
        return {"expression": expression}
    if expression.startswith("LicenseRef-"):
        return {"license": {"name": expression.removeprefix("LicenseRef-")}}
    return {"license": {"id": expression}}


def _extra(name: str, version: str, licence: str, use: str) -> dict[str, Any]:
    ref = f"vigie:{name.split(' (')[0].lower().replace(' ', '-')}@{version}"
    kind = "machine-learning-model" if "model" in use else "data"
    return {
        "type": kind,
        "bom-ref": ref,
        "name": name,
        "version": version,
        "description": use,
        "licenses": [_licence(licence)],
    }


def main() -> int:
    """Write dist/vigie-VERSION.cdx.json."""
    sys.path.insert(0, str(ROOT))
    from console import __version__

    lock = ROOT / "requirements.lock"
    document = bill(__version__, read_lock(lock), lock.read_bytes())
    target = ROOT / "dist" / f"vigie-{__version__}.cdx.json"
    target.parent.mkdir(exist_ok=True)
    target.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    print(f"{target.relative_to(ROOT)}: {len(document['components'])} components")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
