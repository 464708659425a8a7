"""A company's own engines: the index made of a folder, read from a server or a share, held against what arrives."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from console import managed
from console.classify import packinstall
from console.classify.packoffer import Offer, Offers, read_index
from console.classify.packs import CATALOGUE
from console.cli.pack_sentences import PACK_SENTENCES
from console.domain.errors import EnvironmentFailure, UsageError, VigieError
from console.offer_words import REASONS, left_out_sentence
from console.services.packs import PUBLISHERS, Packs
from tests.company.test_company_cli import Desk
from tests.support import tls
from tests.support.faultserver import Answer, Seen, serving
from tests.support.packs import NAME, archive
from ui.i18n.pack_messages import CLASSIFIER_ERRORS

FILE = "detoxify-original.vigiepack"


@pytest.fixture
def share(tmp_path: Path) -> Path:
    """A folder as a company keeps one: a pack and its index."""
    folder = tmp_path / "share"
    folder.mkdir()
    archive(folder / FILE)
    Packs(tmp_path / "maker").write_index(folder)
    return folder


@pytest.fixture
def packs(tmp_path: Path) -> Packs:
    """A machine's own shelf; the engine is not started, which other tests do."""
    made = Packs(tmp_path / "packs", pause=lambda _: None)
    made._installer._probe = lambda _name, _root: 50.0
    return made


def company(folder: Path, text: str) -> managed.Managed:
    path = folder / "vigie.toml"
    path.write_text(text, encoding="utf-8")
    return managed.use(path)


def at(folder: Path, place: Path | str) -> None:
    assert company(folder, f"packs = '{place}'\n").faults == ()


def files_of(folder: Path) -> Any:
    """Serves a folder's files, with tags and ranges, as a web server does."""

    def answer(seen: Seen) -> Answer:
        file = folder / seen.path.rpartition("/")[2]
        if not file.is_file():
            return Answer(404, b"no")
        content = file.read_bytes()
        start = int(seen.headers.get("range", "bytes=0-").removeprefix("bytes=").rstrip("-"))
        headers = {
            "etag": f'"{hash(content)}"',
            "content-range": f"bytes {start}-{len(content) - 1}/{len(content)}",
        }
        return Answer(206 if start else 200, content[start:], headers)

    return answer


def edit(share: Path, **changes: Any) -> None:
    """The index as another hand left it; None takes a field away."""
    path = share / "index.json"
    body = json.loads(path.read_text("utf-8"))
    body["packs"][0] |= changes
    body["packs"][0] = {key: value for key, value in body["packs"][0].items() if value is not None}
    path.write_text(json.dumps(body), "utf-8")


# ---------------------------------------------------------------------- the maker's side


def test_the_index_says_what_lies_in_the_folder(share: Path) -> None:
    body = json.loads((share / "index.json").read_text("utf-8"))
    (entry,) = body["packs"]
    assert body["format"] == 1
    assert (entry["name"], entry["version"], entry["file"]) == (NAME, "tiny+int8", FILE)
    assert entry["size"] == (share / FILE).stat().st_size
    assert entry["licence"] == "MIT"
    assert len(entry["sha256"]) == 64
    found = read_index((share / "index.json").read_bytes(), "s", set(CATALOGUE))
    assert [one.to_json() for one in found.items] == body["packs"]
    assert found.left_out == ()


