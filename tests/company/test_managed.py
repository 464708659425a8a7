"""The company's file: where it lies on three systems, what it takes, and how wrong keys are refused beside good ones."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from console import managed
from console.connectors import registry
from console.domain.keeping import Terms
from console.managed import KEYS, Fault, places, without_password
from console.managed_words import NAMES, REASONS, facts, fault_sentence
from tests.architecture.tree import ROOT

GOOD = """\
# Lormel SA, all desks
language = "fr"
policy = "lormel.toml"
connectors = ["mastodon", "bluesky"]
update_server = "https://updates.lormel.example/vigie/"
update_key = "ed25519:PutHereWhatTheToolPrintsAsYourOwnPublicHalf="
packs = "https://packs.lormel.example/vigie"
proxy = "http://desk:pass-4711@proxy.lormel.example:3128"
no_proxy = [".intra.lormel.example"]
ca_bundle = "company.pem"
help_desk = "IT, extension 4711"
encryption = "required"
encrypted_folders = ["/srv/vigie"]
locked = ["language", "policy"]

[retention]
untouched = 90
decided = 365
authors = 30
"""


def written(folder: Path, text: str) -> Path:
    (folder / "lormel.toml").write_text("name = 'x'\n", encoding="utf-8")
    (folder / "company.pem").write_text("-----BEGIN CERTIFICATE-----\n", encoding="utf-8")
    path = folder / "vigie.toml"
    path.write_text(text, encoding="utf-8")
    return path


# ---------------------------------------------------------------------- where it lies


def test_the_place_on_three_systems() -> None:
    assert places("win32", {}, r"D:\Shared") == (PureWindowsPath(r"D:\Shared\Vigie\vigie.toml"),)
    assert places("win32", {}) == (PureWindowsPath(r"C:\ProgramData\Vigie\vigie.toml"),)
    assert places("darwin", {"XDG_CONFIG_DIRS": "/opt"}) == (
        PurePosixPath("/Library/Application Support/Vigie/vigie.toml"),
    )
    assert places("linux", {}) == (
        PurePosixPath("/etc/vigie/vigie.toml"),
        PurePosixPath("/etc/xdg/vigie/vigie.toml"),
    )


def test_a_persons_variables_lead_past_no_file() -> None:
    """XDG_CONFIG_DIRS adds places behind the system's own; PROGRAMDATA of the environment does not count at all."""
    asked = {
        "XDG_CONFIG_DIRS": "/opt/lormel/:relative:/etc/xdg:",
        "PROGRAMDATA": r"C:\mine",
        "VIGIE_HOME": "/mine",
    }
    assert [str(one) for one in places("linux", asked)] == [
        "/etc/vigie/vigie.toml",
        "/etc/xdg/vigie/vigie.toml",
        "/opt/lormel/vigie/vigie.toml",
    ]
    assert places("win32", asked) == places("win32", {})


def test_the_first_place_with_a_file_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = tmp_path / "a.toml", tmp_path / "b.toml"
    monkeypatch.setattr(managed, "places", lambda *_: (PurePosixPath(first), PurePosixPath(second)))
    assert managed.find() is None
    second.write_text("")
    assert managed.find() == second
    first.write_text("")
    assert managed.find() == first


