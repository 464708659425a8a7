"""What lies in a layout, in its order, asked without a wrapper for any of its items.

``itemAt`` of Qt's own layouts hands out an object that PySide keeps for as long as the layout lives. Qt deletes the item
behind it as soon as the widget goes; its address is used again, two wrappers stand at one place, and PySide 6.11 falls
when the newer one's object is destroyed (docs/adr/0012).
"""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QWidget


def laid(layout: QLayout) -> list[QWidget | QLayout]:
    """The widgets and the layouts in ``layout`` itself; spaces are left out."""
    holder = layout.parentWidget()
    inside: list[QWidget | QLayout] = [one for one in layout.children() if isinstance(one, QLayout)]
    inside += [one for one in (holder.children() if holder is not None else ()) if isinstance(one, QWidget)]
    found = [(at, one) for one in inside if (at := layout.indexOf(one)) >= 0]
    return [one for _, one in sorted(found, key=lambda pair: pair[0])]
