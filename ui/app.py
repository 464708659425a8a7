"""The application and its preferences: look, languages and settings, applied at once and kept in the settings file."""

from __future__ import annotations

import logging
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QIcon

from console import managed, paths
from ui import actions, keymap, layout_items, overrides, settings_file, systems
from ui.application import Application
from ui.garbage import Garbage
from ui.i18n.loader import LANGUAGES, Languages, system_language
from ui.theme.look import Look, theme_named

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from ui.keymap import Keymap
    from ui.settings_file import Settings

log = logging.getLogger(__name__)

HAND_OVER_SECONDS: Final = 0.0005
"""How long a thread at work keeps the interpreter from the window's (Python's own: 0.005).

A key passes through four threads until its decision is painted: at 5 ms each hand-over beside a read was felt.
"""


def make_application(arguments: Sequence[str], version: str) -> Application:
    """The QApplication with its names and icon; nothing of the look yet."""
    overrides.make_safe()
    layout_items.make_safe()
    sys.setswitchinterval(HAND_OVER_SECONDS)
    systems.introduce()
    app = Application(list(arguments))
    if systems.tab_reaches_all():
        QGuiApplication.styleHints().setTabFocusBehavior(Qt.TabFocusBehavior.TabFocusAllControls)
    Garbage(app)
    app.setApplicationName("vigie")
    app.setApplicationDisplayName("Vigie")
    app.setApplicationVersion(version)
    app.setDesktopFileName("vigie")
    icon = QIcon()
    for picture in sorted((paths.resources() / "icons" / "app").glob("vigie-*.png")):
        icon.addFile(str(picture))
    app.setWindowIcon(icon)
    return app


class Preferences(QObject):
    """The settings in force. ``change`` applies and keeps them; ``changed`` follows, ``not_kept`` when disk refuses."""

    changed = Signal()
    not_kept = Signal(str)

    def __init__(
        self, app: QApplication, path: Path, language: str = "", parent: QObject | None = None
    ) -> None:
        """``language`` is what the command line asked for: it wins over the file and is not written to it."""
        super().__init__(parent)
        self._app = app
        self._path = path
        self._asked = language
        self.next_way = ""  # where the window leads first that opens under a newcomer's own name
        self.settings = settings_file.load(path)
        self.keys, self.refused_keys = keymap.read(settings_file.load_keys(path))
        actions.use(self.keys)
        self.languages = Languages(paths.resources() / "i18n")
        self.languages.use(self.language)
        settings = self.settings
        self.look = Look(
            paths.resources() / "icons",
            theme_named(settings.theme),
            settings.text_size,
            density=settings.density,
            reduce_motion=settings.reduce_motion,
            parent=self,
        )
        self.look.set_mask_all(settings.mask_all)
        self.look.set_media(settings.blur_media, settings.grey_media, settings.load_media)
        self.look.apply(app)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    @property
    def folder(self) -> Path:
        """Where the person's own files lie: the settings, and what only they may see."""
        return self._path.parent

    @property
    def language(self) -> str:
        """``fr`` or ``en``: as the company locked it, else as asked for, as set, as the company or the system has it."""
        company = managed.current()
        if company.locks("language"):
            return company.language
        for wanted in (self._asked, self.settings.language, company.language):
            if wanted in LANGUAGES:
                return wanted
        return system_language()

    def change(self, **values: Any) -> None:
        """Set some of the settings, apply them at once and keep them. Unknown names are a bug (TypeError)."""
        for locked in [name for name in values if managed.current().locks(name)]:
            del values[locked]  # set by the company: where it is chosen says so
        before, self.settings = self.settings, replace(self.settings, **values)
        if self.settings == before:
            return
        if "language" in values:
            self._asked = ""  # a choice made here is the newer word
            if self.language != self.languages.language:
                self.languages.use(self.language)
        if self.settings.theme != before.theme:
            self.look.set_theme(theme_named(self.settings.theme))
        if self.settings.text_size != before.text_size:
            self.look.set_scale(self.settings.text_size)
        if self.settings.density != before.density:
            self.look.set_density(self.settings.density)
        if self.settings.reduce_motion != before.reduce_motion:
            self.look.set_reduce_motion(self.settings.reduce_motion)
        self.look.set_mask_all(self.settings.mask_all)
        self.look.set_media(self.settings.blur_media, self.settings.grey_media, self.settings.load_media)
        self.changed.emit()
        self._keep(self.settings)

    def step_text_size(self, step: int) -> None:
        """Make the text larger or smaller by ``step`` per cent, within 80 to 200."""
        low, high = settings_file.SCALE
        self.change(text_size=min(max(self.settings.text_size + step, low), high))

    def change_keys(self, wanted: Keymap) -> None:
        """Put other keys in force at once and keep them; what the file says of actions unknown here stays in it."""
        before, self.keys = self.keys, wanted
        changed: dict[str, Sequence[str] | bool | None] = {
            action: wanted.own.get(action)
            for action in {*before.own, *wanted.own}
            if before.own.get(action) != wanted.own.get(action)
        }
        if not wanted.own:  # all as at the beginning: what was refused goes out of the file too
            changed.update({bad.action: None for bad in self.refused_keys})
        self.refused_keys = tuple(bad for bad in self.refused_keys if bad.action not in changed)
        actions.use(wanted)
        if before.letters != wanted.letters:
            changed[keymap.LETTERS] = None if wanted.letters else False
        self.changed.emit()
        self._write(lambda: settings_file.save_keys(self._path, changed))

    def _keep(self, settings: Settings) -> None:
        self._write(lambda: settings_file.save(self._path, settings))

    def _write(self, work: Callable[[], None]) -> None:
        try:
            work()
        except OSError as error:
            log.warning("settings not kept: %s", type(error).__name__)
            self.not_kept.emit(error.strerror or type(error).__name__)

    @Slot(Qt.ColorScheme)
    def _system_changed(self, scheme: Qt.ColorScheme) -> None:
        del scheme
        if self.settings.theme == "system":
            self.look.set_theme(theme_named("system"))
