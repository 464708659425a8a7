"""Looking for versions over real loopback HTTP: what is believed, what is refused, and what a broken download leaves."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from console import managed, update_list, update_state
from console.classify.packs import Cancelled
from console.domain.errors import ConnectorError, EnvironmentFailure, Transient, UsageError
from console.services.updates import Form, Updates, install_command
from console.store import SCHEMA_VERSION
from console.update_list import UpdateRefused
from tests.support.faultserver import Answer, FaultServer
from tests.support.publisher import (
    CONTENT,
    DAY,
    Key,
    Publisher,
    body,
    file_entry,
    moment,
    publishing,
    release,
    signed,
)

DEB = Form("linux-x86_64", "deb", True)
NAME = "vigie_0.2.0_amd64.deb"
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def key() -> Key:
    return Key()


@pytest.fixture
def publisher(key: Key) -> Iterator[tuple[Publisher, FaultServer]]:
    with publishing(key) as made:
        yield made


@pytest.fixture
def made(publisher: tuple[Publisher, FaultServer]) -> Publisher:
    return publisher[0]


def updates(folder: Path, server: str, *keys: Key, **more: Any) -> Updates:
    home = folder / "home"
    home.mkdir(exist_ok=True)
    texts = tuple(one.text for one in keys)
    given = {
        "version": "0.1.0",
        "form": DEB,
        "pause": lambda _seconds: None,
        "maker": lambda: (server, texts),
    }
    return Updates(home, **{**given, **more})


@pytest.fixture
def ours(publisher: tuple[Publisher, FaultServer], key: Key, tmp_path: Path) -> Updates:
    """A copy of the program whose maker pinned this server and key."""
    return updates(tmp_path, publisher[1].url, key)


# ---------------------------------------------------------------------- consent


def test_it_is_off_and_asks_nobody(ours: Updates, made: Publisher) -> None:
    """Reading about it, and whether it is time, sends nothing; only a look that somebody asked for does."""
    assert ours.trust().consent == ""
    assert not ours.due()
    assert ours.known() is None
    assert made.seen == []
    ours.switch(True)
    assert ours.trust().consent == "person"
    assert ours.due()
    ours.check()
    assert not ours.due()
    assert [one.path for one in made.seen] == [f"/{update_list.NAME}"]
    ours.switch(False)
    assert (ours.trust().consent, ours.due()) == ("", False)


def test_what_is_sent_says_nothing_of_who_asks(ours: Updates, made: Publisher) -> None:
    ours.check()
    sent = made.seen[0]
    assert (sent.method, sent.query, sent.body) == ("GET", {}, b"")
    assert sent.headers["user-agent"] == "Vigie"
    assert set(sent.headers) <= {"host", "accept", "accept-encoding", "connection", "user-agent"}


def test_a_day_later_it_is_time_again_and_a_clock_set_back_puts_nothing_off(ours: Updates) -> None:
    ours.switch(True)
    ours.check()
    now = time.time()
    for offset, due in ((10, False), (DAY + 10, True), (-10_000, True)):
        ours._clock = lambda offset=offset: now + offset
        assert ours.due() is due


def test_a_copy_without_a_key_says_so_and_asks_nobody(
    publisher: tuple[Publisher, FaultServer], tmp_path: Path
) -> None:
    none = updates(tmp_path, publisher[1].url)
    none.switch(True)
    assert not none.due()
    with pytest.raises(EnvironmentFailure) as caught:
        none.check()
    assert caught.value.code == "update_no_key"
    assert publisher[0].seen == []


def test_without_a_server_nobody_is_asked(key: Key, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFailure) as caught:
        updates(tmp_path, "", key).check()
    assert caught.value.code == "update_no_server"


def test_the_project_pins_nothing_yet() -> None:
    """What lies in resources/ is for makers to fill; until then the program cannot look and says so."""
    assert Updates().trust() == Updates().trust()
    assert (Updates().trust().keys, Updates().trust().server) == ((), "")


def test_the_companys_server_and_key_are_its_consent_and_come_first(
    publisher: tuple[Publisher, FaultServer], key: Key, tmp_path: Path
) -> None:
    other = Key()
    mine = updates(tmp_path, "https://maker.example", other)
    mine.switch(True, server="https://mine.example")
    file = tmp_path / "vigie.toml"
    file.write_text(f'update_server = "{publisher[1].url}/"\nupdate_key = ["{key.text}"]\n')
    assert managed.use(file).faults == ()
    trust = mine.trust()
    assert (trust.keys, trust.keys_by) == ((key.raw,), "company")
    assert (trust.server, trust.server_by, trust.consent) == (publisher[1].url, "company", "company")
    assert mine.check().offer is not None
    for change in ({"on": False}, {"on": True, "server": "https://mine.example"}):
        with pytest.raises(UsageError) as caught:
            mine.switch(**change)
        assert caught.value.code == "update_set_by_company"


@pytest.mark.parametrize(
    "text", ["update_key = 'ed25519:short'", "update_key = 5", "update_key = []", "update_key = ['']"]
)
def test_a_key_that_is_none_is_refused_with_its_line(tmp_path: Path, text: str) -> None:
    file = tmp_path / "vigie.toml"
    file.write_text(f"language = 'fr'\n{text}\n")
    found = managed.use(file)
    assert [(one.line, one.key) for one in found.faults] == [(2, "update_key")]
    assert found.update_key == ()


@pytest.mark.parametrize(
    "server", ["http://updates.example", "ftp://x", "https://a:b@updates.example", "updates"]
)
def test_a_server_without_encryption_is_no_server(ours: Updates, server: str) -> None:
    with pytest.raises(UsageError):
        ours.switch(True, server=server)
    assert not ours.state.on


# ---------------------------------------------------------------------- what is offered


def test_a_newer_version_with_its_words(ours: Updates) -> None:
    found = ours.check()
    assert found.offer is not None
    assert found.offer.release.version == "0.2.0"
    assert found.offer.release.notes["fr"] == ("La file se souvient d’où vous étiez.",)
    assert found.file is not None
    assert found.file.name == NAME
    assert ours.known() == found  # and without asking again


@pytest.mark.parametrize("running", ["0.2.0", "0.2.1", "1.0.0", "0.10.0"])
def test_an_older_or_the_same_version_is_never_offered(
    running: str, publisher: tuple[Publisher, FaultServer], key: Key, tmp_path: Path
) -> None:
    assert updates(tmp_path, publisher[1].url, key, version=running).check().offer is None


def test_a_version_that_cannot_read_these_workspaces_is_reached_by_a_step(key: Key, tmp_path: Path) -> None:
    step = release("0.3.0", schema=SCHEMA_VERSION + 1)
    far = release("0.4.0", schema=SCHEMA_VERSION + 2, minimum_schema=SCHEMA_VERSION + 1)
    with publishing(key, step, far, release("0.2.0")) as (_, server):
        found = updates(tmp_path, server.url, key).check()
    assert found.offer is not None
    assert (found.offer.release.version, found.offer.beyond) == ("0.3.0", "0.4.0")


def test_previews_come_only_to_who_asked_for_them(key: Key, tmp_path: Path) -> None:
    with publishing(key, release("0.2.0"), release("0.3.0", channel="preview")) as (_, server):
        mine = updates(tmp_path, server.url, key)
        stable = mine.check().offer
        mine.switch(True, channel="preview")
        preview = mine.check().offer
    assert stable is not None
    assert preview is not None
    assert (stable.release.version, preview.release.version) == ("0.2.0", "0.3.0")


# ---------------------------------------------------------------------- what does not hold


def refused(mine: Updates) -> str:
    """The code of the refusal; what was known and seen before is as it was."""
    before = (mine.state, update_state.kept_list(mine.folder))
    with pytest.raises(UpdateRefused) as caught:
        mine.check()
    assert (mine.state, update_state.kept_list(mine.folder)) == before
    return caught.value.code


def test_every_changed_byte_is_noticed(ours: Updates, made: Publisher) -> None:
    good = made.listed
    start = good.index(b"\n\n") + 2
    for place in (start, start + 40, len(good) - 1):
        made.listed = good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :]
        assert refused(ours) == "update_bad_signature"
    made.listed = good + b" "
    assert refused(ours) == "update_bad_signature"


def test_another_key_is_not_believed(ours: Updates, made: Publisher) -> None:
    made.listed = signed(body(), Key())
    assert refused(ours) == "update_unknown_key"


def test_nor_one_under_the_number_of_ours(ours: Updates, made: Publisher, key: Key) -> None:
    payload = body()
    made.listed = update_list.wrap(payload, {key.number: Key().sign(payload)})
    assert refused(ours) == "update_bad_signature"


def test_nor_a_signature_over_the_bare_text(ours: Updates, made: Publisher, key: Key) -> None:
    """What the same key signed for another purpose is no list."""
    payload = body()
    made.listed = update_list.wrap(payload, {key.number: key._key.sign(payload)})
    assert refused(ours) == "update_bad_signature"


def test_keys_rotate(publisher: tuple[Publisher, FaultServer], key: Key, tmp_path: Path) -> None:
    """A list that old and new key signed is read by copies that know either, or both."""
    new = Key()
    publisher[0].listed = signed(body(2), key, new)
    for number, keys in enumerate(((key,), (new,), (key, new))):
        folder = tmp_path / str(number)
        folder.mkdir()
        mine = updates(folder, publisher[1].url, *keys)
        assert mine.check().offer is not None
        assert set(mine.state.seen) == {one.number for one in keys}


def test_an_earlier_list_is_no_way_back_even_by_the_other_key(
    publisher: tuple[Publisher, FaultServer], key: Key, tmp_path: Path
) -> None:
    new = Key()
    mine = updates(tmp_path, publisher[1].url, key, new)
    publisher[0].listed = signed(body(7), new)
    mine.check()
    for replayed in (signed(body(6), new), signed(body(6), key)):
        publisher[0].listed = replayed
        assert refused(mine) == "update_replayed"
    publisher[0].listed = signed(body(7, release("0.9.0")), new)
    assert refused(mine) == "update_two_lists"
    publisher[0].listed = signed(body(8), new)
    assert mine.check().offer is not None


def test_a_list_whose_time_is_over_or_has_not_come(ours: Updates, made: Publisher, key: Key) -> None:
    now = time.time()
    made.listed = signed(body(2, issued=moment(now - 91 * DAY), expires=moment(now - DAY)), key)
    assert refused(ours) == "update_expired"
    made.listed = signed(body(2, issued=moment(now + 3 * DAY), expires=moment(now + 9 * DAY)), key)
    assert refused(ours) == "update_from_future"
    made.listed = signed(body(2, issued=moment(now), expires=moment(now + 400 * DAY)), key)
    assert refused(ours) == "update_bad_list"


def test_a_kept_list_that_grew_old_offers_no_download(ours: Updates) -> None:
    ours.check()
    ours._clock = lambda: time.time() + 91 * DAY
    found = ours.known()
    assert found is not None
    assert found.old
    with pytest.raises(UpdateRefused) as caught:
        ours.choose(found)
    assert caught.value.code == "update_expired"


def test_a_kept_list_that_was_changed_on_the_disk_is_nothing(ours: Updates) -> None:
    ours.check()
    path = ours.folder / update_list.NAME
    path.write_bytes(path.read_bytes().replace(b"0.2.0", b"0.3.0"))
    assert ours.known() is None


@pytest.mark.parametrize(
    "data", [b"", b"<html>Sign in</html>", b"vigie-updates 1\n\n{}", b"vigie-updates 1\n" + b"x" * 9000]
)
def test_what_is_no_list(ours: Updates, made: Publisher, data: bytes) -> None:
    made.listed = data
    assert refused(ours) == "update_no_list"


def test_a_huge_list_is_not_read_to_its_end(ours: Updates, made: Publisher) -> None:
    made.listed = b"x" * (64 * update_list.MAX_BYTES)
    assert refused(ours) == "update_list_too_large"


def test_a_list_cut_off_is_no_list(ours: Updates, made: Publisher) -> None:
    made.answers = [Answer(200, made.listed, {"content-length": str(len(made.listed))}, cut=200)]
    with pytest.raises(Transient) as caught:
        ours.check()
    assert caught.value.code == "connection_lost"


def test_a_redirect_to_no_encryption_is_not_followed(ours: Updates, made: Publisher) -> None:
    made.redirect = "http://updates.example/vigie-updates.signed"
    with pytest.raises(UsageError) as caught:
        ours.check()
    assert caught.value.code == "server_not_https"


def test_a_server_that_is_away_or_says_no(ours: Updates, made: Publisher, key: Key, tmp_path: Path) -> None:
    made.answers = [Answer(404), Answer(503)]
    for _ in range(2):
        with pytest.raises(ConnectorError):
            ours.check()
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        away = f"http://127.0.0.1:{free.getsockname()[1]}"
    folder = tmp_path / "away"
    folder.mkdir()
    with pytest.raises(ConnectorError) as caught:
        updates(folder, away, key).check()
    assert caught.value.exit_code == 4


BAD: dict[str, dict[str, Any]] = {
    "product": {"product": "other"},
    "format": {"format": 0},
    "sequence": {"sequence": "7"},
    "releases": {"releases": "none"},
    "issued": {"issued": "yesterday"},
    "expires": {"expires": "2026-13-45T99:99:99Z"},
    "releases[0].version": {"releases": [release("0.2")]},
    "releases[0].channel": {"releases": [release(channel="nightly")]},
    "releases[0].minimum_schema": {"releases": [release(minimum_schema=SCHEMA_VERSION + 1)]},
    "releases[0].notes.en": {"releases": [release(notes={"en": ["\u202eevil"], "fr": []})]},
    "releases[0].files.name": {"releases": [release(files=[file_entry("../../etc/x.deb")])]},
    "releases[0].files.sha256": {"releases": [release(files=[file_entry("x.deb", sha256="00")])]},
    "size": {"releases": [release(files=[file_entry("x.deb", size=10**12)])]},
    "releases[0].files.platform": {"releases": [release(files=[file_entry("x.deb", platform="..")])]},
}


@pytest.mark.parametrize("where", list(BAD))
def test_a_signed_list_that_makes_no_sense_names_the_place(
    where: str, ours: Updates, made: Publisher, key: Key
) -> None:
    made.listed = signed(body(2, **BAD[where]), key)
    with pytest.raises(UpdateRefused) as caught:
        ours.check()
    assert (caught.value.code, caught.value.params["where"]) == ("update_bad_list", where)


def test_a_list_of_a_later_form_says_so(ours: Updates, made: Publisher, key: Key) -> None:
    made.listed = signed(body(2, format=2), key)
    assert refused(ours) == "update_newer_form"


def test_a_name_like_a_workspace_is_no_package() -> None:
    with pytest.raises(UpdateRefused):
        update_list.read(body(1, release(files=[file_entry("default.vigie")])))


def test_two_processes_that_look_keep_the_later_list(ours: Updates, key: Key) -> None:
    later = update_state.Seen(9, "b")
    update_state.change(ours.folder, seen={key.number: later})
    update_state.change(ours.folder, seen={key.number: update_state.Seen(8, "a")})
    assert ours.state.seen == {key.number: later}


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"on": 1, "seen": {"x": {"sequence": "a"}}, "channel": "weekly"}']
)
def test_a_memory_that_makes_no_sense_is_no_consent(ours: Updates, text: str) -> None:
    (ours.folder / update_state.FILE).write_text(text)
    assert ours.state == update_state.State()


def test_nothing_of_it_is_loaded_with_the_program() -> None:
    """cryptography is large: looking at one's settings does not load it, and neither does the command line."""
    code = "import sys, console.cli.main, console.services.updates as u; u.Updates().trust(); sys.exit('cryptography' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=60)


