"""Is the disk encrypted: an invented /sys tree, the words of other systems' commands, and a program that then opens or not."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from console import encrypted, managed, paths
from console.domain.errors import EnvironmentFailure
from console.encrypted import Answer, Found, Linux, Mount, macos, mount_of, mounts, windows, windows_command
from console.runtime.app import Console
from console.services import company
from tests.company.test_company_cli import Desk
from tests.support.workspaces import add_channel

REAL = """\
22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime shared:1 master:2 - ext4 /dev/root rw
31 27 253:3 / /home rw - ext4 /dev/mapper/home rw
32 31 0:44 / /home/ana/my\\040files rw - fuse.gocryptfs /home/ana/.files rw
nonsense
33 27 0:50 / /mnt/share rw - nfs4 server:/share rw
"""


class Tree:
    """A /sys of our own: disks, partitions, mappings, each with its number."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._numbers = 0
        (root / "dev" / "block").mkdir(parents=True)

    def _node(self, folder: Path) -> str:
        folder.mkdir(parents=True)
        (folder / "slaves").mkdir()
        number = f"8:{self._numbers}"
        self._numbers += 1
        (self.root / "dev" / "block" / number).symlink_to(folder)
        return number

    def disk(self, name: str) -> str:
        return self._node(self.root / "devices" / name)

    def part(self, disk: str, name: str) -> str:
        number = self._node(self.root / "devices" / disk / name)
        (self.root / "devices" / disk / name / "partition").write_text("1\n")
        return number

    def mapped(self, name: str, uuid: str, *below: str) -> str:
        number = self._node(self.root / "devices" / name)
        folder = self.root / "devices" / name
        if uuid:
            (folder / "dm").mkdir()
            (folder / "dm" / "uuid").write_text(uuid + "\n")
            (folder / "dm" / "name").write_text(f"the-{name}\n")
        for one in below:
            (folder / "slaves" / Path(one).name).symlink_to(self.root / "devices" / one)
        return number

    def loop(self, name: str, backing: str) -> str:
        number = self._node(self.root / "devices" / name)
        (self.root / "devices" / name / "loop").mkdir()
        (self.root / "devices" / name / "loop" / "backing_file").write_text(backing + "\n")
        return number

    def btrfs(self, *devices: str) -> None:
        folder = self.root / "fs" / "btrfs" / f"uuid-{self._numbers}" / "devices"
        folder.mkdir(parents=True)
        for one in devices:
            (folder / Path(one).name).symlink_to(self.root / "devices" / one)


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return Tree(tmp_path / "sys")


def look(tree: Tree, *lines: str, path: str = "/home/ana", zfs: str = "", policy: bool = False) -> Found:
    text = "\n".join(lines)
    machine = Linux(
        tree.root, text, real=lambda name: name, policy=lambda _path: policy, run=lambda _words: zfs
    )
    return machine.look(path)


def on(number: str, point: str = "/home", kind: str = "ext4", source: str = "/dev/x") -> str:
    return f"31 27 {number} / {point} rw - {kind} {source} rw"


# ---------------------------------------------------------------------- mountinfo


def test_the_deepest_mount_holds_a_path_and_of_two_the_last() -> None:
    found = mounts(REAL)
    assert len(found) == 5
    assert found[3] == Mount("0:44", "/home/ana/my files", "fuse.gocryptfs", "/home/ana/.files")
    for path, point in (
        ("/home/ana/my files/w", "/home/ana/my files"),
        ("/home/ana", "/home"),
        ("/homes/ana", "/"),
        ("/", "/"),
    ):
        mount = mount_of(found, path)
        assert mount is not None
        assert mount.point == point
    over = mount_of([*found, Mount("0:9", "/home", "tmpfs", "none")], "/home/ana")
    assert over is not None
    assert over.kind == "tmpfs"
    assert mount_of([], "/") is None


# ---------------------------------------------------------------------- Linux


def test_a_bare_disk_is_not_encrypted(tree: Tree) -> None:
    tree.disk("sda")
    assert look(tree, on(tree.part("sda", "sda2"))) == Found(Answer.NO, "sda")


