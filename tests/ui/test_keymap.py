"""A person's own keys: what may be one, who has it, what a settings file may say, and letters off as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication

from ui import actions, keymap, settings_file
from ui.action_table import ACTIVE_TOGETHER, FIXED, ROWS
from ui.app import Preferences
from ui.i18n.key_words import of_file, why_not
from ui.keymap import Keymap, Refusal, misfit, read, together, typed

NONE, SHIFT, CONTROL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)
ALT, GROUP = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.GroupSwitchModifier
KEYPAD = Qt.KeyboardModifier.KeypadModifier


@pytest.fixture
def preferences(qapp: QApplication, tmp_path: Path) -> Iterator[Preferences]:
    """Preferences on a file of their own; the usual keys again afterwards."""
    made = Preferences(qapp, tmp_path / "settings.toml", "en")
    yield made
    actions.use(Keymap())
    for translator in made.languages._installed:
        qapp.removeTranslator(translator)
    QLocale.setDefault(QLocale.c())


@pytest.mark.parametrize(
    ("key", "modifiers", "text", "expected"),
    [
        (Qt.Key.Key_G, NONE, "g", "G"),
        (Qt.Key.Key_G, SHIFT, "G", "Shift+G"),
        (Qt.Key.Key_G, NONE, "G", "G"),  # Caps Lock is not Shift
        (Qt.Key.Key_G, SHIFT, "g", "Shift+G"),  # Caps Lock and Shift
        (Qt.Key.Key_A, NONE, "q", "Q"),  # the character counts, not the place
        (Qt.Key.Key_Question, SHIFT, "?", "?"),
        (Qt.Key.Key_Semicolon, NONE, ";", ";"),
        (Qt.Key.Key_G, CONTROL, "\x07", "Ctrl+G"),
        (Qt.Key.Key_G, CONTROL | SHIFT, "\x07", "Ctrl+Shift+G"),
        (Qt.Key.Key_F3, NONE, "", "F3"),
        (Qt.Key.Key_Home, NONE, "", "Home"),
        (Qt.Key.Key_Space, NONE, " ", "Space"),
        (Qt.Key.Key_Delete, NONE, "\x7f", "Del"),
        (Qt.Key.Key_Plus, CONTROL, "+", "Ctrl++"),
        (Qt.Key.Key_Return, CONTROL, "\r", "Ctrl+Return"),
    ],
)
def test_a_press_is_recorded_by_its_character(
    key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str, expected: str
) -> None:
    """The same on every layout."""
    assert typed(int(key), modifiers, text) == expected


@pytest.mark.parametrize(
    ("key", "modifiers", "text", "code"),
    [
        (Qt.Key.Key_1, NONE, "1", "digit"),
        (Qt.Key.Key_1, SHIFT, "1", "digit"),
        (Qt.Key.Key_1, CONTROL, "", "digit"),
        (Qt.Key.Key_7, KEYPAD, "7", "digit"),
        (Qt.Key.Key_BracketLeft, NONE, "[", "altgr"),
        (Qt.Key.Key_At, NONE, "@", "altgr"),
        (Qt.Key.Key_Period, NONE, ".", "altgr"),
        (Qt.Key.Key_E, GROUP, "€", "altgr"),
        (Qt.Key.Key_E, CONTROL | ALT, "€", "ctrl_alt"),
        (Qt.Key.Key_G, CONTROL | ALT, "", "ctrl_alt"),
        (Qt.Key.Key_G, ALT, "g", "alt"),
        (Qt.Key.Key_F4, ALT, "", "alt"),
        (Qt.Key.Key_F10, NONE, "", "f10"),
        (Qt.Key.Key_F10, SHIFT, "", "f10"),
        (Qt.Key.Key_Return, NONE, "\r", "walking"),
        (Qt.Key.Key_Escape, NONE, "\x1b", "walking"),
        (Qt.Key.Key_Tab, NONE, "\t", "walking"),
        (Qt.Key.Key_Backtab, SHIFT, "", "walking"),
        (Qt.Key.Key_Down, NONE, "", "walking"),
    ],
)
def test_what_can_be_no_key(key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str, code: str) -> None:
    """Each with its reason in a sentence."""
    found = typed(int(key), modifiers, text)
    assert isinstance(found, Refusal)
    assert found.code == code
    assert why_not(found)


def test_a_held_altgr_is_heard_and_modifiers_alone_are_a_beginning() -> None:
    """AltGr is a key of its own on most desktops."""
    found = typed(int(Qt.Key.Key_E), NONE, "e", altgr=True)
    assert isinstance(found, Refusal)
    assert found.code == "altgr"
    for key in (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_CapsLock, Qt.Key.Key_AltGr):
        assert typed(int(key), NONE, "") is None


def test_a_taken_key_names_who_has_it() -> None:
    """In contexts that are active together; elsewhere the same key is free."""
    usual = Keymap()
    assert usual.check("decide.keep", "H") == Refusal("taken", "decide.keep", "H", "decide.hide")
    assert usual.check("look.note", "Ctrl+K") == Refusal("taken", "look.note", "Ctrl+K", "app.palette")
    assert usual.check("policy.save", "H") is None  # no decision is made in the policy room
    assert usual.check("decide.keep", "L") is None
    assert usual.check("move.back", "L") == Refusal("fixed", "move.back", "L")


def test_a_swap_gives_back_what_was_let_go() -> None:
    """G and H change places; an added key that was taken is lost to the other."""
    made = Keymap().swap("decide.keep", "H", ("H",))
    assert (made.keys("decide.keep"), made.keys("decide.hide")) == (("H",), ("G",))
    made = Keymap().swap("decide.keep", "H", ("G", "H"))
    assert (made.keys("decide.keep"), made.keys("decide.hide")) == (("G", "H"), ())
    assert made.reset("decide.hide").keys("decide.keep") == ("G",), "two holders of one key cannot be"
    assert made.reset().own == {}


def test_no_map_that_can_be_made_is_in_conflict() -> None:
    """Swap every decision with every other: never do two actions answer to one key."""
    ids = [row.id for row in ROWS if row.context in ("decide", "look", "move") and row.id not in FIXED]
    made = Keymap()
    for first in ids:
        for second in ids[::5]:
            keys = made.chosen(second)
            if first != second and keys and made.check(first, keys[0]) is not None:
                made = made.swap(first, keys[0], (keys[0],))
        for row in ROWS:
            for key in made.chosen(row.id):
                assert not made.holder(row.id, key), (row.id, key)


def test_letters_off_leaves_ctrl_where_it_is_free() -> None:
    """WCAG 2.1.4: no key of a single character works; Ctrl and the letter where nobody has it."""
    off = Keymap(letters=False)
    for row in ROWS:
        assert not any(keymap.is_single(key) for key in off.keys(row.id)), row.id
    assert off.keys("decide.keep") == ("Ctrl+G",)
    assert off.keys("reason.keep") == ("Ctrl+Shift+G",)
    assert off.keys("move.previous") == (), "Ctrl+K opens the palette; the arrows walk"
    assert off.keys("app.search") == ("Ctrl+F",)
    assert off.keys("look.as_read") == (), "Ctrl+T opens the templates in the same page"
    for context in ACTIVE_TOGETHER:
        taken: dict[str, str] = {}
        for row in ROWS:
            for key in off.keys(row.id) if row.context in context and row.id not in keymap.SHARED else ():
                assert taken.setdefault(key, row.id) == row.id


def test_two_keys_stay_two() -> None:
    """Whatever the first key is, report, block and delete ask for Enter."""
    actions.use(Keymap().give("decide.report", ("Ctrl+P",)))
    try:
        assert actions.keycaps("decide.report") == ("Ctrl", "P", "⏎")
        assert actions.row("decide.report").two_keys
    finally:
        actions.use(Keymap())


def test_a_file_with_bad_entries() -> None:
    """Each is refused with a sentence and the usual key stays; the rest counts; unknown ids are nobody's affair."""
    made, refused = read(
        {
            "decide.keep": ["L"],
            "decide.hide": ["1"],
            "decide.mute": ["AltGr+€", "M"],
            "look.note": "Ctrl+N",
            "look.zen": 7,
            "move.back": ["L"],
            "look.open": ["L"],
            "look.author": ["A", "B", "D", "E", "F"],
            "decide.kick": ["Q"],
            "single_letters": "no",
        }
    )
    assert made.own == {"decide.keep": ("L",), "look.note": ("Ctrl+N",)}
    assert {(one.action, one.code) for one in refused} == {
        ("decide.hide", "digit"),
        ("decide.mute", "nothing"),
        ("look.zen", "form"),
        ("move.back", "fixed"),
        ("look.open", "taken"),
        ("look.author", "many"),
        ("single_letters", "form"),
    }
    for one in refused:
        assert of_file(one)
        assert "{" not in of_file(one)
    assert made.keys("decide.hide") == ("H",)
    assert made.letters


