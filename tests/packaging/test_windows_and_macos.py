"""The recipes for Windows and macOS as far as they can be tried elsewhere: well formed, complete, in step with the code."""

from __future__ import annotations

import ast
import importlib
import plistlib
import re
import struct
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage

from console import __version__
from console.processes import children_run, windows_run
from tests.architecture.tree import ROOT
from ui import systems

for folder in ("packaging", "packaging/linux", "packaging/windows", "packaging/macos"):
    sys.path.insert(0, str(ROOT / folder))  # its scripts are no package: they never ship


def _script(name: str, path: str) -> Any:
    """A script by its file: two of them are called build.py."""
    spec = importlib.util.spec_from_file_location(name, ROOT / path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


contents, icon_files, version_resource, bundle_info, freeze = map(
    importlib.import_module, ["contents", "icon_files", "version_resource", "bundle_info", "freeze"]
)
windows = _script("windows_build", "packaging/windows/build.py")
macos = _script("macos_build", "packaging/macos/build.py")

WXS = ROOT / "packaging" / "windows" / "vigie.wxs"
SPEC = (ROOT / "packaging" / "vigie.spec").read_text("utf-8")
W = "{http://wixtoolset.org/schemas/v4/wxs}"
GUID = re.compile(r"[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}")
#: The identity of all versions. Changed, two versions would be installed beside each other.
UPGRADE_CODE = "C20C1A65-0B94-4F6A-9785-2F2F936B96CA"


@pytest.fixture(scope="module")
def wxs() -> ElementTree.Element:
    """The package, parsed."""
    found = ElementTree.parse(WXS).getroot().find(f"{W}Package")  # noqa: S314 - our own file
    assert found is not None
    return found


# ------------------------------------------------------------------ contents


@pytest.mark.parametrize(
    ("target", "system", "goes"),
    [
        ("PySide6/Qt6Core.dll", "win32", True),
        ("PySide6/Qt6Qml.dll", "win32", False),
        ("PySide6/opengl32sw.dll", "win32", False),
        ("PySide6/plugins/platforms/qwindows.dll", "win32", True),
        ("PySide6/plugins/platforms/qminimal.dll", "win32", False),
        ("PySide6/plugins/tls/qschannelbackend.dll", "win32", False),
        ("PySide6/plugins/styles/qmodernwindowsstyle.dll", "win32", True),
        ("onnxruntime/capi/onnxruntime_providers_shared.dll", "win32", False),
        ("onnxruntime/capi/onnxruntime_pybind11_state.pyd", "win32", True),
        ("libcrypto-3-x64.dll", "win32", True),
        ("PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore", "darwin", True),
        ("PySide6/Qt/lib/QtQml.framework/Versions/A/QtQml", "darwin", False),
        ("PySide6/Qt/plugins/platforms/libqcocoa.dylib", "darwin", True),
        ("PySide6/Qt/plugins/platforms/libqminimal.dylib", "darwin", False),
        ("libssl.3.dylib", "darwin", True),
    ],
)
def test_which_libraries_go_in(target: str, system: str, goes: bool) -> None:
    """The same parts of Qt as on Linux, by the names that they have there; nothing is taken for the system's own."""
    assert contents.wanted_binary(target, f"/usr/local/lib/{target}", system) is goes


def test_a_framework_goes_or_stays_as_a_whole() -> None:
    """A folder of it that is left over would break the bundle's signature."""
    qml = "PySide6/Qt/lib/QtQml.framework"
    assert not contents.wanted_data(f"{qml}/Resources/Info.plist")
    assert not contents.wanted_link(f"{qml}/Versions/Current", "A", "darwin")
    assert not contents.wanted_link(f"{qml}/QtQml", "Versions/Current/QtQml", "darwin")
    core = "PySide6/Qt/lib/QtCore.framework"
    assert contents.wanted_data(f"{core}/Resources/Info.plist")
    assert contents.wanted_link(f"{core}/Versions/Current", "A", "darwin")


def test_what_may_never_be_shipped() -> None:
    """Under the names of the other systems too."""
    bad = [
        "_internal/libreadline.8.dylib",
        "_internal/libgdbm-6.dll",
        "torch/lib/torch_cpu.dll",
        "torch/lib/c10.dll",
    ]
    assert contents.refused([*bad, "vigie.exe", "libcrypto-3-x64.dll"]) == sorted(bad)


# ------------------------------------------------------------------ the shared recipe


def test_the_recipe_makes_the_programs_that_the_code_starts() -> None:
    """What children and other windows run is what PyInstaller is told to make."""
    tree = ast.parse(SPEC)
    made = {
        node.args[0].value: ast.unparse(node.keywords[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) == "program"
        and isinstance(node.args[0], ast.Constant)
    }
    assert made == {"vigiew": "False", "vigie": "True"}
    assert Path(children_run("/x/vigiew", "darwin")).name in made
    assert Path(windows_run("/x/vigie", "darwin")).name == bundle_info.info("", "")["CFBundleExecutable"]
    for name in re.findall(r'SPECPATH\) / "([\w.]+)"', SPEC):
        assert (ROOT / "packaging" / name).exists()
    assert (ROOT / "resources" / "icons" / "app" / "vigie.svg").exists()


def test_the_version_resource_is_what_pyinstaller_reads() -> None:
    """It evaluates the text with its own classes; here with ones that note what they are given."""
    noted: dict[str, Any] = {}

    def kind(name: str) -> Any:
        def make(*given: Any, **named: Any) -> Any:
            if name == "StringStruct":
                noted[given[0]] = given[1]
            noted.update(named if name == "FixedFileInfo" else {})
            return name

        return make

    kinds = (
        "VSVersionInfo",
        "FixedFileInfo",
        "StringFileInfo",
        "StringTable",
        "StringStruct",
        "VarFileInfo",
        "VarStruct",
    )
    eval(version_resource.resource("1.22.333"), {name: kind(name) for name in kinds})  # noqa: S307 - our own text
    assert noted["filevers"] == noted["prodvers"] == (1, 22, 333, 0)
    assert noted["FileVersion"] == noted["ProductVersion"] == "1.22.333"
    assert version_resource.numbers(__version__)


@pytest.mark.parametrize("bad", ["1.0", "1.0.0.dev1", "1.0.0-rc1", "300.0.0", "1.0.70000", ""])
def test_a_version_that_windows_cannot_compare_is_refused(bad: str) -> None:
    """Upgrades and the refusal of downgrades stand on it."""
    with pytest.raises(ValueError, match="Windows"):
        version_resource.numbers(bad)


@pytest.mark.usefixtures("qapp")
def test_icons(tmp_path: Path) -> None:
    """Every picture of both kinds of file is a PNG of the size that the file says."""
    found = icon_files.write_icons(ROOT / "resources" / "icons" / "app" / "vigie.svg", tmp_path)
    assert sorted(found) == ["vigie-workspace.icns", "vigie-workspace.ico", "vigie.icns", "vigie.ico"]
    assert found["vigie.ico"].read_bytes() != found["vigie-workspace.ico"].read_bytes()
    data = found["vigie.ico"].read_bytes()
    zero, kind, count = struct.unpack_from("<HHH", data)
    assert (zero, kind, count) == (0, 1, len(icon_files.ICO_SIZES))
    for number, edge in enumerate(icon_files.ICO_SIZES):
        wide, _high, _colours, _none, _planes, bits, size, place = struct.unpack_from(
            "<BBBBHHII", data, 6 + 16 * number
        )
        assert (wide or 256, bits) == (edge, 32)
        assert QImage.fromData(data[place : place + size], "PNG").width() == edge
    assert QImage(str(found["vigie.ico"])).width() in icon_files.ICO_SIZES  # Qt's own reader takes it
    data = found["vigie.icns"].read_bytes()
    assert struct.unpack_from(">4sI", data) == (b"icns", len(data))
    place, seen = 8, {}
    while place < len(data):
        code, size = struct.unpack_from(">4sI", data, place)
        seen[code.decode()] = QImage.fromData(data[place + 8 : place + size], "PNG").width()
        place += size
    assert seen == icon_files.ICNS_KINDS


# ------------------------------------------------------------------ Windows


def test_the_package_keeps_its_identity_and_refuses_an_older_version(wxs: ElementTree.Element) -> None:
    """The upgrade code never changes; a downgrade is refused in both languages; the version comes from the code."""
    assert wxs.get("UpgradeCode") == UPGRADE_CODE
    assert wxs.get("Version") == "$(Version)"
    assert wxs.get("Scope") == "perMachine"
    upgrade = wxs.find(f"{W}MajorUpgrade")
    assert upgrade is not None
    assert upgrade.get("AllowDowngrades") is None
    assert "newer version" in upgrade.get("DowngradeErrorMessage", "")
    assert "plus récente" in upgrade.get("DowngradeErrorMessage", "")


def test_components_follow_the_rules(wxs: ElementTree.Element) -> None:
    """Each has one key path and an identity of its own; every name that is referred to is there, once."""
    codes = [one.get("Guid", "") for one in wxs.iter(f"{W}Component") if one.get("Guid")]
    assert all(GUID.fullmatch(one) for one in [*codes, UPGRADE_CODE])
    assert len({*codes, UPGRADE_CODE}) == len(codes) + 1
    for component in wxs.iter(f"{W}Component"):
        assert sum(one.get("KeyPath") == "yes" for one in component) == 1, component.get("Id")
        # One without a file has no identity that WiX could derive.
        assert component.find(f"{W}File") is not None or component.get("Guid")
    names = [one.get("Id") for one in wxs.iter() if one.get("Id") and not one.tag.endswith("Ref")]
    assert len(names) == len(set(names))
    groups = {one.get("Id") for one in wxs.iter(f"{W}ComponentGroup")}
    components = {one.get("Id") for one in wxs.iter(f"{W}Component")}
    assert {one.get("Id") for one in wxs.iter(f"{W}ComponentGroupRef")} == groups
    referred = {one.get("Id") for one in wxs.iter(f"{W}ComponentRef")}
    grouped = {
        one.get("Id") for group in wxs.iter(f"{W}ComponentGroup") for one in group.iter(f"{W}Component")
    }
    assert referred | grouped == components  # one that no feature names would not be installed
    icons = {one.get("Id") for one in wxs.iter(f"{W}Icon")}
    files = {one.get("Id") for one in wxs.iter(f"{W}File")}
    assert {one.get("Icon") for one in wxs.iter(f"{W}Shortcut")} <= icons
    text = WXS.read_text("utf-8")
    assert set(re.findall(r"\[#([\w.]+)\]", text)) <= files
    assert set(re.findall(r"(?:Work|)Directory=\"(\w+)\"", text)) <= {"INSTALLFOLDER", "ProgramMenuFolder"}


def test_every_file_of_the_package_is_made(wxs: ElementTree.Element, tmp_path: Path) -> None:
    """By PyInstaller or by our own drawing; and the build names each place that the package asks for."""
    sources = [
        one.get("Source") or one.get("SourceFile") or ""
        for one in (*wxs.iter(f"{W}File"), *wxs.iter(f"{W}Icon"))
    ]
    drawn = {f"!(bindpath.icons)\\{name}.ico" for name in ("vigie", "vigie-workspace")}
    assert set(sources) == {"!(bindpath.dist)\\vigiew.exe", *drawn}
    harvest = wxs.find(f".//{W}Files")
    assert harvest is not None
    assert harvest.get("Include") == "!(bindpath.dist)\\**"
    assert [one.get("Files") for one in harvest] == ["!(bindpath.dist)\\vigiew.exe"]  # named once above
    command = windows.wix(tmp_path / "d", tmp_path / "i", tmp_path / "v.msi", "AMD64")
    given = {one.split("=")[0] for one in command if one.startswith(("dist=", "icons="))}
    assert given == set(re.findall(r"bindpath\.(\w+)", WXS.read_text("utf-8")))
    assert f"Version={__version__}" in command
    assert set(re.findall(r"\$\((\w+)\)", WXS.read_text("utf-8"))) == {"Version"}
    assert command[2] == str(WXS)
    assert {"-wx8600", "-wx8601"} <= set(command)  # an empty harvest is no warning
    assert all(
        Path(one.split("=")[1]).is_absolute() for one in command if one.startswith(("dist=", "icons="))
    )


def test_what_windows_knows_is_what_the_program_says(wxs: ElementTree.Element) -> None:
    """The shortcut's name for the program, the kind of file and how it is opened."""
    key = wxs.find(f".//{W}ShortcutProperty")
    assert key is not None
    assert (key.get("Key"), key.get("Value")) == ("System.AppUserModel.ID", systems.APP_ID)
    values = {(one.get("Key"), one.get("Name")): one.get("Value") for one in wxs.iter(f"{W}RegistryValue")}
    kind = values["SOFTWARE\\Classes\\.vigie", None]
    opened = values[f"SOFTWARE\\Classes\\{kind}\\shell\\open\\command", None]
    assert opened == '"[#vigiew.exe]" open "%1"'
    from ui.entry import OpenRequest, parse_open

    assert parse_open(["open", "C:\\Users\\Ana\\Équipe 1.vigie"]) == OpenRequest(
        Path("C:\\Users\\Ana\\Équipe 1.vigie")
    )
    path = wxs.find(f".//{W}Environment")
    assert path is not None
    assert (path.get("Part"), path.get("System"), path.get("Permanent")) == ("last", "yes", "no")


def test_options_of_a_silent_installation_are_described(wxs: ElementTree.Element) -> None:
    """Each public property has a default, does something, and stands in both guides of the IT department."""
    public = {one.get("Id", "") for one in wxs.iter(f"{W}Property") if one.get("Secure") == "yes"}
    conditions = " ".join(one.get("Condition", "") for one in wxs.iter(f"{W}Component"))
    assert public == {"ADDTOPATH", "FILETYPE"}
    assert set(re.findall(r"[A-Z]{3,}", conditions)) == public
    for guide in ("ADMIN.md", "ADMIN.fr.md"):
        text = (ROOT / "docs" / guide).read_text("utf-8")
        assert all(f"{one}=0" in text for one in public), guide


def test_users_files_are_no_component(wxs: ElementTree.Element) -> None:
    """Removing the program removes nothing that people made."""
    text = ElementTree.tostring(wxs, "unicode")
    assert not re.search(r"RemoveFile|RemoveFolderEx|AppData|PersonalFolder|HKCU|HKMU", text)


def test_no_path_is_longer_than_windows_installer_takes() -> None:
    """Under C:\\Program Files\\Vigie."""
    assert windows.LONGEST + len("C:\\Program Files\\Vigie\\") < 260
    assert windows.too_long(["a/b", "x" * 221]) == ["x" * 221]


def test_windows_signatures_carry_a_time(tmp_path: Path) -> None:
    """Without one they end with their certificate; the machine without a package is refused."""
    command = windows.signed([tmp_path / "a.msi"], "AB12", "http://time.example")
    assert command[command.index("/tr") + 1] == "http://time.example"
    assert command[command.index("/fd") + 1] == command[command.index("/td") + 1] == "SHA256"
    with pytest.raises(ValueError, match="TIMESTAMP"):
        windows.signed([tmp_path / "a.msi"], "AB12", "")
    with pytest.raises(SystemExit, match="ARM"):
        windows.architecture("ARM64")


# ------------------------------------------------------------------ macOS


def test_the_bundle_says_what_it_opens_and_can_be_written() -> None:
    """The kind of file that it owns is the one that it declares; both languages; a window, sharp, that goes on hidden."""
    found = plistlib.loads(plistlib.dumps(bundle_info.info("vigie.icns", "vigie-workspace.icns")))
    (document,) = found["CFBundleDocumentTypes"]
    (declared,) = found["UTExportedTypeDeclarations"]
    assert document["LSItemContentTypes"] == [declared["UTTypeIdentifier"]]
    assert declared["UTTypeTagSpecification"]["public.filename-extension"] == ["vigie"]
    assert document["CFBundleTypeIconFile"] == declared["UTTypeIconFile"] == "vigie-workspace.icns"
    kinds = ElementTree.parse(ROOT / "packaging/linux/files/vigie.xml")  # noqa: S314 - our own file
    mime = kinds.getroot()[0].get("type")
    assert declared["UTTypeTagSpecification"]["public.mime-type"] == [mime]
    assert found["CFBundleLocalizations"] == ["en", "fr"]
    assert found["CFBundleShortVersionString"] == found["CFBundleVersion"] == __version__
    assert found["NSHighResolutionCapable"] is True
    assert found["LSBackgroundOnly"] is False


def test_the_entitlements_open_one_door() -> None:
    """Whoever adds another reads in the file why it was left out."""
    found = plistlib.loads(macos.ENTITLEMENTS.read_bytes())
    assert found == {"com.apple.security.cs.allow-unsigned-executable-memory": True}


def test_signing_goes_from_the_inside_out(tmp_path: Path) -> None:
    """A signature covers what lies in it: what is signed later than its cover breaks it."""
    app = tmp_path / "Vigie.app"
    code = (
        "Contents/MacOS/vigiew",
        "Contents/MacOS/vigie",
        "Contents/Frameworks/libssl.3.dylib",
        "Contents/Frameworks/numpy/core/deep.so",
        "Contents/Frameworks/PySide6/Qt/lib/QtCore.framework/Versions/A/QtCore",
    )
    for name in (*code, "Contents/Resources/resources/a.txt"):
        path = app / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"\xcf\xfa\xed\xfe code" if name in code else b"text")
    core = app / "Contents/Frameworks/PySide6/Qt/lib/QtCore.framework"
    (core / "Versions/Current").symlink_to("A")
    (core / "QtCore").symlink_to("Versions/Current/QtCore")
    order = [one.relative_to(tmp_path).as_posix() for one in macos.signing_order(app)]
    assert order == [
        "Vigie.app/Contents/Frameworks/numpy/core/deep.so",
        "Vigie.app/Contents/Frameworks/libssl.3.dylib",
        "Vigie.app/Contents/Frameworks/PySide6/Qt/lib/QtCore.framework/Versions/A",
        "Vigie.app/Contents/MacOS/vigie",
        "Vigie.app",
    ]
    commands = [macos.signed(tmp_path / one, app, "Developer ID Application: X") for one in order]
    assert ["--entitlements" in one for one in commands] == [False, False, False, True, True]
    assert all("--timestamp" in one and "runtime" in one and "--deep" not in one for one in commands)
    assert macos.signed(app, app, "") == ["codesign", "--force", "--sign", "-", str(app)]


def test_the_package_puts_the_program_where_the_guide_says(tmp_path: Path) -> None:
    """The bundle below /Applications wherever another copy lies, and a command for terminals that finds it."""
    app = tmp_path / "Vigie.app"
    (app / "Contents/MacOS").mkdir(parents=True)
    (app / "Contents/MacOS/vigie").write_text("x", "utf-8")
    root = tmp_path / "root"
    macos.stage(app, root)
    program = re.findall(r"exec (\S+)", (root / "usr/local/bin/vigie").read_text("utf-8"))
    assert (root / program[0].lstrip("/")).exists()
    assert (root / "usr/local/bin/vigie").stat().st_mode & 0o111 == 0o111
    first, second = macos.packed(root, tmp_path, tmp_path / "v.pkg", "Developer ID Installer: X")
    (component,) = plistlib.loads((tmp_path / "components.plist").read_bytes())
    assert (root / component["RootRelativeBundlePath"]).is_dir()
    assert component["BundleIsRelocatable"] is False
    script = ElementTree.parse(tmp_path / "distribution.xml").getroot()  # noqa: S314 - our own file
    assert {one.get("id") for one in script.iter("pkg-ref")} == {bundle_info.IDENTIFIER}
    assert Path(first[-1]).name in [one.text for one in script.iter("pkg-ref")]
    assert {one.get("choice") for one in script.iter("line")} == {
        one.get("id") for one in script.iter("choice")
    }
    least = script.find(".//os-version")
    assert least is not None
    assert least.get("min") == bundle_info.info("", "")["LSMinimumSystemVersion"]
    assert second[second.index("--sign") + 1] == "Developer ID Installer: X"
    for guide in ("ADMIN.md", "ADMIN.fr.md"):
        assert f"pkgutil --forget {bundle_info.IDENTIFIER}`" in (ROOT / "docs" / guide).read_text("utf-8")
    assert "--sign" not in macos.packed(root, tmp_path, tmp_path / "v.pkg", "")[1]
    assert macos.notarised(tmp_path / "v.pkg", "P")[1][:3] == ["xcrun", "stapler", "staple"]


def test_the_recipes_refuse_another_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """With a sentence, before anything is made."""
    monkeypatch.setattr(sys, "argv", ["build.py"])
    monkeypatch.setattr(sys, "platform", "linux")
    for script, words in ((windows, "made on Windows"), (macos, "made on a Mac")):
        with pytest.raises(SystemExit, match=words):
            script.main()


def test_hashes_are_those_of_the_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the form that ``sha256sum --check`` reads."""
    (tmp_path / "a.msi").write_bytes(b"abc")
    freeze.sums([tmp_path / "a.msi"], tmp_path / "a.sha256")
    line = (tmp_path / "a.sha256").read_text("ascii")
    assert line == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.msi\n"
    assert capsys.readouterr().out == line


@pytest.mark.parametrize(
    ("system", "machine", "script"), [("win32", "AMD64", windows), ("darwin", "arm64", macos)]
)
def test_an_update_is_found_under_the_name_of_the_package(
    system: str, machine: str, script: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The maker's tool reads kind and machine off the file's name; the program there asks for exactly these."""
    from console.services import updates

    manifest = _script("updates_manifest", "packaging/updates/manifest.py")
    found = manifest._OTHER.fullmatch(script.file_name(__version__))
    assert found is not None
    monkeypatch.setattr(updates.sys, "platform", system)
    monkeypatch.setattr(updates.sys, "frozen", True, raising=False)
    monkeypatch.setattr(updates.platform, "machine", lambda: machine)
    form = updates.here()
    assert (found[1], f"{found[2]}-{found[3]}", found[4]) == (__version__, form.platform, form.kind)
    for guide in ("ADMIN.md", "ADMIN.fr.md"):
        assert script.file_name("VERSION") in (ROOT / "docs" / guide).read_text("utf-8")
