"""What a built package is made of: every library has an owner and a licence that may be shipped, and the bill says so."""

from __future__ import annotations

import importlib
import re
import sys
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT

for folder in ("packaging", "packaging/linux", "packaging/supply"):
    sys.path.insert(0, str(ROOT / folder))  # its scripts are no package: they never ship
shipped, contents, depends, stage = map(importlib.import_module, ["shipped", "contents", "depends", "stage"])

FILES = [
    "vigie",
    "_internal/libQt6Core.so.6",
    "_internal/PySide6/Qt/lib/libQt6Core.so.6",
    "_internal/PySide6/Qt/lib/libicudata.so.73",
    "_internal/PySide6/QtCore.abi3.so",
    "_internal/shiboken6/Shiboken.abi3.so",
    "_internal/numpy.libs/libgfortran-040039e1-0352e75f.so.5.0.0",
    "_internal/numpy/linalg/_umath_linalg.cpython-311-x86_64-linux-gnu.so",
    "_internal/libsqlite3.so.0",
    "_internal/libpython3.11.so.1.0",
    "_internal/python3.11/lib-dynload/_ssl.cpython-311-x86_64-linux-gnu.so",
    "_internal/regex/_regex.cpython-311-x86_64-linux-gnu.so",
]
TOPS = {"numpy": ["numpy"], "regex": ["regex"]}


def test_every_library_has_somebody_who_answers_for_it() -> None:
    """By its place: distributions of the lock, and the parts that are none, with their files."""
    found = shipped.owners(
        FILES, TOPS, {"Qt": "6.11.3", "purl:libsqlite3.so.0": "pkg:deb/debian/libsqlite3-0@3"}
    )
    assert found.unanswered == []
    assert set(found.distributions) == {"numpy", "regex", "pyside6-essentials", "shiboken6"}
    assert set(found.pieces) == {
        "PyInstaller starter", "Qt", "ICU", "libgfortran", "libsqlite3.so.0", "Python",
    }  # fmt: skip
    assert found.pieces["Qt"].files == (
        "_internal/PySide6/Qt/lib/libQt6Core.so.6",
        "_internal/libQt6Core.so.6",
    )
    assert found.pieces["Qt"].licence == "LGPL-3.0-only"
    assert shipped.refused(found.pieces.values()) == []


@pytest.mark.parametrize(
    "file",
    ["_internal/libreadline.so.8", "_internal/libgdbm.so.6", "_internal/libdb-5.3.so", "_internal/libjpeg.so.62", "_internal/new/x.so"],
)  # fmt: skip
def test_a_library_that_nobody_answers_for_ends_the_build(file: str, tmp_path: Path) -> None:
    """Readline and gdbm are under the GPL; any other newcomer must be looked at by a person first."""
    assert shipped.owners([file], TOPS, {}).unanswered == [file]
    stage.write(tmp_path / "vigie", {file: b"\x7fELF"})
    (tmp_path / "PYZ-00.toc").write_text("('x', [('a', '/lib/a.py', 'PYMODULE')])", encoding="utf-8")
    with pytest.raises(shipped.UnansweredError, match=re.escape(f"nobody answers for {file}")):
        shipped.read(tmp_path / "vigie", tmp_path / "PYZ-00.toc")


def test_nothing_shipped_leans_on_a_gpl_library_of_the_system() -> None:
    """What the packages may ask the system for is a table; none of these is in it, nor in what goes along."""
    known = {*depends.OTHERS, *depends.QT, *shipped.SYSTEM}
    assert [name for name in known if re.match(r"lib(readline|history|gdbm|db-|ncurses|tinfo)", name)] == []
    assert set(shipped.SYSTEM) == set(stage.SYSTEM_ON_DEBIAN), (
        "each has its licence here and its text in the package"
    )
    assert contents.wanted_binary("libreadline.so.8", "/lib/x86_64-linux-gnu/libreadline.so.8") is False


@pytest.mark.parametrize(
    ("expression", "may"),
    [
        ("MIT", True),
        ("MIT OR Apache-2.0", True),
        ("Apache-2.0 OR GPL-2.0-only", True),
        ("(MIT OR Apache-2.0) AND Unicode-3.0", True),
        ("GPL-3.0-or-later WITH GCC-exception-3.1", True),
        ("LGPL-2.1-or-later", True),
        ("GPL-3.0-or-later", False),
        ("MIT AND GPL-2.0-only", False),
        ("GPL-2.0-only WITH Classpath-exception-2.0", False),
        ("AGPL-3.0-only", False),
        ("", False),
        ("MIT AND (", False),
    ],
)
def test_which_licences_may_go_along(expression: str, may: bool) -> None:
    """Of each OR one, each AND; a GPL only with an exception that was looked at."""
    assert shipped.allowed(expression) is may


def test_the_bill_keeps_the_rules_of_cyclonedx() -> None:
    """References that exist and are used once, licences as an SPDX id, a name or one expression; what is left out is out."""
    content = shipped.owners(FILES, TOPS, {"Qt": "6.11.3"})
    made = shipped.document(
        "1.2.3", ROOT / "requirements.lock", content, set(content.distributions), ["libsqlite3.so.0"]
    )
    assert (made["bomFormat"], made["specVersion"], made["version"]) == ("CycloneDX", "1.6", 1)
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", made["serialNumber"])
    refs = [one["bom-ref"] for one in made["components"]]
    assert len(refs) == len(set(refs))
    known = {*refs, made["metadata"]["component"]["bom-ref"]}
    told = [one["ref"] for one in made["dependencies"]]
    assert len(told) == len(set(told))
    assert {*told, *(ref for one in made["dependencies"] for ref in one["dependsOn"])} <= known
    for one in made["components"]:
        assert one["type"] in ("library", "data", "machine-learning-model")
        (licence,) = one["licenses"]
        assert ("expression" in licence) != ("license" in licence)
        if "license" in licence:
            assert len(licence["license"].keys() & {"id", "name"}) == 1
    names = {one["name"] for one in made["components"]}
    assert {"Qt", "ICU", "Python", "numpy", "libgfortran", "Phosphor Icons", "multilingual-e5-small"} <= names
    assert "libsqlite3.so.0" not in names, "left to the system in this package"
    assert "requests" not in names, "locked, but not in the package"
    assert shipped.text(made) == shipped.text(made)
