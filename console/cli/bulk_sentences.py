"""What the command line says about bulk decisions, in both languages: errors, headings and words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

_NONE: Final = {"en": "nothing was decided", "fr": "rien n’a été décidé"}

BULK_SENTENCES: Final[Mapping[str, Mapping[str, tuple[str, str, str]]]] = {
    "bulk_words": {
        "en": ("one answer to many is spam", _NONE["en"], "answer one comment at a time"),
        "fr": ("une même réponse à beaucoup de gens est du spam", _NONE["fr"], "répondez à un commentaire à la fois"),
    },
    "bulk_time": {
        "en": ("“{action}” knows no time", _NONE["en"], "leave the time out"),
        "fr": ("«\u202f{action}\u202f» ne connaît pas d’heure", _NONE["fr"], "retirez l’heure"),
    },
    "bulk_nothing": {
        "en": ("none of these {asked} comments would be decided", _NONE["en"], "see “vigie bulk preview” for why"),
        "fr": ("aucun de ces {asked} commentaires ne serait décidé", _NONE["fr"],
               "voyez pourquoi avec «\u202fvigie bulk preview\u202f»"),
    },
    "bulk_confirm": {
        "en": ("“{action}” for {count} comments needs the number said back", _NONE["en"], "add --confirm {count}"),
        "fr": ("«\u202f{action}\u202f» pour {count} commentaires demande de redire le nombre", _NONE["fr"],
               "ajoutez --confirm {count}"),
    },
    "bulk_many": {
        "en": ("{count} comments are too many without a preview", _NONE["en"], "at most {most} at once"),
        "fr": ("{count} commentaires, c’est trop sans aperçu", _NONE["fr"], "au plus {most} d’un coup"),
    },
    "bulk_which": {
        "en": ("which comments?", _NONE["en"], "give ids, or else --view or --group with filters"),
        "fr": ("quels commentaires\u202f?", _NONE["fr"], "donnez des numéros, ou bien --view ou --group avec des filtres"),
    },
    "batch_not_found": {
        "en": ("no bulk decision “{batch}”", "nothing was changed", "see “vigie bulk list”"),
        "fr": ("pas de décision groupée «\u202f{batch}\u202f»", "rien n’a été modifié", "voyez «\u202fvigie bulk list\u202f»"),
    },
    "batch_ended": {
        "en": ("bulk decision {batch} has ended ({state})", "nothing was changed", "what is left can be decided anew"),
        "fr": ("la décision groupée {batch} est terminée ({state})", "rien n’a été modifié", "ce qui reste peut être redécidé"),
    },
}  # fmt: skip

WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "preview": "{action}: {go} of {asked} would be decided",
        "review": "{n} of them need a second person first",
        "by_hand": "{n} of them by hand, on the site",
        "final": "{n} of them cannot be undone",
        "strikes": "{n} strikes, for {authors} authors",
        "reason": "{n} more would go with --reason",
        "stay": "{n} stay: {why}",
        "clause": " ({clause})",
        "run": "{batch}: {state}, {done} decided, {review} for a second person, {left} left",
        "refused": "  {n} refused: {code}",
        "kept": "  {n} could not be taken back: {code}",
        "undone": "{n} taken back",
        "none": "No bulk decisions.",
        "interrupted": "interrupted after {done} of {total}",
        "going": "{done} of {total}",
        "channel": "  {n}  {channel}  {mode}{back}",
        "back": ", can be undone",
        "no_back": ", cannot be undone",
        "api": "from here", "link": "by hand", "local": "here",
        "running": "running", "paused": "paused", "stopped": "stopped", "done": "done", "undone_state": "undone",
    },
    "fr": {
        "preview": "{action}\u00a0: {go} sur {asked} seraient décidés",
        "review": "{n} d’entre eux demandent d’abord une seconde personne",
        "by_hand": "{n} d’entre eux à la main, sur le site",
        "final": "{n} d’entre eux ne s’annulent pas",
        "strikes": "{n} manquements comptés, pour {authors} auteurs",
        "reason": "{n} de plus partiraient avec --reason",
        "stay": "{n} restent\u00a0: {why}",
        "clause": " ({clause})",
        "run": "{batch}\u00a0: {state}, {done} décidés, {review} pour une seconde personne, {left} restants",
        "refused": "  {n} refusés\u00a0: {code}",
        "kept": "  {n} n’ont pas pu être repris\u00a0: {code}",
        "undone": "{n} repris",
        "none": "Aucune décision groupée.",
        "interrupted": "interrompue après {done} sur {total}",
        "going": "{done} sur {total}",
        "channel": "  {n}  {channel}  {mode}{back}",
        "back": ", s’annule",
        "no_back": ", ne s’annule pas",
        "api": "d’ici", "link": "à la main", "local": "ici",
        "running": "en cours", "paused": "en pause", "stopped": "arrêtée", "done": "faite", "undone_state": "annulée",
    },
}  # fmt: skip