# ---------------------------------------------------------------------- downloading


def get(mine: Updates, folder: Path, **more: Any) -> Any:
    found = mine.check()
    return mine.download(*mine.choose(found), folder, **more)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "saved here"
    made.mkdir()
    return made


def test_a_package_arrives_whole_with_the_one_command(ours: Updates, folder: Path) -> None:
    told: list[tuple[int, int]] = []
    saved = get(ours, folder, told=lambda done, whole: told.append((done, whole)))
    assert saved.path.read_bytes() == CONTENT
    assert saved.command == f"sudo apt install '{folder}/{NAME}'"
    assert [one.name for one in folder.iterdir()] == [NAME]
    assert told[-1][0] == len(CONTENT)
    assert saved.path.stat().st_mode & 0o111 == 0  # nothing that could run by itself


def test_a_broken_download_goes_on_where_it_was(ours: Updates, made: Publisher, folder: Path) -> None:
    made.cut = [200_000, 100_000]
    assert get(ours, folder).path.read_bytes() == CONTENT
    assert [one.headers.get("range") for one in made.asked(NAME)] == [None, "bytes=200000-", "bytes=300000-"]


def test_also_the_next_day_by_another_start(
    ours: Updates, made: Publisher, folder: Path, key: Key, tmp_path: Path
) -> None:
    stop = iter([False] * 3 + [True] * 99)
    made.cut = [300_000]
    with pytest.raises(Cancelled) as caught:
        get(ours, folder, cancelled=lambda: next(stop))
    assert caught.value.code == "update_stopped"
    assert not (folder / NAME).exists()
    kept = (folder / f"{NAME}.part").stat().st_size
    assert kept > 0
    again = Updates(ours.folder, version="0.1.0", form=DEB, maker=ours._maker)
    assert get(again, folder).path.read_bytes() == CONTENT
    assert made.asked(NAME)[-1].headers.get("range") == f"bytes={kept}-"
    assert [one.name for one in folder.iterdir()] == [NAME]