def test_luks_under_the_file_system(tree: Tree) -> None:
    tree.disk("nvme0n1")
    tree.part("nvme0n1", "nvme0n1p3")
    number = tree.mapped("dm-0", "CRYPT-LUKS2-0123-home", "nvme0n1/nvme0n1p3")
    assert look(tree, on(number)) == Found(Answer.YES, "the-dm-0")


def test_lvm_on_luks_and_luks_on_lvm(tree: Tree) -> None:
    tree.disk("sda")
    tree.part("sda", "sda1")
    tree.mapped("dm-0", "CRYPT-LUKS1-01-pv", "sda/sda1")
    above = tree.mapped("dm-1", "LVM-abc", "dm-0")
    assert look(tree, on(above)).answer is Answer.YES
    tree.mapped("dm-2", "LVM-def", "sda/sda1")
    assert look(tree, on(tree.mapped("dm-3", "CRYPT-PLAIN-x", "dm-2"))).answer is Answer.YES
    assert look(tree, on(tree.mapped("dm-4", "LVM-ghi", "sda/sda1"))) == Found(Answer.NO, "sda")


def test_a_volume_over_two_disks_is_encrypted_when_both_are(tree: Tree) -> None:
    tree.disk("sda")
    tree.disk("sdb")
    tree.mapped("dm-0", "CRYPT-LUKS2-1", "sda")
    tree.mapped("dm-1", "CRYPT-LUKS2-2", "sdb")
    assert look(tree, on(tree.mapped("dm-2", "LVM-a", "dm-0", "dm-1"))).answer is Answer.YES
    assert look(tree, on(tree.mapped("dm-3", "LVM-b", "dm-0", "sdb"))) == Found(Answer.NO, "sdb")
    assert look(tree, on(tree.mapped("md0", "", "dm-0", "dm-1"))).answer is Answer.YES
    assert look(tree, on(tree.mapped("md1", "", "dm-1", "sda"))).answer is Answer.NO


@pytest.mark.parametrize("uuid", ["CRYPT-VERITY-1", "CRYPT-INTEGRITY-2"])
def test_what_only_checks_is_no_encryption(tree: Tree, uuid: str) -> None:
    tree.disk("sda")
    assert look(tree, on(tree.mapped("dm-0", uuid, "sda"))).answer is Answer.NO


def test_a_loop_is_as_its_file(tree: Tree) -> None:
    tree.disk("sda")
    tree.disk("sdb")
    safe = on(tree.mapped("dm-0", "CRYPT-LUKS2-1", "sda"), "/safe")
    bare = on(tree.part("sdb", "sdb1"), "/")
    assert look(tree, bare, safe, on(tree.loop("loop0", "/safe/disk.img"))).answer is Answer.YES
    assert look(tree, bare, safe, on(tree.loop("loop1", "/disk.img"))).answer is Answer.NO
    inside = tree.loop("loop2", "/home/disk.img")  # a file in itself
    assert look(tree, bare, on(inside)).answer is Answer.UNKNOWN


@pytest.mark.parametrize(
    ("kind", "answer"),
    [("ecryptfs", "yes"), ("fuse.gocryptfs", "yes"), ("fuse.sshfs", "unknown"), ("nfs4", "unknown"),
     ("overlay", "unknown"), ("tmpfs", "unknown"), ("9p", "unknown"), ("btrfs", "unknown")],
)  # fmt: skip
def test_file_systems_without_a_disk(tree: Tree, kind: str, answer: str) -> None:
    assert look(tree, on("0:44", kind=kind)) == Found(Answer(answer), kind)


def test_a_folder_under_fscrypt(tree: Tree) -> None:
    tree.disk("sda")
    assert look(tree, on(tree.part("sda", "sda1")), policy=True) == Found(Answer.YES, "fscrypt")


def test_btrfs_over_all_its_disks(tree: Tree) -> None:
    tree.disk("sda")
    tree.disk("sdb")
    tree.mapped("dm-0", "CRYPT-LUKS2-1", "sda")
    tree.mapped("dm-1", "CRYPT-LUKS2-2", "sdb")
    tree.btrfs("dm-0", "dm-1")
    line = on("0:30", kind="btrfs", source="/dev/mapper/dm-0")
    assert look(tree, line).answer is Answer.YES
    tree.disk("sdc")
    tree.mapped("dm-3", "CRYPT-LUKS2-3", "sdc")
    tree.btrfs("dm-3", "sdc")
    assert look(tree, on("0:31", kind="btrfs", source="/dev/mapper/dm-3")) == Found(Answer.NO, "sdc")


