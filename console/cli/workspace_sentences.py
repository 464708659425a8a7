"""Errors of imports, the outbox, reviews and the workspace itself, as sentences in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

WORKSPACE_SENTENCES: Final[Mapping[str, Mapping[str, tuple[str, str, str]]]] = {
    "ambiguous_channel": {
        "en": ("“{name}” names several channels", "nothing was done", "give one of: {known}"),
        "fr": ("«\u202f{name}\u202f» désigne plusieurs canaux", "rien n’a été fait", "donnez l’un de\u00a0: {known}"),
    },
    "audit_unknown_format": {
        "en": ("no format “{format}”", "nothing was exported", "one of: {formats}"),
        "fr": ("pas de format «\u202f{format}\u202f»", "rien n’a été exporté", "au choix\u00a0: {formats}"),
    },
    "author_not_found": {
        "en": ("no author {id}", "nothing was changed", "vigie queue show names the author"),
        "fr": ("pas d’auteur {id}", "rien n’a été modifié", "vigie queue show donne l’auteur"),
    },
    "channel_taken": {
        "en": ("the channel {kind}:{name} belongs to another account", "nothing was added", "give another name with --name"),
        "fr": ("le canal {kind}:{name} appartient à un autre compte", "rien n’a été ajouté", "donnez un autre nom avec --name"),
    },
    "bad_channel_name": {
        "en": ("“{name}” is no name for a channel", "nothing was added", "give one without a colon"),
        "fr": ("«\u202f{name}\u202f» n’est pas un nom de canal", "rien n’a été ajouté", "donnez-en un sans deux-points"),
    },
    "bad_column_option": {
        "en": ("“{given}” is no pair FIELD=COLUMN", "nothing was imported", "for example: --column text=Message"),
        "fr": ("«\u202f{given}\u202f» n’est pas une paire CHAMP=COLONNE", "rien n’a été importé", "par exemple\u00a0: --column text=Message"),
    },
    "bad_option": {
        "en": ("“{given}” is no pair NAME=VALUE", "nothing was changed", "for example: --option history_days=7"),
        "fr": ("«\u202f{given}\u202f» n’est pas une paire NOM=VALEUR", "rien n’a été modifié", "par exemple\u00a0: --option history_days=7"),
    },
    "need_missing": {
        "en": ("{kind} needs {need}", "nothing was stored", "give it with --option {need}=…, --server, --handle or --secret-stdin"),
        "fr": ("{kind} demande {need}", "rien n’a été gardé", "donnez-le avec --option {need}=…, --server, --handle ou --secret-stdin"),
    },
    "need_bad": {
        "en": ("“{value}” is not possible for {need}", "nothing was stored", "one of: {known}"),
        "fr": ("«\u202f{value}\u202f» n’est pas possible pour {need}", "rien n’a été gardé", "au choix\u00a0: {known}"),
    },
    "need_unknown": {
        "en": ("this platform has no option {need}", "nothing was stored", "it knows: {known}"),
        "fr": ("cette plateforme n’a pas d’option {need}", "rien n’a été gardé", "elle connaît\u00a0: {known}"),
    },
    "no_browser_sign_in": {
        "en": ("{kind} has no sign-in through the browser", "nothing was stored", "give its password or token with --secret-stdin"),
        "fr": ("{kind} n’a pas de connexion par le navigateur", "rien n’a été gardé", "donnez son mot de passe ou son jeton avec --secret-stdin"),
    },
    "port_taken": {
        "en": ("port {port} of this machine is in use", "nobody was signed in", "close what uses it, then try again"),
        "fr": ("le port {port} de cette machine est occupé", "personne n’a été connecté", "fermez ce qui l’occupe, puis recommencez"),
    },
    "watch_bad": {
        "en": ("“{text}” is nothing to watch", "nothing was changed", "give a word, #hashtag or @account of at most 100 characters"),
        "fr": ("«\u202f{text}\u202f» ne peut pas être surveillé", "rien n’a été modifié", "donnez un mot, un #hashtag ou un @compte de 100 caractères au plus"),
    },
    "watch_not_offered": {
        "en": ("this platform cannot search for that", "nothing was changed", "it can: {known}"),
        "fr": ("cette plateforme ne permet pas cette recherche", "rien n’a été modifié", "elle permet\u00a0: {known}"),
    },
    "watch_too_many": {
        "en": ("a channel watches at most {most} terms", "nothing was changed", "take one away first"),
        "fr": ("un canal surveille au plus {most} termes", "rien n’a été modifié", "retirez-en un d’abord"),
    },
    "watch_unknown": {
        "en": ("“{watch}” is not watched", "nothing was changed", "vigie channel watch NAME lists the terms"),
        "fr": ("«\u202f{watch}\u202f» n’est pas surveillé", "rien n’a été modifié", "vigie channel watch NOM donne la liste"),
    },
    "bench_peer": {
        "en": ("the other process of the measurement failed: {detail}", "nothing was measured", "try again with less running"),
        "fr": ("l’autre processus de la mesure a échoué\u00a0: {detail}", "rien n’a été mesuré", "recommencez avec moins de programmes ouverts"),
    },
    "bench_ui": {
        "en": ("the window of the measurement failed: {detail}", "nothing was measured", "try again on a desktop"),
        "fr": ("la fenêtre de la mesure a échoué\u00a0: {detail}", "rien n’a été mesuré", "recommencez sur un bureau graphique"),
    },
    "decision_undone": {
        "en": ("decision {id} was undone", "nothing was changed", "decide anew"),
        "fr": ("la décision {id} a été annulée", "rien n’a été modifié", "décidez à nouveau"),
    },
    "engine_stopped": {
        "en": ("the workspace is being closed", "nothing was changed", "open it again"),
        "fr": ("l’espace de travail est en train de fermer", "rien n’a été modifié", "rouvrez-le"),
    },
    "engine_unknown": {
        "en": ("no classifier engine “{engine}”", "nothing was changed", "see vigie models list"),
        "fr": ("pas de moteur de lecture «\u202f{engine}\u202f»", "rien n’a été modifié", "voyez vigie models list"),
    },
    "illegal_transition": {
        "en": ("this was settled elsewhere meanwhile", "nothing was changed", "look again"),
        "fr": ("cela a été réglé ailleurs entre-temps", "rien n’a été modifié", "regardez à nouveau"),
    },
    "import_compressed": {
        "en": ("this file is compressed", "nothing was imported", "unpack it first"),
        "fr": ("ce fichier est compressé", "rien n’a été importé", "décompressez-le d’abord"),
    },
    "import_empty": {
        "en": ("there is nothing in this file", "nothing was imported", "export it again"),
        "fr": ("il n’y a rien dans ce fichier", "rien n’a été importé", "exportez-le à nouveau"),
    },
    "import_json_document": {
        "en": ("this is one JSON document, not one object a line", "nothing was imported", "give JSON lines or CSV"),
        "fr": ("c’est un seul document JSON, pas un objet par ligne", "rien n’a été importé", "donnez du JSON par lignes ou du CSV"),
    },
    "import_not_text": {
        "en": ("this file is no text", "nothing was imported", "give CSV or JSON lines"),
        "fr": ("ce fichier n’est pas du texte", "rien n’a été importé", "donnez du CSV ou du JSON par lignes"),
    },
    "import_spreadsheet": {
        "en": ("this is a spreadsheet", "nothing was imported", "save it as CSV"),
        "fr": ("c’est un classeur de tableur", "rien n’a été importé", "enregistrez-le en CSV"),
    },
    "import_unknown_column": {
        "en": ("no column “{column}” in this file", "nothing was imported", "one of: {columns}"),
        "fr": ("pas de colonne «\u202f{column}\u202f» dans ce fichier", "rien n’a été importé", "au choix\u00a0: {columns}"),
    },
    "import_unknown_encoding": {
        "en": ("no encoding “{encoding}”", "nothing was imported", "leave --encoding out, or give utf-8 or cp1252"),
        "fr": ("pas d’encodage «\u202f{encoding}\u202f»", "rien n’a été importé", "omettez --encoding, ou donnez utf-8 ou cp1252"),
    },
    "import_unknown_field": {
        "en": ("a comment has no field “{field}”", "nothing was imported", "one of: {fields}"),
        "fr": ("un commentaire n’a pas de champ «\u202f{field}\u202f»", "rien n’a été importé", "au choix\u00a0: {fields}"),
    },
    "import_unknown_format": {
        "en": ("no format “{format}”", "nothing was imported", "give csv or jsonl"),
        "fr": ("pas de format «\u202f{format}\u202f»", "rien n’a été importé", "donnez csv ou jsonl"),
    },
    "import_unreadable": {
        "en": ("{path} cannot be read: {why}", "nothing was imported", "check the file and its rights"),
        "fr": ("{path} est illisible\u00a0: {why}", "rien n’a été importé", "vérifiez le fichier et ses droits"),
    },
    "not_allowed": {
        "en": ("this is not yours to do", "nothing was changed", "ask a lead"),
        "fr": ("cela ne vous revient pas", "rien n’a été modifié", "demandez à un lead"),
    },
    "not_failed": {
        "en": ("intent {id} has not failed ({state})", "nothing was changed", "see vigie outbox list"),
        "fr": ("l’envoi {id} n’a pas échoué ({state})", "rien n’a été modifié", "voyez vigie outbox list"),
    },
    "not_found": {
        "en": ("there is no such thing here", "nothing was changed", "check the number"),
        "fr": ("cela n’existe pas ici", "rien n’a été modifié", "vérifiez le numéro"),
    },
    "not_waiting_person": {
        "en": ("intent {id} does not wait for a person ({state})", "nothing was changed", "see vigie outbox list"),
        "fr": ("l’envoi {id} n’attend personne ({state})", "rien n’a été modifié", "voyez vigie outbox list"),
    },
    "outbox_transition": {
        "en": ("intent {outbox_id} is {found} by now", "nothing was changed", "look again: vigie outbox list"),
        "fr": ("l’envoi {outbox_id} est maintenant\u00a0: {found}", "rien n’a été modifié", "regardez à nouveau\u00a0: vigie outbox list"),
    },
    "policy_missing": {
        "en": ("this workspace has no active policy", "nothing was changed", "vigie policy activate FILE"),
        "fr": ("cet espace n’a pas de politique active", "rien n’a été modifié", "vigie policy activate FICHIER"),
    },
    "policy_unreadable": {
        "en": ("the stored policy {name} cannot be read by this version ({errors} faults)", "nothing was changed", "a lead activates another one: vigie policy activate FILE"),
        "fr": ("cette version ne sait pas lire la politique {name} ({errors} erreurs)", "rien n’a été modifié", "un lead en active une autre\u00a0: vigie policy activate FICHIER"),
    },
    "review_closed": {
        "en": ("request {id} is answered already ({state})", "nothing was changed", "see vigie review list"),
        "fr": ("la demande {id} a déjà sa réponse ({state})", "rien n’a été modifié", "voyez vigie review list"),
    },
    "review_not_found": {
        "en": ("no request {id}", "nothing was changed", "see vigie review list"),
        "fr": ("pas de demande {id}", "rien n’a été modifié", "voyez vigie review list"),
    },
    "secret_fd": {
        "en": ("nothing can be read from descriptor {descriptor}", "nothing was stored", "open it, or use --secret-stdin"),
        "fr": ("rien ne se lit sur le descripteur {descriptor}", "rien n’a été gardé", "ouvrez-le, ou prenez --secret-stdin"),
    },
    "sqlite_too_old": {
        "en": ("SQLite {found} is too old, {needed} is needed", "nothing was changed", "update the system’s SQLite or use our package"),
        "fr": ("SQLite {found} est trop ancien, il faut {needed}", "rien n’a été modifié", "mettez SQLite à jour, ou prenez notre paquet"),
    },
    "stale": {
        "en": ("this changed since you saw it", "nothing was changed", "look again"),
        "fr": ("cela a changé depuis", "rien n’a été modifié", "regardez à nouveau"),
    },
    "stale_policy": {
        "en": ("another policy went live since comment {id} was shown", "nothing was decided", "look again, then decide"),
        "fr": ("une autre politique est active depuis l’affichage du commentaire {id}", "rien n’a été décidé", "relisez-le, puis décidez"),
    },
    "unknown_bench": {
        "en": ("no measurement “{name}”", "nothing was measured", "one of: {known}"),
        "fr": ("pas de mesure «\u202f{name}\u202f»", "rien n’a été mesuré", "au choix\u00a0: {known}"),
    },
    "usage": {
        "en": ("these words are not understood", "nothing was done", "see “vigie --help”"),
        "fr": ("ces mots ne sont pas compris", "rien n’a été fait", "voyez «\u202fvigie --help\u202f»"),
    },
    "workspace_closed": {
        "en": ("the workspace {path} was closed meanwhile", "nothing was changed", "open it again"),
        "fr": ("l’espace {path} a été fermé entre-temps", "rien n’a été modifié", "rouvrez-le"),
    },
}  # fmt: skip
