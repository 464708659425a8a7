"""Retention in words: terms, what a run takes, what went, holds, and why something of it is refused, in both languages."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from console.managed_words import terms_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from console.services.retention import Kept, Sweep
    from console.store import Hold

RETENTION_SENTENCES: Final[Mapping[str, Mapping[str, tuple[str, str, str]]]] = {
    "retention_off": {
        "en": ("everything is kept: no term is set", "nothing was erased", "set one: vigie retention set --untouched 90"),
        "fr": ("tout est gardé\u00a0: aucune durée n’est fixée", "rien n’a été effacé", "fixez-en une\u00a0: vigie retention set --untouched 90"),
    },
    "terms_none": {
        "en": ("no term is named", "nothing was changed", "give --untouched, --decided or --authors"),
        "fr": ("aucune durée n’est nommée", "rien n’a été modifié", "donnez --untouched, --decided ou --authors"),
    },
    "terms_days": {
        "en": ("{name} takes a whole number of days from 1 to {limit}", "nothing was changed", "give another number, or “off”"),
        "fr": ("{name} prend un nombre entier de jours, de 1 à {limit}", "rien n’a été modifié", "donnez un autre nombre, ou «\u202foff\u202f»"),
    },
    "terms_decided_shorter": {
        "en": ("{value} days for decided comments are fewer than the {least} for untouched ones", "nothing was changed", "keep what was decided at least as long: somebody may have to answer for it"),
        "fr": ("{value} jours pour les commentaires traités, c’est moins que les {least} des commentaires non traités", "rien n’a été modifié", "gardez au moins aussi longtemps ce qui a été décidé\u00a0: quelqu’un peut avoir à en répondre"),
    },
    "terms_unknown_class": {
        "en": ("there is no class {value}", "nothing was changed", "there are {known}"),
        "fr": ("il n’y a pas de classe {value}", "rien n’a été modifié", "il y a {known}"),
    },
    "hold_reason": {
        "en": ("a hold needs a reason of at most {limit} characters", "nothing was changed", "say why: --reason"),
        "fr": ("une conservation demande un motif d’au plus {limit} caractères", "rien n’a été modifié", "dites pourquoi\u00a0: --reason"),
    },
    "hold_not_found": {
        "en": ("nothing is held there", "nothing was changed", "see: vigie retention holds"),
        "fr": ("rien n’y est conservé comme preuve", "rien n’a été modifié", "voyez\u00a0: vigie retention holds"),
    },
    "hold_what": {
        "en": ("a hold is on a comment or on an author", "nothing was changed", "give the number of a comment, or --author KIND:ID"),
        "fr": ("une conservation porte sur un commentaire ou sur un auteur", "rien n’a été modifié", "donnez le numéro d’un commentaire, ou --author GENRE:ID"),
    },
}  # fmt: skip

WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "off": "Everything is kept: no term is set.",
        "terms": "Kept: {terms} ({source}).",
        "company": "set by the company",
        "team": "set by the team",
        "goes": "The next run takes {untouched} untouched comments, {decided} decided comments, {authors} authors, for good.",
        "stays": "Old enough and kept: {held} held as evidence, {pending} under way, {authors_kept} authors blocked or held.",
        "under_way": "A run is under way: {looked} of {total} looked at, {gone} comments erased.",
        "never": "No run yet.",
        "last": "Last run {when}: {untouched} untouched comments, {decided} decided comments, {authors} authors.",
        "remains": "Another process read this workspace: its file is free of remains once all are closed.",
        "backups": "Files that still hold what went: {files}.",
        "gone": "Gone in all: {n} comments. How many of which day stays: vigie retention counts.",
        "holds": "Held as evidence: {n}.",
        "when": "It runs once a day while the window is open and nobody decides.",
        "not_yet": "Nothing was erased yet. To erase: add --yes.",
        "done": "Erased: {untouched} untouched comments, {decided} decided comments, {authors} authors.",
        "line": "{looked} of {total} looked at, {gone} erased",
        "words": "rewriting the search",
        "file": "rewriting the file",
        "stopped": "Stopped; what is left goes with the next run.",
        "no_holds": "Nothing is held.",
        "held": "Held as evidence: {what}.",
        "lifted": "No longer held: {what}.",
        "comment": "comment {n}",
        "author": "everything of {who}",
    },
    "fr": {
        "off": "Tout est gardé\u00a0: aucune durée n’est fixée.",
        "terms": "Conservés\u00a0: {terms} ({source}).",
        "company": "fixé par l’entreprise",
        "team": "fixé par l’équipe",
        "goes": "Le prochain passage efface pour toujours {untouched} commentaires non traités, {decided} commentaires traités, {authors} auteurs.",
        "stays": "Assez anciens mais gardés\u00a0: {held} conservés comme preuve, {pending} en cours, {authors_kept} auteurs bloqués ou conservés.",
        "under_way": "Un passage est en cours\u00a0: {looked} examinés sur {total}, {gone} commentaires effacés.",
        "never": "Aucun passage encore.",
        "last": "Dernier passage le {when}\u00a0: {untouched} commentaires non traités, {decided} commentaires traités, {authors} auteurs.",
        "remains": "Un autre processus lisait cet espace\u00a0: son fichier sera sans restes quand tous seront fermés.",
        "backups": "Fichiers qui contiennent encore ce qui est parti\u00a0: {files}.",
        "gone": "Partis en tout\u00a0: {n} commentaires. Leur nombre par jour reste\u00a0: vigie retention counts.",
        "holds": "Conservés comme preuve\u00a0: {n}.",
        "when": "Un passage par jour, tant que la fenêtre est ouverte et que personne ne décide.",
        "not_yet": "Rien n’est encore effacé. Pour effacer\u00a0: ajoutez --yes.",
        "done": "Effacés\u00a0: {untouched} commentaires non traités, {decided} commentaires traités, {authors} auteurs.",
        "line": "{looked} examinés sur {total}, {gone} effacés",
        "words": "réécriture de la recherche",
        "file": "réécriture du fichier",
        "stopped": "Arrêté\u202f; le reste part au prochain passage.",
        "no_holds": "Rien n’est conservé comme preuve.",
        "held": "Conservé comme preuve\u00a0: {what}.",
        "lifted": "N’est plus conservé comme preuve\u00a0: {what}.",
        "comment": "commentaire {n}",
        "author": "tout ce qui vient de {who}",
    },
}  # fmt: skip


def kept_text(kept: Kept, ahead: Sweep | None, backups: Sequence[str], language: str) -> str:
    """How long things are kept, what the next run takes, what the last one did."""
    words = WORDS[language]
    lines = [words["off"]]
    if not kept.terms.off:
        terms = terms_words(kept.terms, language)
        lines = [words["terms"].format(terms=terms, source=words[kept.source]), words["when"]]
    if kept.running is not None:
        gone = kept.running.counts["untouched"] + kept.running.counts["decided"]
        looked, total = kept.running.looked, kept.running.total
        lines.append(words["under_way"].format(looked=looked, total=total, gone=gone))
    elif ahead is not None and not kept.terms.off:
        lines += _ahead_lines(ahead, words)
    if kept.last is not None:
        when = datetime.fromtimestamp(kept.last.ended, UTC).strftime("%Y-%m-%d %H:%M UTC")
        lines.append(words["last"].format(when=when, **_three(kept.last)))
        if not kept.last.rewritten:
            lines.append(words["remains"])
    elif not kept.terms.off:
        lines.append(words["never"])
    if kept.gone:
        lines.append(words["gone"].format(n=kept.gone))
        if backups:
            lines.append(words["backups"].format(files=", ".join(backups)))
    if kept.holds:
        lines.append(words["holds"].format(n=kept.holds))
    return "\n".join(lines)


def ahead_text(ahead: Sweep, language: str) -> str:
    """What a run would take, and that it did not."""
    words = WORDS[language]
    return "\n".join((*_ahead_lines(ahead, words), words["not_yet"]))


def _ahead_lines(ahead: Sweep, words: Mapping[str, str]) -> list[str]:
    lines = [words["goes"].format(**ahead.counts)]
    if any(ahead.counts[name] for name in ("held", "pending", "authors_kept")):
        lines.append(words["stays"].format(**ahead.counts))
    return lines


def done_text(done: Sweep, backups: Sequence[str], language: str) -> str:
    """What a run took."""
    words = WORDS[language]
    lines = [words["done"].format(**_three(done))]
    if not done.rewritten:
        lines.append(words["remains"])
    if backups and sum(_three(done).values()):
        lines.append(words["backups"].format(files=", ".join(backups)))
    return "\n".join(lines)


def what_text(comment_id: int | None, who: str, language: str) -> str:
    """What a hold is on."""
    words = WORDS[language]
    return words["author"].format(who=who) if comment_id is None else words["comment"].format(n=comment_id)


def holds_text(holds: Sequence[Hold], language: str) -> str:
    """Everything held, a line each."""
    if not holds:
        return WORDS[language]["no_holds"]
    return "\n".join(
        f"{datetime.fromtimestamp(one.set_at, UTC):%Y-%m-%d}  {what_text(one.comment_id, one.who, language)}"
        f"  {one.actor}  {one.reason}"
        for one in holds
    )


def _three(sweep: Sweep) -> dict[str, int]:
    return {name: sweep.counts.get(name, 0) for name in ("untouched", "decided", "authors")}
