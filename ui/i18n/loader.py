"""The language in force: our catalogue, Qt's own, the locale of numbers and dates; switched while the window is open."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

if TYPE_CHECKING:
    from pathlib import Path

LANGUAGES: Final = ("fr", "en")
PSEUDO: Final = "pseudo"
"""A made-up language 40 % longer than English, accented and in brackets, for tests of the layout."""

_LOCALES: Final = {
    "fr": QLocale(QLocale.Language.French, QLocale.Country.France),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}
_PLACE: Final = re.compile(r"(\{[^}]*\}|%n|%\d)")
_ACCENTS: Final = str.maketrans("aeiouyAEIOUcn", "àéîöûÿÀÉÎÖÛçñ")


_KEPT: Final[dict[bytes, bytes]] = {}


def _kept(data: bytes) -> bytes:
    """Hold a catalogue's bytes until the program ends: Qt does not copy them. Each content is held once."""
    return _KEPT.setdefault(data, data)


class PseudoTranslator(QTranslator):
    """Answers every string accented and 40 % longer, places kept: what is not marked for translation stands out."""

    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Stretch ``sourceText``; ``%n`` is left for Qt to fill. The second bracket shows whether the end is in sight."""
        del context, disambiguation, n
        text = "".join(
            part if _PLACE.fullmatch(part) else part.translate(_ACCENTS) for part in _PLACE.split(sourceText)
        )
        more = max(round(len(sourceText) * 0.4) - 2, 1)
        return f"‹{text}" + ("~~~~~~ " * (more // 7 + 1))[:more] + "›"

    def isEmpty(self) -> bool:
        """Never empty: Qt skips an empty translator."""
        return False


def system_language() -> str:
    """``fr`` when the desktop speaks French, else ``en``."""
    return "fr" if QLocale.system().language() == QLocale.Language.French else "en"


class Languages:
    """Installs the catalogues of one language; installing sends LanguageChange to every widget."""

    def __init__(self, folder: Path) -> None:
        """``folder`` holds ``fr.qm`` and ``en.qm``."""
        self._folder = folder
        self._installed: list[QTranslator] = []
        self._language = ""

    @property
    def language(self) -> str:
        """The language in force, empty before the first ``use``."""
        return self._language

    def use(self, language: str) -> None:
        """Switch to ``fr``, ``en`` or the pseudo-language. ValueError for another name or a missing catalogue."""
        if language not in (*LANGUAGES, PSEUDO):
            raise ValueError(f"no such language: {language}")
        fresh = self._load(language)
        for translator in self._installed:
            QCoreApplication.removeTranslator(translator)
        QLocale.setDefault(_LOCALES.get(language, _LOCALES["en"]))
        self._language = language
        self._installed = fresh
        for translator in fresh:
            QCoreApplication.installTranslator(translator)

    def _load(self, language: str) -> list[QTranslator]:
        if language == PSEUDO:
            return [PseudoTranslator()]
        ours = QTranslator()
        path = self._folder / f"{language}.qm"
        # From memory: Qt maps a file, and one that is rebuilt under a running window would crash it.
        if not path.is_file() or not ours.load(_kept(path.read_bytes())):
            raise ValueError(f"catalogue {language}.qm is missing or damaged")
        loaded = [ours]
        if language != "en":
            qt = QTranslator()
            if qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
                loaded.insert(0, qt)
        return loaded
