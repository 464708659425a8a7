"""Which column means what: names that exports use in English and French, and languages as they write them."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from console.connectors.file.plan import FIELDS
from console.domain.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# Best name first: when two columns of a file fit one field, the earlier name wins and the other column is ignored.
# Names are in the form that ``fold`` makes, apart by a bar; "from name" also stands for the JSON path from.name.
SYNONYMS: Final[Mapping[str, str]] = {
    "text": (
        "text|texte|comment text|texte du commentaire|comment|commentaire|message|comment message|comment body|body|"
        "content|contenu|contenu du commentaire|text original|text display|original text|full text|comment content|"
        "review|avis|review text|texte de l avis|reply|reponse|tweet|tweet text|verbatim|raw|cooked|description|corps"
    ),
    "id": (
        "id|comment id|id du commentaire|identifiant|identifiant du commentaire|remote id|uri|message id|reply id|"
        "tweet id|status id|note id|uuid|guid|numero|comment key|id commentaire|id comment"
    ),
    "author": (
        "author|auteur|author handle|handle|username|user name|from|user|utilisateur|auteur du commentaire|"
        "comment author|author username|from username|account acct|user screen name|screen name|user username|"
        "account username|pseudo|pseudonyme|nom d utilisateur|nom utilisateur|commenter|commentateur|login|de|compte|"
        "account|membre|author acct|user handle|owner username"
    ),
    "author_id": (
        "author id|id auteur|id de l auteur|from id|user id|id utilisateur|id de l utilisateur|author did|"
        "author channel id|author channel id value|account id|commenter id|psid|owner id|author key|did|profile id|"
        "channel id"
    ),
    "author_name": (
        "author name|nom de l auteur|nom auteur|display name|author display name|from name|user display name|"
        "account display name|name|nom|nom complet|full name|author full name|commenter name|user full name|"
        "nom affiche|prenom nom|comment author name|profile name|name click to view profile"
    ),
    "date": (
        "date gmt|comment date gmt|date utc|created utc|date|created time|created at|publie le|posted at|"
        "published at|published time|date de publication|"
        "publication date|timestamp|datetime|date time|date et heure|date heure|comment date|date du commentaire|"
        "created|cree le|date de creation|creation date|created date|comment time|comment created time|posted|"
        "published|publie|create time|ecrit le|create timestamp|creation timestamp|indexed at|horodatage|"
        "envoye le|sent at|"
        "comment create timestamp|comment creation timestamp|post date"
    ),
    "time": "time|heure|hour|time utc|comment hour|heure de publication",
    "parent": (
        "parent|parent id|in reply to|in reply to id|in reply to status id|reply to|reply to id|reponse a|"
        "en reponse a|id parent|parent comment id|id du parent|commentaire parent|parent comment|parent uri|"
        "reply parent uri|parent remote id"
    ),
    "post": (
        "post id|post|publication|publication id|id de la publication|id publication|video id|media id|article id|"
        "post uri|thread id|topic id|page post id|object id|root uri|reply root uri|id du post|root id|"
        "post remote id"
    ),
    "post_title": (
        "post title|titre de la publication|titre|title|video title|titre de la video|article|article title|"
        "post text|post message|texte de la publication|topic title|sujet|media caption"
    ),
    "post_link": (
        "post url|post link|post permalink|lien de la publication|url de la publication|video url|media url|"
        "article url|lien du post|url du post"
    ),
    "permalink": (
        "permalink|permalink url|comment permalink|comment url|comment link|url|link|lien|lien du commentaire|"
        "url du commentaire|lien permanent|adresse|web url|perma link|view source"
    ),
    "language": "language|langue|lang|locale|language code|code langue|comment language",
    "likes": (
        "likes|like count|likes count|j aime|mentions j aime|favourites count|favorite count|reactions|"
        "reaction count|nombre de j aime|comment like count|votes|upvotes|score"
    ),
    "replies": (
        "replies|reply count|replies count|comment count|reponses|nombre de reponses|total reply count|"
        "number of replies"
    ),
    "hidden": "hidden|is hidden|masque|est masque",
}

# Wrappers that say nothing about what is inside: snippet.topLevelComment.snippet.textOriginal is textOriginal.
_WRAPPERS: Final = (
    "data",
    "node",
    "item",
    "snippet",
    "top level comment",
    "record",
    "attributes",
    "value",
    "comment",
)

_CAMEL: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_OTHER: Final = re.compile(r"[^\w]+|_+")

_LANGUAGES: Final = {
    name: code
    for code, names in {
        "fr": "fr fra fre french francais",
        "en": "en eng english anglais",
        "de": "de deu ger german deutsch allemand",
        "es": "es spa spanish espanol espagnol",
        "it": "it ita italian italiano italien",
        "nl": "nl nld dut dutch nederlands neerlandais",
        "pt": "pt por portuguese portugues portugais",
        "ar": "ar ara arabic arabe",
        "pl": "pl pol polish polski polonais",
        "ro": "ro ron rum romanian romana roumain",
        "ru": "ru rus russian russe",
        "tr": "tr tur turkish turkce turc",
        "zh": "zh zho chi chinese chinois",
        "ja": "ja jpn japanese japonais",
        "ko": "ko kor korean coreen",
    }.items()
    for name in names.split()
}


def fold(name: str) -> str:
    """A column name reduced to plain lower-case words: ``authorDisplayName`` and ``Author_display-name`` meet."""
    spaced = _CAMEL.sub(" ", name.strip())
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", spaced) if not unicodedata.combining(c)
    ).casefold()
    return " ".join(_OTHER.sub(" ", plain).split())


def _forms(name: str) -> list[str]:
    """The folded name, then the same without wrappers around it, then with the plural's or unit's ``count`` kept."""
    forms = [fold(name)]
    for _ in range(6):
        inner = next((w for w in _WRAPPERS if forms[-1].startswith(w + " ")), None)
        if inner is None:
            break
        forms.append(forms[-1][len(inner) + 1 :])
    return forms


_RANKS: Final = {
    name: (field, rank) for field, names in SYNONYMS.items() for rank, name in enumerate(names.split("|"))
}


def known(name: str) -> bool:
    """Whether a column name says what it holds."""
    return any(form in _RANKS for form in _forms(name))


def detect(columns: Sequence[str]) -> dict[str, str]:
    """Field -> column for every field that some column names; at most one column per field and the other way round."""
    best: dict[str, tuple[int, int, str]] = {}
    for column in columns:
        for depth, form in enumerate(_forms(column)):
            if form in _RANKS:
                field, rank = _RANKS[form]
                if field not in best or (depth, rank) < best[field][:2]:
                    best[field] = (depth, rank, column)
                break
    if "time" in best and "date" not in best:
        best["date"] = best.pop("time")
    return {field: best[field][2] for field in FIELDS if field in best}


def override(
    detected: Mapping[str, str], columns: Sequence[str], wanted: Mapping[str, str]
) -> dict[str, str]:
    """``detected`` with what the person chose; an empty column name leaves a field out.

    Raises UsageError ``import_unknown_field`` (field, fields) or ``import_unknown_column`` (column, columns).
    """
    mapping = dict(detected)
    folded = {fold(column): column for column in reversed(columns)}
    for field, column in wanted.items():
        if field not in FIELDS:
            raise UsageError("import_unknown_field", field=field, fields=list(FIELDS))
        mapping.pop(field, None)
        if not column:
            continue
        found = column if column in columns else folded.get(fold(column))
        if found is None:
            raise UsageError("import_unknown_column", column=column, columns=list(columns))
        for other in [name for name, taken in mapping.items() if taken == found]:
            del mapping[other]
        mapping[field] = found
    return {field: mapping[field] for field in FIELDS if field in mapping}


def unused(columns: Iterable[str], mapping: Mapping[str, str]) -> tuple[str, ...]:
    """The columns that feed nothing, in their order."""
    taken = set(mapping.values())
    return tuple(column for column in columns if column not in taken)


def language_code(raw: str) -> str | None:
    """``fr`` for fr, fr-FR, fr_CA, FRA, French and Français; other two or three letter codes as they are; else None."""
    word = fold(raw).split(" ")[0]
    code = _LANGUAGES.get(word)
    if code is not None:
        return code
    return (
        word
        if len(word) in (2, 3) and word.isascii() and word.isalpha() and word not in ("und", "mul")
        else None
    )
