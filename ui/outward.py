"""Leaving for the browser: an address that somebody else wrote is opened only when it is a page of the web."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def is_page(link: str) -> bool:
    """Whether ``link`` is an address of the web. A link of many a site is not quite well-formed: Qt mends it."""
    address = QUrl(link)
    return address.isValid() and address.scheme() in ("https", "http") and bool(address.host())


def open_page(link: str) -> bool:
    """Show ``link`` in the person's browser; False where it is no page, or nothing opened it.

    A file, a share or another program's scheme would be handed to the desktop, which runs what belongs to it.
    """
    return is_page(link) and bool(QDesktopServices.openUrl(QUrl(link)))
