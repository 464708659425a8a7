"""The style sheet, generated from tokens and metrics: only what a palette cannot say (edges, radii, focus, bars)."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from ui.theme.metrics import Metrics
    from ui.theme.tokens import Theme

_TEMPLATE: Final = Template("""
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit, QTimeEdit {
    background: $surface; color: $text; border: 1px solid $border_strong; border-radius: ${r_button}px;
    padding: ${p4}px ${p8}px; selection-background-color: $selected; selection-color: $text;
}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus {
    border: 2px solid $focus; padding: ${p3}px ${p7}px;
}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { border-color: $border; color: $text_muted; }
QPlainTextEdit, QTextEdit { padding: ${p8}px; }
QPlainTextEdit:focus, QTextEdit:focus { padding: ${p7}px; }
QLineEdit, QPlainTextEdit { placeholder-text-color: $text_muted; }
QLineEdit, QComboBox { min-height: ${field}px; max-height: ${field}px; }
QComboBox::drop-down { border: none; width: ${p20}px; }
QComboBox QAbstractItemView {
    background: $raised; border: 1px solid $border_strong; outline: none; padding: ${p4}px;
    selection-background-color: $selected; selection-color: $text;
}
QPushButton {
    background: $surface; color: $text; border: 1px solid $border_strong; border-radius: ${r_button}px;
    padding: 0 ${p12}px; min-height: ${button}px; font-weight: 500;
}
QPushButton:hover { background: $hover; }
QPushButton:focus { border: 2px solid $focus; padding: 0 ${p11}px; }
QPushButton:default { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton:default:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton:default:focus { border: 2px solid $focus; }
QPushButton:disabled { background: $window; color: $text_muted; border: 1px $inert_edge $border; }
QToolTip {
    background: $toast; color: $on_toast; border: 1px solid $border_strong; padding: ${p4}px ${p8}px;
}
QMenu {
    background: $raised; color: $text; border: 1px solid $border_strong; border-radius: ${r_popover}px;
    padding: ${p4}px;
}
QMenu::item { padding: ${p6}px ${p24}px ${p6}px ${p8}px; border-radius: ${r_chip}px; }
QMenu::item:selected { background: $selected; }
QMenu::item:disabled { color: $text_muted; }
QMenu::icon { padding-left: ${p8}px; }
QMenu::separator { height: 1px; background: $border; margin: ${p4}px ${p8}px; }
QTabWidget::pane { border: none; border-top: 1px solid $border; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab {
    background: transparent; color: $text_muted; padding: ${p8}px ${p16}px; border: none;
    border-bottom: 2px solid transparent;
}
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; font-weight: 600; }
QTabBar::tab:focus { border-bottom: 2px solid $focus; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section {
    background: $surface; color: $text_muted; border: none; border-bottom: 1px solid $border;
    padding: ${p6}px ${p8}px; font-weight: 600; text-align: left;
}
QTableView, QTreeView, QListView, QScrollArea, QStackedWidget {
    background: $surface; border: none; outline: none; gridline-color: $border;
}
QTableView::item:focus { border: none; }
QScrollArea > QWidget > QWidget { background: $surface; }
QScrollArea[ground="window"] { background: $window; }
QScrollBar:vertical { background: transparent; width: ${p12}px; margin: 0; border: none; }
QScrollBar:horizontal { background: transparent; height: ${p12}px; margin: 0; border: none; }
QScrollBar::handle:vertical {
    background: $handle; min-height: ${p32}px; border-radius: ${r_mark}px; margin: ${p2}px ${p3}px;
}
QScrollBar::handle:horizontal {
    background: $handle; min-width: ${p32}px; border-radius: ${r_mark}px; margin: ${p3}px ${p2}px;
}
QScrollBar::handle:hover { background: $border_strong; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
QSplitter::handle { background: $border; }
QProgressBar { background: $sunken; border: none; border-radius: 1px; max-height: ${p3}px; color: transparent; }
QProgressBar::chunk { background: $text_muted; border-radius: 1px; }
QCheckBox, QRadioButton { spacing: ${p8}px; color: $text; }
QCheckBox:focus, QRadioButton:focus { outline: 2px solid $focus; }
QGroupBox { border: 1px solid $border; border-radius: ${r_button}px; margin-top: ${p12}px; padding: ${p12}px; }
QGroupBox::title { subcontrol-origin: margin; left: ${p12}px; color: $text_muted; }
""")


def build_stylesheet(theme: Theme, metrics: Metrics) -> str:
    """Fill the template with the colours of ``theme`` and the lengths of ``metrics``."""
    lengths = {f"p{drawn}": str(metrics.px(drawn)) for drawn in (2, 3, 4, 6, 7, 8, 11, 12, 16, 20, 24, 32)}
    return _TEMPLATE.substitute(
        surface=theme.color("surface"),
        raised=theme.color("raised"),
        window=theme.color("window"),
        sunken=theme.color("sunken"),
        hover=theme.color("hover"),
        selected=theme.color("selected"),
        border=theme.color("border"),
        border_strong=theme.color("border-strong"),
        text=theme.color("text"),
        text_muted=theme.color("text-muted"),
        accent=theme.color("accent"),
        accent_hover=theme.color("accent-hover"),
        on_accent=theme.color("text-on-accent"),
        focus=theme.color("focus"),
        toast=theme.color("toast"),
        on_toast=theme.color("on-toast"),
        handle=theme.translucent("border-strong", 0.5),
        inert_edge="dashed" if theme.high_contrast else "solid",
        r_mark=metrics.px(3),
        r_chip=metrics.px(4),
        r_button=metrics.px(6),
        r_popover=metrics.px(8),
        field=metrics.px(18),
        button=metrics.px(28),
        **lengths,
    )
