"""Rules of a policy document: their conditions, proposals, automatic hiding and tests."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from console.policy.conditions import COMBINE, KINDS
from console.policy.document.base import (
    DocumentBase,
    atomic,
    need_choice,
    need_known,
    need_number,
    need_share,
    need_text,
    number_of,
    text_of,
    texts_of,
)
from console.policy.document.rule_views import ConditionView, RuleView, test_view
from console.policy.document.text import DocumentError
from console.policy.sections_rules import PROPOSABLE, RULE_ID

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from console.policy.lines import Path

RULE_KEYS: Final = ("id", "note", "category", "when", "unless", "propose", "auto", "auto_limits", "test")
TEST_KEYS: Final = ("text", "expect", "language", "given")
EXPECT: Final = {True: "match", False: "no_match"}


class RuleOps(DocumentBase):
    """Operations on ``[[rule]]``; a rule is named by its id."""

    def rules(self) -> tuple[RuleView, ...]:
        """All rules, in the order of the text."""
        return tuple(
            self._rule(index, rule) for index, rule in enumerate(self.array("rule")) if isinstance(rule, dict)
        )

    def _rule(self, index: int, rule: Mapping[str, Any]) -> RuleView:
        mode, path = self._when(index)
        if mode == "rich":
            when = self._conditions(("rule", index, "when"), [rule.get("when")])
        elif isinstance(rule.get("when"), dict) and path[-1] == "when":
            when = self._conditions(path, [rule["when"]], single=True)
        else:
            when = self._conditions(path, self.array(*path))
        limits = rule.get("auto_limits")
        limits = limits if isinstance(limits, dict) else {}
        tests = rule.get("test")
        return RuleView(
            index=index,
            id=text_of(rule.get("id")),
            note=text_of(rule.get("note")) or text_of(rule.get("title")),
            category=text_of(rule.get("category")),
            mode=mode,
            when=when,
            unless=self._conditions(("rule", index, "unless"), self.array("rule", index, "unless")),
            propose=texts_of(rule.get("propose")),
            auto=text_of(rule.get("auto")) or "none",
            per_hour=number_of(limits.get("per_hour"), 20),
            stop_pct=number_of(limits.get("stop_if_overturned_pct"), 15),
            tests=tuple(test_view(test) for test in (tests if isinstance(tests, list) else ())),
        )

    def _conditions(
        self, path: Path, items: Sequence[Any], *, single: bool = False
    ) -> tuple[ConditionView, ...]:
        found = []
        for index, item in enumerate(items):
            data = item if isinstance(item, dict) else {}
            rich = not data or any(key in COMBINE for key in data)
            found.append(ConditionView(data, rich, self.toml.source(path if single else (*path, index))))
        return tuple(found)

    def _when(self, index: int) -> tuple[str, Path]:
        """``any`` or ``all`` with the path of its array (of the one condition alone); ``rich`` for anything else."""
        base: Path = ("rule", index, "when")
        when = self.toml.get(base)
        if isinstance(when, list):
            return "all", base
        if isinstance(when, dict):
            for mode in ("any", "all"):
                if list(when) == [mode] and isinstance(when[mode], list):
                    return mode, (*base, mode)
            if when and not any(key in COMBINE for key in when):
                return "all", base
        return "rich", base

    # ------------------------------------------------------------------ rules

    @atomic
    def add_rule(
        self,
        rule_id: str,
        category: str,
        condition: Mapping[str, Any],
        propose: Sequence[str] = ("hide",),
        note: str = "",
    ) -> None:
        """Write a new rule behind the others, with one condition such as ``{"list": "slurs"}``."""
        values: dict[str, Any] = {"id": self._new_rule(rule_id)}
        if note.strip():
            values["note"] = need_text(note, "note")
        values["category"] = need_known(category, self.named("category"), "policy.unknown_category")
        values["when"] = {"any": [self._condition(condition)]}
        values["propose"] = _actions(propose)
        self.toml.add_table(("rule",), values, array=True)

    @atomic
    def remove_rule(self, rule_id: str) -> None:
        """Take out a rule with its tests; refused while a channel names it."""
        path = self._path(rule_id)
        channels = [key for key, table in self.named("channel").items() if _names_rule(table, rule_id)]
        if channels:
            raise DocumentError("document.in_use", name=rule_id, rules=tuple(channels))
        self.toml.remove(path)

    @atomic
    def rename_rule(self, rule_id: str, new: str) -> None:
        """Give a rule another id, here and where channels name it. Decisions taken keep the id that they were shown."""
        path = self._path(rule_id)
        if new == rule_id:
            return
        self.toml.set((*path, "id"), self._new_rule(new))
        for key, table in self.named("channel").items():
            if rule_id in self.array("channel", key, "rules", "off"):
                place = self.array("channel", key, "rules", "off").index(rule_id)
                self.toml.set(("channel", key, "rules", "off", place), new)
            changes = table.get("rule")
            if isinstance(changes, dict) and rule_id in changes:
                self.toml.rename(("channel", key, "rule", rule_id), new)

    @atomic
    def set_rule_note(self, rule_id: str, note: str) -> None:
        """Change what a rule is for, in words; empty takes the note away."""
        path = self._path(rule_id)
        key = "title" if "title" in self.table(*path) and "note" not in self.table(*path) else "note"
        self.put((*path, key), need_text(note, "note", empty=True), RULE_KEYS)

    @atomic
    def set_rule_category(self, rule_id: str, category: str) -> None:
        """Change the category that a rule gives."""
        known = need_known(category, self.named("category"), "policy.unknown_category")
        self.toml.set((*self._path(rule_id), "category"), known, RULE_KEYS)

    @atomic
    def set_rule_propose(self, rule_id: str, actions: Sequence[str]) -> None:
        """Change what a rule proposes: keep, reply, hide, delete, report, mute, snooze, escalate[:WHO], warn, like."""
        self.toml.set_texts((*self._path(rule_id), "propose"), _actions(actions), RULE_KEYS)

    @atomic
    def set_rule_auto(
        self, rule_id: str, auto: str, per_hour: int | None = None, stop_pct: int | None = None
    ) -> None:
        """``hide`` with its limits (per hour 1..10,000, stop above 1..100 % overturned), or ``none`` without any."""
        path = self._path(rule_id)
        if need_choice(auto, "auto", ("none", "hide")) == "none":
            if "auto" in self.table(*path):
                self.toml.set((*path, "auto"), "none")
            self.toml.remove((*path, "auto_limits"))
            return
        if "hide" not in texts_of(self.table(*path).get("propose")):
            raise DocumentError("rule.auto_not_proposed")
        self.toml.set((*path, "auto"), "hide", RULE_KEYS)
        limits = {"per_hour": (per_hour, 10_000), "stop_if_overturned_pct": (stop_pct, 100)}
        fresh = {
            key: need_number(value, key, 1, top) for key, (value, top) in limits.items() if value is not None
        }
        if fresh and "auto_limits" not in self.table(*path):
            self.toml.set((*path, "auto_limits"), fresh, RULE_KEYS)
        for key, value in fresh.items():
            self.toml.set((*path, "auto_limits", key), value)

    # ------------------------------------------------------------------ conditions

    @atomic
    def set_rule_mode(self, rule_id: str, mode: str) -> None:
        """Whether one condition is enough (any) or all must hold; not for rules whose top is neither."""
        path = self._path(rule_id)
        need_choice(mode, "when", ("any", "all"))
        present, place = self._when(int(path[1]))
        if present == mode:
            return
        if present == "rich" or place[-1] == "when":
            raise DocumentError("document.rich", id=rule_id)
        self.toml.rename(place, mode)

    @atomic
    def add_condition(self, rule_id: str, condition: Mapping[str, Any], part: str = "when") -> None:
        """Add a condition to ``when`` or an exception to ``unless``."""
        path = self._path(rule_id)
        value = self._condition(condition)
        if part == "unless":
            place: Path = (*path, "unless")
            if place[-1] in self.table(*path):
                self.toml.append(place, value)
            else:
                self.toml.set(place, [value], RULE_KEYS)
            return
        mode, place = self._when(int(path[1]))
        if mode == "rich":
            raise DocumentError("document.rich", id=rule_id)
        if isinstance(self.toml.get(place), dict):  # one condition alone becomes the first of several
            self.toml.set(place, {"any": [dict(self.table(*place)), value]})
        else:
            self.toml.append(place, value)

    @atomic
    def remove_condition(self, rule_id: str, index: int, part: str = "when") -> None:
        """Take a condition out; the last one of ``when`` stays, for a rule without any would mean everything."""
        path, items = self._items(rule_id, part)
        need_number(index, part, 0, len(items) - 1)
        if len(items) == 1:
            if part == "when":
                raise DocumentError("document.last_condition", id=rule_id)
            self.toml.remove(path)
            return
        self.toml.remove((*path, index))

    @atomic
    def set_condition(
        self, rule_id: str, index: int, condition: Mapping[str, Any], part: str = "when"
    ) -> None:
        """Change one plain condition; keys that stay the same keep their text."""
        path, items = self._items(rule_id, part)
        need_number(index, part, 0, max(len(items) - 1, 0))
        present = items[index]
        if not isinstance(present, dict) or any(key in COMBINE for key in present):
            raise DocumentError("document.rich", id=rule_id)
        value = self._condition(condition)
        place = path if isinstance(self.toml.get(path), dict) else (*path, index)
        if set(value) == set(present):
            for key, item in value.items():
                self.toml.set((*place, key), item)
        else:
            self.toml.set(place, value)

    @atomic
    def set_threshold(self, rule_id: str, index: int, at_least: float, part: str = "when") -> None:
        """Change the score (0 to 1) from which a condition holds."""
        path, items = self._items(rule_id, part)
        need_number(index, part, 0, max(len(items) - 1, 0))
        present = items[index]
        if not isinstance(present, dict) or not {"score", "category"} & set(present):
            raise DocumentError("document.rich", id=rule_id)
        place = path if isinstance(self.toml.get(path), dict) else (*path, index)
        self.toml.set((*place, "at_least"), need_share(at_least, "at_least"))

    def _items(self, rule_id: str, part: str) -> tuple[Path, list[Any]]:
        path = self._path(rule_id)
        if need_choice(part, "part", ("when", "unless")) == "unless":
            return (*path, "unless"), self.array(*path, "unless")
        mode, place = self._when(int(path[1]))
        if mode == "rich":
            raise DocumentError("document.rich", id=rule_id)
        found = self.toml.get(place)
        return place, [found] if isinstance(found, dict) else self.array(*place)

    def _condition(self, condition: Mapping[str, Any]) -> dict[str, Any]:
        data = dict(condition)
        kinds = [key for key in data if key in KINDS]
        if len(kinds) != 1 or kinds[0] in COMBINE:
            raise DocumentError("document.condition", key=", ".join(map(str, data))[:80])
        kind = kinds[0]
        if kind == "list":
            need_known(data[kind], self.named("list"), "policy.unknown_list")
        elif kind == "category":
            need_known(data[kind], self.named("category"), "policy.unknown_category")
        for key in ("at_least", "at_most", "more_than", "less_than"):
            if key in data:
                data[key] = need_share(data[key], key)
        return data

    # ------------------------------------------------------------------ tests

    @atomic
    def add_test(
        self,
        rule_id: str,
        text: str,
        expect: bool,
        language: str = "",
        given: Mapping[str, Any] | None = None,
    ) -> None:
        """Add a text that a rule must match (``expect`` true) or leave alone."""
        values: dict[str, Any] = {
            "text": need_text(text, "text", limit=50_000),
            "expect": EXPECT[bool(expect)],
        }
        if language:
            values["language"] = need_text(language, "language", limit=12)
        if given:
            values["given"] = dict(given)
        self.toml.add_table((*self._path(rule_id), "test"), values, array=True)

    @atomic
    def set_test(
        self, rule_id: str, index: int, *, text: str | None = None, expect: bool | None = None
    ) -> None:
        """Change a test's text or what is expected of it."""
        path = self._test_path(rule_id, index)
        if text is not None:
            self.toml.set((*path, "text"), need_text(text, "text", limit=50_000), TEST_KEYS)
        if expect is not None:
            self.toml.set((*path, "expect"), EXPECT[expect], TEST_KEYS)

    @atomic
    def remove_test(self, rule_id: str, index: int) -> None:
        """Take a test out."""
        self.toml.remove(self._test_path(rule_id, index))

    def _test_path(self, rule_id: str, index: int) -> Path:
        path = self._path(rule_id)
        need_number(index, "test", 0, len(self.array(*path, "test")) - 1)
        return (*path, "test", index)

    # ------------------------------------------------------------------ inner

    def _path(self, rule_id: str) -> Path:
        for index, rule in enumerate(self.array("rule")):
            if isinstance(rule, dict) and rule.get("id") == rule_id:
                return ("rule", index)
        raise DocumentError("policy.unknown_rule", id=str(rule_id)[:60])

    def _new_rule(self, rule_id: str) -> str:
        text = need_text(rule_id, "id", limit=61)
        if not RULE_ID.fullmatch(text):
            raise DocumentError("rule.id", id=text[:60])
        if any(isinstance(rule, dict) and rule.get("id") == text for rule in self.array("rule")):
            raise DocumentError("rule.twice", id=text)
        return text


def _actions(actions: Sequence[str]) -> list[str]:
    found = []
    for word in actions:
        action, _, target = word.partition(":")
        if action == "block":
            raise DocumentError("rule.block")
        if action not in PROPOSABLE or (target and action != "escalate"):
            raise DocumentError("policy.choice", key="propose", value=word[:60])
        found.append(need_text(word, "propose", limit=80))
    if not found:
        raise DocumentError("policy.empty", key="propose")
    return list(dict.fromkeys(found))


def _names_rule(channel: Mapping[str, Any], rule_id: str) -> bool:
    switches, changes = channel.get("rules"), channel.get("rule")
    off = isinstance(switches, dict) and rule_id in texts_of(switches.get("off"))
    return off or (isinstance(changes, dict) and rule_id in changes)
