"""What the reader of exports says to people, in English and French: one sentence per code."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

# code -> (English, French); {names} are the parameters that come with the code.
PHRASES: Final[Mapping[str, tuple[str, str]]] = {
    # why a line was not imported
    "bad_json": ("this is not valid JSON", "ce n’est pas du JSON valide"),
    "not_an_object": ("a JSON object was expected here", "un objet JSON était attendu ici"),
    "no_text": ("the column {column} is empty", "la colonne {column} est vide"),
    "bad_date": ("“{value}” is not a possible date", "« {value} » n’est pas une date possible"),
    "bad_encoding": (
        "some bytes are not {encoding} text",
        "certains octets ne sont pas du texte {encoding}",
    ),
    "nul_byte": ("the line contains NUL characters", "la ligne contient des caractères NUL"),
    "too_long": (
        "{column} is longer than {limit} characters",
        "{column} dépasse {limit} caractères",
    ),
    "cell_too_long": ("a cell is longer than {limit} characters", "une cellule dépasse {limit} caractères"),
    "stray_return": (
        "a carriage return stands outside quotation marks",
        "un retour chariot se trouve hors des guillemets",
    ),
    "line_too_long": ("the line is longer than {limit} bytes", "la ligne dépasse {limit} octets"),
    "column_count": (
        "{got} cells where the header has {expected}",
        "{got} cellules alors que l’en-tête en compte {expected}",
    ),
    "unclosed_quote": (
        "a quotation mark is opened here and never closed",
        "un guillemet est ouvert ici et jamais refermé",
    ),
    "bad_quote": (
        "a quotation mark stands inside a quoted cell without being doubled",
        "un guillemet figure dans une cellule entre guillemets sans être doublé",
    ),
    # why a file cannot be imported
    "import_no_text_column": (
        "no column holds the comments' text; the columns are: {columns}",
        "aucune colonne ne contient le texte des commentaires ; les colonnes sont : {columns}",
    ),
    "import_unknown_column": (
        "there is no column {column}; the columns are: {columns}",
        "il n’y a pas de colonne {column} ; les colonnes sont : {columns}",
    ),
    "import_unknown_field": (
        "{field} is not something a column can hold; choose from: {fields}",
        "{field} n’est pas un champ connu ; choisissez parmi : {fields}",
    ),
    "import_unknown_format": ("{format} is neither csv nor jsonl", "{format} n’est ni csv ni jsonl"),
    "import_unknown_encoding": (
        "{encoding} is not a known encoding",
        "{encoding} n’est pas un encodage connu",
    ),
    "import_empty": ("the file is empty", "le fichier est vide"),
    "import_unreadable": ("{path} cannot be read ({why})", "{path} ne peut pas être lu ({why})"),
    "import_spreadsheet": (
        "this is a spreadsheet or an archive; save it as CSV (UTF-8) first",
        "c’est un classeur ou une archive ; enregistrez-le d’abord en CSV (UTF-8)",
    ),
    "import_compressed": (
        "the file is compressed; unpack it first",
        "le fichier est compressé ; décompressez-le",
    ),
    "import_not_text": ("this is not a text file", "ce n’est pas un fichier texte"),
    "import_json_document": (
        "this is one JSON document; one object per line is needed (JSON Lines)",
        "c’est un document JSON d’un seul tenant ; il faut un objet par ligne (JSON Lines)",
    ),
    # what a plan points out
    "ambiguous_dates": (
        "day and month cannot be told apart in {column}; the day is taken to come first",
        "jour et mois ne se distinguent pas dans {column} ; le jour est supposé venir en premier",
    ),
    "naive_times": (
        "the times in {column} name no time zone; they are taken as UTC",
        "les heures de {column} n’indiquent pas de fuseau ; elles sont lues en UTC",
    ),
    "no_date_column": (
        "no column says when; the file's own date is used",
        "aucune colonne ne donne la date ; celle du fichier est utilisée",
    ),
    "no_author_column": (
        "no column says who wrote; each comment gets an unknown author of its own",
        "aucune colonne ne donne l’auteur ; chaque commentaire reçoit son propre auteur inconnu",
    ),
    "no_header": (
        "the first line is no header; columns are numbered",
        "la première ligne n’est pas un en-tête ; les colonnes sont numérotées",
    ),
    "unknown_columns": ("these columns are ignored: {columns}", "ces colonnes sont ignorées : {columns}"),
}


def sentence(code: str, params: Mapping[str, Any], language: str) -> str:
    """The sentence for ``code`` in French (``fr``) or English (anything else); the code itself when unknown."""
    phrase = PHRASES.get(code)
    if phrase is None:
        return code
    words = {
        name: ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else value
        for name, value in params.items()
    }
    return phrase[language == "fr"].format_map(_Gaps(words))


class _Gaps(dict[str, Any]):
    """A missing parameter shows as its name: a clumsy sentence beats none."""

    def __missing__(self, key: str) -> str:
        return key
