"""The company's file in words, in both languages: what it sets, and what of it is not in force and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from console.managed import without_password

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.domain.keeping import Terms
    from console.managed import Fault, Managed

REASONS: Final[Mapping[str, Mapping[str, str]]] = {
    "unreadable": {"en": "the file cannot be read ({detail})", "fr": "le fichier est illisible ({detail})"},
    "encoding": {
        "en": "this is not UTF-8; nothing of the file is in force. Save it as UTF-8",
        "fr": "ce n’est pas de l’UTF-8\u202f; rien du fichier ne s’applique. Enregistrez-le en UTF-8",
    },
    "too_big": {
        "en": "larger than {limit} KB; nothing of the file is in force",
        "fr": "plus de {limit} Ko\u202f; rien du fichier ne s’applique",
    },
    "syntax": {
        "en": "this is not TOML, so nothing of the file is in force: {detail}",
        "fr": "ce n’est pas du TOML, donc rien du fichier ne s’applique\u00a0: {detail}",
    },
    "empty": {"en": "nothing stands between the quotes", "fr": "il n’y a rien entre les guillemets"},
    "section": {
        "en": "no such [section]; keys stand at the beginning of the file, outside of any: {known}",
        "fr": "pas de [section] de ce nom\u202f; les clés se mettent au début du fichier, hors de toute section\u00a0: {known}",
    },
    "unknown": {"en": "no such key; there are {known}", "fr": "clé inconnue\u202f; il y a {known}"},
    "not_string": {"en": "this must be a text in quotes", "fr": "il faut un texte entre guillemets"},
    "not_list": {
        "en": "this must be a list of texts, as in [\"a\", \"b\"]",
        "fr": "il faut une liste de textes, comme [\"a\", \"b\"]",
    },
    "one_of": {"en": "“{value}” is none of {known}", "fr": "«\u202f{value}\u202f» n’est pas parmi {known}"},
    "no_such_policy": {
        "en": "no bundled policy is called “{value}”; there are {known}",
        "fr": "aucune politique fournie ne s’appelle «\u202f{value}\u202f»\u202f; il y a {known}",
    },
    "no_file": {"en": "{path} cannot be read ({detail})", "fr": "{path} est illisible ({detail})"},
    "unknown_kind": {
        "en": "there is no connector “{value}”; the others of the list count. There are {known}",
        "fr": "il n’y a pas de connecteur «\u202f{value}\u202f»\u202f; les autres de la liste comptent. Il y a {known}",
    },
    "bad_address": {"en": "“{value}” is no address of a server", "fr": "«\u202f{value}\u202f» n’est pas l’adresse d’un serveur"},
    "bad_update_key": {
        "en": "“{value}” is no key: give ed25519: and the 44 characters after it",
        "fr": "«\u202f{value}\u202f» n’est pas une clé\u00a0: donnez ed25519: et les 44 caractères qui suivent",
    },
    "not_https": {"en": "{value} would be read without encryption", "fr": "{value} serait lu sans chiffrement"},
    "bad_proxy": {
        "en": "“{value}” is no proxy: give one as http://host:port or https://host:port, or none, or system (SOCKS is not spoken)",
        "fr": "«\u202f{value}\u202f» n’est pas un proxy\u00a0: donnez-en un comme http://hôte:port ou https://hôte:port, ou none, ou system (pas de SOCKS)",
    },
    "bad_host": {
        "en": "“{value}” is no host name; the others of the list count. A leading dot stands for all hosts that end so",
        "fr": "«\u202f{value}\u202f» n’est pas un nom d’hôte\u202f; les autres de la liste comptent. Un point au début vaut pour tous les hôtes qui finissent ainsi",
    },
    "no_certificate": {"en": "{path} holds no certificate in PEM form", "fr": "{path} ne contient pas de certificat PEM"},
    "too_long": {"en": "at most {limit} characters on one line", "fr": "au plus {limit} caractères sur une ligne"},
    "not_lockable": {
        "en": "“{value}” cannot be locked; only {known} can be changed by a person at all",
        "fr": "«\u202f{value}\u202f» ne se verrouille pas\u202f; seuls {known} peuvent être changés par une personne",
    },
    "lock_of_nothing": {
        "en": "{value} is locked but not set, so nothing is locked",
        "fr": "{value} est verrouillé mais pas défini, donc rien n’est verrouillé",
    },
    "not_terms": {
        "en": "this must be a table of days, as in retention.untouched = 90",
        "fr": "il faut un tableau de jours, comme retention.untouched = 90",
    },
    "unknown_class": {
        "en": "no such class; there are {known}. Keys below [retention] belong to it: put that table last",
        "fr": "classe inconnue\u202f; il y a {known}. Les clés sous [retention] lui appartiennent\u00a0: mettez ce tableau en dernier",
    },
    "days": {
        "en": "this must be a whole number of days from 1 to {limit}; it is kept for ever until then",
        "fr": "il faut un nombre entier de jours, de 1 à {limit}\u202f; d’ici là tout est gardé",
    },
    "decided_shorter": {
        "en": "{value} days are fewer than the {least} of “untouched”: what was decided is never kept for less; it is kept for ever until then",
        "fr": "{value} jours, c’est moins que les {least} de «\u202funtouched\u202f»\u00a0: ce qui a été décidé ne se garde jamais moins\u202f; d’ici là tout est gardé",
    },
    "taken_as_required": {
        "en": "“{value}” is none of {known}; to be on the safe side it counts as required",
        "fr": "«\u202f{value}\u202f» n’est pas parmi {known}\u202f; par prudence cela compte comme required",
    },
    "not_a_folder": {
        "en": "“{value}” is no whole path of a folder (and not the root); the others of the list count",
        "fr": "«\u202f{value}\u202f» n’est pas le chemin entier d’un dossier (ni la racine)\u202f; les autres de la liste comptent",
    },
}  # fmt: skip

#: What the reader of TOML says most often, as an administrator can use it; anything else is shown as it says it.
SYNTAX: Final[Mapping[str, Mapping[str, str]]] = {
    "Cannot overwrite a value": {"en": "this key stands here twice", "fr": "cette clé est là deux fois"},
    "Unescaped '\\' in a string": {
        "en": "a path with \\ belongs in single quotes: 'C:\\company\\ca.pem'",
        "fr": "un chemin avec \\ se met entre apostrophes\u00a0: 'C:\\entreprise\\ca.pem'",
    },
    "Invalid value": {
        "en": 'a text needs straight quotes: language = "fr"',
        "fr": 'un texte se met entre guillemets droits\u00a0: language = "fr"',
    },
    "Expected newline or end of document after a statement": {
        "en": "one key to a line, and nothing behind its value",
        "fr": "une clé par ligne, et rien après sa valeur",
    },
    "Expected '=' after a key in a key/value pair": {
        "en": "a line is: key = value",
        "fr": "une ligne s’écrit\u00a0: clé = valeur",
    },
    "Illegal character '\\n'": {
        "en": "a text is not closed on its line",
        "fr": "un texte n’est pas fermé sur sa ligne",
    },
}

NAMES: Final[Mapping[str, Mapping[str, str]]] = {
    "language": {"en": "Language", "fr": "Langue"},
    "policy": {"en": "Policy", "fr": "Politique de modération"},
    "connectors": {"en": "Platforms allowed", "fr": "Plateformes permises"},
    "update_server": {"en": "Update server", "fr": "Serveur de mises à jour"},
    "update_key": {"en": "Key of updates", "fr": "Clé des mises à jour"},
    "packs": {"en": "Engines offered at", "fr": "Moteurs proposés à"},
    "proxy": {"en": "Proxy", "fr": "Proxy"},
    "no_proxy": {"en": "Without the proxy", "fr": "Sans le proxy"},
    "ca_bundle": {"en": "Company certificates", "fr": "Certificats de l’entreprise"},
    "help_desk": {"en": "Help desk", "fr": "Assistance"},
    "retention": {"en": "Kept for", "fr": "Durées de conservation"},
    "encryption": {"en": "Encrypted disk", "fr": "Disque chiffré"},
    "encrypted_folders": {"en": "Vouched for as encrypted", "fr": "Garantis chiffrés"},
}

_LOCKED: Final = {"en": "locked", "fr": "verrouillé"}
_LINE: Final = {"en": "line", "fr": "ligne"}


class _Params(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "?"


def fault_sentence(fault: Fault, language: str) -> str:
    """``line 3, proxy: …``: where it stands and why it is not in force."""
    where = f"{_LINE[language]} {fault.line}" + (f", {fault.key}" if fault.key else "")
    sign = "\u00a0:" if language == "fr" else ":"
    params = _Params(fault.params)
    if fault.code == "syntax" and params["detail"] in SYNTAX:
        params["detail"] = SYNTAX[params["detail"]][language]
    return f"{where}{sign} {REASONS[fault.code][language].format_map(params)}"


_TERMS: Final[Mapping[str, Mapping[str, str]]] = {
    "untouched": {"en": "untouched comments {n} days", "fr": "commentaires non traités {n}\u00a0jours"},
    "decided": {"en": "decided comments {n} days", "fr": "commentaires traités {n}\u00a0jours"},
    "authors": {"en": "authors without comments {n} days", "fr": "auteurs sans commentaires {n}\u00a0jours"},
}
_ENCRYPTION: Final[Mapping[str, Mapping[str, str]]] = {
    "required": {"en": "required", "fr": "exigé"},
    "off": {"en": "not required", "fr": "pas exigé"},
}


def terms_words(terms: Terms, language: str) -> str:
    """How long each class is kept, in one line; empty where everything is."""
    return ", ".join(_TERMS[name][language].format(n=days) for name, days in terms.given().items())


def value_of(managed: Managed, key: str, language: str = "en") -> str:
    """A key's value as it may be shown: no password of a proxy."""
    value = getattr(managed, key)
    if key == "proxy":
        return without_password(value)
    if key == "retention":
        return terms_words(value, language)
    if key == "encryption":
        return _ENCRYPTION[value][language]
    return ", ".join(str(one) for one in value) or "-" if isinstance(value, tuple) else str(value)


def told(managed: Managed, key: str, language: str) -> str:
    """A key's value as it may be shown; what a person cannot change says so."""
    value = value_of(managed, key, language)
    return f"{value} ({_LOCKED[language]})" if managed.locks(key) else value


def facts(managed: Managed, language: str) -> list[tuple[str, str]]:
    """What the file sets, as pairs of name and value."""
    return [(NAMES[key][language], told(managed, key, language)) for key in managed.given if key in NAMES]