@pytest.mark.parametrize("content", [CONTENT[:-1] + b"x", CONTENT[:-5], CONTENT + b"more", b""])
def test_another_file_than_was_signed_for_leaves_nothing(
    content: bytes, ours: Updates, made: Publisher, folder: Path
) -> None:
    made.files[NAME] = content
    with pytest.raises(UpdateRefused) as caught:
        get(ours, folder)
    assert caught.value.code == "update_wrong_file"
    assert list(folder.iterdir()) == []


def test_an_endless_file_does_not_fill_the_disk(ours: Updates, made: Publisher, folder: Path) -> None:
    made.files[NAME] = CONTENT * 20
    sizes: list[int] = []
    with pytest.raises(UpdateRefused):
        get(ours, folder, told=lambda done, _all: sizes.append(done))
    assert max(sizes, default=0) <= len(CONTENT)
    assert list(folder.iterdir()) == []


def test_a_file_redirected_to_no_encryption(ours: Updates, made: Publisher, folder: Path) -> None:
    found = ours.check()
    made.redirect = "http://updates.example/x.deb"
    with pytest.raises(UsageError):
        ours.download(*ours.choose(found), folder)
    assert not (folder / NAME).exists()


def test_what_a_person_has_there_is_never_written_over(ours: Updates, made: Publisher, folder: Path) -> None:
    (folder / NAME).write_text("mine")
    with pytest.raises(UsageError) as caught:
        get(ours, folder)
    assert caught.value.code == "update_file_there"
    assert (folder / NAME).read_text() == "mine"
    (folder / NAME).write_bytes(CONTENT)  # the very file: nothing is fetched again
    assert get(ours, folder).path == folder / NAME
    assert made.asked(NAME) == []


