"""Errors as sentences in both languages: what happened, what became of the work, what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from console.cli.automation_sentences import AUTOMATION_SENTENCES
from console.cli.backtest_sentences import BACKTEST_SENTENCES
from console.cli.backup_sentences import BACKUP_SENTENCES
from console.cli.bulk_sentences import BULK_SENTENCES
from console.cli.company_sentences import COMPANY_SENTENCES
from console.cli.erase_sentences import ERASE_SENTENCES
from console.cli.mastodon_sentences import MASTODON_SENTENCES
from console.cli.meta_sentences import META_SENTENCES
from console.cli.model_tables import MODEL_SENTENCES
from console.cli.pack_sentences import PACK_SENTENCES
from console.cli.platform_sentences import PLATFORM_SENTENCES
from console.cli.policy_sentences import POLICY_SENTENCES
from console.cli.reply_sentences import REPLY_SENTENCES
from console.cli.retention_sentences import RETENTION_SENTENCES
from console.cli.site_sentences import SITE_SENTENCES
from console.cli.team_sentences import TEAM_SENTENCES
from console.cli.update_sentences import UPDATE_SENTENCES
from console.cli.upgrade_sentences import UPGRADE_SENTENCES
from console.cli.view_sentences import VIEW_SENTENCES
from console.cli.workspace_sentences import WORKSPACE_SENTENCES
from console.cli.x_sentences import X_SENTENCES
from console.cli.youtube_sentences import YOUTUBE_SENTENCES
from console.domain.errors import ClassifierAway, ConnectorError, EnvironmentFailure, VigieError

if TYPE_CHECKING:
    from collections.abc import Mapping

NOTHING: Final = {"en": "nothing was changed", "fr": "rien n’a été modifié"}

# code -> language -> (what happened, what became of it, what to do). Params fill {names}.
SENTENCES: Final[Mapping[str, Mapping[str, tuple[str, str, str]]]] = {
    "workspace_missing": {
        "en": ("no workspace at {path}", "nothing was made", "give --workspace the file of an existing one"),
        "fr": ("pas d’espace de travail dans {path}", "rien n’a été créé", "indiquez un fichier existant avec --workspace"),
    },
    "file_unusable": {
        "en": ("{path} cannot be used ({detail})", "nothing was half-written", "check the path, its rights and the disk"),
        "fr": ("{path} est inutilisable ({detail})", "rien n’est resté à moitié écrit", "vérifiez le chemin, ses droits et le disque"),
    },
    "internal_error": {
        "en": ("a fault of Vigie itself ({kind})", "the command stopped; what it had stored before is kept",
               "run it again with VIGIE_DEBUG=1 and report what it prints"),
        "fr": ("une erreur de Vigie ({kind})", "la commande s’est arrêtée\u00a0; ce qui était enregistré le reste",
               "relancez avec VIGIE_DEBUG=1 et signalez ce qui s’affiche"),
    },
    "audit_broken": {
        "en": ("the audit log does not end where this workspace left it ({detail})", "nothing was decided or logged",
               "run “vigie audit verify”, keep the file, tell your lead"),
        "fr": ("le journal d’audit ne finit pas là où cet espace l’avait laissé ({detail})", "rien n’a été décidé ni inscrit",
               "lancez «\u202fvigie audit verify\u202f», gardez le fichier, prévenez un lead"),
    },
    "not_unicode": {
        "en": ("a word of this command is no valid text", "nothing was changed", "type it again; the terminal should use UTF-8"),
        "fr": ("un mot de cette commande n’est pas un texte valide", "rien n’a été modifié",
               "retapez-le\u00a0; le terminal doit être en UTF-8"),
    },
    "command_missing": {
        "en": ("this command needs a further word", "nothing was done", "see “--help”"),
        "fr": ("il manque un mot à cette commande", "rien n’a été fait", "voyez «\u202f--help\u202f»"),
    },
    "workspace_locked": {
        "en": ("another program keeps {path} busy", "nothing was changed", "close it and try again"),
        "fr": ("un autre programme occupe {path}", "rien n’a été modifié", "fermez-le et recommencez"),
    },
    "workspace_too_new": {
        "en": ("{path} was written by a newer Vigie (schema {found}, this one knows {known})", "it was left untouched",
               "install the newer version"),
        "fr": ("{path} vient d’une version plus récente (schéma {found}, celle-ci connaît {known})",
               "le fichier est resté intact", "installez la version récente"),
    },
    "workspace_damaged": {
        "en": ("{path} is damaged ({detail})", "it was not written to", "run “vigie doctor”: it lists the backups"),
        "fr": ("{path} est abîmé ({detail})", "rien n’y a été écrit", "lancez «\u202fvigie doctor\u202f»\u00a0: il cite les sauvegardes"),
    },
    "not_a_workspace": {
        "en": ("{path} is a database, but no Vigie workspace", "it was left untouched", "choose another file"),
        "fr": ("{path} est une base, mais pas un espace Vigie", "le fichier est resté intact", "choisissez un autre fichier"),
    },
    "workspace_unreachable": {
        "en": ("{path} cannot be written ({detail})", "nothing was changed", "check the folder’s rights and the disk"),
        "fr": ("impossible d’écrire dans {path} ({detail})", "rien n’a été modifié", "vérifiez les droits et le disque"),
    },
    "disk_full": {
        "en": ("the disk is full", "nothing half-written remains", "free some space and try again"),
        "fr": ("le disque est plein", "rien n’est resté à moitié écrit", "libérez de la place et recommencez"),
    },
    "lease_held": {
        "en": ("{holder} is pulling and sending for this workspace", "your decisions are kept and will be sent by it",
               "try again later, or close it"),
        "fr": ("{holder} relève et envoie déjà pour cet espace", "vos décisions sont gardées et partiront par lui",
               "réessayez plus tard ou fermez-le"),
    },
    "no_keyring": {
        "en": ("this machine has no keyring", "the secret was not stored", "give it with --secret-stdin or VIGIE_SECRET_FD"),
        "fr": ("cette machine n’a pas de trousseau", "le secret n’a pas été gardé",
               "donnez-le avec --secret-stdin ou VIGIE_SECRET_FD"),
    },
    "keyring_locked": {
        "en": ("the keyring is locked", "the secret was not read or stored", "unlock it, or give the secret with --secret-stdin"),
        "fr": ("le trousseau est verrouillé", "le secret n’a été ni lu ni gardé",
               "déverrouillez-le, ou donnez le secret avec --secret-stdin"),
    },
    "keyring_unavailable": {
        "en": ("the keyring does not answer", "the secret was not read or stored", "give it with --secret-stdin or VIGIE_SECRET_FD"),
        "fr": ("le trousseau ne répond pas", "le secret n’a été ni lu ni gardé",
               "donnez-le avec --secret-stdin ou VIGIE_SECRET_FD"),
    },
    "secret_missing": {
        "en": ("no secret for {channel}", "nothing was sent or pulled", "give it with --secret-stdin, or add the channel again"),
        "fr": ("pas de secret pour {channel}", "rien n’a été envoyé ni relevé",
               "donnez-le avec --secret-stdin, ou ajoutez le canal à nouveau"),
    },
    "classifier_away": {
        "en": ("the classifier does not answer ({why})", "the comments are stored and wait unread", "try “vigie doctor”, then again"),
        "fr": ("le classifieur ne répond pas ({why})", "les commentaires sont gardés et attendent", "lancez «\u202fvigie doctor\u202f», puis recommencez"),
    },
    "classify_away": {
        "en": ("{engine} does not answer ({why})", "what was answered is in the output, the other lines were not read", "see “vigie doctor”, then again"),
        "fr": ("{engine} ne répond pas ({why})", "les réponses données sont dans la sortie, les autres lignes n’ont pas été lues", "voyez «\u202fvigie doctor\u202f», puis recommencez"),
    },
    "reclassification_not_found": {
        "en": ("no reading again has the number {id}", "nothing was changed", "vigie models reclassification"),
        "fr": ("aucune relecture ne porte le numéro {id}", "rien n’a été modifié", "vigie models reclassification"),
    },
    "reclassification_gone": {
        "en": ("this reading again is no longer in the workspace", "what was read is kept", "start another: vigie models reclassify"),
        "fr": ("cette relecture n’est plus dans l’espace", "ce qui est lu reste", "pour en lancer une autre\u00a0: vigie models reclassify"),
    },
    "comment_not_found": {
        "en": ("no comment {id}", "nothing was changed", "see “vigie queue list”"),
        "fr": ("pas de commentaire {id}", "rien n’a été modifié", "voyez «\u202fvigie queue list\u202f»"),
    },
    "nothing_to_undo": {
        "en": ("you have nothing left to undo", "nothing was changed", "name a decision: vigie undo ID"),
        "fr": ("vous n’avez plus rien à annuler", "rien n’a été modifié", "nommez une décision\u00a0: vigie undo ID"),
    },
    "stale_revision": {
        "en": ("comment {id} was edited since you saw it", "nothing was decided", "look again, then decide"),
        "fr": ("le commentaire {id} a changé depuis", "rien n’a été décidé", "relisez-le, puis décidez"),
    },
    "unknown_channel": {
        "en": ("no channel “{name}”", "nothing was done", "see “vigie channel list”"),
        "fr": ("pas de canal «\u202f{name}\u202f»", "rien n’a été fait", "voyez «\u202fvigie channel list\u202f»"),
    },
    "unknown_kind": {
        "en": ("no platform “{kind}”", "nothing was added", "one of: {known}"),
        "fr": ("pas de plateforme «\u202f{kind}\u202f»", "rien n’a été ajouté", "au choix\u00a0: {known}"),
    },
    "unknown_view": {
        "en": ("no view “{view}”", "nothing was listed", "one of: {known}"),
        "fr": ("pas de vue «\u202f{view}\u202f»", "rien n’a été affiché", "au choix\u00a0: {known}"),
    },
    "unknown_category": {
        "en": ("no category “{category}” in this policy", "nothing was decided", "one of: {known}"),
        "fr": ("pas de catégorie «\u202f{category}\u202f» dans cette politique", "rien n’a été décidé", "au choix\u00a0: {known}"),
    },
    "reason_needed": {
        "en": ("{category} is protected", "nothing was decided", "say why it is something else: --reason"),
        "fr": ("{category} est protégée", "rien n’a été décidé", "dites pourquoi c’est autre chose\u00a0: --reason"),
    },
    "reply_empty": {
        "en": ("{action} needs words", "nothing was sent", "give --reply TEXT or --template NAME"),
        "fr": ("{action} demande un texte", "rien n’est parti", "donnez --reply TEXTE ou --template NOM"),
    },
    "import_no_text_column": {
        "en": ("no column of this file looks like the comment’s text (seen: {columns})", "nothing was imported",
               "name it: --column text=NAME"),
        "fr": ("aucune colonne ne ressemble au texte du commentaire (vues\u00a0: {columns})", "rien n’a été importé",
               "nommez-la\u00a0: --column text=NOM"),
    },
    "policy_invalid": {
        "en": ("{name} has errors: {errors}", "the active policy stays active", "correct them and try again"),
        "fr": ("{name} contient des erreurs\u00a0: {errors}", "la politique active le reste", "corrigez et recommencez"),
    },
    "auth_expired": {
        "en": ("the platform no longer accepts this sign-in", "nothing was lost", "add the channel again with a new secret"),
        "fr": ("la plateforme refuse cette connexion", "rien n’est perdu", "ajoutez le canal à nouveau avec un nouveau secret"),
    },
    "rate_limited": {
        "en": ("the platform asks to wait", "the cursor did not move, actions stay queued", "it goes on by itself"),
        "fr": ("la plateforme demande d’attendre", "rien n’est perdu, les actions restent en file", "la suite vient d’elle-même"),
    },
    "transient": {
        "en": ("the platform cannot be reached just now", "the cursor did not move, actions stay queued", "it is tried again"),
        "fr": ("la plateforme est injoignable pour l’instant", "rien n’est perdu, les actions restent en file", "un nouvel essai suivra"),
    },
    "bad_credentials": {
        "en": ('the platform does not accept this name with this password or key', 'nothing was stored', 'check both; where the site makes passwords or keys for apps, use such a one'),
        "fr": ('la plateforme refuse cet identifiant avec ce mot de passe ou cette clé', 'rien n’a été gardé', 'vérifiez les deux\xa0; si le site a des mots de passe ou des clés d’application, il en faut un'),
    },
    "auth_factor_required": {
        "en": ('this account asks for a second factor', 'nothing was stored', 'use an app password'),
        "fr": ('ce compte demande un second facteur', 'rien n’a été gardé', 'utilisez un mot de passe d’application'),
    },
    "account_inactive": {
        "en": ('the platform has suspended or closed this account', 'nothing was lost; what is queued stays queued', 'look at it on the site'),
        "fr": ('la plateforme a suspendu ou fermé ce compte', 'rien n’est perdu\xa0; ce qui est en file y reste', 'allez voir sur le site'),
    },
    "bad_handle": {
        "en": ('“{handle}” is no account of this platform', 'nothing was stored', 'check the handle'),
        "fr": ('«\u202f{handle}\u202f» n’est pas un compte de cette plateforme', 'rien n’a été gardé', 'vérifiez l’identifiant'),
    },
    "bad_server": {
        "en": ('“{server}” is no address of a server', 'nothing was stored', 'give https://…'),
        "fr": ('«\u202f{server}\u202f» n’est pas l’adresse d’un serveur', 'rien n’a été gardé', 'donnez https://…'),
    },
    "server_not_https": {
        "en": ('{server} would be spoken to without encryption', 'nothing was sent', 'give its https address'),
        "fr": ('{server} serait contacté sans chiffrement', 'rien n’est parti', 'donnez son adresse https'),
    },
    "secret_needed": {
        "en": ('{kind} needs a password or token', 'nothing was stored', 'give it with --secret-stdin'),
        "fr": ('{kind} demande un mot de passe ou un jeton', 'rien n’a été gardé', 'donnez-le avec --secret-stdin'),
    },
    "secret_for_which": {
        "en": ('it is not clear which channel the secret is for ({known})', 'nothing was pulled or sent', 'add --channel NAME'),
        "fr": ('on ne sait pas à quel canal va le secret ({known})', 'rien n’a été relevé ni envoyé', 'ajoutez --channel NOM'),
    },
    "offline": {
        "en": ('the platform cannot be reached from here', 'nothing was lost; what is queued stays queued', 'check the network; it is tried again'),
        "fr": ('la plateforme est injoignable d’ici', 'rien n’est perdu\xa0; ce qui est en file y reste', 'vérifiez le réseau\xa0; un nouvel essai suivra'),
    },
    "timeout": {
        "en": ('the platform did not answer in time', 'nothing was lost; what is queued stays queued', 'it is tried again'),
        "fr": ('la plateforme n’a pas répondu à temps', 'rien n’est perdu\xa0; ce qui est en file y reste', 'un nouvel essai suivra'),
    },
    "connection_lost": {
        "en": ('the connection broke off', 'nothing was lost; what is queued stays queued', 'it is tried again'),
        "fr": ('la connexion a été coupée', 'rien n’est perdu\xa0; ce qui est en file y reste', 'un nouvel essai suivra'),
    },
    "server_error": {
        "en": ('the platform has trouble of its own', 'nothing was lost; what is queued stays queued', 'it is tried again'),
        "fr": ('la plateforme a un souci de son côté', 'rien n’est perdu\xa0; ce qui est en file y reste', 'un nouvel essai suivra'),
    },
    "bad_answer": {
        "en": ('the platform’s answer could not be read', 'the cursor did not move', 'it is tried again'),
        "fr": ('la réponse de la plateforme est illisible', 'le curseur n’a pas bougé', 'un nouvel essai suivra'),
    },
    "tls_failed": {
        "en": ('the platform’s certificate is not trusted here', 'nothing was sent', 'check the clock, or your company’s certificates'),
        "fr": ('le certificat de la plateforme n’est pas reconnu ici', 'rien n’est parti', 'vérifiez l’heure ou les certificats de l’entreprise'),
    },
    "proxy_failed": {
        "en": ('the proxy does not answer, or refuses the way out', 'nothing was lost; what is queued stays queued', 'check the proxy settings, or ask your IT department'),
        "fr": ('le proxy ne répond pas, ou refuse la sortie', 'rien n’est perdu\xa0; ce qui est en file y reste', 'vérifiez les réglages du proxy, ou adressez-vous à votre service informatique'),
    },
    "practice_file": {
        "en": ('the practice network’s file cannot be used', 'your workspace is untouched', 'vigie practice reset'),
        "fr": ('le fichier du réseau d’entraînement est inutilisable', 'votre espace est intact', 'vigie practice reset'),
    },
    "unknown_template": {
        "en": ('no saved reply “{template}”', 'nothing was sent', 'one of: {known}'),
        "fr": ('pas de modèle «\u202f{template}\u202f»', 'rien n’est parti', 'au choix\xa0: {known}'),
    },
    "undo_which": {
        "en": ('what is to be undone?', 'nothing was undone', 'give a number, change:N, --last or --list'),
        "fr": ('que faut-il annuler\u202f?', 'rien n’a été annulé', 'donnez un numéro, change:N, --last ou --list'),
    },
    "deed_not_found": {
        "en": ("there is no “{id}” to undo", "nothing was changed", "see vigie undo --list"),
        "fr": ("il n’y a pas de «\u202f{id}\u202f» à annuler", "rien n’a été modifié", "voyez vigie undo --list"),
    },
    "confirm_which": {
        "en": ('was it done?', 'nothing was noted', 'say --done or --not-done'),
        "fr": ('est-ce fait\xa0?', 'rien n’a été noté', 'dites --done ou --not-done'),
    },
    "decision_not_found": {
        "en": ('no decision {id}', 'nothing was changed', 'see “vigie queue show”'),
        "fr": ('pas de décision {id}', 'rien n’a été modifié', 'voyez «\u202fvigie queue show\u202f»'),
    },
    "outbox_not_found": {
        "en": ('no intent {id}', 'nothing was changed', 'see “vigie outbox list”'),
        "fr": ('pas d’envoi {id}', 'rien n’a été modifié', 'voyez «\u202fvigie outbox list\u202f»'),
    },
    "not_a_file_channel": {
        "en": ('{name} is a {kind} channel', 'nothing was imported', 'choose another name'),
        "fr": ('{name} est un canal {kind}', 'rien n’a été importé', 'choisissez un autre nom'),
    },
    "policy_tests_fail": {
        "en": ('{failed} tests of this policy fail, first {first}', 'the active policy stays active', 'vigie policy test FILE'),
        "fr": ('{failed} tests de cette politique échouent, d’abord {first}', 'la politique active le reste', 'vigie policy test FICHIER'),
    },
    "bad_actor_name": {
        "en": ('this name cannot stand in the log', 'nothing was done', 'printable characters, at most {longest}'),
        "fr": ('ce nom ne peut pas figurer au journal', 'rien n’a été fait', 'caractères imprimables, {longest} au plus'),
    },
    "reclassification_none": {
        "en": ("nothing is being read again", "nothing was changed", "start it: vigie models reclassify"),
        "fr": ("aucune relecture en cours", "rien n’a été modifié", "pour en lancer une\u00a0: vigie models reclassify"),
    },
    "reclassification_under_way": {
        "en": ("the workspace is being read again with {engine} already ({state})", "it goes on", "vigie models reclassification"),
        "fr": ("l’espace est déjà relu avec {engine} ({state})", "la relecture continue", "vigie models reclassification"),
    },
    "reclassification_over": {
        "en": ("this reading is over ({state})", "nothing was changed", "start another: vigie models reclassify"),
        "fr": ("cette relecture est finie ({state})", "rien n’a été modifié", "pour en lancer une autre\u00a0: vigie models reclassify"),
    },
    "reclassification_unready": {
        "en": ("the classifier has not come up yet", "nothing was started", "try again in a moment, or see “vigie doctor”"),
        "fr": ("le classifieur n’a pas encore démarré", "rien n’a été lancé", "réessayez dans un instant, ou voyez «\u202fvigie doctor\u202f»"),
    },
    "reclassification_other_engine": {
        "en": ("another engine than {engine} was chosen meanwhile", "what was read is kept", "read with that one: vigie models reclassify"),
        "fr": ("un autre moteur que {engine} a été choisi entre-temps", "ce qui est lu reste", "pour relire avec celui-là\u00a0: vigie models reclassify"),
    },
    "second_missing": {
        "en": ("no second opinion is set", "nothing was started", "choose one: vigie models use --second NAME"),
        "fr": ("aucun second avis n’est choisi", "rien n’a été lancé", "choisissez-en un\u00a0: vigie models use --second NOM"),
    },
    "output_is_input": {
        "en": ("{path} is the file that is being read", "it was left untouched", "write to another one"),
        "fr": ("{path} est le fichier à lire", "il est resté intact", "écrivez dans un autre fichier"),
    },
    "audit_bad_anchor": {
        "en": ("“{anchor}” is no anchor", "nothing was checked", "an anchor is the 64 hex digits of an entry’s hash"),
        "fr": ("«\u202f{anchor}\u202f» n’est pas une ancre", "rien n’a été vérifié", "une ancre est le hachage d’une entrée, 64 chiffres hexadécimaux"),
    },
}  # fmt: skip

FAMILIES: Final[tuple[Mapping[str, Mapping[str, tuple[str, str, str]]], ...]] = (
    SENTENCES,
    PACK_SENTENCES,
    SITE_SENTENCES,
    MASTODON_SENTENCES,
    META_SENTENCES,
    MODEL_SENTENCES,
    TEAM_SENTENCES,
    RETENTION_SENTENCES,
    UPDATE_SENTENCES,
    UPGRADE_SENTENCES,
    BACKUP_SENTENCES,
    VIEW_SENTENCES,
    ERASE_SENTENCES,
    REPLY_SENTENCES,
    BACKTEST_SENTENCES,
    BULK_SENTENCES,
    COMPANY_SENTENCES,
    AUTOMATION_SENTENCES,
    POLICY_SENTENCES,
    PLATFORM_SENTENCES,
    WORKSPACE_SENTENCES,
    X_SENTENCES,
    YOUTUBE_SENTENCES,
)


class _Params(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "?"


def sentence(error: VigieError, language: str) -> str:
    """``what — what became of it — what to do`` for a known error; its code and parameters where none is written."""
    known = next((family[error.code] for family in FAMILIES if error.code in family), None)
    if known is not None:
        params = _Params({key: _plain(value) for key, value in error.params.items()})
        why = PACK_SENTENCES.get(str(error.params.get("why", "")))
        if isinstance(error, ClassifierAway) and why is not None:
            params["why"] = why[language][0].format_map(params)
        return " — ".join(part.format_map(params) for part in known[language])
    details = ", ".join(f"{key}={_plain(value)}" for key, value in error.params.items())
    what = f"{error.code.replace('_', ' ')}" + (f" ({details})" if details else "")
    if isinstance(error, ConnectorError):
        become = {
            "en": "the platform refused; your work is kept",
            "fr": "la plateforme a refusé\u00a0; votre travail est gardé",
        }
    elif isinstance(error, EnvironmentFailure):
        become = {"en": "nothing was half-done", "fr": "rien n’est resté à moitié fait"}
    else:
        become = NOTHING
    todo = {"en": "see “vigie doctor”" if isinstance(error, EnvironmentFailure) else "see “--help”",
            "fr": "voyez «\u202fvigie doctor\u202f»" if isinstance(error, EnvironmentFailure) else "voyez «\u202f--help\u202f»"}  # fmt: skip
    return " — ".join((what, become[language], todo[language]))


BAD_LINES: Final = {
    "not_json": {"en": "not JSON", "fr": "ce n’est pas du JSON"},
    "blank": {"en": "the line is empty", "fr": "la ligne est vide"},
    "too_long": {"en": "longer than 4 MB", "fr": "plus de 4 Mo"},
    "not_utf8": {"en": "not UTF-8", "fr": "ce n’est pas de l’UTF-8"},
    "no_object": {"en": "not a JSON object", "fr": "ce n’est pas un objet JSON"},
    "language_no_string": {"en": "language is not a string", "fr": "la langue n’est pas une chaîne"},
    "bad_id": {
        "en": "id is neither a string nor a whole number",
        "fr": "l’identifiant n’est ni une chaîne ni un entier",
    },
    "no_text": {"en": "no text", "fr": "pas de texte"},
    "text_no_string": {"en": "text is not a string", "fr": "le texte n’est pas une chaîne"},
}


def bad_line(number: int, code: str, language: str) -> str:
    """The line for a line of ``vigie classify`` that could not be read."""
    line, rest = {
        "en": ("line", "the other lines go on — correct it"),
        "fr": ("ligne", "les autres lignes continuent — corrigez-la"),
    }[language]
    return f"vigie: error: {line} {number}: {BAD_LINES[code][language]} — {rest}"


def usage_sentence(told: str, language: str) -> str:
    """The line for wrong words on the command line; ``told`` is what the parser says of them, in English."""
    done, todo = {
        "en": ("nothing was done", "see “vigie --help”"),
        "fr": ("rien n’a été fait", "voyez «\u202fvigie --help\u202f»"),
    }[language]
    return f"vigie: error: {' '.join(told.split())} — {done} — {todo}"


def _plain(value: Any) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(str(one) for one in value)
    return str(value)