def test_two_entries_that_swap_are_no_conflict() -> None:
    """The whole file is judged, not entry by entry."""
    made, refused = read({"decide.keep": ["H"], "decide.hide": ["G"]})
    assert refused == ()
    assert (made.keys("decide.keep"), made.keys("decide.hide")) == (("H",), ("G",))


def test_the_file_is_written_entry_by_entry(preferences: Preferences, tmp_path: Path) -> None:
    """Comments, unknown actions and unquoted tables stay; a reset takes its own entry out."""
    path = tmp_path / "settings.toml"
    path.write_text(
        '# mine\n[window]\ntheme = "dark"\n\n[keys]\n"decide.kick" = ["Q"] # from a later version\ndecide.mute = ["L"]\n',
        encoding="utf-8",
    )
    again = Preferences(QApplication.instance(), path, "en")  # type: ignore[arg-type]
    assert again.keys.own == {"decide.mute": ("L",)}
    again.change_keys(again.keys.give("decide.keep", ("Ctrl+G",)))
    again.change_keys(again.keys.give("decide.mute", ("Ctrl+M",)))
    text = path.read_text(encoding="utf-8")
    assert '"decide.kick" = ["Q"] # from a later version' in text
    assert "# mine" in text
    kept = settings_file.load_keys(path)
    assert kept == {"decide.kick": ["Q"], "decide.mute": ["Ctrl+M"], "decide.keep": ["Ctrl+G"]}
    again.change_keys(again.keys.reset())
    assert settings_file.load_keys(path) == {"decide.kick": ["Q"]}
    assert settings_file.load(path).theme == "dark"


