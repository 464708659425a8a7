"""The QPalette of a theme; views take their colours from here or from the tokens, never from literals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from ui.theme.tokens import Theme

_Role = QPalette.ColorRole

_ROLES: Final = {
    _Role.Window: "window",
    _Role.Base: "surface",
    _Role.AlternateBase: "hover",
    _Role.WindowText: "text",
    _Role.Text: "text",
    _Role.ButtonText: "text",
    _Role.PlaceholderText: "text-muted",
    _Role.Button: "surface",
    _Role.Highlight: "selected",
    _Role.HighlightedText: "text",
    _Role.Accent: "accent",
    _Role.Link: "accent",
    _Role.LinkVisited: "accent",
    _Role.ToolTipBase: "toast",
    _Role.ToolTipText: "on-toast",
    _Role.BrightText: "danger",
    # Fusion draws its own edges from these five; hairlines, not bevels.
    _Role.Light: "surface",
    _Role.Midlight: "hover",
    _Role.Mid: "border",
    _Role.Dark: "border-strong",
    _Role.Shadow: "border-strong",
}


def build_palette(theme: Theme) -> QPalette:
    """Build the palette of ``theme``; the disabled group is muted text, never a fainter colour."""
    palette = QPalette()
    for role, token in _ROLES.items():
        palette.setColor(role, QColor(theme.color(token)))
    muted = QColor(theme.color("text-muted"))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, muted)
    palette.setColor(QPalette.ColorGroup.Disabled, _Role.Dark, QColor(theme.color("border")))
    return palette
