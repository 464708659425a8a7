"""The packages' pure parts: what goes in, what they depend on, and the files made from the program's own parser."""

from __future__ import annotations

import importlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from console.store.sqlite.migrate import APPLICATION_ID
from tests.architecture.tree import ROOT
from ui.entry import OpenRequest, parse_open

for folder in ("packaging", "packaging/linux", "packaging/setup"):
    sys.path.insert(0, str(ROOT / folder))  # its scripts are no package: they never ship
contents, depends, compare, stage, commands, manual, completion, icons, missing, files = map(
    importlib.import_module,
    [
        "contents",
        "depends",
        "compare",
        "stage",
        "commands",
        "manual",
        "completion",
        "icons",
        "missing_libraries",
        "tree",
    ],
)
FILES = ROOT / "packaging" / "linux" / "files"


@pytest.fixture(scope="module")
def tree() -> commands.Command:
    """The program's own commands."""
    from console.cli.main import vigie

    return commands.read(vigie)


# ------------------------------------------------------------------ contents


@pytest.mark.parametrize(
    ("target", "source", "goes"),
    [
        ("PySide6/Qt/lib/libQt6Core.so.6", "/v/site-packages/PySide6/Qt/lib/libQt6Core.so.6", True),
        ("PySide6/Qt/lib/libQt6Quick.so.6", "/v/site-packages/PySide6/Qt/lib/libQt6Quick.so.6", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/v/site-packages/x/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqoffscreen.so", "/v/site-packages/x/libqoffscreen.so", True),
        ("PySide6/Qt/plugins/platforms/libqeglfs.so", "/v/site-packages/x/libqeglfs.so", False),
        ("PySide6/Qt/plugins/platformthemes/libqgtk3.so", "/v/site-packages/x/libqgtk3.so", False),
        ("PySide6/Qt/plugins/platforminputcontexts/libibusplatforminputcontextplugin.so", "/v/x.so", True),
        ("libgtk-3.so.0", "/lib/x86_64-linux-gnu/libgtk-3.so.0", False),
        ("libxcb.so.1", "/usr/lib/x86_64-linux-gnu/libxcb.so.1", False),
        ("libstdc++.so.6", "/lib/x86_64-linux-gnu/libstdc++.so.6", False),
        ("libssl.so.3", "/lib/x86_64-linux-gnu/libssl.so.3", True),
        ("python3.11/lib-dynload/_ssl.so", "/usr/lib/python3.11/lib-dynload/_ssl.so", True),
        ("numpy.libs/libscipy_openblas64_-32a4b2a6.so", "/v/site-packages/numpy.libs/l.so", True),
    ],
)
def test_which_libraries_go_in(target: str, source: str, goes: bool) -> None:
    """Qt's parts that are used, Python's own libraries; the system's stay the system's."""
    assert contents.wanted_binary(target, source) is goes


def test_which_data_goes_in() -> None:
    """French and English of Qt and of the spelling; no sources of translations, no note of where pip found a wheel."""
    asked = {
        "PySide6/Qt/translations/qtbase_fr.qm": True,
        "PySide6/Qt/translations/qtbase_de.qm": False,
        "spellchecker/resources/fr.json.gz": True,
        "spellchecker/resources/de.json.gz": False,
        "resources/i18n/fr.qm": True,
        "resources/i18n/fr.ts": False,
        "resources/models/embedded.onnx": True,
        "keyring-25.7.0.dist-info/entry_points.txt": True,
        "keyring-25.7.0.dist-info/METADATA": True,
        "keyring-25.7.0.dist-info/licenses/LICENSE": True,
        "keyring-25.7.0.dist-info/direct_url.json": False,
        "keyring-25.7.0.dist-info/RECORD": False,
    }
    assert {name: contents.wanted_data(name) for name in asked} == asked


def test_what_may_never_be_shipped() -> None:
    """GPL libraries that Python can be linked to, and torch."""
    shipped = [
        "_internal/libreadline.so.8",
        "_internal/libgdbm.so.6",
        "_internal/torch/lib/libtorch_cpu.so",
        "vigie",
    ]
    assert contents.refused(shipped) == sorted(shipped[:3])


# ------------------------------------------------------------------ dependencies

HEADERS = """
Dynamic Section:
  NEEDED               libxcb.so.1
  NEEDED               libglib-2.0.so.0
  NEEDED               libstdc++.so.6
  NEEDED               libc.so.6
Version References:
  required from libc.so.6:
    0x06969194 0x00 09 GLIBC_2.14
    0x069691b8 0x00 08 GLIBC_2.38
    0x06969195 0x00 07 GLIBC_2.5
  required from libstdc++.so.6:
    0x0297f872 0x00 04 GLIBCXX_3.4.32
"""


def test_dependencies_are_read_off_the_files() -> None:
    """With the least version that the symbols ask for, and both names of what was renamed."""
    needs = depends.Needs()
    depends.add(needs, "a.so", HEADERS)
    found = depends.depends(needs)
    assert "libc6 (>= 2.38)" in found
    assert "libstdc++6 (>= 13.2)" in found
    assert "libglib2.0-0 | libglib2.0-0t64" in found
    assert "libxcb1" in found
    assert {"libegl1", "libgl1", "tzdata", "ca-certificates"} <= set(found), "opened by name at run time"


def test_a_library_that_nobody_brings_is_an_error() -> None:
    """It says which file asks for it."""
    needs = depends.Needs()
    depends.add(needs, "b.so", "  NEEDED               libnew.so.9\n")
    with pytest.raises(depends.UnknownLibraryError, match=r"libnew\.so\.9 \(for b\.so\)"):
        depends.depends(needs)


def test_a_libstdcxx_newer_than_the_table_is_an_error() -> None:
    """Rather than a package that asks for too old a one."""
    with pytest.raises(depends.UnknownLibraryError, match=r"GLIBCXX_3\.4\.99"):
        depends.depends(depends.Needs(glibcxx=99))


def test_the_package_asks_for_what_the_set_up_installs() -> None:
    """Whatever Qt misses in a checkout has the same Debian package in the .deb: one table, extended, never contradicted."""
    assert {name: package for name, package in depends.OTHERS.items() if name in missing.DEBIAN} == {}
    needs = depends.Needs(libraries=dict.fromkeys(missing.DEBIAN, "qt.so"))
    named = {entry.split(" ")[0] for entry in depends.depends(needs)}
    assert set(missing.DEBIAN.values()) <= named


def test_what_qt_of_this_machine_asks_for_is_known() -> None:
    """The real platform plugins, read with the reader of the package: no library is unknown but Qt's own."""
    spec = importlib.util.find_spec("PySide6")
    assert spec is not None
    assert spec.origin is not None
    plugins = Path(spec.origin).parent / "Qt" / "plugins" / "platforms"
    needs = depends.scan(plugins)
    kept = {
        name: file
        for name, file in needs.libraries.items()
        if not name.startswith(("libQt6", "libicu"))
        and file in ("libqxcb.so", "libqoffscreen.so", "libqwayland.so")
    }
    assert kept
    assert depends.depends(depends.Needs(libraries=kept))


# ------------------------------------------------------------------ manual and completion


def test_the_manual_has_every_command_and_option(tree: commands.Command) -> None:
    """Generated from the parser, so that nothing can be forgotten."""
    page = manual.page(tree, "1.2.3", 1_700_000_000)
    assert page.startswith('.TH VIGIE 1 "2023-11-14" "vigie 1.2.3" "User Commands"\n')
    for command in commands.walk(tree)[1:]:
        assert f'.SS "{" ".join(command.words[1:])}"' in page
        for option in command.options:
            assert all(name.replace("-", r"\-") in page for name in option.names), (command.words, option)
    assert '.SS "open"\n\\fBvigie open\\fR [OPTIONS] [FILE.vigie]\n' in page
    macros = {line.split(" ")[0] for line in page.splitlines() if line.startswith((".", "'"))}
    assert macros <= {".TH", ".SH", ".SS", ".TP", ".PP", ".ad"}, "no text is taken for a macro"


def test_the_manual_is_there_in_french(tree: commands.Command) -> None:
    """The same commands and options under French words; some new texts may still wait for theirs."""
    page = manual.page(tree, "1.2.3", 1_700_000_000, manual.FRENCH)
    english = manual.page(tree, "1.2.3", 1_700_000_000)
    for start in (".SS", ".SH", ".TP"):
        count = [sum(line.startswith(start) for line in one.splitlines()) for one in (page, english)]
        assert count[0] == count[1] > 0
    assert '.SS "open"\n\\fBvigie open\\fR [OPTIONS] [FICHIER.vigie]\n' in page
    assert ".SH NOM\n" in page
    assert "[par défaut\u00a0: inbox]" in page
    left = manual.untranslated(tree)
    assert len(left) <= 40, f"say these in packaging/linux/files/manual.fr.json: {left}"
    said = set(manual.FRENCH.texts.values())
    assert [text for text in said if re.search(r"[^\u00a0\u202f\"\w][:;?!](\s|$)|[\w)] [:;?!»]", text)] == []


@pytest.mark.skipif(shutil.which("man") is None, reason="no man here: the manual is not shown by its reader")
def test_the_reader_of_manuals_shows_both_without_a_warning(tree: commands.Command, tmp_path: Path) -> None:
    """With the formatter that every Debian has; accents and quotes arrive."""
    for name, said, words in (("en", manual.ENGLISH, "EXIT STATUS"), ("fr", manual.FRENCH, "CODE DE RETOUR")):
        path = tmp_path / f"{name}.1"
        path.write_text(manual.page(tree, "1", 0, said), encoding="utf-8")
        told = subprocess.run(
            ["man", "--warnings", "-E", "UTF-8", "-l", path],
            env={**os.environ, "MANWIDTH": "80", "LC_ALL": "C.UTF-8", "MANROFFOPT": ""},
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert told.stderr == ""
        assert words in told.stdout
        assert name == "en" or "Décider d’un commentaire." in told.stdout


def test_roff_takes_no_text_for_a_command() -> None:
    """Backslashes and leading dots are shown as they are."""
    odd = commands.Command(("vigie",), (), False, "", ".hidden C:\\temp -x", (), ())
    assert r"\&.hidden C:\etemp \-x" in manual.page(odd, "1", 0)


def _completed(script: str, *words: str) -> set[str]:
    """What bash would offer after these words, the last one begun."""
    line = " ".join(f'"{word}"' for word in words)
    asked = f"{script}\nCOMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _vigie; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    told = subprocess.run(["bash", "-c", asked], capture_output=True, text=True, check=True, cwd=ROOT)
    return set(told.stdout.split())


def test_bash_completes_commands_options_and_choices(tree: commands.Command) -> None:
    """In a real bash; the value of an option is not taken for a command."""
    script = completion.script("bash", tree, "1")
    assert {"verify", "list", "export", "--json", "-h", "--help"} <= _completed(script, "vigie", "audit", "")
    assert _completed(script, "vigie", "au") == {"audit", "author", "automation"}
    assert "verify" in _completed(script, "vigie", "--workspace", "queue", "--json", "audit", "ver")
    assert _completed(script, "vigie", "open", "--lang", "") == {"fr", "en"}
    assert "pyproject.toml" in _completed(script, "vigie", "--workspace", "pyproj")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_knows_every_command(shell: str, tree: commands.Command) -> None:
    """By name."""
    script = completion.script(shell, tree, "1")
    names = {command.name for command in commands.walk(tree)[1:]}
    assert {name for name in names if name not in script} == set()


# ------------------------------------------------------------------ the desktop's files


def test_the_desktop_opens_a_workspace_by_its_file() -> None:
    """What the desktop entry runs is what the program understands, and the type is one and the same everywhere."""
    lines = (FILES / "vigie.desktop").read_text("utf-8").splitlines()
    entry = dict(
        line.split("=", 1) for line in lines if "=" in line and not line.startswith("Exec=vigie open --demo")
    )
    words = entry["Exec"].replace("%f", "/home/a/team.vigie").split()
    assert words[0] == "vigie"
    assert parse_open(words[1:]) == OpenRequest(workspace=Path("/home/a/team.vigie"))
    assert parse_open(entry["Exec"].replace("%f", "").split()[1:]) == OpenRequest()
    space = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    kind = ElementTree.parse(FILES / "vigie.xml").getroot().find("m:mime-type", space)  # noqa: S314 - our own file
    assert kind is not None
    assert entry["MimeType"] == f"{kind.get('type')};"
    about = ElementTree.parse(FILES / "vigie.metainfo.xml").getroot()  # noqa: S314 - our own file
    assert about.findtext("provides/mediatype") == kind.get("type")
    assert about.findtext("id") == files.COMPONENT
    assert about.findtext("launchable") == "vigie.desktop"
    mark = [one.get("value") for one in kind.iter(f"{{{space['m']}}}match") if one.get("offset") == "68"]
    assert mark == [f"0x{APPLICATION_ID:08x}"]
    glob = kind.find("m:glob", space)
    assert glob is not None
    assert glob.get("pattern") == "*.vigie"
    assert str(kind.get("type")).replace("/", "-") == icons.TYPE_NAME


@pytest.mark.skipif(
    shutil.which("appstreamcli") is None, reason="no appstreamcli: the metadata is not validated"
)
def test_appstream_accepts_the_metadata(tmp_path: Path) -> None:
    """Its own validator, without network."""
    about = (
        (FILES / "vigie.metainfo.xml")
        .read_text("utf-8")
        .replace("@VERSION@", "1.0")
        .replace("@DATE@", "2026-01-02")
    )
    path = tmp_path / f"{files.COMPONENT}.metainfo.xml"
    path.write_text(about, encoding="utf-8")
    told = subprocess.run(
        ["appstreamcli", "validate", "--no-net", path], capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stdout


def test_icons_in_all_sizes(qapp: QApplication) -> None:
    """The program's and its files', drawn and not empty, the same each time."""
    del qapp
    made = icons.files(ROOT / "resources" / "icons" / "app" / "vigie.svg")
    again = icons.files(ROOT / "resources" / "icons" / "app" / "vigie.svg")
    assert made == again
    for size in icons.SIZES:
        for name in ("apps/vigie.png", f"mimetypes/{icons.TYPE_NAME}.png"):
            image = QImage.fromData(made[f"{size}x{size}/{name}"])
            assert (image.width(), image.height()) == (size, size)
            middle = image.pixelColor(size // 2, size // 2)
            assert middle.alpha() > 200
    assert made["16x16/apps/vigie.png"] != made[f"16x16/mimetypes/{icons.TYPE_NAME}.png"]


# ------------------------------------------------------------------ licences


def test_libraries_of_the_system_go_with_their_licence(tmp_path: Path) -> None:
    """Under either name of a package; a library without a text is an error, and one that is not shipped needs none."""
    bundle, docs = tmp_path / "vigie", tmp_path / "doc"
    stage.write(bundle / "_internal", {"libssl.so.3": b"", "libffi.so.8": b""})
    stage.write(docs, {"libssl3t64/copyright": b"Apache", "libffi8/copyright": b"MIT"})
    expected = {
        "share/doc/vigie/libssl3-licence.txt": b"Apache",
        "share/doc/vigie/libffi8-licence.txt": b"MIT",
    }
    assert files.of_libraries(bundle, docs) == expected
    (docs / "libffi8/copyright").unlink()
    with pytest.raises(FileNotFoundError):
        files.of_libraries(bundle, docs)
    assert set(stage.SYSTEM_ON_DEBIAN) <= depends.OTHERS.keys()


# ------------------------------------------------------------------ the same bytes again


def test_links_that_lead_nowhere_are_found(tmp_path: Path) -> None:
    """Qt's libraries have links beside them, which must go with what they lead to."""
    stage.write(tmp_path, {"lib/kept.so": b""})
    (tmp_path / "kept.so").symlink_to("lib/kept.so")
    (tmp_path / "gone.so").symlink_to("lib/gone.so")
    assert stage.broken(tmp_path) == ["gone.so"]


def test_two_stagings_are_the_same_and_a_change_is_named(tmp_path: Path) -> None:
    """Whatever the umask and the clock: modes and times are set; a byte, a mode and a missing file are found."""
    for name, mask in (("a", 0o077), ("b", 0o000)):
        before = os.umask(mask)
        try:
            stage.write(tmp_path / name / "x", {"share/one": b"1", "share/two/three": b"3", "gone": b"g"})
            (tmp_path / name / "x" / "link").symlink_to("gone")
        finally:
            os.umask(before)
        stage.normalise(tmp_path / name / "x", 1_700_000_000)
    first, second = compare.listing(tmp_path / "a" / "x"), compare.listing(tmp_path / "b" / "x")
    assert len(first) == 6
    assert compare.differences(first, second) == []
    (tmp_path / "b/x/share/one").write_bytes(b"2")
    (tmp_path / "b/x/gone").unlink()
    (tmp_path / "b/x/share/two/three").chmod(0o600)
    found = compare.differences(first, compare.listing(tmp_path / "b" / "x"))
    assert "x/gone: only in the first" in found
    assert any(line.startswith("x/share/one: content") for line in found)
    assert "x/share/two/three: mode" in found
    assert stage.kibibytes(tmp_path / "a" / "x") == 3 + 2 + 1
