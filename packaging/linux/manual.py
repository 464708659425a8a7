"""The manual page ``vigie(1)`` in English and French, written from the parser's own help.

The parser speaks English; ``files/manual.fr.json`` holds its texts in French. What is not in there stays English in the
French page, and ``untranslated`` names it: a test allows a few, so that a new option need not wait for its words.
"""

from __future__ import annotations

import json
import re
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from commands import walk

if TYPE_CHECKING:
    from commands import Command, Option

Rows = tuple[tuple[str, str], ...]
_NOTES = re.compile(r"\s*\[((?:default: |required|env var|x|-?\d)[^\[\]]*)\]$")
"""What click adds to an option's help by itself: default, range, whether it must be given."""


@dataclass(frozen=True, slots=True)
class Language:
    """What the page says beside the parser's texts."""

    manual: str
    name: str
    titles: dict[str, str]
    anywhere: str
    codes: Rows
    environment: Rows
    files: Rows
    terms: dict[str, str]
    texts: dict[str, str]


def _words(title: str) -> dict[str, str]:
    """English text of the parser -> its translation, with the unbreakable spaces that French puts before a mark."""
    path = Path(__file__).resolve().parent / "files" / title
    found: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return {
        text: re.sub(" ([:;?!»%])", "\u00a0\\1", said).replace("« ", "«\u00a0")
        for text, said in found.items()
    }


ENGLISH = Language(
    manual="User Commands",
    name="moderate what people write under a brand's posts",
    titles={},
    anywhere="These may stand before or after a command.",
    codes=(
        ("0", "Done."),
        ("1", "Done, but something did not hold, was refused or rejected."),
        ("2", "Wrong use."),
        ("3", "The machine stood in the way."),
        ("4", "The platform refused."),
    ),
    environment=(
        ("VIGIE_HOME", "The folder for workspaces, settings and logs, instead of the user's data folder."),
        (
            "VIGIE_LANG",
            "Language of messages: fr or en. Otherwise the company's, or that of LC_ALL, LC_MESSAGES or LANG.",
        ),
        ("VIGIE_SECRET_FD", "Number of an open file from which a secret is read."),
    ),
    files=(
        ("/etc/vigie/vigie.toml", "What the company has set for the whole machine; vigie doctor shows it."),
        ("~/.local/share/vigie/default.vigie", "The workspace that opens when none is named."),
        ("~/.local/share/vigie/practice.vigie", "The workspace of the practice network."),
        ("~/.local/share/vigie/logs", "The log: neither names nor texts of comments."),
    ),
    terms={},
    texts={},
)
FRENCH = Language(
    manual="Commandes de l’utilisateur",
    name="modérer ce qui s’écrit sous les publications d’une marque",
    titles={
        "NAME": "NOM", "COMMANDS": "COMMANDES", "EXIT STATUS": "CODE DE RETOUR", "ENVIRONMENT": "ENVIRONNEMENT",
        "FILES": "FICHIERS",
    },
    anywhere="Elles se placent avant ou après une commande.",
    codes=(
        ("0", "Fait."),
        ("1", "Fait, mais quelque chose ne tient pas, a été refusé ou rejeté."),
        ("2", "Mauvais usage."),
        ("3", "La machine y fait obstacle."),
        ("4", "La plateforme a refusé."),
    ),
    environment=(
        (
            "VIGIE_HOME",
            "Le dossier des espaces de travail, des réglages et des journaux, à la place du dossier de données de la personne.",
        ),
        (
            "VIGIE_LANG",
            "Langue des messages\u00a0: fr ou en. Sinon celle de l’entreprise, ou celle de LC_ALL, LC_MESSAGES ou LANG.",
        ),
        ("VIGIE_SECRET_FD", "Numéro d’un fichier ouvert où se lit un secret."),
    ),
    files=(
        (
            "/etc/vigie/vigie.toml",
            "Ce que l’entreprise a fixé pour toute la machine\u00a0; vigie doctor le montre.",
        ),
        ("~/.local/share/vigie/default.vigie", "L’espace de travail ouvert quand aucun n’est nommé."),
        ("~/.local/share/vigie/practice.vigie", "L’espace de travail du réseau d’entraînement."),
        ("~/.local/share/vigie/logs", "Le journal technique\u00a0: ni noms ni textes de commentaires."),
    ),
    terms={
        "COMMAND": "COMMANDE", "WHO": "QUI", "FILE": "FICHIER", "FOLDER": "DOSSIER", "DIRECTORY": "DOSSIER", "PATH": "CHEMIN",
        "TEXT": "TEXTE", "NAME": "NOM", "VALUE": "VALEUR", "REASON": "RAISON", "HASH": "EMPREINTE", "DAY": "JOUR",
        "TIME": "MOMENT", "WORD": "MOT", "WORDS": "MOTS", "NEW": "NOUVEAU", "KIND": "GENRE", "CATEGORY": "CATÉGORIE",
        "RULE": "RÈGLE", "BATCH": "LOT", "FIELD": "CHAMP", "TERM": "TERME", "TAG": "ÉTIQUETTE", "NUMBER": "NOMBRE", "COMMENT_ID": "COMMENTAIRE", "REVIEW_ID": "RELECTURE", "OUTBOX_ID": "ENVOI",
    },
    texts=_words("manual.fr.json"),
)  # fmt: skip


