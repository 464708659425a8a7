"""What a person reads in the window can be translated, and its colours come from one table."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT, calls, docstrings, modules, parse, where

TRANSLATORS = {"tr", "translate", "QT_TRANSLATE_NOOP", "QT_TR_NOOP"}
#: Calls whose text a person sees or a screen reader speaks.
SHOWN = {
    "setText", "setToolTip", "setStatusTip", "setWhatsThis", "addAction", "addMenu", "addTab", "addItem", "addItems",
    "setWindowTitle", "setTitle", "setPlaceholderText", "setAccessibleName", "setAccessibleDescription",
    "setLabelText", "setInformativeText", "setDetailedText", "setTabText", "setItemText", "setHeaderLabels",
    "setHorizontalHeaderLabels", "showMessage", "addRow", "setPrefix", "setSuffix",
    "QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction", "QMenu",
}  # fmt: skip
#: Two letters in a row make a word; a dash, a bullet or a lone key name do not.
WORD = re.compile(r"[^\W\d_]{2,}")
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\b")
TOKENS = ROOT / "ui/theme/tokens.py"


def _built(node: ast.expr) -> bool:
    """Whether the text is put together in the code, so that no translation file can hold it."""
    return isinstance(node, ast.JoinedStr | ast.BinOp) or (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("format", "join")
    )


def _has_words(node: ast.expr) -> bool:
    """Whether the expression holds words of its own, outside of any call that translates."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and WORD.search(node.value) is not None
    if isinstance(node, ast.JoinedStr):
        return any(_has_words(part) for part in node.values if isinstance(part, ast.Constant))
    if isinstance(node, ast.BinOp):
        return _has_words(node.left) or _has_words(node.right)
    if isinstance(node, ast.IfExp):
        return _has_words(node.body) or _has_words(node.orelse)
    if isinstance(node, ast.List | ast.Tuple):
        return any(_has_words(element) for element in node.elts)
    return False


def untranslatable(path: Path) -> list[str]:
    """Places where a text reaches a person without a translation."""
    found = []
    for name, call in calls(path):
        if name in TRANSLATORS:
            texts = [*call.args, *(keyword.value for keyword in call.keywords)]
            found += [f"{where(path, call)}: text built inside {name}()" for text in texts if _built(text)]
        elif name in SHOWN:
            found += [f"{where(path, call)}: words in {name}()" for text in call.args if _has_words(text)]
    return found


def painted(path: Path) -> list[str]:
    """Places where a colour is written down instead of taken from the tokens."""
    skip = docstrings(path)
    found = []
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skip:
            if COLOUR.search(node.value):
                found.append(f"{where(path, node)}: {node.value[:40]!r}")
    for name, call in calls(path):
        if (
            name == "QColor"
            and call.args
            and all(isinstance(argument, ast.Constant) for argument in call.args)
        ):
            found.append(f"{where(path, call)}: QColor of constants")
    return found


def test_every_text_can_be_translated() -> None:
    """No f-string, sum or % inside tr(), no bare words handed to a widget."""
    assert [line for path in modules("ui") for line in untranslatable(path)] == []


def test_colours_come_from_the_tokens() -> None:
    """No colour is written anywhere in ui/ but in the table of tokens."""
    assert [line for path in modules("ui") if path != TOKENS for line in painted(path)] == []


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("self.tr(f'{n} comments')", 1),
        ("self.tr('a ' + b)", 1),
        ("self.tr('%d hidden' % n)", 1),
        ("self.tr('{n} hidden').format(n=n)", 0),
        ("label.setText('Hide')", 1),
        ("label.setText(f'{n} hidden')", 1),
        ("label.setText('Hide' if a else '')", 1),
        ("label.setText(self.tr('Hide'))", 0),
        ("label.setText('—')", 0),
        ("QPushButton('Hide', self)", 1),
        ("menu.addAction(icon, 'Hide')", 1),
        ("label.setObjectName('queue-title')", 0),
    ],
)
def test_the_translation_check_itself(tmp_path: Path, code: str, expected: int) -> None:
    """The check catches what it is there for, and nothing else."""
    path = tmp_path / "view.py"
    path.write_text(code)
    assert len(untranslatable(path)) == expected


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("STYLE = 'color: #a1b2c3'", 1),
        ("pen = QColor(12, 13, 14)", 1),
        ("pen = QColor('red')", 1),
        ("pen = QColor(tokens.accent)", 0),
        ("text = 'see #12'", 0),
    ],
)
def test_the_colour_check_itself(tmp_path: Path, code: str, expected: int) -> None:
    """The check catches colours in any spelling, and nothing else."""
    path = tmp_path / "view.py"
    path.write_text(code)
    assert len(painted(path)) == expected


def test_only_two_modules_hand_an_address_to_the_desktop() -> None:
    """Both let pages of the web through alone; what a platform or a file names could be a program otherwise."""
    named = [path for path in modules("ui") if "openUrl" in path.read_text(encoding="utf-8")]
    assert [path.relative_to(ROOT).as_posix() for path in named] == [
        "ui/outward.py",
        "ui/views/channel_browser.py",
    ]


def test_labels_are_plain() -> None:
    """A QLabel of Qt's own takes text with a tag in it for rich text: there is one, and it says that it is plain."""
    made = [where(path, node) for path in modules("ui") for name, node in calls(path) if name == "QLabel"]
    derived = [path for path in modules("ui") if "(QLabel)" in path.read_text(encoding="utf-8")]
    assert made == []
    assert [path.relative_to(ROOT).as_posix() for path in derived] == ["ui/widgets/base.py"]
    assert "setTextFormat(Qt.TextFormat.PlainText)" in derived[0].read_text(encoding="utf-8")
