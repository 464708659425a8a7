"""Statements of reasons from audit entries, in the fields of the EU's DSA Transparency Database.

Field names, values and limits follow the Commission's public documentation of the database (article 17 and 24(5) of
Regulation (EU) 2022/2065): https://transparency.dsa.ec.europa.eu/page/api-documentation, read in November 2026, and
the explanation of each attribute at /page/documentation on the same site. Only what the chain holds goes in: codes,
clauses of the policy, dates. No personal data, no comment text.

For comments on a social network the duty to report lies with the network, not with the brand; the export is meant for
comment spaces of one's own (docs/AUDIT.md).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from console.domain.utc import utc

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

#: What an action does to visibility. Replies, keeps and blocks restrict no content.
VISIBILITY: Final[Mapping[str, str]] = {
    "hide": "DECISION_VISIBILITY_CONTENT_DISABLED",
    "delete": "DECISION_VISIBILITY_CONTENT_REMOVED",
}

#: The nearest category of the database, where the policy names none.
CATEGORIES: Final[Mapping[str, str]] = {
    "manifestly_illegal": "STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH",
    "threat": "STATEMENT_CATEGORY_VIOLENCE",
    "hate": "STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH",
    "insult": "STATEMENT_CATEGORY_CYBER_VIOLENCE",
    "spam": "STATEMENT_CATEGORY_SCAMS_AND_FRAUD",
}
OTHER_CATEGORY: Final = "STATEMENT_CATEGORY_OTHER_VIOLATION_TC"

#: The columns, in the order of the database's documentation.
COLUMNS: Final = (
    "decision_visibility",
    "decision_ground",
    "illegal_content_legal_ground",
    "illegal_content_explanation",
    "incompatible_content_ground",
    "incompatible_content_explanation",
    "content_type",
    "category",
    "content_language",
    "content_date",
    "application_date",
    "decision_facts",
    "source_type",
    "automated_detection",
    "automated_decision",
    "puid",
)

#: Outcomes of a dispatch that mean the restriction stands on the platform.
TOOK_EFFECT: Final = frozenset({"done", "confirmed_by_person"})

MAX_GROUND: Final = 500  # characters
MAX_EXPLANATION: Final = 2000
_DECIDED: Final = frozenset({"decision"})
_CARRIED_OUT: Final = frozenset({"dispatch", "confirmation"})
_AUTOMATED: Final = {
    "fully": "AUTOMATED_DECISION_FULLY",
    "full": "AUTOMATED_DECISION_FULLY",
    "yes": "AUTOMATED_DECISION_FULLY",
    "partially": "AUTOMATED_DECISION_PARTIALLY",
    "partly": "AUTOMATED_DECISION_PARTIALLY",
}

_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "facts": "A comment was assessed against the published moderation policy and its visibility was restricted "
        "on the provider's own initiative.",
        "category": "Category under the policy: {value}.",
        "rules": "Rules of the policy that matched: {value}.",
        "clause": "Clause of the policy: {value}.",
        "severity": "Severity: {value} of 5.",
        "no_clause": "Moderation policy of the page",
        "no_law": "Manifestly illegal content under the moderation policy",
    },
    "fr": {
        "facts": "Un commentaire a été apprécié au regard de la politique de modération publiée et sa visibilité a été "
        "restreinte à l'initiative du fournisseur.",
        "category": "Catégorie selon la politique : {value}.",
        "rules": "Règles de la politique qui se sont appliquées : {value}.",
        "clause": "Clause de la politique : {value}.",
        "severity": "Gravité : {value} sur 5.",
        "no_clause": "Politique de modération de la page",
        "no_law": "Contenu manifestement illicite selon la politique de modération",
    },
}


def statements(
    entries: Iterable[tuple[str, Mapping[str, Any]]], *, language: str = "en"
) -> Iterator[dict[str, Any]]:
    """One statement for every restriction of visibility that took effect, in the order of the chain.

    ``entries`` are ``(hash, entry)`` in order. A restriction counts once it was carried out (event ``dispatch`` or
    ``confirmation`` with an outcome of ``TOOK_EFFECT``); what only the decision knew (how it was automated, its legal basis) is
    carried over from there. Drills and compensating actions are left out.
    """
    decided: dict[int, dict[str, Any]] = {}
    for digest, entry in entries:
        if entry.get("action") not in VISIBILITY or entry.get("drill") or entry.get("undoes") is not None:
            continue
        number = entry.get("decision")
        event = entry.get("event")
        if event in _DECIDED and isinstance(number, int):
            decided[number] = {name: entry[name] for name in _CARRIED_OVER if name in entry}
        elif event in _CARRIED_OUT and entry.get("outcome") in TOOK_EFFECT:
            known = decided.pop(number, {}) if isinstance(number, int) else {}
            yield statement(digest, {**known, **entry}, language=language)


_CARRIED_OVER: Final = (
    "auto_decision",
    "auto_detection",
    "dsa_category",
    "ground",
    "clause",
    "legal_basis",
    "rules",
    "category",
    "severity",
    "language",
    "posted_at",
    "first_seen_at",
)


def statement(digest: str, entry: Mapping[str, Any], *, language: str = "en") -> dict[str, Any]:
    """The statement of reasons for one entry; fields that do not apply are absent."""
    words = _WORDS["fr" if language == "fr" else "en"]
    illegal = entry.get("ground") == "illegal" or entry.get("category") == "manifestly_illegal"
    explanation = _explanation(entry, words)[:MAX_EXPLANATION]
    found: dict[str, Any] = {
        "decision_visibility": [VISIBILITY[entry["action"]]],
        "decision_ground": "DECISION_GROUND_ILLEGAL_CONTENT"
        if illegal
        else "DECISION_GROUND_INCOMPATIBLE_CONTENT",
    }
    if illegal:
        ground = entry.get("legal_basis") or entry.get("clause") or words["no_law"]
        found["illegal_content_legal_ground"] = str(ground)[:MAX_GROUND]
        found["illegal_content_explanation"] = explanation
    else:
        found["incompatible_content_ground"] = str(entry.get("clause") or words["no_clause"])[:MAX_GROUND]
        found["incompatible_content_explanation"] = explanation
    found["content_type"] = ["CONTENT_TYPE_TEXT"]
    found["category"] = entry.get("dsa_category") or CATEGORIES.get(
        str(entry.get("category")), OTHER_CATEGORY
    )
    code = str(entry.get("language") or "")
    if len(code) == 2:
        found["content_language"] = code.upper()
    posted = entry.get("posted_at", entry.get("first_seen_at", entry.get("at", 0)))
    found["content_date"] = _date(posted)
    found["application_date"] = _date(entry.get("at", 0))
    found["decision_facts"] = f"{words['facts']} {explanation}"
    found["source_type"] = "SOURCE_VOLUNTARY"
    found["automated_detection"] = "Yes" if entry.get("auto_detection") else "No"
    found["automated_decision"] = _AUTOMATED.get(
        str(entry.get("auto_decision", "")), "AUTOMATED_DECISION_NOT_AUTOMATED"
    )
    found["puid"] = f"vigie-{digest}"  # unique, says nothing about anyone, and leads back to the entry
    return found


def _explanation(entry: Mapping[str, Any], words: Mapping[str, str]) -> str:
    rules = entry.get("rules")
    values = {
        "category": entry.get("category"),
        "clause": entry.get("clause"),
        "rules": ", ".join(map(str, rules)) if isinstance(rules, list) else None,
        "severity": entry.get("severity"),
    }
    return " ".join(
        words[name].format(value=value) for name, value in values.items() if value not in (None, "")
    )


def _date(seconds: Any) -> str:
    try:
        return utc(int(seconds)).strftime("%Y-%m-%d")
    except (TypeError, ValueError, OverflowError, OSError):
        return ""
