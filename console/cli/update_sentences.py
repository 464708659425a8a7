"""What looking for versions says, in both languages: what was found, whether it looks at all, and what does not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_KEPT: Final = {
    "en": "nothing of it is used; the program stays as it is",
    "fr": "rien n’en est utilisé\u202f; le programme reste tel qu’il est",
}
_TELL: Final = {
    "en": "tell your IT department, or whoever gave you the program",
    "fr": "prévenez votre service informatique, ou qui vous a remis le programme",
}
_NOTHING: Final = {"en": "nobody was asked", "fr": "personne n’a été interrogé"}


def _refusal(
    english: str, french: str, step: tuple[str, str] | None = None
) -> dict[str, tuple[str, str, str]]:
    todo = {"en": step[0], "fr": step[1]} if step else _TELL
    return {"en": (english, _KEPT["en"], todo["en"]), "fr": (french, _KEPT["fr"], todo["fr"])}


UPDATE_SENTENCES: Final[Mapping[str, Mapping[str, tuple[str, str, str]]]] = {
    "update_no_key": {
        "en": ("this copy of Vigie holds no key to check a list of versions with, so it cannot look for updates", _NOTHING["en"], "your IT department can set update_key, or a package made with a key brings it"),
        "fr": ("cet exemplaire de Vigie n’a pas de clé pour vérifier une liste de versions\u00a0: il ne peut pas chercher de mises à jour", _NOTHING["fr"], "votre service informatique peut fixer update_key, ou un paquet fait avec une clé l’apporte"),
    },
    "update_no_server": {
        "en": ("no server is known to look for versions on", _NOTHING["en"], "give one: vigie update on --server URL; or your IT department sets update_server"),
        "fr": ("aucun serveur n’est connu pour chercher des versions", _NOTHING["fr"], "donnez-en un\u00a0: vigie update on --server URL\u202f; ou votre service informatique fixe update_server"),
    },
    "update_set_by_company": {
        "en": ("where updates are looked for is set by your company ({file})", "nothing was changed", "ask your IT department"),
        "fr": ("la recherche de mises à jour est fixée par votre entreprise ({file})", "rien n’a été modifié", "adressez-vous à votre service informatique"),
    },
    "update_no_list": _refusal("what the server sent is no list of versions of Vigie", "ce que le serveur a envoyé n’est pas une liste de versions de Vigie", ("check the address of the server", "vérifiez l’adresse du serveur")),
    "update_list_too_large": _refusal("the list of versions is larger than {limit} bytes", "la liste de versions dépasse {limit} octets"),
    "update_unknown_key": _refusal("the list of versions is signed by a key that this copy does not know ({found})", "la liste de versions est signée d’une clé que cet exemplaire ne connaît pas ({found})"),
    "update_bad_signature": _refusal("the signature of the list of versions does not hold: it was changed after it was signed", "la signature de la liste de versions ne tient pas\u00a0: elle a été modifiée après coup"),
    "update_bad_list": _refusal("the list of versions is signed, but makes no sense ({where})", "la liste de versions est signée, mais n’a pas de sens ({where})"),
    "update_newer_form": _refusal("the list of versions has a form ({found}) that this version does not know (it knows {known})", "la liste de versions a une forme ({found}) que cette version ne connaît pas (elle connaît {known})", ("get the new version by hand, once", "prenez la nouvelle version à la main, une fois")),
    "update_expired": _refusal("the list of versions was good until {expired}: its publisher has not renewed it, or somebody keeps the new one from you", "la liste de versions valait jusqu’au {expired}\u00a0: son éditeur ne l’a pas renouvelée, ou quelqu’un vous cache la nouvelle"),
    "update_from_future": _refusal("the list of versions is of {issued}, and for this machine it is {now}", "la liste de versions est du {issued}, et pour ce poste nous sommes le {now}", ("check this machine’s clock", "vérifiez l’horloge de ce poste")),
    "update_replayed": _refusal("the server sent an earlier list of versions (number {found}) than this machine has seen ({known})", "le serveur a envoyé une liste de versions plus ancienne (numéro {found}) que celle déjà vue ici ({known})"),
    "update_two_lists": _refusal("the server sent another list of versions under a number that this machine has seen ({found})", "le serveur a envoyé une autre liste de versions sous un numéro déjà vu ici ({found})"),
    "update_wrong_file": _refusal("{file} is not the file that was signed for; it was deleted", "{file} n’est pas le fichier annoncé et signé\u202f; il a été supprimé"),
    "update_nothing_newer": {
        "en": ("{version} is the newest version there is for this copy", "nothing was downloaded", "nothing is to be done"),
        "fr": ("{version} est la version la plus récente pour cet exemplaire", "rien n’a été téléchargé", "il n’y a rien à faire"),
    },
    "update_checkout": {
        "en": ("this copy runs from its source, which no package replaces", "nothing was downloaded", "update it where it came from; for another machine give --kind ({known})"),
        "fr": ("cet exemplaire tourne depuis ses sources, qu’aucun paquet ne remplace", "rien n’a été téléchargé", "mettez-le à jour là d’où il vient\u202f; pour un autre poste, donnez --kind ({known})"),
    },
    "update_no_file": {
        "en": ("there is no package of {version} for {platform}, {kind}", "nothing was downloaded", "there are: {known}"),
        "fr": ("il n’y a pas de paquet de {version} pour {platform}, {kind}", "rien n’a été téléchargé", "il y a\u00a0: {known}"),
    },
    "update_no_folder": {
        "en": ("there is no folder {path}", "nothing was downloaded", "make it, or choose another one"),
        "fr": ("il n’y a pas de dossier {path}", "rien n’a été téléchargé", "créez-le, ou choisissez-en un autre"),
    },
    "update_file_there": {
        "en": ("another file has this name already: {path}", "it was left as it is, nothing was downloaded", "move it away, or choose another folder"),
        "fr": ("un autre fichier porte déjà ce nom\u00a0: {path}", "il est resté tel quel, rien n’a été téléchargé", "déplacez-le, ou choisissez un autre dossier"),
    },
    "update_stopped": {
        "en": ("the download of {file} was stopped", "what had arrived is kept and goes on the next time", "start it again when you like"),
        "fr": ("le téléchargement de {file} a été arrêté", "ce qui était arrivé est gardé et reprendra la prochaine fois", "relancez-le quand vous voulez"),
    },
    "update_disk_full": {
        "en": ("there is no room in {path} for {needed} bytes", "nothing that is finished was lost", "free some space, or choose another folder"),
        "fr": ("il n’y a pas la place dans {path} pour {needed} octets", "rien de terminé n’est perdu", "libérez de la place, ou choisissez un autre dossier"),
    },
}  # fmt: skip

_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "newest": {"en": "{version} is the newest version.", "fr": "{version} est la version la plus récente."},
    "newer": {
        "en": "{newer} is there, of {released}; this is {version}.",
        "fr": "{newer} est disponible, du {released}\u202f; ceci est {version}.",
    },
    "beyond": {
        "en": "{beyond} comes after it: it opens workspaces only once {newer} has upgraded them.",
        "fr": "{beyond} vient ensuite\u00a0: elle n’ouvre les espaces qu’une fois mis à jour par {newer}.",
    },
    "upgrades": {
        "en": "It upgrades workspaces when it opens them, with a backup: earlier versions then no longer open them. Whoever shares a file with you needs it too.",
        "fr": "Elle met les espaces à jour en les ouvrant, avec une sauvegarde\u00a0: les versions antérieures ne les ouvrent plus. Qui partage un fichier avec vous en a besoin aussi.",
    },
    "how": {"en": "To save it: vigie update download", "fr": "Pour l’enregistrer\u00a0: vigie update download"},
    "no_file": {
        "en": "There is no package for this copy in the list.",
        "fr": "La liste n’a pas de paquet pour cet exemplaire.",
    },
    "saved": {
        "en": "{file}\nSHA-256 {sha256}, as signed for. Nothing was installed. To install it, close Vigie and run:\n  {command}",
        "fr": "{file}\nSHA-256 {sha256}, comme annoncé et signé. Rien n’a été installé. Pour l’installer, fermez Vigie et lancez\u00a0:\n  {command}",
    },
    "off": {
        "en": "Does not look for versions by itself. To agree to it: vigie update on",
        "fr": "Ne cherche pas de versions par lui-même. Pour l’accepter\u00a0: vigie update on",
    },
    "on": {"en": "Looks once a day while a window is open ({by}).", "fr": "Cherche une fois par jour tant qu’une fenêtre est ouverte ({by})."},
    "server": {"en": "Server: {server} ({by})", "fr": "Serveur\u00a0: {server} ({by})"},
    "no_server": {"en": "Server: none is known", "fr": "Serveur\u00a0: aucun n’est connu"},
    "keys": {"en": "Signatures that count: {keys} ({by})", "fr": "Signatures qui comptent\u00a0: {keys} ({by})"},
    "no_keys": {
        "en": "This copy holds no key, so it cannot look for updates.",
        "fr": "Cet exemplaire n’a pas de clé\u00a0: il ne peut pas chercher de mises à jour.",
    },
    "checked": {"en": "Last looked: {when}", "fr": "Dernière recherche\u00a0: {when}"},
    "never": {"en": "Never looked so far.", "fr": "Aucune recherche jusqu’ici."},
    "preview": {"en": "Previews count as well.", "fr": "Les versions d’essai comptent aussi."},
    "company": {"en": "set by your company", "fr": "fixé par votre entreprise"},
    "person": {"en": "your choice", "fr": "votre choix"},
    "maker": {"en": "by whoever made this package", "fr": "par qui a fait ce paquet"},
}  # fmt: skip


def say_found(body: Mapping[str, Any], language: str) -> str:
    """What a look brought, with what changed for people."""
    if body["newer"] is None:
        return _say("newest", language, body)
    lines = [_say("newer", language, body)]
    lines += [f"  - {one}" for one in body["notes"][language] or body["notes"]["en"]]
    if body["beyond"]:
        lines.append(_say("beyond", language, body))
    if body["upgrades_workspaces"]:
        lines.append(_say("upgrades", language, body))
    lines.append(_say("how" if body["file"] else "no_file", language, body))
    return "\n".join(lines)


def say_saved(body: Mapping[str, Any], language: str) -> str:
    """Where the package lies, and what a person does with it."""
    return _say("saved", language, body)


def say_status(body: Mapping[str, Any], language: str, moment: Callable[[int], str]) -> str:
    """Consent, server, keys, last look."""

    def by(what: str) -> str:
        return _WORDS[str(body[what])][language]

    lines = [_say("on", language, {"by": by("looks")}) if body["looks"] else _say("off", language, body)]
    lines.append(
        _say("server", language, {"server": body["server"], "by": by("server_by")})
        if body["server"]
        else _say("no_server", language, body)
    )
    keys = {"keys": ", ".join(body["keys"]), "by": by("keys_by") if body["keys"] else ""}
    lines.append(_say("keys" if body["keys"] else "no_keys", language, keys))
    if body["channel"] == "preview":
        lines.append(_say("preview", language, body))
    when = body["checked_at"]
    lines.append(_say("checked", language, {"when": moment(when)}) if when else _say("never", language, body))
    return "\n".join(lines)


def _say(key: str, language: str, values: Mapping[str, Any]) -> str:
    return _WORDS[key][language].format_map(dict(values))