@pytest.mark.parametrize(
    ("said", "answer"),
    [("aes-256-gcm\n", "yes"), ("on\n", "yes"), ("off\n", "unknown"), ("-\n", "unknown"), ("", "unknown")],
)
def test_zfs_says_it_itself(tree: Tree, said: str, answer: str) -> None:
    assert look(tree, on("0:30", kind="zfs", source="tank/home"), zfs=said).answer.value == answer


@pytest.mark.parametrize("name", ["nbd0", "rbd1", "zram0", "bcache0", "drbd1"])
def test_disks_that_nobody_knows_are_not_judged(tree: Tree, name: str) -> None:
    assert look(tree, on(tree.disk(name))) == Found(Answer.UNKNOWN, name)


def test_a_disk_that_sys_does_not_show(tree: Tree) -> None:
    assert look(tree, on("259:9")).answer is Answer.UNKNOWN
    assert look(tree, "").answer is Answer.UNKNOWN


@pytest.mark.skipif(sys.platform != "linux", reason="asks this machine's own kernel")
def test_this_machine_has_an_answer(tmp_path: Path) -> None:
    found = encrypted.look(tmp_path / "not yet" / "w.vigie")
    assert found.by
    assert encrypted.look(tmp_path / "w.vigie", [tmp_path]) == Found(Answer.YES, str(tmp_path))
    assert not encrypted.fscrypt(str(tmp_path / "nothing here"))


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_out_of_a_folder_that_is_answered_for_is_seen_through(tmp_path: Path) -> None:
    safe, bare = tmp_path / "safe", tmp_path / "bare"
    safe.mkdir()
    bare.mkdir()
    (bare / "w.vigie").touch()
    (safe / "w.vigie").symlink_to(bare / "w.vigie")
    assert encrypted.look(safe / "w.vigie", [safe]).by != str(safe)
    assert encrypted.look(safe / "other.vigie", [safe]).by == str(safe)
    assert encrypted.look(tmp_path / "safety" / "w.vigie", [safe]).by != str(safe)


# ---------------------------------------------------------------------- Windows, macOS


@pytest.mark.parametrize(
    ("said", "answer"),
    [("1\r\n", "yes"), ("2\r\n", "no"), ("3", "no"), ("4", "no"), ("5", "no"), ("6", "unknown"), ("8", "no"),
     ("0", "unknown"), ("", "unknown"), ("True", "unknown")],
)  # fmt: skip
def test_bitlocker_by_the_shell(said: str, answer: str) -> None:
    asked: list[Sequence[str]] = []

    def run(words: Sequence[str]) -> str:
        asked.append(words)
        return said

    assert windows(r"d:\people\ana", run).answer.value == answer
    (words,) = asked
    assert words[0] == "powershell.exe"
    assert "System.Volume.BitLockerProtection" in words[-1]
    assert r"NameSpace('d:\')" in words[-1]


def test_a_share_is_asked_nothing() -> None:
    def run(_words: Sequence[str]) -> str:
        raise AssertionError

    assert windows(r"\\server\share\ana", run) == Found(Answer.UNKNOWN, "share")
    with pytest.raises(ValueError, match="C:'"):
        windows_command("C:'); Remove-Item x; ('")


@pytest.mark.parametrize(
    ("said", "answer"),
    [("FileVault is On.\n", "yes"), ("FileVault is Off.\n", "no"), ("", "unknown"),
     ("FileVault is On.\nEncryption in progress: Percent completed = 12\n", "no"),
     ("FileVault is Off, but will be enabled after the next restart.\n", "no"),
     ("FileVault is Off.\nDecryption in progress: Percent completed = 3\n", "no")],
)  # fmt: skip
def test_filevault(said: str, answer: str) -> None:
    assert macos("/Users/ana", lambda _words: said).answer.value == answer
    assert macos("/Volumes/Stick/ana", lambda _words: said) == Found(Answer.UNKNOWN, "/Volumes/Stick")


