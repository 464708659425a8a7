"""A person's settings of the window, and their keys, in a small TOML file of the user's data folder.

Read with the standard library at start; written with tomlkit, so that comments and unknown keys stay.
"""

from __future__ import annotations

import logging
import tomllib
from dataclasses import asdict, dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Final

from console.files import put

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

log = logging.getLogger(__name__)

TABLE: Final = "window"
KEYS: Final = "keys"
LANGUAGES: Final = ("", "fr", "en")
THEMES: Final = ("system", "light", "dark", "contrast")
DENSITIES: Final = ("roomy", "normal", "compact")
POLICY_MODES: Final = ("form", "text")
SCALE: Final = (80, 200)
LIMITS: Final = (0, 500)
"""Of harsh texts a day."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What one person set on this machine. ``language`` empty follows the system, ``name`` empty is the system user."""

    language: str = ""
    theme: str = "system"
    text_size: int = 100  # per cent, 80 to 200
    density: str = "normal"
    reduce_motion: bool = False
    name: str = ""
    seen_version: str = ""  # of the program, whose news were shown or came with the first installation
    welcomed: bool = False  # the first-run page was seen
    toured: bool = False  # the guided tour was taken, or not wanted
    geometry: str = ""  # of the window, in Base64 as Qt saves it
    splitter: str = ""
    view: str = "inbox"  # of the queue, as it was last shown
    author_folded: bool = False  # a person folded the author away
    policy_mode: str = "form"  # how the policy room opens: as the form, or as the text behind it
    group_alike: bool = True  # near-duplicates stand as one card
    mask_all: bool = False  # harsh words are masked from severity 2, not only from 4
    blur_media: bool = True  # a loaded picture is blurred until a person reveals it
    grey_media: bool = True  # and without colour
    load_media: bool = False  # the pictures of the open comment come by themselves, if it is not harsh
    exposure_limit: int = 60  # harsh texts a day after which another queue is offered; 0: never
    notify: bool = True  # notifications of the desktop
    quiet: bool = False  # quiet hours for them
    quiet_from: str = "19:00"  # local time, HH:MM
    quiet_to: str = "08:30"
    quiet_days: str = "1234567"  # weekdays on which quiet hours begin, Monday is 1
    tray: bool = True  # an icon beside the clock, where the desktop has such a place
    keep_in_tray: bool = False  # closing the window leaves the program running there


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
    document = _document(path)
    held: Any = document.get(TABLE)
    if not isinstance(held, dict):
        held = document[TABLE] = _table()
    for key, value in asdict(settings).items():
        if held.get(key) != value:
            held[key] = value
    _write(path, document)


def _table() -> Any:
    import tomlkit

    return tomlkit.table()


def _document(path: Path) -> Any:
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        return tomlkit.parse(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return tomlkit.document()
    except (TOMLKitError, UnicodeDecodeError):
        # Kept beside the new one: a person may have written something into it by hand.
        put(path, path.with_name(f"{path.name}.unreadable"))
        return tomlkit.document()


def _write(path: Path, document: Any) -> None:
    import tomlkit

    partial = path.with_name(f"{path.name}.part")
    partial.write_text(tomlkit.dumps(document), encoding="utf-8")
    put(partial, path)


def load_keys(path: Path) -> dict[str, object]:
    """The table ``[keys]`` as written, ``decide.keep = ["G"]`` with or without quotes; empty where there is none."""
    try:
        with path.open("rb") as file:
            found = tomllib.load(file).get(KEYS, {})
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError):
        return {}
    flat: dict[str, object] = {}
    for name, value in found.items() if isinstance(found, dict) else ():
        if isinstance(value, dict):
            flat.update({f"{name}.{inner}": one for inner, one in value.items()})
        else:
            flat[name] = value
    return flat


def save_keys(path: Path, changed: Mapping[str, Sequence[str] | bool | None]) -> None:
    """Write these entries of ``[keys]``, None takes one out; all others stay as they are. Raises OSError."""
    document = _document(path)
    held: Any = document.get(KEYS)
    if not isinstance(held, dict):
        held = document[KEYS] = _table()
    for name, value in changed.items():
        group, _, inner = name.partition(".")
        nested = held.get(group) if inner else None
        place, key = (nested, inner) if isinstance(nested, dict) and inner in nested else (held, name)
        if value is None:
            place.pop(key, None)
        else:
            place[key] = value if isinstance(value, bool) else list(value)
    _write(path, document)


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
        exposure_limit=min(max(settings.exposure_limit, LIMITS[0]), LIMITS[1]),
        quiet_from=_time(settings.quiet_from, "19:00"),
        quiet_to=_time(settings.quiet_to, "08:30"),
        quiet_days="".join(day for day in "1234567" if day in settings.quiet_days),
    )


def _time(text: str, default: str) -> str:
    """``text`` as HH:MM, ``default`` where it is no time of day."""
    hour, colon, minute = text.partition(":")
    good = colon and hour.isascii() and hour.isdigit() and minute.isascii() and minute.isdigit()
    if good and int(hour) < 24 and int(minute) < 60:
        return f"{int(hour):02}:{int(minute):02}"
    return default


_ALLOWED: Final = {"language": LANGUAGES, "theme": THEMES, "density": DENSITIES, "policy_mode": POLICY_MODES}
