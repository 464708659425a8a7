"""The company's file on the command line: the real program in a process of its own, with the file given as a test may."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

DRIVER = (
    "import sys, pathlib; from console import managed; managed.use(pathlib.Path(sys.argv[1]));"
    "from ui.entry import main; raise SystemExit(main(sys.argv[2:]))"
)


@dataclass
class Desk:
    """Runs the program under ``text`` as the company's file."""

    folder: Path

    def __call__(
        self, text: str, *words: str, stdin: str = "", **env: str
    ) -> subprocess.CompletedProcess[str]:
        path = self.folder / "vigie.toml"
        path.write_text(text, encoding="utf-8")
        command = [sys.executable, "-c", DRIVER, str(path), *words]
        plain = {**os.environ, "VIGIE_HOME": str(self.folder / "home"), **env}
        return subprocess.run(
            command, input=stdin, capture_output=True, text=True, timeout=60, check=False, env=plain
        )

    def doctor(self, text: str) -> tuple[int, dict[str, list[Any]]]:
        """Exit code, and the checks by name."""
        ran = self(text, "doctor", "--json")
        found: dict[str, list[Any]] = {}
        for one in json.loads(ran.stdout)["checks"]:
            found.setdefault(one["check"], []).append((one["ok"], one["found"]))
        return ran.returncode, found


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_doctor_shows_the_file_what_it_sets_and_what_is_wrong(desk: Desk) -> None:
    text = 'language = "fr"\nproxy = "http://me:pass-4711@proxy.example:3128"\nretention = 30\nlocked = ["language"]\n'
    code, found = desk.doctor(text)
    assert code == 1
    assert found["company"] == [(False, str(desk.folder / "vigie.toml"))]
    assert found["company language"] == [(True, "fr (verrouillé)")]
    assert found["company proxy"] == [(True, "http://…@proxy.example:3128")]
    ((ok, said),) = found["company fault"]
    assert not ok
    assert said.startswith("ligne 3, retention")


def test_a_script_reads_line_key_and_code_of_each_fault(desk: Desk) -> None:
    """Sentences change with the language; a deployment's check reads these."""
    ran = desk('help_desk = "IT"\nlangage = "fr"\n', "doctor", "--json", VIGIE_LANG="fr")
    (fault,) = [one for one in json.loads(ran.stdout)["checks"] if one["check"] == "company fault"]
    assert (fault["ok"], fault["line"], fault["key"], fault["code"]) == (False, 2, "langage", "unknown")


def test_doctor_reads_policy_and_certificates_to_their_end(desk: Desk) -> None:
    (desk.folder / "p.toml").write_text("schema = 1\nnonsense = 3\n", encoding="utf-8")
    (desk.folder / "ca.pem").write_text("-----BEGIN CERTIFICATE-----\nnonsense\n", encoding="utf-8")
    code, found = desk.doctor('policy = "p.toml"\nca_bundle = "ca.pem"\n')
    assert code == 1
    assert found["company"][0][0]  # the file itself is well written
    assert any(not ok and "p.toml:" in said for ok, said in found["company policy"])
    assert (False, "ca_bundle_unusable") in found["company ca_bundle"]


def test_a_machine_of_nobody_says_so(desk: Desk) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", DRIVER.replace("pathlib.Path(sys.argv[1])", "None"), "-", "doctor", "--json"],
        capture_output=True, text=True, check=False, timeout=60, env={**os.environ, "VIGIE_HOME": str(desk.folder)},
    )  # fmt: skip
    assert {"check": "company", "ok": True, "found": "none"} in json.loads(ran.stdout)["checks"]


def test_a_forbidden_channel_is_refused_before_anything_is_asked(desk: Desk) -> None:
    ran = desk('connectors = ["bluesky"]', "channel", "add", "mastodon", "--server", "https://m.example", "--secret-stdin",
               stdin="token\n")  # fmt: skip
    assert ran.returncode == 1
    assert "your company allows no mastodon channel" in ran.stderr
    assert "allowed: bluesky" in ran.stderr
    export = desk.folder / "e.csv"
    export.write_text("id,author,text,date\n1,a,b,2026-09-21T10:00:00Z\n", encoding="utf-8")
    ran = desk('connectors = ["bluesky"]', "import", str(export), "--channel", "e", "--json")
    assert (ran.returncode, json.loads(ran.stderr)["code"]) == (1, "company_kind")


def test_another_policy_than_the_locked_one_is_refused(desk: Desk) -> None:
    text = 'policy = "default.fr"\nlocked = ["policy"]\n'
    from console import paths

    other = paths.resources() / "policies" / "default.en.toml"
    ran = desk(text, "policy", "activate", str(other), "--waive", "because")
    assert ran.returncode == 1
    assert "set by your company" in ran.stdout + ran.stderr
    shown = json.loads(desk(text, "policy", "show", "--json").stdout)
    assert "default.en" not in json.dumps(shown)


@pytest.mark.parametrize(
    ("language", "words"), [("en", "set by your company"), ("fr", "fixé par votre entreprise")]
)
def test_a_locked_policy_refuses_before_anything_is_stored_or_replayed(
    desk: Desk, language: str, words: str
) -> None:
    text = 'policy = "default.fr"\nlocked = ["policy"]\n'
    from console import paths

    other = paths.resources() / "policies" / "default.en.toml"
    ran = desk(text, "policy", "activate", str(other), VIGIE_LANG=language)
    assert ran.returncode == 1
    assert ran.stdout.count(words) == 1
    assert ran.stderr == ""  # no replay was announced, no classifier asked
    (only,) = json.loads(desk(text, "policy", "list", "--json").stdout)["items"]
    assert only["state"] == "active"
    ran = desk(text, "policy", "activate", str(other), "--json")
    assert json.loads(ran.stdout)["refusal"]["code"] == "company_locked"
    ran = desk(text, "policy", "activate", "v1", "--json")  # what is in force already is no change
    assert (ran.returncode, json.loads(ran.stdout)["already"]) == (0, True)


@pytest.mark.parametrize(
    ("text", "words", "env", "french"),
    [
        ('language = "fr"', (), {"LANG": "en_GB.UTF-8"}, True),
        ('language = "fr"', (), {"VIGIE_LANG": "en"}, False),
        ('language = "fr"\nlocked = ["language"]', (), {"VIGIE_LANG": "en"}, True),
        ('language = "en"\nlocked = ["language"]', (), {"VIGIE_LANG": "fr"}, False),
        ("", (), {"LC_ALL": "fr_FR.UTF-8"}, True),
    ],
)
def test_the_language_of_the_command_line(
    desk: Desk, text: str, words: tuple[str, ...], env: dict[str, str], french: bool
) -> None:
    said = desk(text, "queue", "show", "1", *words, **env).stderr
    assert ("pas d’espace" in said) is french, said


def test_the_window_does_not_open_in_another_language_than_the_locked_one(desk: Desk) -> None:
    ran = desk('language = "fr"\nlocked = ["language"]', "open", "--lang", "en")
    assert ran.returncode == 1
    assert "fixé par votre entreprise" in ran.stderr