def test_a_command_that_is_not_there_or_fails_says_nothing() -> None:
    assert encrypted.run_command(("/no/such/command",)) == ""
    assert encrypted.run_command((sys.executable, "-c", "print(1); raise SystemExit(3)")) == ""
    assert encrypted.run_command((sys.executable, "-c", "print(1)")).strip() == "1"


# ---------------------------------------------------------------------- required


def _require(folder: Path, more: str = "") -> None:
    file = folder / "vigie.toml"
    file.write_text(f'encryption = "required"\n{more}', encoding="utf-8")
    managed.use(file)


@pytest.mark.parametrize(("answer", "code"), [("no", "disk_plain"), ("unknown", "disk_unknown")])
def test_nothing_is_opened_or_made_on_such_a_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, code: str
) -> None:
    monkeypatch.setattr(encrypted, "_look", lambda _folder: Found(Answer(answer), "sda"))
    monkeypatch.setattr(encrypted, "_asked", {})
    path = tmp_path / "new" / "w.vigie"
    _require(tmp_path)
    with pytest.raises(EnvironmentFailure, match=code) as caught:
        Console.open(path)
    assert (caught.value.exit_code, caught.value.params["by"]) == (3, "sda")
    assert not path.parent.exists()
    _require(tmp_path, f"encrypted_folders = ['{tmp_path}']\n")
    Console.open(path).close()
    assert path.exists()


def test_an_encrypted_one_is_opened_and_asked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def answer(folder: str) -> Found:
        asked.append(folder)
        return Found(Answer.YES, "dm-0")

    monkeypatch.setattr(encrypted, "_look", answer)
    monkeypatch.setattr(encrypted, "_asked", {})
    _require(tmp_path)
    for _time in range(2):
        Console.open(tmp_path / "w.vigie").close()
    assert len(asked) == 1


def test_who_encrypts_the_disk_and_tries_again_is_let_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [Found(Answer.NO, "sda"), Found(Answer.YES, "dm-0")]
    monkeypatch.setattr(encrypted, "_look", lambda _folder: answers.pop(0))
    monkeypatch.setattr(encrypted, "_asked", {})
    _require(tmp_path)
    with pytest.raises(EnvironmentFailure, match="disk_plain"):
        Console.open(tmp_path / "w.vigie")
    Console.open(tmp_path / "w.vigie").close()


def test_the_practice_workspace_is_spared_while_nobody_real_is_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VIGIE_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(encrypted, "_look", lambda _folder: Found(Answer.NO, "sda"))
    monkeypatch.setattr(encrypted, "_asked", {})
    path = paths.practice_workspace()
    _require(tmp_path)
    made = Console.open(path)
    add_channel(made.store, "practice", "demo")
    assert company.exempt(path)
    made.close()
    again = Console.open(path)
    add_channel(again.store, "mastodon", "real")
    again.close()
    with pytest.raises(EnvironmentFailure, match="disk_plain"):
        Console.open(path)


def test_the_command_line_refuses_with_three_and_doctor_always_says(desk: Desk) -> None:
    """On whatever disk the tests run: what the machine says is what the program does."""
    code, found = desk.doctor("language = 'en'\n")
    ((ok, said),) = found["disk"]
    assert (ok, bool(said)) == (True, True)
    safe = encrypted.look(desk.folder).answer is Answer.YES
    assert said.startswith("encrypted") is safe
    text = "encryption = 'required'\n"
    for language, words in (("en", "encrypted disk"), ("fr", "disque chiffré")):
        ran = desk(text, "channel", "add", "practice", "--name", f"demo{language}", VIGIE_LANG=language)
        assert ran.returncode == (0 if safe else 3), ran.stderr
        assert (words in ran.stderr) is not safe
        assert "Traceback" not in ran.stderr
    code, found = desk.doctor(text)
    assert code == (0 if safe else 1)
    assert found["disk"][0][0] is safe
    assert found["company encryption"][0][0]
    code, found = desk.doctor(f"{text}language = 'en'\nencrypted_folders = ['{desk.folder}']\n")
    assert found["disk"] == [(True, f"encrypted ({desk.folder})")]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)
