"""The documents in a package: the guides can be read where they are installed, without a network."""

from __future__ import annotations

import importlib
import re
import sys
from pathlib import Path, PurePosixPath

import pytest
from PySide6.QtWidgets import QApplication

from tests.architecture.tree import ROOT

sys.path.insert(0, str(ROOT / "packaging/linux"))  # its scripts are no package: they never ship
documents, files = map(importlib.import_module, ["documents", "tree"])


def test_every_link_stays_within_the_package(tmp_path: Path) -> None:
    """Written out elsewhere, each page finds what it leads to, pictures too."""
    shipped = documents.documents()
    for name, content in shipped.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    assert documents.documents(tmp_path) == shipped
    assert {"docs/GUIDE.md", "docs/GUIDE.fr.md", "docs/guide/fr/queue.png", "SECURITY.md"} <= set(shipped)
    assert all(PurePosixPath(name).suffix in (".md", ".png", ".toml") for name in shipped)
    pictures = sum(len(re.findall(r"!\[", shipped[f"docs/GUIDE{one}.md"].decode())) for one in ("", ".fr"))
    assert pictures == sum(name.endswith(".png") for name in shipped)


def test_they_are_among_the_files_of_both_packages(qapp: QApplication) -> None:
    """Below the folder of documents, with the tree that their links need."""
    del qapp  # the icons beside them are painted: without one of ours a smaller application would stand for all tests
    shared = files.shared(0)
    for name, content in documents.documents().items():
        assert shared[f"share/doc/vigie/{name}"] == content


def test_a_link_that_leads_elsewhere_ends_the_build(tmp_path: Path) -> None:
    """A page of the checkout alone, or a page that is not there."""
    for name in documents.FIRST:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("# Page\n", encoding="utf-8")
    guide = tmp_path / "docs" / "GUIDE.md"
    guide.write_text("[code](../console/paths.py)", encoding="utf-8")
    (tmp_path / "console").mkdir()
    (tmp_path / "console" / "paths.py").touch()
    with pytest.raises(ValueError, match="paths"):
        documents.documents(tmp_path)
    guide.write_text("[lost](LOST.md)", encoding="utf-8")
    with pytest.raises(FileNotFoundError):
        documents.documents(tmp_path)
