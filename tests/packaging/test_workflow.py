"""The workflow that builds packages on the three systems: well formed, pinned, and naming only what is here."""

from __future__ import annotations

import importlib
import re
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.architecture.tree import ROOT

sys.path.insert(0, str(ROOT / "packaging" / "setup"))
environment = importlib.import_module("package_environment")

FILE = ROOT / ".github" / "workflows" / "packages.yml"
TEXT = FILE.read_text("utf-8")


@pytest.fixture(scope="module")
def jobs() -> dict[str, Any]:
    """The jobs by name."""
    found: dict[str, Any] = yaml.safe_load(TEXT)["jobs"]
    return found


def _steps(jobs: dict[str, Any]) -> list[dict[str, Any]]:
    return [step for job in jobs.values() for step in job["steps"]]


def test_three_systems_are_checked_before_any_package_is_made(jobs: dict[str, Any]) -> None:
    """And each has a package of its own."""
    systems = [re.match(r"[a-z]+", one)[0] for one in jobs["check"]["strategy"]["matrix"]["os"]]  # type: ignore[index]
    assert systems == ["ubuntu", "windows", "macos"]
    made = {name: job for name, job in jobs.items() if name != "check"}
    assert sorted(made) == ["linux", "macos", "windows"]
    assert all(job["needs"] == "check" for job in made.values())
    for name, job in made.items():
        assert [one["with"]["name"] for one in job["steps"] if "upload-artifact" in one.get("uses", "")] == [
            f"vigie-{name}"
        ]
    for step in _steps(jobs):
        assert ("uses" in step) != ("run" in step)


def test_actions_are_pinned_by_commit(jobs: dict[str, Any]) -> None:
    """A tag can be moved to another commit; the release it stands for is written beside it."""
    used = [step["uses"] for step in _steps(jobs) if "uses" in step]
    assert used
    assert all(re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40}", one) for one in used)
    assert all(re.search(rf"{re.escape(one)} # v\d+\.\d+\.\d+$", TEXT, re.MULTILINE) for one in used)


def test_the_workflow_may_only_read() -> None:
    """It publishes nothing by itself."""
    assert yaml.safe_load(TEXT)["permissions"] == {"contents": "read"}


def test_every_path_and_target_is_here(jobs: dict[str, Any]) -> None:
    """Scripts, locks, folders of tests, targets of the Makefile."""
    commands = "\n".join(step["run"] for step in _steps(jobs) if "run" in step)
    paths = set(re.findall(r"(?:packaging|tests)[/\\][\w./\\-]+|requirements[\w-]*\.lock", commands))
    assert len(paths) >= 6
    for one in paths:
        assert (ROOT / one.replace("\\", "/")).exists(), one
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = re.findall(r"\bmake ([a-z-]+)", commands)
    assert targets == ["package"]
    assert all(re.search(rf"^{one}:", makefile, re.MULTILINE) for one in targets)


def test_every_vigie_command_exists(jobs: dict[str, Any]) -> None:
    """What the packaged program is asked to do on the other systems is something it does."""
    from console.cli.main import vigie

    asked = set()
    for step in _steps(jobs):
        asked |= set(re.findall(r"(?:bin/vigie|vigie\.exe\") ([a-z]+)", step.get("run", "")))
    assert asked == {"channel", "pull", "audit", "doctor"}
    assert asked <= set(vigie.commands)


def test_secrets_are_described_optional_and_never_on_a_command_line(jobs: dict[str, Any]) -> None:
    """Each is named at the top; the step that needs them is left out without them; they come as environment alone."""
    head = TEXT.split("name: packages")[0]
    for name in set(re.findall(r"(?:secrets|vars)\.(\w+)", TEXT)):
        assert name in head, name
    for step in _steps(jobs):
        assert "secrets." not in step.get("run", "")
        if any("secrets." in str(one) for one in step.get("env", {}).values()):
            assert re.fullmatch(r"env\.CERTIFICATES? != ''", step["if"])


def test_the_build_scripts_read_what_the_workflow_sets() -> None:
    """And nothing under another name."""
    for script in ("windows", "macos"):
        text = (ROOT / "packaging" / script / "build.py").read_text("utf-8")
        read = set(re.findall(r"environ\.get\(\"(VIGIE_\w+)\"", text))
        assert read
        for name in read:
            assert f"{name}=" in TEXT, name


def test_the_packagers_environment_is_the_locked_one(tmp_path: Path) -> None:
    """Every file with its hash, then this project and nothing more, on either kind of system."""
    assert environment.python_of(tmp_path, "win32") == tmp_path / "Scripts" / "python.exe"
    assert environment.python_of(tmp_path, "darwin") == tmp_path / "bin" / "python"
    first, second = environment.commands(Path("python"))
    assert "--require-hashes" in first
    assert first[-1] == str(ROOT / "requirements-package.lock")
    assert {"--no-deps", "--no-build-isolation"} <= set(second)


def test_a_checkout_on_windows_has_the_same_bytes() -> None:
    """Git for Windows turns line ends unless it is told not to; manifests hold hashes of what lies in the checkout."""
    told = [
        line for line in (ROOT / ".gitattributes").read_text("utf-8").splitlines() if line and line[0] != "#"
    ]
    assert told == ["* -text"]
