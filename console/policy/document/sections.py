"""Categories, opening and quiet hours of a policy document."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from console.domain.vocabulary import MAX_SEVERITY
from console.policy.conditions import SCORES
from console.policy.document.base import (
    DocumentBase,
    atomic,
    need_choice,
    need_duration,
    need_known,
    need_number,
    need_range,
    need_text,
    number_of,
    text_of,
    texts_of,
)
from console.policy.document.text import DocumentError
from console.policy.sections import DSA_CATEGORIES, IDENTIFIER, REPLY, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from console.policy.lines import Path

CATEGORY_KEYS: Final = (
    "label", "severity", "ground", "clause", "legal_basis", "dsa_category", "sla", "violation", "protected", "reply",
)  # fmt: skip
SLA_KEYS: Final = ("first_look", "decision", "reply", "clock")
HOURS_KEYS: Final = ("open", "quiet", "holidays")
Week = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class CategoryView:
    """A category as it is written; ``sla`` holds first_look, decision, reply and clock where they are given."""

    name: str
    label_fr: str
    label_en: str
    severity: int
    ground: str = ""
    clause: str = ""
    legal_basis: str = ""
    dsa_category: str = ""
    violation: bool = False
    protected: bool = False
    reply: str = ""
    sla: Mapping[str, str] = field(default_factory=dict)


class SectionOps(DocumentBase):
    """Operations on ``[category.*]`` and ``[hours]``."""

    # ------------------------------------------------------------------ categories

    def categories(self) -> tuple[CategoryView, ...]:
        """All categories, in the order of the text."""
        return tuple(_category(name, table) for name, table in self.named("category").items())

    @atomic
    def add_category(self, name: str, label_fr: str, label_en: str, severity: int) -> None:
        """Write a new category; its name is small letters, digits and underscores."""
        text = need_text(name, "category", limit=41)
        if not IDENTIFIER.fullmatch(text):
            raise DocumentError("category.name", name=text[:60])
        if text in self.table("category"):
            raise DocumentError("document.exists", name=text)
        values = {
            "label": {"fr": need_text(label_fr, "label"), "en": need_text(label_en, "label")},
            "severity": need_number(severity, "severity", 0, MAX_SEVERITY),
        }
        self.toml.add_table(("category", text), values)

    @atomic
    def remove_category(self, name: str) -> None:
        """Take out a category that no rule, test, ladder or reply guard names; ``document.in_use`` says which do."""
        self._known(name)
        users = self.category_users(name)
        if users:
            raise DocumentError("document.in_use", name=name, rules=users)
        self.toml.remove(("category", name))

    def category_users(self, name: str) -> tuple[str, ...]:
        """Ids of rules and names of sections that name a category."""
        found = []
        for index, rule in enumerate(self.array("rule")):
            if isinstance(rule, dict) and (
                rule.get("category") == name or _mentions([rule.get("when"), rule.get("unless")], name)
            ):
                found.append(text_of(rule.get("id")) or str(index))
        for key, ladder in self.named("ladder").items():
            weights, skips = ladder.get("weights"), ladder.get("skip_to")
            counted = name in texts_of(ladder.get("counts"))
            if counted or (isinstance(weights, dict) and name in weights) or _mentions(skips, name):
                found.append(f"ladder.{key}")
        if f"category:{name}" in texts_of(self.table("replies").get("forbid_when")):
            found.append("replies")
        return tuple(found)

    @atomic
    def set_category_label(self, name: str, label_fr: str, label_en: str) -> None:
        """Change how a category is called in each language."""
        self._known(name)
        french, english = need_text(label_fr, "label", limit=200), need_text(label_en, "label", limit=200)
        path: Path = ("category", name, "label")
        present = self.table("category", name).get("label")
        if isinstance(present, dict):
            self.toml.set((*path, "fr"), french)
            self.toml.set((*path, "en"), english)
        elif french == english:
            self.toml.set(path, french, CATEGORY_KEYS)
        else:
            self.toml.set(path, {"fr": french, "en": english}, CATEGORY_KEYS)

    @atomic
    def set_category_severity(self, name: str, severity: int) -> None:
        """Change the severity, 0 to 5."""
        value = need_number(severity, "severity", 0, MAX_SEVERITY)
        self.toml.set(("category", self._known(name), "severity"), value, CATEGORY_KEYS)

    @atomic
    def set_category_text(self, name: str, key: str, value: str) -> None:
        """Change clause, legal_basis, ground (terms, illegal), dsa_category or reply (expected, forbidden)."""
        known: Mapping[str, Sequence[str]] = {
            "ground": ("", "terms", "illegal"),
            "dsa_category": ("", *DSA_CATEGORIES),
            "reply": REPLY,
        }
        need_choice(key, "category", ("clause", "legal_basis", *known))
        text = (
            need_choice(value, key, known[key])
            if key in known
            else need_text(value, key, limit=400, empty=True)
        )
        self.put(("category", self._known(name), key), text, CATEGORY_KEYS)

    @atomic
    def set_category_flag(self, name: str, key: str, on: bool) -> None:
        """Say whether a category is a ``violation`` of the rules, or ``protected`` from being hidden."""
        need_choice(key, "category", ("violation", "protected"))
        present = self.table("category", self._known(name)).get(key)
        if on or isinstance(present, bool):
            self.toml.set(("category", name, key), bool(on), CATEGORY_KEYS)

    @atomic
    def set_category_sla(self, name: str, key: str, value: str) -> None:
        """Change first_look, decision or reply (a duration, empty for none) or clock (always, hours)."""
        need_choice(key, "sla", SLA_KEYS)
        text = need_choice(value, key, ("always", "hours")) if key == "clock" else need_duration(value, key)
        path: Path = ("category", self._known(name), "sla")
        present = self.table(*path)
        if not text:
            left = {k: v for k, v in present.items() if k not in {key, "clock"}}
            self.toml.remove((*path, key) if left else path)
        elif present:
            self.toml.set((*path, key), text, SLA_KEYS)
        elif key != "clock":
            self.toml.set(path, {key: text}, CATEGORY_KEYS)

    def _known(self, name: str) -> str:
        return need_known(name, self.named("category"), "policy.unknown_category")

    # ------------------------------------------------------------------ hours

    def week(self) -> Week:
        """Opening ranges by weekday, Monday first; keys that are no days are left out."""
        days: list[list[str]] = [[] for _ in WEEKDAYS]
        for key, value in self.table("hours", "open").items():
            for day in _days(key):
                days[day] += texts_of(value)
        return tuple(tuple(day) for day in days)

    @atomic
    def set_week(self, week: Sequence[Sequence[str]]) -> None:
        """Write the opening ranges of seven days, equal neighbours together; an unchanged week keeps its text."""
        need_number(len(week), "open", 7, 7)
        wanted = tuple(tuple(need_range(text, "open", crossing=False) for text in day) for day in week)
        if wanted == self.week():
            return
        table: dict[str, list[str]] = {}
        start = 0
        for day in range(1, 8):
            if day < 7 and wanted[day] == wanted[start]:
                continue
            if wanted[start]:
                first, last = WEEKDAYS[start], WEEKDAYS[day - 1]
                table[first if first == last else f"{first}-{last}"] = list(wanted[start])
            start = day
        path: Path = ("hours", "open")
        if path in self.toml.spans.values or "open" not in self.table("hours"):
            self.toml.set(path, table, HOURS_KEYS)
            return
        for key in list(self.table(*path)):
            if key not in table:
                self.toml.remove((*path, key))
        for key, ranges in table.items():
            self.toml.set((*path, key), ranges)

    def quiet(self) -> tuple[str, ...]:
        """The ranges in which no reply leaves."""
        return texts_of(self.table("hours").get("quiet"))

    @atomic
    def set_quiet(self, ranges: Sequence[str]) -> None:
        """Change the quiet hours; a range may cross midnight."""
        wanted = [need_range(text, "quiet", crossing=True) for text in ranges]
        if wanted or "quiet" in self.table("hours"):
            self.toml.set_texts(("hours", "quiet"), wanted, HOURS_KEYS)

    def french_holidays(self) -> bool:
        """Whether the French public holidays count as closed."""
        value = self.table("hours").get("holidays")
        return value == "FR" or (isinstance(value, list) and "FR" in value)

    @atomic
    def set_french_holidays(self, on: bool) -> None:
        """Count the French public holidays as closed, or not; days named by date stay."""
        path: Path = ("hours", "holidays")
        value = self.table("hours").get("holidays")
        if on == self.french_holidays():
            return
        if isinstance(value, list):
            if on:
                self.toml.append(path, "FR")
            else:
                self.toml.remove((*path, value.index("FR")))
        else:
            self.toml.set(path, "FR" if on else "none", HOURS_KEYS)

    @property
    def timezone(self) -> str:
        """The name of the time zone, as written; empty when none is."""
        return text_of(self.toml.get(("timezone",)))

    @atomic
    def set_timezone(self, name: str) -> None:
        """Change the time zone (such as Europe/Paris)."""
        text = need_text(name, "timezone", limit=60)
        try:
            ZoneInfo(text)
        except (ZoneInfoNotFoundError, ValueError, OSError) as wrong:
            raise DocumentError("policy.timezone", value=text) from wrong
        self.toml.set(("timezone",), text)


def _category(name: str, table: Mapping[str, Any]) -> CategoryView:
    label = table.get("label")
    if isinstance(label, dict):
        english, french = text_of(label.get("en")), text_of(label.get("fr"))
    else:
        english = french = text_of(label)
    sla = table.get("sla")
    return CategoryView(
        name=name,
        label_fr=french or english or name,
        label_en=english or french or name,
        severity=number_of(table.get("severity"), 0),
        ground=text_of(table.get("ground")),
        clause=text_of(table.get("clause")),
        legal_basis=text_of(table.get("legal_basis")),
        dsa_category=text_of(table.get("dsa_category")),
        violation=table.get("violation") is True,
        protected=table.get("protected") is True,
        reply=text_of(table.get("reply")),
        sla={key: text_of(value) for key, value in sla.items()} if isinstance(sla, dict) else {},
    )


def _mentions(value: Any, category: str) -> bool:
    """Whether a condition, however deep, names a category, or a score that exists only because the category does."""
    if isinstance(value, dict):
        named = (value.get("category"), None if category in SCORES else value.get("score"))
        return category in named or any(_mentions(item, category) for item in value.values())
    return isinstance(value, list) and any(_mentions(item, category) for item in value)


def _days(key: str) -> range:
    first, dash, last = key.partition("-")
    if first not in WEEKDAYS or (dash and last not in WEEKDAYS):
        return range(0)
    start = WEEKDAYS.index(first)
    return range(start, (WEEKDAYS.index(last) if dash else start) + 1)
