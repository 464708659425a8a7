"""Changes that leave a comment's labels as they are: a thumb's typing, and one group named for another."""

from __future__ import annotations

import random
import re
import unicodedata

# Plural names of groups that fit the same place in a sentence. A line's label does not depend on which of them it
# names, and a classifier must not either.
_GROUPS: dict[str, tuple[tuple[str, ...], ...]] = {
    "en": (
        (
            "immigrants",
            "muslims",
            "jews",
            "gay people",
            "trans people",
            "women",
            "disabled people",
            "black people",
            "refugees",
            "asians",
            "lesbians",
            "migrants",
            "arabs",
            "indians",
            "mexicans",
            "gypsies",
            "foreigners",
            "africans",
            "latinos",
            "pakistanis",
            "poles",
            "autistic people",
            "old people",
            "christians",
            "hindus",
            "travellers",
            "asylum seekers",
            "gays",
            "romanians",
            "sikhs",
        ),
        (
            "muslim",
            "jewish",
            "gay",
            "trans",
            "black",
            "asian",
            "disabled",
            "lesbian",
            "arab",
            "indian",
            "mexican",
            "romanian",
            "african",
            "bisexual",
            "christian",
            "hindu",
            "deaf",
            "autistic",
            "polish",
            "nigerian",
        ),
    ),
    "fr": (
        (
            "immigrés",
            "musulmans",
            "juifs",
            "arabes",
            "noirs",
            "homosexuels",
            "gays",
            "roms",
            "handicapés",
            "réfugiés",
            "migrants",
            "asiatiques",
            "maghrébins",
            "africains",
            "étrangers",
            "trans",
            "autistes",
            "homos",
            "gitans",
            "algériens",
            "chinois",
            "catholiques",
            "vieux",
            "roumains",
            "portugais",
            "turcs",
            "sénégalais",
        ),
        (
            "musulmane",
            "juive",
            "arabe",
            "noire",
            "lesbienne",
            "handicapée",
            "trans",
            "asiatique",
            "algérienne",
            "étrangère",
        ),
        (
            "musulman",
            "juif",
            "arabe",
            "noir",
            "homosexuel",
            "gay",
            "handicapé",
            "asiatique",
            "étranger",
            "trans",
            "rom",
        ),
        (
            "femmes",
            "lesbiennes",
            "musulmanes",
            "étrangères",
            "personnes handicapées",
            "personnes trans",
            "meufs",
        ),
    ),
}
_PATTERNS = {
    language: [
        (
            re.compile(
                r"(?<![\w-])(?:"
                + "|".join(sorted(map(re.escape, names), key=len, reverse=True))
                + r")(?![\w-])"
            ),
            names,
        )
        for names in tables
    ]
    for language, tables in _GROUPS.items()
}
# Where these stand the group's name does more than name it, and another group would make nonsense or another label.
_BOUND = re.compile(
    r"mosqu|synagog|égli|church|hijab|voile|veil|kipp|israel|allah|islam|coran|quran|torah|rabbi|imam|bible|pope|pape"
    r"|h[iî]tler|nazi|holoc|shoah|halal|kosher|casher|ramadan|wheelchair|fauteuil|cuisine|kitchen|couleur|colour|color"
    r"|friday|café|coffee|dress|robe|chat|cat|pride|marche"
)
_SWAP = 0.45


def swapped(text: str, language: str, chance: random.Random) -> str:
    """Return a folded text with the first group it names replaced by another, where that is harmless to do."""
    if chance.random() > _SWAP or _BOUND.search(text):
        return text
    for pattern, names in _PATTERNS[language]:
        found = set(pattern.findall(text))
        if len(found) == 1:
            return pattern.sub(chance.choice(names), text)
        if found:
            return text
    return text


def mistyped(text: str, chance: random.Random) -> str:
    """Return a text with the carelessness of a thumb: no accents, a letter lost or swapped, a space too few."""
    if chance.random() < 0.25:
        text = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    if chance.random() < 0.15 and len(text) > 8:
        for _ in range(1 + len(text) // 60):
            at = chance.randrange(1, len(text) - 2)
            kind = chance.random()
            if kind < 0.35:
                text = text[:at] + text[at + 1 :]
            elif kind < 0.7:
                text = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
            else:
                text = text[:at] + text[at] + text[at:]
    if chance.random() < 0.03:
        text = text.replace(" ", "", 1)
    if chance.random() < 0.15:
        text = text.rstrip(" .!?")
    return text or "."