def test_what_is_not_sound_stays_out_of_the_index_and_says_why(share: Path, packs: Packs) -> None:
    whole = (share / FILE).read_bytes()
    (share / "cut.vigiepack").write_bytes(whole[: len(whole) // 2])
    at_byte = whole.index(b"{", len(whole) // 3)
    (share / "changed.vigiepack").write_bytes(whole[:at_byte] + b"[" + whole[at_byte + 1 :])
    (share / "my pack.vigiepack").write_bytes(whole)
    archive(share / "without.vigiepack", licence=" ")
    archive(share / "other.vigiepack", name="lormel:own")
    (share / "notes.txt").write_text("no pack")
    items, left_out = packs.write_index(share)
    assert [one.file for one in items] == [FILE]
    assert {one.what: one.code for one in left_out} == {
        "cut.vigiepack": "broken",
        "changed.vigiepack": "broken",
        "my pack.vigiepack": "bad_file",
        "without.vigiepack": "no_licence",
        "other.vigiepack": "no_such_engine",
    }
    archive(share / "second.vigiepack")
    items, left_out = packs.write_index(share)
    assert items == ()
    assert {one.what for one in left_out if one.code == "offered_twice"} == {FILE, "second.vigiepack"}
    # With nothing to offer what stood there stays.
    assert json.loads((share / "index.json").read_text("utf-8"))["packs"]


def test_a_folder_without_packs_is_refused(tmp_path: Path, packs: Packs) -> None:
    for folder, code in ((tmp_path / "none", "pack_folder_missing"), (tmp_path, "pack_folder_empty")):
        with pytest.raises(UsageError) as caught:
            packs.write_index(folder)
        assert caught.value.code == code


# ---------------------------------------------------------------------- the machine's side


@pytest.mark.parametrize("over", ["folder", "http"])
def test_what_the_company_offers_is_installed_without_naming_a_source(
    tmp_path: Path, share: Path, packs: Packs, over: str
) -> None:
    with serving(files_of(share)) as server:
        at(tmp_path, share if over == "folder" else f"{server.url}/vigie")
        offers = packs.offers()
        assert offers is not None
        assert [one.name for one in offers.items] == [NAME]
        plan = packs.plan(NAME)
        size = (share / FILE).stat().st_size
        assert (plan.download, plan.pack.licence, plan.converts) == (size, "MIT", False)
        assert plan.shown == (str(share) if over == "folder" else f"{server.url[7:]}/vigie")
        steps: list[str] = []
        found = packs.install(plan, lambda one: steps.append(one.step))
    assert found.version == "tiny+int8"
    assert {"download", "unpack", "try"} <= set(steps)
    assert packs.states()[1].usable
    assert not packs.shelf.downloads(NAME).exists()


def test_a_download_goes_on_where_it_broke_off(tmp_path: Path, share: Path, packs: Packs) -> None:
    with serving(files_of(share)) as server:
        at(tmp_path, server.url)
        content = (share / FILE).read_bytes()
        server.inject(f"/{FILE}", Answer(200, content, {"etag": f'"{hash(content)}"'}, cut=900))
        packs.install(packs.plan(NAME))
        assert [one.headers.get("range") for one in server.requests(f"/{FILE}")] == [None, "bytes=900-"]


@pytest.mark.parametrize("over", ["folder", "http"])
@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"sha256": "0" * 64}, "pack_hash_mismatch"),
        ({"size": 700}, "pack_larger"),
        ({"size": 99_999_999}, "pack_hash_mismatch"),
        ({"licence": "CC-BY-4.0"}, "pack_index_differs"),
        ({"version": "9"}, "pack_index_differs"),
        ({"name": "detoxify:unbiased"}, "pack_other"),
        ({"file": "absent.vigiepack"}, ""),
    ],
)
def test_what_is_not_as_announced_is_not_installed(
    tmp_path: Path, share: Path, packs: Packs, over: str, changes: dict[str, Any], code: str
) -> None:
    edit(share, **changes)
    if changes.get("size", 0) > 700:
        # The file itself is other than announced: same length, other bytes.
        edit(share, size=(share / FILE).stat().st_size)
        content = bytearray((share / FILE).read_bytes())
        content[-1] ^= 1
        (share / FILE).write_bytes(bytes(content))
    name = str(changes.get("name", NAME))
    with serving(files_of(share)) as server:
        at(tmp_path, share if over == "folder" else server.url)
        plan = packs.plan(name)
        with pytest.raises(VigieError) as caught:
            packs.install(plan)
    assert caught.value.code == (code or "pack_offer_gone")
    assert not packs.shelf.folder(name).exists()
    left = packs.shelf.downloads(name)
    # What was not as announced does not lie there to be taken for it later.
    assert code not in ("pack_hash_mismatch", "pack_larger") or not [*left.glob("*")]


