"""The sentences for changes to a policy's text that cannot be made, in English and French."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from console.policy.phrases_check import ERRORS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.domain.errors import VigieError

DOCUMENT: Final[Mapping[str, Mapping[str, str]]] = {
    "document.toml": {
        "en": "line {line}: not valid TOML: {detail}",
        "fr": "ligne {line}\u00a0: TOML incorrect\u00a0: {detail}",
    },
    "document.layout": {
        "en": "this is written in a way that only the text can change",
        "fr": "ceci est écrit d’une façon que seul le texte permet de changer",
    },
    "document.shape": {
        "en": "the file does not have the expected form here: change it in the text",
        "fr": "le fichier n’a pas ici la forme attendue\u00a0: changez-le dans le texte",
    },
    "document.rich": {
        "en": "the conditions of “{id}” are nested: change them in the text",
        "fr": "les conditions de «\u202f{id}\u202f» sont imbriquées\u00a0: changez-les dans le texte",
    },
    "document.condition": {
        "en": "“{key}” is not one condition",
        "fr": "«\u202f{key}\u202f» n’est pas une condition",
    },
    "document.last_condition": {
        "en": "a rule needs a condition: add another one first",
        "fr": "une règle a besoin d’une condition\u00a0: ajoutez-en d’abord une autre",
    },
    "document.exists": {"en": "“{name}” is there already", "fr": "«\u202f{name}\u202f» existe déjà"},
    "document.missing": {"en": "“{name}” is not there", "fr": "«\u202f{name}\u202f» n’existe pas"},
    "document.in_use": {
        "en": "“{name}” is used by {rules}",
        "fr": "«\u202f{name}\u202f» sert encore à {rules}",
    },
    "document.list_name": {
        "en": "“{name}” is not a list name: small letters without accents, digits and _, a letter first",
        "fr": "«\u202f{name}\u202f» n’est pas un nom de liste\u00a0: minuscules sans accent, chiffres et _, une lettre d’abord",
    },
    "document.control": {
        "en": "“{key}” holds a line break or a character that cannot be seen",
        "fr": "«\u202f{key}\u202f» contient un retour à la ligne ou un caractère invisible",
    },
    "document.day": {
        "en": "“{value}” is not a day such as 2027-01-31",
        "fr": "«\u202f{value}\u202f» n’est pas un jour comme 2027-01-31",
    },
    "document.hash": {
        "en": "“{word}” begins with #, which makes a line of the list file a comment",
        "fr": "«\u202f{word}\u202f» commence par #, qui fait d’une ligne du fichier un commentaire",
    },
    "document.step_taken": {
        "en": "there is a step at {at} points already",
        "fr": "il y a déjà un palier à {at} points",
    },
    "document.step_order": {
        "en": "at {at} points this step would change places with another: remove it and add it again",
        "fr": "à {at} points ce palier changerait de place\u00a0: retirez-le et ajoutez-le de nouveau",
    },
}


def say_document(error: VigieError, language: str = "en") -> str:
    """One sentence for a DocumentError; the code itself when it has none."""
    forms = DOCUMENT.get(error.code) or ERRORS.get(error.code)
    if forms is None:
        return error.code
    words = {
        key: ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
        for key, value in error.params.items()
    }
    text = forms.get(language) or forms["en"]
    for key, value in words.items():
        text = text.replace(f"{{{key}}}", value)
    return text
