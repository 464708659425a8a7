"""Whoever sits at the browser while somebody signs in: reads what the page is asked for, and goes where they are sent."""

from __future__ import annotations

import threading
from collections.abc import Callable
from urllib.error import HTTPError
from urllib.parse import parse_qsl
from urllib.request import urlopen


class Person:
    """``answer`` makes of the questions in the page's address the addresses that are gone to, one after the other."""

    def __init__(self, answer: Callable[[dict[str, str]], list[str]]) -> None:
        self._answer = answer
        self.asked: dict[str, str] = {}
        self.address = ""  # of the page that was opened, without its questions
        self.pages: list[tuple[int, str]] = []  # status and text of where they went
        self._thread: threading.Thread | None = None

    def open(self, url: str) -> None:
        """As the system's browser: returns at once."""
        self.address, _, query = url.partition("?")
        self.asked = dict(parse_qsl(query))
        self._thread = threading.Thread(target=self._go, args=(self._answer(self.asked),))
        self._thread.start()

    def _go(self, urls: list[str]) -> None:
        for url in urls:
            try:
                with urlopen(url, timeout=10) as page:
                    self.pages.append((page.status, page.read().decode()))
            except HTTPError as error:
                self.pages.append((error.code, ""))
                error.close()

    def done(self) -> None:
        """The browser is closed."""
        if self._thread is not None:
            self._thread.join(10)
            assert not self._thread.is_alive()
