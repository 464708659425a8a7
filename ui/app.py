"""The application and its preferences: look, languages and settings, applied at once and kept in the settings file."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from console import paths
from ui import settings_file
from ui.i18n.loader import LANGUAGES, Languages, system_language
from ui.settings_file import Settings
from ui.theme.look import Look, theme_named

log = logging.getLogger(__name__)


def make_application(arguments: Sequence[str], version: str) -> QApplication:
    """The QApplication with its names and icon; nothing of the look yet."""
    app = QApplication(list(arguments))
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
        self.settings = settings_file.load(path)
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
        self.look.apply(app)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    @property
    def language(self) -> str:
        """``fr`` or ``en``: as asked for, else as set, else the system's."""
        for wanted in (self._asked, self.settings.language):
            if wanted in LANGUAGES:
                return wanted
        return system_language()

    def change(self, **values: Any) -> None:
        """Set some of the settings, apply them at once and keep them. Unknown names are a bug (TypeError)."""
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
        self.changed.emit()
        self._keep(self.settings)

    def step_text_size(self, step: int) -> None:
        """Make the text larger or smaller by ``step`` per cent, within 80 to 200."""
        low, high = settings_file.SCALE
        self.change(text_size=min(max(self.settings.text_size + step, low), high))

    def _keep(self, settings: Settings) -> None:
        try:
            settings_file.save(self._path, settings)
        except OSError as error:
            log.warning("settings not kept: %s", type(error).__name__)
            self.not_kept.emit(error.strerror or type(error).__name__)

    @Slot(Qt.ColorScheme)
    def _system_changed(self, scheme: Qt.ColorScheme) -> None:
        del scheme
        if self.settings.theme == "system":
            self.look.set_theme(theme_named("system"))
