"""Word lists, exempt authors, domains and phrases, and watched authors of a policy document."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from console.policy import folding
from console.policy.document.base import (
    MAX_WORD,
    DocumentBase,
    atomic,
    need_choice,
    need_known,
    need_text,
    text_of,
    texts_of,
)
from console.policy.document.text import DocumentError
from console.policy.lists import MATCHES
from console.policy.reader import as_day
from console.policy.sections import IDENTIFIER, is_author_key

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from console.policy.lines import Path

ALLOWED: Final = ("authors", "domains", "phrases")
LIST_KEYS: Final = ("match", "fold", "file", "words")


@dataclass(frozen=True, slots=True)
class ListView:
    """A word list as it is written. ``words`` are all of it, ``file`` names the included file (empty: none)."""

    name: str
    match: str
    fold: tuple[str, ...]
    words: tuple[str, ...]
    file: str = ""
    file_known: bool = True


@dataclass(frozen=True, slots=True)
class WatchView:
    """A watched author, until the end of a day (None: until taken off)."""

    author: str
    until: date | None
    reason: str


class ListOps(DocumentBase):
    """Operations on ``[list.*]``, ``[allow]`` and ``[watch]``."""

    # ------------------------------------------------------------------ word lists

    def lists(self) -> tuple[ListView, ...]:
        """All word lists, in the order of the text."""
        found = []
        for name, table in self.named("list").items():
            file = text_of(table.get("file"))
            inside = () if not file else _entries(self._files.get(file, b""))
            words = (*texts_of(table.get("words")), *(word for _, word in inside))
            fold = texts_of(table["fold"]) if "fold" in table else folding.DEFAULT
            match = text_of(table.get("match")) or "word"
            known = not file or file in self._files
            found.append(ListView(name, match, fold, tuple(dict.fromkeys(words)), file, known))
        return tuple(found)

    @atomic
    def add_list(
        self,
        name: str,
        match: str = "word",
        fold: Sequence[str] = folding.DEFAULT,
        words: Sequence[str] = (),
    ) -> None:
        """Write a new list with its words in place. A list needs a word before the policy is accepted."""
        values = {
            "match": need_choice(match, "match", MATCHES),
            "fold": _folds(fold),
            "words": _words(words, "words"),
        }
        self.toml.add_table(("list", self._new_list(name)), values)

    @atomic
    def rename_list(self, name: str, new: str) -> None:
        """Rename a list here and in every condition that names it."""
        self._known_list(name)
        if new == name:
            return
        self.toml.rename(("list", name), self._new_list(new))
        for path in self._list_conditions(name):
            self.toml.set(path, new)

    @atomic
    def remove_list(self, name: str) -> None:
        """Take out a list that no rule names; ``document.in_use`` says which do. Its included file stays in ``files``."""
        self._known_list(name)
        rules = self.rules_with_list(name)
        if rules:
            raise DocumentError("document.in_use", name=name, rules=rules)
        self.toml.remove(("list", name))

    @atomic
    def set_list_match(self, name: str, match: str) -> None:
        """Change how the words of a list are looked for: word, phrase, prefix or regex."""
        self._known_list(name)
        self.toml.set(("list", name, "match"), need_choice(match, "match", MATCHES), LIST_KEYS)

    @atomic
    def set_list_fold(self, name: str, fold: Sequence[str]) -> None:
        """Change which disguises a list undoes before it looks."""
        self._known_list(name)
        stages = _folds(fold)
        if "fold" in self.table("list", name) or tuple(stages) != folding.DEFAULT:
            self.toml.set_texts(("list", name, "fold"), stages, LIST_KEYS)

    @atomic
    def set_words(self, name: str, words: Sequence[str]) -> None:
        """Make these the words of a list: those missing are added, those not named are taken out."""
        wanted = _words(words, "words")
        present = self._present(name)
        kept, there = set(wanted), set(present)
        self._remove_words(name, [word for word in present if word not in kept])
        self._add_words(name, [word for word in wanted if word not in there])

    def _add_words(self, name: str, words: list[str]) -> None:
        if not words:
            return
        file = text_of(self.table("list", name).get("file"))
        if not file:
            self.toml.set_texts(
                ("list", name, "words"), [*self.array("list", name, "words"), *words], LIST_KEYS
            )
            return
        data = self._file(file)
        newline = b"\r\n" if b"\r\n" in data else b"\n"
        hashed = [word for word in words if word.startswith("#")]
        if hashed:
            raise DocumentError("document.hash", word=hashed[0][:80])
        lead = b"" if not data or data.endswith(b"\n") else newline
        self._files[file] = data + lead + b"".join(word.encode() + newline for word in words)

    def _remove_words(self, name: str, words: list[str]) -> None:
        gone = set(words)
        if not gone:
            return
        path = ("list", name, "words")
        inside = self.array(*path)
        if any(word in gone for word in inside):
            self.toml.set_texts(path, [word for word in inside if word not in gone])
        file = text_of(self.table("list", name).get("file"))
        if not file or file not in self._files:
            return
        data = self._file(file)
        hits = {row for row, word in _entries(data) if word in gone}
        lines = data.decode("utf-8").splitlines(keepends=True)
        self._files[file] = "".join(line for row, line in enumerate(lines, 1) if row not in hits).encode()

    def _file(self, file: str) -> bytes:
        data = self._files.get(file)
        if data is None:
            raise DocumentError("list.file", file=file[:80])
        try:
            data.decode("utf-8")
        except UnicodeDecodeError as wrong:
            raise DocumentError("list.encoding", file=file[:80]) from wrong
        return data

    def _present(self, name: str) -> tuple[str, ...]:
        self._known_list(name)
        return next(view.words for view in self.lists() if view.name == name)

    def _known_list(self, name: str) -> str:
        return need_known(name, self.named("list"), "policy.unknown_list")

    def _new_list(self, name: str) -> str:
        text = need_text(name, "list", limit=41)
        if not IDENTIFIER.fullmatch(text):
            raise DocumentError("document.list_name", name=text[:60])
        if text in self.table("list"):
            raise DocumentError("document.exists", name=text)
        return text

    def _list_conditions(self, name: str) -> list[Path]:
        """The paths of every ``list = NAME`` in the conditions of rules, however deep."""
        found: list[Path] = []

        def look(value: Any, path: Path) -> None:
            if isinstance(value, dict):
                if value.get("list") == name:
                    found.append((*path, "list"))
                for key, item in value.items():
                    look(item, (*path, key))
            elif isinstance(value, list):
                for index, item in enumerate(value):
                    look(item, (*path, index))

        for index, rule in enumerate(self.array("rule")):
            if isinstance(rule, dict):
                for part in ("when", "unless"):
                    look(rule.get(part), ("rule", index, part))
        return found

    def rules_with_list(self, name: str) -> tuple[str, ...]:
        """The ids of the rules that name a list, each once, in the order of the text."""
        found = (
            text_of(self.table("rule", path[1]).get("id")) or str(path[1])
            for path in self._list_conditions(name)
        )
        return tuple(dict.fromkeys(found))

    # ------------------------------------------------------------------ allowed and watched

    def allowed(self, kind: str) -> tuple[str, ...]:
        """The exempt ``authors``, ``domains`` or ``phrases``."""
        return texts_of(self.table("allow").get(kind))

    @atomic
    def set_allowed(self, kind: str, values: Sequence[str]) -> None:
        """Make these the exempt authors, domains or phrases; an empty list stays written as one."""
        need_choice(kind, "allow", ALLOWED)
        wanted = _words(values, kind)
        for author in wanted if kind == "authors" else ():
            _author(author)
        if wanted or kind in self.table("allow"):
            self.toml.set_texts(("allow", kind), wanted, ALLOWED)

    def watched(self) -> tuple[WatchView, ...]:
        """The watched authors, in the order of the text."""
        found = []
        for item in self.array("watch", "authors"):
            if isinstance(item, str):
                found.append(WatchView(item, None, ""))
            elif isinstance(item, dict):
                found.append(
                    WatchView(text_of(item.get("id")), as_day(item.get("until")), text_of(item.get("reason")))
                )
        return tuple(found)

    @atomic
    def add_watched(self, author: str, until: date | None = None, reason: str = "") -> None:
        """Watch an author (``kind:id``), until the end of a day when one is given."""
        entry: dict[str, Any] = {"id": _author(author)}
        if any(known.author == entry["id"] for known in self.watched()):
            raise DocumentError("document.exists", name=author[:60])
        if until is not None:
            entry["until"] = until
        if reason.strip():
            entry["reason"] = need_text(reason, "reason", limit=300)
        if isinstance(self.table("watch").get("authors"), list):
            self.toml.append(("watch", "authors"), entry)
        else:
            self.toml.set(("watch", "authors"), [entry])

    @atomic
    def remove_watched(self, author: str) -> None:
        """Watch an author no longer."""
        for index, item in enumerate(self.array("watch", "authors")):
            if item == author or (isinstance(item, dict) and item.get("id") == author):
                self.toml.remove(("watch", "authors", index))
                return
        raise DocumentError("document.missing", name=author[:60])


@functools.lru_cache(maxsize=32)
def _entries(data: bytes) -> tuple[tuple[int, str], ...]:
    """The words of a list file with their line numbers, as the policy reads them; a form asks again and again."""
    rows = enumerate(data.decode("utf-8-sig", "replace").splitlines(), 1)
    return tuple(
        (row, line.strip()) for row, line in rows if line.strip() and not line.lstrip().startswith("#")
    )


def _words(words: Sequence[str], key: str) -> list[str]:
    return list(dict.fromkeys(need_text(word, key, limit=MAX_WORD) for word in words))


def _folds(fold: Sequence[str]) -> list[str]:
    chosen = [need_choice(stage, "fold", folding.STAGES) for stage in fold]
    return [stage for stage in folding.STAGES if stage in chosen]


def _author(author: str) -> str:
    text = need_text(author, "authors", limit=300)
    if not is_author_key(text):
        raise DocumentError("policy.author_key", key=text[:80])
    return text