def test_a_place_that_may_not_be_looked_at_stops_no_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder for administrators alone: the file counts as there, and is told as unreadable. A name too long: none."""
    shut, good = tmp_path / "shut" / "vigie.toml", tmp_path / "vigie.toml"
    good.write_text("")
    real = os.stat

    def look(path: str | Path, **options: bool) -> os.stat_result:
        if str(path) == str(shut):
            raise PermissionError(13, "Permission denied")
        return real(path, **options)

    monkeypatch.setattr(os, "stat", look)
    endless = tmp_path / ("x" * 300) / "vigie.toml"
    monkeypatch.setattr(managed, "places", lambda *_: (PurePosixPath(endless), PurePosixPath(good)))
    assert managed.find() == good
    monkeypatch.setattr(managed, "places", lambda *_: (PurePosixPath(shut), PurePosixPath(good)))
    assert managed.find() == shut


# ---------------------------------------------------------------------- what it says


def test_a_whole_file(tmp_path: Path) -> None:
    path = written(tmp_path, GOOD)
    found = managed.use(path)
    assert managed.current() is found
    assert found.faults == ()
    assert (found.language, found.policy, found.connectors) == (
        "fr",
        tmp_path / "lormel.toml",
        ("mastodon", "bluesky"),
    )
    assert found.update_server == "https://updates.lormel.example/vigie"
    assert found.packs == "https://packs.lormel.example/vigie/"
    assert found.proxy == "http://desk:pass-4711@proxy.lormel.example:3128"
    assert (found.no_proxy, found.ca_bundle) == ((".intra.lormel.example",), tmp_path / "company.pem")
    assert found.help_desk == "IT, extension 4711"
    assert found.retention == Terms(90, 365, 30)
    assert (found.encryption, found.encrypted_folders) == ("required", (Path("/srv/vigie"),))
    assert found.locks("language")
    assert found.locks("policy")
    assert not found.locks("proxy")
    assert found.allows("mastodon")
    assert found.allows("practice")
    assert not found.allows("x")
    assert not found.allows("file")
    for language in ("fr", "en"):
        told = str(facts(found, language))
        assert "pass-4711" not in told
        assert "…@proxy.lormel.example:3128" in told
        assert len(facts(found, language)) == len(KEYS) - 1  # what is locked stands with each


def test_without_a_file_nothing_is_set() -> None:
    found = managed.use(None)
    assert found == managed.Managed()
    assert all(found.allows(kind) for kind in registry.kinds())
    assert not found.locks("language")


def test_a_bundled_policy_goes_by_its_name(tmp_path: Path) -> None:
    found = managed.read(written(tmp_path, 'policy = "default.fr"'))
    assert found.policy is not None
    assert found.policy.name == "default.fr.toml"
    assert found.policy.is_file()


def test_the_connectors_are_those_of_the_registry() -> None:
    assert registry.kinds() == managed.KINDS


def test_engines_are_offered_by_a_folder_that_is_not_looked_at(tmp_path: Path) -> None:
    """A share that is away must not hold up the start: whether it is there is asked when somebody looks."""
    assert managed.read(written(tmp_path, "packs = 'packs'")).packs == str(tmp_path / "packs")
    found = managed.read(written(tmp_path, "packs = '/srv/nowhere'"))
    assert (found.packs, found.faults) == ("/srv/nowhere", ())


def test_an_empty_list_allows_the_practice_network_alone(tmp_path: Path) -> None:
    found = managed.read(written(tmp_path, "connectors = []"))
    assert [kind for kind in registry.kinds() if found.allows(kind)] == ["practice"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("langage = 'fr'", "unknown"),
        ("language = 'de'", "one_of"),
        ("language = 3", "not_string"),
        ("policy = 'nowhere.toml'", "no_file"),
        ("policy = 'default.de'", "no_such_policy"),
        ("connectors = 'mastodon'", "not_list"),
        ("connectors = ['mastodon', 'myspace']", "unknown_kind"),
        ("update_server = 'http://updates.example'", "not_https"),
        ("update_server = 'updates'", "bad_address"),
        ("update_server = 'https://h:99999'", "bad_address"),
        ("packs = 'http://packs.example'", "not_https"),
        ("packs = 'file:///srv/vigie'", "bad_address"),
        ("packs = 3", "not_string"),
        ("proxy = 'socks5://proxy:1080'", "bad_proxy"),
        ("proxy = 'proxy:3128'", "bad_proxy"),
        ("no_proxy = ['a b']", "bad_host"),
        ("ca_bundle = 'lormel.toml'", "no_certificate"),
        ("ca_bundle = '/nowhere/ca.pem'", "no_file"),
        ("help_desk = '" + "x" * 201 + "'", "too_long"),
        ("locked = ['proxy']", "not_lockable"),
        ("locked = ['policy']", "lock_of_nothing"),
        ("retention = 365", "not_terms"),
        ("retention = {}", "not_terms"),
        ("retention = { untouched = 0 }", "days"),
        ("retention = { untouched = true }", "days"),
        ("retention = { untouched = 90.0 }", "days"),
        ("retention = { untouched = '90' }", "days"),
        ("retention = { decided = 36501 }", "days"),
        ("retention = { log = 365 }", "unknown_class"),
        ("retention = { untouched = 90, decided = 30 }", "decided_shorter"),
        ("encryption = true", "taken_as_required"),
        ("encryption = 'Required'", "taken_as_required"),
        ("encrypted_folders = '/home'", "not_list"),
        ("encrypted_folders = ['home']", "not_a_folder"),
        ("encrypted_folders = ['/']", "not_a_folder"),
        ("[network]\nproxy = 'none'", "section"),
    ],
)  # fmt: skip
def test_a_wrong_key_is_refused_and_the_rest_kept(tmp_path: Path, line: str, code: str) -> None:
    """With its line; what stands before it is in force, and no sentence has a gap."""
    found = managed.read(written(tmp_path, f"# first line\n\nhelp_desk_ = 1\n\n{'' if 'help_desk' in line else 'help_desk = '}"
                                           f"{'' if 'help_desk' in line else chr(34) + 'IT' + chr(34)}\n{line}\n"))  # fmt: skip
    assert [one.line for one in found.faults] == [3, 6]
    assert found.faults[1].code == code
    assert found.help_desk == ("" if "help_desk" in line else "IT")
    for language in ("fr", "en"):
        for fault in found.faults:
            said = fault_sentence(fault, language)
            assert not {"?", "{"} & set(said), said
            assert ("ligne" if language == "fr" else "line") in said


@pytest.mark.parametrize(
    "text",
    [
        "language = 'fr'\n\n[retention]\nuntouched = 90\ndecided = 'a year'\n",
        "language = 'fr'\n\nretention.untouched = 90\n\nretention.decided = 0\n",
        "language = 'fr'\n[retention]\nuntouched = 90\n\n  \"decided\" = 12.5\n",
    ],
)
def test_a_wrong_term_stands_with_its_own_line_and_the_others_count(tmp_path: Path, text: str) -> None:
    found = managed.read(written(tmp_path, text))
    assert [(one.line, one.key, one.code) for one in found.faults] == [(5, "retention.decided", "days")]
    assert found.retention == Terms(untouched=90)


def test_keys_below_the_table_are_told_as_its_own(tmp_path: Path) -> None:
    """The trap of TOML: what stands below a table belongs to it. Nothing of it is in force, and the line says so."""
    found = managed.read(written(tmp_path, "[retention]\nuntouched = 90\nproxy = 'none'\n"))
    assert [(one.line, one.key, one.code) for one in found.faults] == [
        (3, "retention.proxy", "unknown_class")
    ]
    assert "[retention]" in fault_sentence(found.faults[0], "en")
    assert (found.retention, found.proxy) == (Terms(untouched=90), "")


def test_terms_of_which_none_makes_sense_are_not_in_force(tmp_path: Path) -> None:
    found = managed.read(written(tmp_path, "retention = { untouched = -1 }"))
    assert (found.retention, found.given) == (None, ())


def test_a_slip_of_the_pen_opens_no_disk(tmp_path: Path) -> None:
    found = managed.read(written(tmp_path, "encryption = 'requird'"))
    assert (found.encryption, found.given) == ("required", ("encryption",))
    assert managed.read(written(tmp_path, "encryption = 'off'")).encryption == "off"


def test_good_entries_of_a_list_stay_in_force(tmp_path: Path) -> None:
    found = managed.read(
        written(tmp_path, 'connectors = ["mastodon", "myspace"]\nno_proxy = ["ok.example", "?"]')
    )
    assert (found.connectors, found.no_proxy) == (("mastodon",), ("ok.example",))
    assert [one.code for one in found.faults] == ["unknown_kind", "bad_host"]


@pytest.mark.parametrize(
    ("data", "line", "code"),
    [
        (b'language = "fr"\nproxy = \n', 2, "syntax"),
        (b'language = "fr"\nlanguage = "en"\n', 2, "syntax"),
        (b"language = 'fr'\nhelp_desk = '\xff'\n", 2, "encoding"),
        (b"#" * 70_000, 1, "too_big"),
        (b"[" * 60_000, 1, "syntax"),
    ],
)
def test_a_file_that_is_no_toml_is_told_with_its_line(
    tmp_path: Path, data: bytes, line: int, code: str
) -> None:
    path = tmp_path / "vigie.toml"
    path.write_bytes(data)
    found = managed.read(path)
    (fault,) = found.faults
    assert (fault.line, fault.code) == (line, code)
    assert found.given == ()


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "vigie.toml"
    path.mkdir()
    (fault,) = managed.read(path).faults
    assert fault.code == "unreadable"


@pytest.mark.skipif(os.name == "nt", reason="a byte order mark is Notepad's")
def test_a_byte_order_mark_does_not_hide_the_first_key(tmp_path: Path) -> None:
    path = tmp_path / "vigie.toml"
    path.write_bytes(b"\xef\xbb\xbflanguage = 'fr'\n")
    assert managed.read(path).language == "fr"


def test_every_reason_and_name_is_said_in_both_languages() -> None:
    for words in (*REASONS.values(), *NAMES.values()):
        assert set(words) == {"fr", "en"}
    assert set(NAMES) == set(KEYS) - {"locked"}
    assert fault_sentence(Fault(3, "", "encoding"), "en").startswith("line 3: this is not UTF-8; ")


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("http://a:b@p:1", "http://…@p:1"),
        ("http://p:1", "http://p:1"),
        ("a:b@p:1", "p:1"),
        ("http://a:b@c@p:1", "http://…@p:1"),
    ],
)
def test_a_password_is_never_shown(given: str, shown: str) -> None:
    assert without_password(given) == shown


@pytest.mark.parametrize(
    "line",
    [
        "update_server = 'https://desk:pass-4711@updates.example'",
        "update_server = 'ftp://desk:pass-4711@updates.example'",
        "no_proxy = ['https://desk:pass-4711@wiki.example']",
        "proxy = 'socks5://desk:pass-4711@proxy.example:1080'",
        "proxy = 'http://desk:pass-4711@proxy.example:3128/path'",
    ],
)
def test_nor_by_the_sentence_that_refuses_its_address(tmp_path: Path, line: str) -> None:
    (fault,) = managed.read(written(tmp_path, line)).faults
    for language in ("fr", "en"):
        assert "4711" not in fault_sentence(fault, language)
        assert "example" in fault_sentence(fault, language)


@pytest.mark.parametrize("page", ["ADMIN.md", "ADMIN.fr.md"])
def test_the_page_for_administrators_is_right(tmp_path: Path, page: str) -> None:
    """Its example is a file without a fault, and it has a word on each key there is."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    example = text.partition("```toml\n")[2].partition("```")[0]
    found = managed.read(written(tmp_path, example))
    assert found.faults == ()
    assert set(found.given) == set(KEYS)
    table = [line for line in text.splitlines() if line.startswith("| `")]
    for key in KEYS:
        if key not in ("help_desk",):  # told by the example
            assert any(f"`{key}`" in line for line in table), key
    for kind in set(registry.kinds()) - {"practice"}:
        assert f"`{kind}`" in text