def test_a_larger_file_is_left_before_it_fills_the_disk(tmp_path: Path, share: Path, packs: Packs) -> None:
    """A server that announces nothing and sends without end: at most what the index said is written."""
    size = (share / FILE).stat().st_size
    written: list[int] = []

    with serving(files_of(share)) as server:
        at(tmp_path, server.url)
        plan = packs.plan(NAME)
        server.inject(f"/{FILE}", Answer(200, b"x" * (size * 50)))
        with pytest.raises(EnvironmentFailure) as caught:
            packs.install(plan, lambda one: written.append(one.done))
    assert caught.value.code == "pack_larger"
    assert max(written, default=0) <= size


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"licence": None}, "no_licence"),
        ({"licence": "  "}, "no_licence"),
        ({"version": 3}, "no_version"),
        ({"format": 2}, "other_format"),
        ({"name": "lormel:own"}, "no_such_engine"),
        ({"name": "embedded"}, "no_such_engine"),
        ({"name": ["x"]}, "no_such_engine"),
        ({"file": "../../etc/passwd.vigiepack"}, "bad_file"),
        ({"file": "https://elsewhere.example/x.vigiepack"}, "bad_file"),
        ({"file": "pack.zip"}, "bad_file"),
        ({"size": "290 MB"}, "bad_size"),
        ({"size": True}, "bad_size"),
        ({"sha256": "abc"}, "bad_hash"),
    ],
)
def test_an_entry_that_makes_no_sense_is_left_out_with_its_reason(
    share: Path, changes: dict[str, Any], code: str
) -> None:
    edit(share, **changes)
    found = read_index((share / "index.json").read_bytes(), "s", set(CATALOGUE))
    assert found.items == ()
    (left,) = found.left_out
    assert left.code == code
    for language in ("en", "fr"):
        said = left_out_sentence(left, language)
        assert not {"{", "}"} & set(said)
        assert code not in said


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<html>Sign in</html>", "pack_index_unreadable"),
        (b"\xff\xfe", "pack_index_unreadable"),
        (b"[]", "pack_index_unreadable"),
        (b'{"format": 1, "packs": {}}', "pack_index_unreadable"),
        (b'{"format": 1}', "pack_index_unreadable"),
        (b'{"format": 2, "packs": []}', "pack_index_format"),
        (b"[" * 100_000, "pack_index_unreadable"),
        (b" " * 1_000_001, "pack_index_unreadable"),
    ],
)
def test_a_list_that_is_none_is_refused_whole(data: bytes, code: str) -> None:
    with pytest.raises(EnvironmentFailure) as caught:
        read_index(data, "s", set(CATALOGUE))
    assert caught.value.code == code


def test_an_index_with_a_mark_at_its_beginning_is_read(share: Path) -> None:
    data = b"\xef\xbb\xbf" + (share / "index.json").read_bytes().replace(b"\n", b"\r\n")
    assert read_index(data, "s", set(CATALOGUE)).items


def test_nothing_comes_from_elsewhere_behind_the_companys_back(
    tmp_path: Path, share: Path, packs: Packs, monkeypatch: pytest.MonkeyPatch
) -> None:
    at(tmp_path, share)
    with pytest.raises(UsageError) as caught:
        packs.plan("detoxify:multilingual")
    assert caught.value.code == "pack_not_offered"
    monkeypatch.setattr(packinstall.converting, "probe", lambda _: None)
    assert packs.plan("detoxify:original-small", PUBLISHERS).shown.startswith("https://github.com/")
    for name, code in (("embedded", "pack_bundled"), ("detoxify:huge", "pack_unknown")):
        with pytest.raises(UsageError) as caught:
            packs.plan(name)
        assert caught.value.code == code


def test_a_place_without_an_index_is_told(tmp_path: Path, packs: Packs) -> None:
    at(tmp_path, tmp_path / "nowhere")
    with pytest.raises(EnvironmentFailure) as caught:
        packs.offers()
    assert caught.value.code == "pack_index_unreadable"
    with serving(lambda _: Answer(404, b"")) as server:
        at(tmp_path, server.url)
        with pytest.raises(EnvironmentFailure) as caught:
            packs.offers()
        assert (caught.value.code, caught.value.params["detail"]) == ("pack_unreachable", "HTTP 404")
        server.handle = lambda _: Answer(200, b"x", cut=0)
        with pytest.raises(EnvironmentFailure) as caught:
            packs.offers()
        assert (caught.value.code, caught.value.params["detail"]) == ("pack_unreachable", "connection_lost")