def page(tree: Command, version: str, epoch: int, said: Language = ENGLISH) -> str:
    """The whole page in man(7) form, dated by ``epoch`` (seconds)."""
    day = time.strftime("%Y-%m-%d", time.gmtime(epoch))
    lines = [
        f'.TH VIGIE 1 "{day}" "vigie {version}" "{said.manual}"',
        ".ad l",
        _section("NAME", said),
        rf"vigie \- {_plain(said.name)}",
        _section("SYNOPSIS", said),
        *_usage(tree, said),
        _section("DESCRIPTION", said),
        *_text(tree.help, said),
        _section("OPTIONS", said),
        said.anywhere,
        *(line for one in tree.options for line in _item(one, said)),
        _section("COMMANDS", said),
    ]
    for command in walk(tree)[1:]:
        lines += [
            f".SS {_quoted(' '.join(command.words[1:]))}",
            *_usage(command, said),
            ".PP",
            *_text(command.help, said),
        ]
        for option in command.options:
            if option not in tree.options:
                lines += _item(option, said)
    for title, rows in (
        ("EXIT STATUS", said.codes),
        ("ENVIRONMENT", said.environment),
        ("FILES", said.files),
    ):
        lines.append(_section(title, said))
        for name, meaning in rows:
            lines += [".TP", rf"\fB{_plain(name)}\fR", _plain(meaning)]
    return "\n".join(lines) + "\n"


def untranslated(tree: Command, said: Language = FRENCH) -> list[str]:
    """The parser's texts that ``said`` has no words for, each once."""
    found = {
        part: None
        for command in walk(tree)
        for text in [command.help, *(_NOTES.sub("", option.help) for option in command.options)]
        for part in _parts(text)
        if part not in said.texts
    }
    return list(found)


def _section(title: str, said: Language) -> str:
    title = said.titles.get(title, title)
    return f".SH {_quoted(title) if ' ' in title else title}"


def _parts(text: str) -> list[str]:
    """A text's paragraphs, each on one line."""
    return [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]


def _note(note: str, said: Language) -> str:
    """``default: 50; 1<=x<=200`` in the page's language, without the bounds that a database's numbers have anyway."""
    words = re.sub(r"(\d+)<=x<=\d{16,}", r"x>=\1", note)
    if said is not ENGLISH:
        words = words.replace("default: ", "par défaut\u00a0: ").replace("required", "obligatoire")
        words = words.replace("; ", "\u00a0; ")
    return f"[{words}]"


def _term(value: str, said: Language) -> str:
    """A placeholder such as FILE; choices and what is no word of the table stay as they are typed."""
    value = re.sub(r"INTEGER( RANGE)?", "NUMBER", value)
    return re.sub(r"[A-Z_]+", lambda found: said.terms.get(found[0], found[0]), value)


def _usage(command: Command, said: Language) -> list[str]:
    words = " ".join(command.words)
    rest = ["[OPTIONS]", *command.arguments, *(["COMMAND [ARGS]..."] if command.below else [])]
    rest = [_term(one, said) for one in rest]
    return [rf"\fB{_plain(words)}\fR {_plain(' '.join(rest))}"]


def _item(option: Option, said: Language) -> list[str]:
    names = ", ".join(rf"\fB{_plain(name)}\fR" for name in option.names)
    value = rf" \fI{_plain(_term(option.value, said))}\fR" if option.value else ""
    note = _NOTES.search(option.help)
    text = _text(_NOTES.sub("", option.help), said)
    if note:
        text.append(_plain(_note(note[1], said)))
    return [".TP", names + value, *(text or [r"\&"])]


def _text(text: str, said: Language) -> list[str]:
    found: list[str] = []
    for part in _parts(text):
        found += [".PP"] * bool(found) + [_plain(said.texts.get(part, part))]
    return found


def _plain(text: str) -> str:
    """Text without a meaning for the formatter."""
    text = text.replace("\\", r"\e").replace("-", r"\-").replace("…", "...")
    return re.sub(r"^([.'])", r"\\&\1", text)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
