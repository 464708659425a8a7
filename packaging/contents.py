"""What is shipped: the rules by which modules, libraries and data files enter a package. Pure; no file is touched.

Used by ``vigie.spec`` and, through ``refused``, by a check of what was built.
"""

from __future__ import annotations

import re
import sys
from pathlib import PurePosixPath

#: Loaded by name or on first use, so that no reading of the code's import statements finds them.
OWN_PACKAGES = ("console", "ui")
#: Of ours, but only for people with a checkout: the conversion of models (torch) and the catalogue's upkeep.
OWN_LEFT_OUT = ("console.classify.convert", "console.cli.bench_peer", "ui.i18n.update")

#: Distributions whose metadata is asked for at run time: keyring finds its backends there, the About page versions.
WITH_METADATA = (
    "PySide6-Essentials", "sqlite-utils", "httpx", "keyring", "click", "numpy", "onnxruntime", "tokenizers",
    "charset-normalizer", "regex", "tomlkit", "pyspellchecker", "truststore", "platformdirs",
)  # fmt: skip

#: Never imported by the program, though something that it imports names them.
EXCLUDED = (
    # Training, conversion and downloads; large.
    "torch", "transformers", "detoxify", "safetensors", "onnx", "sklearn", "scipy", "joblib", "pandas", "matplotlib",
    "huggingface_hub", "hf_xet", "httpx2", "httpcore2", "robust_downloader", "requests", "urllib3", "fsspec", "tqdm",
    "yaml", "colorlog", "google", "flatbuffers", "sympy", "IPython",
    "onnxruntime.quantization", "onnxruntime.tools", "onnxruntime.transformers", "onnxruntime.backend",
    # Tools of a developer.
    "pip", "setuptools", "pkg_resources", "_distutils_hack", "distutils", "ensurepip", "venv", "idlelib", "lib2to3",
    "pydoc", "pydoc_data", "doctest", "pytest", "numpy.f2py", "numpy.distutils", "numpy.testing", "numpy.conftest",
    "turtle", "turtledemo", "tkinter", "_tkinter", "test", "xmlrpc", "curses", "_curses", "_curses_panel",
    "sqlite_utils.cli", "rich", "pygments",
    # Their libraries are under the GPL, and nothing here needs a line editor or that database.
    "readline", "rlcompleter", "_gdbm", "dbm.gnu", "_dbm", "dbm.ndbm",
    # Parts of Qt without a use here.
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtQuickWidgets", "PySide6.QtQuickControls2", "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets", "PySide6.QtSql", "PySide6.QtDesigner", "PySide6.QtHelp", "PySide6.QtUiTools",
    "PySide6.QtConcurrent", "PySide6.QtPrintSupport", "PySide6.QtXml",
)  # fmt: skip

#: Qt plugins by folder; the value names the files to leave out, ``*`` the folder. Screens without a desktop, a
#: second copy of GTK, and protocols of touch tables go; input methods, Wayland stay. The network is httpx's alone.
_PLUGINS_OUT = {
    "platforms": ("qeglfs", "qlinuxfb", "qminimal", "qvnc", "qvkkhrdisplay"),
    "platformthemes": ("qgtk3",),
    "imageformats": ("qpdf", "qtga", "qtiff", "qwbmp", "qicns"),
    "egldeviceintegrations": ("*",),
    "networkinformation": ("*",),
    "tls": ("*",),
    "generic": ("*",),
    "printsupport": ("*",),
    "qmltooling": ("*",),
    "sqldrivers": ("*",),
    "designer": ("*",),
    "platforminputcontexts": ("qtvirtualkeyboard",),
}
_QT_OUT = re.compile(
    r"Qt6?(Qml|Quick|VirtualKeyboard|Pdf|Sql|Designer|Help|UiTools|Egl[Ff][Ss]|LabsSettings|ShaderTools)"
)
_QT_LANGUAGES = re.compile(r"qtbase_(fr|en)\.qm$")
_SPELLING = re.compile(r"(fr|en)\.json\.gz$")
_ONNX_OUT = re.compile(r"(lib)?onnxruntime_providers_shared\.(so|dll|dylib)")
#: Twenty megabytes with which Qt draws OpenGL without a graphics card; nothing here draws with OpenGL.
_DRAWING_OUT = re.compile(r"opengl32sw\.dll", re.IGNORECASE)

#: Libraries of the system that Python itself stands on, in a version that it was built with: they go with it. All
#: others (Qt's, the C and C++ ones) stay the system's, which mends their faults and knows its own graphics drivers.
_WITH_PYTHON = re.compile(
    r"lib(python3|ssl|crypto|sqlite3|ffi|bz2|lzma|z|expat|mpdec|uuid|zstd)\b[^/]*\.so|libpython3[^/]*\.so"
)
_SYSTEM = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/", "/usr/local/lib/")
#: Under the GPL without an exception for linking: must never be shipped, whatever pulled it in.
_FORBIDDEN = re.compile(r"lib(readline|gdbm|gdbm_compat|db-5)[-.\d]*\.(so|dylib|dll)")
_TORCH = re.compile(r"(libtorch|torch_|c10\.dll|libc10)")


def wanted_binary(target: str, source: str, system: str = sys.platform) -> bool:
    """Whether the library ``source`` goes to ``target`` in the package. Both with forward slashes.

    What the ``system`` has itself is a question on Linux alone: PyInstaller leaves Windows' and macOS' own out.
    """
    name = PurePosixPath(target).name
    if _ONNX_OUT.fullmatch(name) or _DRAWING_OUT.fullmatch(name) or _QT_OUT.search(name):
        return False
    if _in_framework_left_out(target) or _unwanted_plugin(target):
        return False
    if (
        system == "linux"
        and source.startswith(_SYSTEM)
        and "/python3" not in source
        and "site-packages" not in source
    ):
        return bool(_WITH_PYTHON.match(name))
    return True


def wanted_link(target: str, leads_to: str, system: str = sys.platform) -> bool:
    """Whether a link goes to ``target``: where the library goes that it leads to, and nowhere into what stays out."""
    return not _in_framework_left_out(target) and wanted_binary(leads_to, leads_to, system)


def _in_framework_left_out(target: str) -> bool:
    """macOS: a framework is a folder, which goes or stays as a whole, or its signature would not hold."""
    return any(part.endswith(".framework") and _QT_OUT.search(part) for part in PurePosixPath(target).parts)


def _unwanted_plugin(target: str) -> bool:
    parts = PurePosixPath(target).parts
    if "plugins" not in parts:
        return False
    folder, name = parts[-2], parts[-1]
    return any(out == "*" or out in name for out in _PLUGINS_OUT.get(folder, ()))


def wanted_data(target: str) -> bool:
    """Whether a data file goes to ``target`` in the package."""
    parts = PurePosixPath(target).parts
    name = parts[-1]
    if _in_framework_left_out(target):
        return False
    if "translations" in parts and "PySide6" in parts:
        return bool(_QT_LANGUAGES.search(name))
    if parts[0] == "spellchecker":
        return bool(_SPELLING.search(name))
    if parts[0] == "resources":
        return not name.endswith(".ts")
    # Files that pip writes about where it took a distribution from: they differ from one machine to the next.
    if parts[0].endswith(".dist-info"):
        return name in ("METADATA", "entry_points.txt") or "licens" in target.lower() or "NOTICE" in name
    return True


def refused(names: list[str]) -> list[str]:
    """Those of the shipped files that may not be: libraries under the GPL, and torch."""
    return sorted(
        name
        for name in names
        if _FORBIDDEN.search(PurePosixPath(name).name) or _TORCH.match(PurePosixPath(name).name)
    )
