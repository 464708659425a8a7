"""Errors of filters, saved views and assigning, as sentences in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

VIEW_SENTENCES: Final[Mapping[str, Mapping[str, tuple[str, str, str]]]] = {
    "bad_filter": {
        "en": ("“{value}” is no value for {field}", "nothing was changed", "see vigie queue list --help"),
        "fr": ("«\u202f{value}\u202f» n’est pas une valeur pour {field}", "rien n’a été modifié", "voyez vigie queue list --help"),
    },
    "view_not_found": {
        "en": ("no saved view “{view}”", "nothing was changed", "see vigie queue views"),
        "fr": ("pas de vue enregistrée «\u202f{view}\u202f»", "rien n’a été modifié", "voyez vigie queue views"),
    },
    "bad_view_name": {
        "en": ("this cannot name a view", "nothing was saved", "give 1 to {longest} printable characters"),
        "fr": ("cela ne peut pas nommer une vue", "rien n’a été enregistré", "donnez de 1 à {longest} caractères imprimables"),
    },
    "view_name_taken": {
        "en": ("there is a view called “{name}” already", "nothing was saved", "choose another name, or drop the other view"),
        "fr": ("une vue s’appelle déjà «\u202f{name}\u202f»", "rien n’a été enregistré",
               "choisissez un autre nom, ou retirez l’autre vue"),
    },
    "too_many_views": {
        "en": ("there are {most} saved views already", "nothing was saved", "drop one first"),
        "fr": ("il y a déjà {most} vues enregistrées", "rien n’a été enregistré", "retirez-en une d’abord"),
    },
    "assign_whom": {
        "en": ("nothing can be assigned to “{name}”", "nothing was changed", "give one of: {known}"),
        "fr": ("on ne peut rien confier à «\u202f{name}\u202f»", "rien n’a été modifié", "donnez l’un de\u00a0: {known}"),
    },
    "assign_closed": {
        "en": ("comment {id} is no open work ({state})", "nothing was changed", "take the decision back first"),
        "fr": ("le commentaire {id} n’est plus à traiter ({state})", "rien n’a été modifié", "annulez d’abord la décision"),
    },
}  # fmt: skip
