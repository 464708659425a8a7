"""Every code that the console raises has words of its own in the window, in both languages."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

from console.domain import errors
from console.domain.errors import VigieError
from ui import errors as window_errors
from ui.i18n import messages
from ui.i18n.error_messages import DESK, PLATFORM
from ui.i18n.loader import Languages
from ui.i18n.messages import ERRORS, SENTENCES
from ui.i18n.view_messages import VIEWS
from ui.models import reply_words

CONSOLE = Path(__file__).resolve().parents[2] / "console"
CLASSES = {
    name: found
    for name, found in vars(errors).items()
    if inspect.isclass(found) and issubclass(found, VigieError)
}
COMMAND_LINE = frozenset({"audit_bad_anchor", "audit_unknown_format", "output_is_input"})
"""Raised only for the arguments of a command: the window offers no such field."""


def raised() -> dict[str, type[VigieError]]:
    """Code -> class, of every error made in services, connectors and runtime."""
    found: dict[str, type[VigieError]] = {}
    for room in ("services", "connectors", "runtime", "store"):
        for path in (CONSOLE / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call):
                    name = getattr(node.func, "id", getattr(node.func, "attr", ""))
                    made = CLASSES.get(name) or (CLASSES["Transient"] if name == "lost" else None)
                    if made is None:
                        continue
                    given = (
                        [one.value for one in ast.walk(node.args[0]) if isinstance(one, ast.Constant)]
                        if node.args
                        else []
                    )
                    codes = [one for one in given if isinstance(one, str)] or [made.default_code]
                    found.update(dict.fromkeys(codes, made))
    return found


def test_enough_codes_are_found() -> None:
    codes = raised()
    assert len(codes) > 150
    assert {"rate_limited", "offline", "server_error", "claimed", "undo_other"} & set(codes)


def test_no_code_has_words_twice() -> None:
    """Of two, one would be dead."""
    tables = (PLATFORM, DESK, VIEWS, SENTENCES)
    assert len(set().union(*tables)) == sum(len(one) for one in tables)
    assert set(PLATFORM) | set(DESK) | set(VIEWS) <= set(ERRORS)


def test_every_code_has_words_in_both_languages(languages: Languages) -> None:
    silent = []
    for code, made in sorted(raised().items()):
        if code in COMMAND_LINE or code in reply_words.ERRORS:
            continue
        said = []
        for language in ("en", "fr"):
            languages.use(language)
            text = window_errors.describe(made(code))
            said.append(text.what)
            if f"({code})" in text.what or not text.what:
                silent.append(code)
        if said[0] == said[1]:
            silent.append(f"{code}: the same in French")
    assert silent == []


def test_what_an_outbox_row_or_a_channel_holds_needs_no_class(languages: Languages) -> None:
    """Only the code is stored there."""
    codes = {code for code, made in raised().items() if issubclass(made, errors.ConnectorError)}
    missing = []
    for code in sorted(codes | {"gave_up", "not_done", "cannot_tell", "interrupted", "stale", "gone"}):
        languages.use("fr")
        text = messages.error_text(code, {"channel": "x"})
        if code in text.what or not text.became:
            missing.append(code)
    assert missing == []
