"""What a platform refuses is never told in another platform's name: window and command line, in both languages."""

from __future__ import annotations

import ast
import re

import pytest

from console.cli.sentences import FAMILIES, sentence
from console.connectors import registry
from console.domain import errors
from console.domain.errors import ConnectorError, VigieError
from tests.ui.test_error_words import CLASSES, CONSOLE
from ui import errors as window_errors
from ui.i18n import messages
from ui.i18n.error_messages import PLATFORM
from ui.i18n.loader import Languages

NAMES = {
    "bluesky": r"Bluesky|bsky",
    "mastodon": r"Mastodon",
    "youtube": r"YouTube|Google",
    "facebook": r"Facebook|Meta\b",
    "instagram": r"Instagram|Meta\b",
    "threads": r"\bThreads|Meta\b",
    "wordpress": r"WordPress",
    "discourse": r"Discourse",
    "x": r"\bX\b",
}
META = ("facebook", "instagram", "threads")
#: A room of the connectors -> whose errors it makes; all others serve every platform.
ROOMS = {**{one: (one,) for one in NAMES}, "graph": META}
CONNECTOR = {name: made for name, made in CLASSES.items() if issubclass(made, ConnectorError)}


def _raised() -> dict[str, dict[str, type[VigieError]]]:
    """Platform -> code -> class, of what its own room raises, what all share, and the classes themselves."""
    found: dict[str, dict[str, type[VigieError]]] = {
        one: {made.default_code: made for made in CONNECTOR.values()} for one in NAMES
    }
    for path in sorted((CONSOLE / "connectors").rglob("*.py")):
        room = path.relative_to(CONSOLE / "connectors").parts[0]
        if room == "file":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            made = CLASSES.get(name) or (errors.Transient if name == "lost" else None)
            if made is None:
                continue
            given = [one.value for one in ast.walk(node.args[0]) if isinstance(one, ast.Constant)]
            for code in (one for one in given if isinstance(one, str)):
                for platform in ROOMS.get(room, tuple(NAMES)):
                    found[platform][code] = made
    for code in {*PLATFORM, *(code for family in FAMILIES for code in family)}:
        platform = code.partition("_")[0]
        if platform in NAMES:  # named by a table of codes, not where it is raised
            found[platform].setdefault(code, errors.Invalid)
    return found


RAISED = _raised()


def test_every_platform_is_looked_at() -> None:
    assert set(NAMES) == {spec.kind for spec in registry.specs()} - {"practice", "file"}
    assert "bad_credentials" in RAISED["discourse"]
    assert all(len(codes) > 15 for codes in RAISED.values())


@pytest.mark.parametrize("platform", sorted(NAMES))
@pytest.mark.parametrize("language", ["en", "fr"])
def test_no_sentence_names_another_platform(languages: Languages, platform: str, language: str) -> None:
    languages.use(language)
    own = re.compile(NAMES[platform])
    others = re.compile("|".join(each for one, each in NAMES.items() if one != platform))
    wrong = []
    for code, made in sorted(RAISED[platform].items()):
        error = made(code)
        said = [sentence(error, language), window_errors.paragraph(messages.error_text(code, {}))]
        said += [window_errors.paragraph(window_errors.describe(error, where)) for where in ("", "check")]
        for words in said:
            if others.search(own.sub("", words)):
                wrong.append(f"{code}: {words}")
    assert wrong == []


def test_a_wrong_key_of_a_forum_is_told_without_bluesky() -> None:
    """As it was seen: the answer 401 of a Discourse forum."""
    from console.connectors.discourse.errors import classify
    from console.connectors.http import Failure

    refused = classify(Failure(401, {}, None, "/posts.json", idempotent=True), 0)
    assert refused is not None
    for language in ("en", "fr"):
        assert "Bluesky" not in sentence(refused, language)