def test_no_folder_no_room_nothing_newer_no_package(
    ours: Updates, made: Publisher, folder: Path, key: Key, tmp_path: Path
) -> None:
    with pytest.raises(UsageError) as caught:
        get(ours, folder / "nowhere")
    assert caught.value.code == "update_no_folder"
    found = ours.check()
    with pytest.raises(UsageError) as caught:
        ours.choose(found, "msi", "windows-x86_64")
    assert caught.value.code == "update_no_file"
    assert caught.value.params["known"] == "linux-x86_64 deb"
    ours.form = Form("linux-x86_64", "checkout")
    with pytest.raises(UsageError) as caught:
        ours.choose(found)
    assert caught.value.code == "update_checkout"
    assert ours.choose(found, "deb")[1].name == NAME
    ours.version = "0.2.0"
    with pytest.raises(UsageError) as caught:
        ours.choose(ours.check())
    assert caught.value.code == "update_nothing_newer"


@pytest.mark.parametrize(
    ("kind", "path", "command"),
    [
        ("deb", "/tmp/a b/x'y.deb", "sudo apt install '/tmp/a b/x'\"'\"'y.deb'"),
        ("tar.zst", "/srv/v.tar.zst", "tar --zstd -xf /srv/v.tar.zst"),
        ("pkg", "/Users/a/v.pkg", "sudo installer -pkg /Users/a/v.pkg -target /"),
        ("msi", "/v.msi", 'msiexec /i "/v.msi"'),
    ],
)
def test_the_command_of_each_kind(kind: str, path: str, command: str) -> None:
    assert install_command(kind, Path(path)) == command


def test_json_of_the_memory_is_plain(ours: Updates) -> None:
    """An administrator may read it."""
    ours.check()
    found = json.loads((ours.folder / update_state.FILE).read_text())
    assert set(found) == {"on", "server", "channel", "checked_at", "announced", "seen"}