def test_keys_stay_and_letters_too(preferences: Preferences, tmp_path: Path) -> None:
    """The next start finds them; what was refused goes with a reset of all."""
    from dataclasses import replace

    preferences.change_keys(replace(preferences.keys.give("decide.keep", ("L",)), letters=False))
    made, refused = read(settings_file.load_keys(tmp_path / "settings.toml"))
    assert (made.own, made.letters, refused) == ({"decide.keep": ("L",)}, False, ())
    assert actions.keys("decide.keep") == ("Ctrl+L",)


@pytest.mark.parametrize("text", ["[keys\n", "keys = 3\n", "", "[keys]\n"])
def test_a_broken_file_has_no_keys(tmp_path: Path, text: str) -> None:
    """The usual ones are in force."""
    path = tmp_path / "settings.toml"
    path.write_text(text, encoding="utf-8")
    assert read(settings_file.load_keys(path)) == (Keymap(), ())


def test_contexts_that_meet() -> None:
    """The reply editor lies inside the queue page; the policy room does not."""
    assert together("reply", "decide")
    assert together("everywhere", "category")
    assert not together("policy", "decide")
    assert misfit("H") == ""


def test_the_window_says_what_it_refused(qapp: QApplication, tmp_path: Path) -> None:
    """At the start one line in the strip; the sentences stand on the page of keys."""
    from tests.ui.desk import Desk

    (tmp_path / "settings.toml").write_text('[keys]\n"decide.hide" = ["1"]\n', encoding="utf-8")
    made = Desk(tmp_path, qapp)
    try:
        assert "1 key of your settings file cannot stand" in made.strip()
        assert actions.keys("decide.hide") == ("H",)
    finally:
        made.close()
        actions.use(Keymap())
