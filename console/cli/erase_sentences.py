"""Erasing an author in words: what goes, what stays, and what stands in the way, in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from console.services.erasing import COUNTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.services.erasing import Erasure
    from console.services.erasing_channel import ChannelErasure

ERASE_SENTENCES: Final[Mapping[str, Mapping[str, tuple[str, str, str]]]] = {
    "erase_unfinished": {
        "en": ("{count} actions about this person are still on their way", "nothing was erased", "let them go or undo them first: vigie outbox list, vigie review list"),
        "fr": ("{count} actions sur cette personne sont encore en chemin", "rien n’a été effacé", "laissez-les partir ou annulez-les d’abord\u00a0: vigie outbox list, vigie review list"),
    },
    "erase_ours": {
        "en": ("{id} is one of your own accounts", "nothing was erased", "remove the channel instead: vigie channel remove"),
        "fr": ("{id} est l’un de vos propres comptes", "rien n’a été effacé", "retirez plutôt le canal\u00a0: vigie channel remove"),
    },
    "erase_channel_pending": {
        "en": ("{channel} has decided actions that were not carried out: {unsent} not sent, {unknown} of which nobody knows whether they were, {reviews} that wait for a second person", "nothing was erased", "let them go first (vigie outbox list, vigie review list), or agree to call them off: --call-off"),
        "fr": ("{channel} a des actions décidées qui n’ont pas eu lieu\u00a0: {unsent} non envoyées, {unknown} dont on ne sait pas si elles l’ont été, {reviews} en attente d’une seconde personne", "rien n’a été effacé", "laissez-les partir d’abord (vigie outbox list, vigie review list), ou acceptez de les annuler\u00a0: --call-off"),
    },
    "erase_channel_sending": {
        "en": ("an action in {channel} is being sent this very moment ({count})", "nothing was erased", "try again in a minute"),
        "fr": ("une action dans {channel} est en train de partir ({count})", "rien n’a été effacé", "réessayez dans une minute"),
    },
    "channel_being_erased": {
        "en": ("what was pulled from {channel} is being erased", "the channel was not added", "let it end first: vigie channel erase {channel} --yes"),
        "fr": ("ce qui a été relevé sur {channel} est en train d’être effacé", "le canal n’a pas été ajouté", "laissez l’effacement se terminer d’abord\u00a0: vigie channel erase {channel} --yes"),
    },
    "erase_held": {
        "en": ("this person, or a comment of theirs, is held as evidence ({count})", "nothing was erased", "lift the hold first: vigie retention holds, vigie retention lift"),
        "fr": ("cette personne, ou un de ses commentaires, est conservée comme preuve ({count})", "rien n’a été effacé", "levez d’abord la conservation\u00a0: vigie retention holds, vigie retention lift"),
    },
    "erase_channel_held": {
        "en": ("{count} holds keep something in {channel} as evidence", "nothing was erased", "lift them first: vigie retention holds, vigie retention lift"),
        "fr": ("{count} conservations gardent quelque chose de {channel} comme preuve", "rien n’a été effacé", "levez-les d’abord\u00a0: vigie retention holds, vigie retention lift"),
    },
    "erasure_not_begun": {
        "en": ("there is nothing to go on with", "nothing was erased", "begin it: vigie channel erase"),
        "fr": ("il n’y a rien à reprendre", "rien n’a été effacé", "lancez-le\u00a0: vigie channel erase"),
    },
}  # fmt: skip

_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "comments": ("comments", "commentaires"),
    "earlier_versions": ("earlier versions of comments", "versions antérieures de commentaires"),
    "verdicts": ("readings by the classifier", "lectures du classifieur"),
    "notes": ("notes of the team", "notes de l’équipe"),
    "drafts": ("begun replies", "réponses commencées"),
    "tags": ("tags", "étiquettes"),
    "strikes": ("strikes", "manquements"),
    "words": ("reasons and replies kept with decisions", "motifs et réponses gardés avec des décisions"),
    "clear_values": ("clear values behind the audit log", "valeurs en clair derrière le journal d’audit"),
}
_LINES: Final = {
    "en": {
        "goes": "What goes of {id}, for good: the name and",
        "gone": "Erased of {id}: the name and",
        "stays": "What stays: {entries} entries of the audit log, {decisions} decisions, without words and without a name.",
        "unfinished": "In the way: {n} actions on their way. Let them go or undo them first.",
        "backups": "These files beside the workspace still hold it: {files}. Delete them too, and your own copies.",
        "again": "What the platform still shows can come in again with a later pull.",
        "not_yet": "Nothing was erased yet. To erase: add --yes.",
        "rest": "Another process reads this workspace: its file is free of remains once all are closed.",
    },
    "fr": {
        "goes": "Ce qui part de {id}, pour toujours\u00a0: le nom et",
        "gone": "Effacé de {id}\u00a0: le nom et",
        "stays": "Ce qui reste\u00a0: {entries} entrées du journal d’audit, {decisions} décisions, sans mots et sans nom.",
        "unfinished": "Ce qui l’empêche\u00a0: {n} actions en chemin. Laissez-les partir ou annulez-les d’abord.",
        "backups": "Ces fichiers à côté de l’espace le contiennent encore\u00a0: {files}. Supprimez-les aussi, et vos propres copies.",
        "again": "Ce que la plateforme montre encore peut revenir lors d’une lecture ultérieure.",
        "not_yet": "Rien n’est encore effacé. Pour effacer\u00a0: ajoutez --yes.",
        "rest": "Un autre processus lit cet espace\u00a0: son fichier sera sans restes quand tous seront fermés.",
    },
}  # fmt: skip


def erase_text(told: Erasure, key: str, language: str) -> str:
    """What an erasure takes, or took, and leaves."""
    words = _LINES["fr" if language == "fr" else "en"]
    place = 1 if language == "fr" else 0
    lines = [words["gone" if told.done else "goes"].format(id=key)]
    lines += [
        f"  {told.counts.get(name, 0):>7}  {_WORDS[name][place]}" for name in COUNTS if told.counts.get(name)
    ]
    lines.append(words["stays"].format(entries=told.entries, decisions=told.decisions))
    if told.backups:
        lines.append(words["backups"].format(files=", ".join(told.backups)))
    lines.append(words["again"])
    if told.unfinished:
        lines.append(words["unfinished"].format(n=told.unfinished))
    if not told.done:
        lines.append(words["not_yet"])
    elif not told.rewritten:
        lines.append(words["rest"])
    return "\n".join(lines)


_CHANNEL_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    **_WORDS,
    "authors": ("authors who wrote in no other channel", "auteurs qui n’ont écrit dans aucun autre canal"),
    "posts": ("posts", "publications"),
}
CHANNEL_WORDS: Final = {
    "en": {
        "goes": "What goes of {key}, for good:",
        "gone": "Erased of {key}:",
        "none": "  nothing is left of it",
        "stays": "What stays: {entries} entries of the audit log, {decisions} decisions, without words and without names; the authors who wrote in another channel, with their tags and strikes.",
        "pending": "Decided and not carried out: {unsent} not sent, {unknown} of which nobody knows whether they were, {reviews} that wait for a second person. They are called off with --call-off.",
        "under_way": "It is under way: {done} of {total} comments are erased. To go on: add --yes.",
        "backups": "These files beside the workspace still hold it: {files}. Delete them too, and your own copies.",
        "not_yet": "Nothing was erased yet. To erase: add --yes. The channel is disconnected with it.",
        "remains": "Another process reads this workspace: its file is free of remains once all are closed.",
        "ask": "Erase all of {key} for good? [y/N]",
        "ask_call_off": "Call off {n} actions that were decided and not carried out? [y/N]",
        "nothing": "Nothing was erased.",
        "stopped": "Stopped; what is left is erased with: vigie channel erase {key} --yes",
        "unsent": "calling off what was not sent",
        "comments": "{done} of {total} comments erased",
        "rest": "erasing posts and bulk decisions",
        "words": "rewriting the search",
        "file": "rewriting the file",
    },
    "fr": {
        "goes": "Ce qui part de {key}, pour toujours\u00a0:",
        "gone": "Effacé de {key}\u00a0:",
        "none": "  il n’en reste rien",
        "stays": "Ce qui reste\u00a0: {entries} entrées du journal d’audit, {decisions} décisions, sans mots et sans noms\u202f; les auteurs qui ont écrit dans un autre canal, avec leurs étiquettes et leurs manquements.",
        "pending": "Décidé mais pas fait\u00a0: {unsent} non envoyées, {unknown} dont on ne sait pas si elles l’ont été, {reviews} en attente d’une seconde personne. --call-off les annule.",
        "under_way": "C’est en cours\u00a0: {done} commentaires effacés sur {total}. Pour continuer\u00a0: ajoutez --yes.",
        "backups": "Ces fichiers à côté de l’espace le contiennent encore\u00a0: {files}. Supprimez-les aussi, et vos propres copies.",
        "not_yet": "Rien n’est encore effacé. Pour effacer\u00a0: ajoutez --yes. Le canal est déconnecté avec.",
        "remains": "Un autre processus lit cet espace\u00a0: son fichier sera sans restes quand tous seront fermés.",
        "ask": "Effacer tout {key} pour toujours\u202f? [o/N]",
        "ask_call_off": "Annuler {n} actions décidées qui n’ont pas eu lieu\u202f? [o/N]",
        "nothing": "Rien n’a été effacé.",
        "stopped": "Arrêté\u202f; ce qui reste s’efface avec\u00a0: vigie channel erase {key} --yes",
        "unsent": "annulation de ce qui n’est pas parti",
        "comments": "{done} commentaires effacés sur {total}",
        "rest": "effacement des publications et des décisions en lot",
        "words": "réécriture de la recherche",
        "file": "réécriture du fichier",
    },
}  # fmt: skip
"""What the commands say; the names of the stages stand for the line that is painted over."""


def channel_erase_text(told: ChannelErasure, language: str, kept: ChannelErasure | None = None) -> str:
    """What the erasure of a channel takes, or took, and leaves; ``kept`` knows what stays."""
    words = CHANNEL_WORDS["fr" if language == "fr" else "en"]
    place = 1 if language == "fr" else 0
    if told.stage:
        return words["under_way"].format(done=told.counts["comments"], total=told.total)
    lines = [words["gone" if told.done else "goes"].format(key=told.key)]
    parts = [
        f"  {number:>7}  {_CHANNEL_WORDS[name][place]}" for name, number in told.counts.items() if number
    ]
    lines += parts or [words["none"]]
    stays = kept or told
    lines.append(words["stays"].format(entries=stays.entries, decisions=stays.decisions))
    if told.backups:
        lines.append(words["backups"].format(files=", ".join(told.backups)))
    if told.pending.whole:
        pending = told.pending
        lines.append(
            words["pending"].format(
                unsent=pending.unsent, unknown=pending.unknown + pending.sending, reviews=pending.reviews
            )
        )
    if not told.done:
        lines.append(words["not_yet"])
    elif not told.rewritten:
        lines.append(words["remains"])
    return "\n".join(lines)
