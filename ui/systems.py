"""What Windows, macOS and Linux want otherwise of a window: fonts, keycaps, tray, notifications, the program's own name.

Every decision is a function of the system's name (``sys.platform``) and touches nothing, so that it can be tried for all
three anywhere; ``introduce`` alone acts. None of it has been seen on Windows or macOS yet.
"""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

log = logging.getLogger(__name__)

APP_ID: Final = "Vigie.Vigie"
"""Windows' name for the program in the taskbar and over notifications; the installer's shortcut carries the same."""
FILE_GRACE_MS: Final = 150
"""How long a start on macOS waits for the file that was double-clicked: it comes as an event, not as an argument."""

_MAC_CAPS: Final[Mapping[str, str]] = {"Ctrl": "⌘", "Meta": "⌃", "Alt": "⌥"}


def families(own: Sequence[str], system: str = sys.platform) -> list[str]:
    """The families of the text, in the order in which they are asked for a character; ``own`` is the system's font.

    The system's own font everywhere: Segoe UI (with Arabic and Hebrew in it), SF, what the desktop is set to. On Windows
    pictures and signs follow by name, so that they come in colour with any text engine; macOS and fontconfig find the
    fonts of other scripts and of emoji themselves.
    """
    more = ("Segoe UI Emoji", "Segoe UI Symbol") if system == "win32" else ()
    return [*own, *(one for one in more if one not in own)]


def fixed_families(own: Sequence[str], system: str = sys.platform) -> list[str]:
    """The families of fixed pitch: on Windows Qt's own answer is Courier New, which is too thin to read a policy in."""
    better: tuple[str, ...] = ()
    if system == "win32":
        better = ("Cascadia Mono", "Consolas")
    elif system == "darwin":
        better = ("SF Mono", "Menlo")
    return [*better, *(one for one in own if one not in better)]


def keycap(name: str, system: str = sys.platform) -> str:
    """What stands on a modifier's key: what Qt calls Ctrl is Command on a Mac's keyboard, and Meta is Control."""
    return _MAC_CAPS.get(name, name) if system == "darwin" else name


def tab_reaches_all(system: str = sys.platform) -> bool:
    """Whether Tab must be told to stop at buttons too: macOS leaves them out unless a person sets it for the machine."""
    return system == "darwin"


def notification_ways(system: str = sys.platform) -> tuple[str, ...]:
    """The ways to the desktop's notifications, best first. Windows and macOS show those of the tray icon alone."""
    return ("tray",) if system in ("win32", "darwin") else ("bus", "tray")


def icon_is_mask(system: str = sys.platform) -> bool:
    """Whether the tray's picture is a template of one colour: macOS paints it as its bar has it, light or dark."""
    return system == "darwin"


def click_opens(system: str = sys.platform) -> bool:
    """Whether a click on the tray's icon brings the window: on macOS the same click opens the icon's menu."""
    return system != "darwin"


def activation_opens(system: str = sys.platform) -> bool:
    """Whether choosing the program on the desktop must bring a hidden window: macOS' Dock does no more than that."""
    return system == "darwin"


def waits_for_file(named: bool, system: str = sys.platform) -> int:
    """Milliseconds that a start may wait for the event which names a file; 0 where one was ``named`` or none comes."""
    return FILE_GRACE_MS if system == "darwin" and not named else 0


def introduce() -> None:
    """Tell Windows who this is, before the first window: else it is grouped and named by its program file."""
    if sys.platform == "win32":
        import ctypes

        result = ctypes.WinDLL("shell32").SetCurrentProcessExplicitAppUserModelID(ctypes.c_wchar_p(APP_ID))
        if result:
            log.info("Windows did not take the program's name: %d", result)