def test_what_keeps_from_the_server_is_named_for_what_it_is(tmp_path: Path, packs: Packs) -> None:
    """Not as a platform's trouble, with a queue that is not there: certificate, date of it, proxy."""
    given, other = tls.authority(tmp_path, "packs.lormel.example"), tmp_path / "other"
    other.mkdir()
    wrong = tls.authority(other)
    place = "packs = 'https://packs.lormel.example/vigie'\n"
    with tls.secure(lambda _: Answer(200, b"{}"), given) as server, tls.Proxy(server.port) as proxy:
        for text, code in (
            (f"packs = '{server.url}'\nca_bundle = '{wrong.bundle}'\n", "pack_untrusted"),
            (f"{place}proxy = '{proxy.url}'\nca_bundle = '{wrong.bundle}'\n", "pack_untrusted"),
            (f"{place}proxy = 'http://127.0.0.1:9'\nca_bundle = '{given.bundle}'\n", "pack_proxy"),
        ):
            assert company(tmp_path, text).faults == ()
            with pytest.raises(EnvironmentFailure) as caught:
                packs.offers()
            assert caught.value.code == code
            assert "example" in str(caught.value.params["host"]) or "127" in str(caught.value.params["host"])


def test_it_goes_through_the_companys_proxy(tmp_path: Path, share: Path, packs: Packs) -> None:
    """A name that only the proxy knows; a wrong one would look it up. Index and file pass through it."""
    given = tls.authority(tmp_path, "packs.lormel.example")
    with tls.secure(files_of(share), given) as server, tls.Proxy(server.port) as proxy:
        text = f"packs = 'https://packs.lormel.example/vigie'\nproxy = '{proxy.url}'\nca_bundle = '{given.bundle}'\n"
        assert company(tmp_path, text).faults == ()
        packs.install(packs.plan(NAME))
        assert proxy.seen == ["CONNECT packs.lormel.example:443 HTTP/1.1"] * 2
    assert packs.states()[1].usable


def test_every_code_has_its_words() -> None:
    raised = {"pack_not_offered", "pack_index_unreadable", "pack_index_format", "pack_index_differs", "pack_larger",
              "pack_no_licence", "pack_offer_gone", "pack_unreachable", "pack_untrusted", "pack_proxy"}  # fmt: skip
    assert raised <= set(PACK_SENTENCES)
    assert raised <= set(CLASSIFIER_ERRORS)
    assert all(set(words) == {"en", "fr"} for words in REASONS.values())
    assert Offers("s", (Offer("a", "1", "f", 1, "0", "MIT"),)).of("b") is None


# ---------------------------------------------------------------------- the program


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_the_command_line_lists_and_installs_what_is_offered(desk: Desk, share: Path) -> None:
    (share / "index.json").unlink()
    made = desk("", "models", "index", str(share), "--json")
    assert made.returncode == 0, made.stderr
    assert json.loads(made.stdout)["path"] == str(share / "index.json")
    text = f"packs = '{share}'\n"
    listed = json.loads(desk(text, "models", "list", "--json").stdout)
    assert listed["company"] == {"source": str(share), "ok": True, "error": None, "say": "", "left_out": []}
    items = {one["name"]: one for one in listed["items"]}
    assert items[NAME]["offered"]["version"] == "tiny+int8"
    assert items["detoxify:multilingual"]["offered"] is None
    done = desk(text, "models", "install", NAME, "--yes", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["version"] == "tiny+int8"
    assert "cette version" in desk(text, "models", "list", VIGIE_LANG="fr").stdout
    none = desk(text, "models", "install", "detoxify:unbiased", "--yes", "--json")
    assert (none.returncode, json.loads(none.stderr)["code"]) == (2, "pack_not_offered")


def test_a_server_that_is_away_takes_nothing_from_the_list(desk: Desk, share: Path) -> None:
    shutil.rmtree(share)
    ran = desk(f"packs = '{share}'\n", "models", "list", VIGIE_LANG="en")
    assert ran.returncode == 0
    assert "embedded" in ran.stdout
    assert f"The list of engines of your company ({share})".lower() in ran.stdout.lower()
    assert (
        json.loads(desk(f"packs = '{share}'\n", "models", "list", "--json").stdout)["company"]["error"]
        == "pack_index_unreadable"
    )


def test_an_index_with_broken_packs_ends_with_one(desk: Desk, share: Path) -> None:
    (share / "cut.vigiepack").write_bytes(b"PK")
    ran = desk("", "models", "index", str(share), VIGIE_LANG="fr")
    assert ran.returncode == 1
    assert "cut.vigiepack\u00a0: ce n’est pas un pack correct" in ran.stdout


def test_an_index_that_cannot_be_written_is_told(desk: Desk, share: Path) -> None:
    (share / "index.json").unlink()
    (share / "index.json" / "x").mkdir(parents=True)
    ran = desk("", "models", "index", str(share))
    assert ran.returncode == 3
    assert "Traceback" not in ran.stderr
    assert not [*share.glob("*.part")]
