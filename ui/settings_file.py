"""The window's own settings (language, theme, text size, name) in a small TOML file of the user's data folder.

Read with the standard library at start; written with tomlkit, so that comments and unknown keys stay.
"""

from __future__ import annotations

import logging
import os
import tomllib
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any, Final

log = logging.getLogger(__name__)

TABLE: Final = "window"
LANGUAGES: Final = ("", "fr", "en")
THEMES: Final = ("system", "light", "dark", "contrast")
DENSITIES: Final = ("roomy", "normal", "compact")
POLICY_MODES: Final = ("form", "text")
SCALE: Final = (80, 200)


@dataclass(frozen=True, slots=True)
class Settings:
    """What one person set on this machine. ``language`` empty follows the system, ``name`` empty is the system user."""

    language: str = ""
    theme: str = "system"
    text_size: int = 100  # per cent, 80 to 200
    density: str = "normal"
    reduce_motion: bool = False
    name: str = ""
    welcomed: bool = False  # the first-run page was seen
    geometry: str = ""  # of the window, in Base64 as Qt saves it
    splitter: str = ""
    policy_mode: str = "form"  # how the policy room opens: as the form, or as the text behind it


def settings_path() -> Path:
    """Where the file lies."""
    from console import paths

    return paths.data_folder() / "settings.toml"


def load(path: Path) -> Settings:
    """The settings in ``path``; defaults for a missing or unreadable file and for values that make no sense."""
    try:
        with path.open("rb") as file:
            found = tomllib.load(file).get(TABLE, {})
    except FileNotFoundError:
        return Settings()
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        log.warning("settings file not read: %s", type(error).__name__)
        return Settings()
    return _checked(found if isinstance(found, dict) else {})


def save(path: Path, settings: Settings) -> None:
    """Write ``settings`` into ``path``, keeping what else stands there. Raises OSError when that cannot be done."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        document = tomlkit.parse(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        document = tomlkit.document()
    except (TOMLKitError, UnicodeDecodeError):
        # Kept beside the new one: a person may have written something into it by hand.
        path.replace(path.with_name(f"{path.name}.unreadable"))
        document = tomlkit.document()
    held: Any = document.get(TABLE)
    if not isinstance(held, dict):
        held = tomlkit.table()
        document[TABLE] = held
    for key, value in asdict(settings).items():
        if held.get(key) != value:
            held[key] = value
    partial = path.with_name(f"{path.name}.part")
    partial.write_text(tomlkit.dumps(document), encoding="utf-8")
    os.replace(partial, path)


def _checked(found: dict[str, Any]) -> Settings:
    """Take over each value that has the right type and range."""
    good: dict[str, Any] = {}
    for field in fields(Settings):
        value = found.get(field.name)
        if type(value) is not type(field.default):
            continue
        if field.name in _ALLOWED and value not in _ALLOWED[field.name]:
            continue
        good[field.name] = value
    settings = Settings(**good)
    return replace(
        settings,
        text_size=min(max(settings.text_size, SCALE[0]), SCALE[1]),
        name=" ".join(settings.name.split())[:80],
    )


_ALLOWED: Final = {"language": LANGUAGES, "theme": THEMES, "density": DENSITIES, "policy_mode": POLICY_MODES}
