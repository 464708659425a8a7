"""The sentences of policy errors in English and French, as data; French signs carry their narrow spaces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

ERRORS: Final[Mapping[str, Mapping[str, str]]] = {
    "policy.toml": {"en": "not valid TOML: {detail}", "fr": "TOML incorrect\u00a0: {detail}"},
    "policy.deep": {"en": "nested too deeply", "fr": "imbrication trop profonde"},
    "policy.too_big": {
        "en": "the file is larger than {limit} bytes",
        "fr": "le fichier dépasse {limit} octets",
    },
    "policy.encoding": {"en": "the file is not UTF-8", "fr": "le fichier n’est pas en UTF-8"},
    "policy.unknown_key": {
        "en": "unknown key “{key}” in {where}",
        "fr": "clé inconnue «\u202f{key}\u202f» dans {where}",
    },
    "policy.missing": {"en": "“{key}” is missing", "fr": "il manque «\u202f{key}\u202f»"},
    "policy.empty": {"en": "“{key}” is empty", "fr": "«\u202f{key}\u202f» est vide"},
    "policy.type": {
        "en": "“{key}” must be of type {expected}, not {got}",
        "fr": "«\u202f{key}\u202f» doit être de type {expected}, pas {got}",
    },
    "policy.range": {
        "en": "“{key}” must lie between {low} and {high}, not {got}",
        "fr": "«\u202f{key}\u202f» doit être entre {low} et {high}, pas {got}",
    },
    "policy.long": {"en": "“{key}” is longer than {limit}", "fr": "«\u202f{key}\u202f» dépasse {limit}"},
    "policy.choice": {
        "en": "“{value}” is not allowed for “{key}”",
        "fr": "«\u202f{value}\u202f» n’est pas admis pour «\u202f{key}\u202f»",
    },
    "policy.twice": {
        "en": "“{value}” stands twice in “{key}”",
        "fr": "«\u202f{value}\u202f» figure deux fois dans «\u202f{key}\u202f»",
    },
    "policy.language": {
        "en": "“{value}” is not a language code such as fr or en",
        "fr": "«\u202f{value}\u202f» n’est pas un code de langue comme fr ou en",
    },
    "policy.timezone": {
        "en": "unknown time zone “{value}”",
        "fr": "fuseau horaire inconnu «\u202f{value}\u202f»",
    },
    "policy.author_key": {
        "en": "“{key}” is not an author key: write kind:id, such as youtube:UC123",
        "fr": "«\u202f{key}\u202f» n’est pas une clé d’auteur\u00a0: écrivez genre:identifiant, comme youtube:UC123",
    },
    "policy.channel_key": {
        "en": "“{key}” is not a channel key: write kind:name, such as youtube:main",
        "fr": "«\u202f{key}\u202f» n’est pas une clé de canal\u00a0: écrivez genre:nom, comme youtube:main",
    },
    "policy.unknown_category": {
        "en": "unknown category “{name}”",
        "fr": "catégorie inconnue «\u202f{name}\u202f»",
    },
    "policy.unknown_list": {
        "en": "unknown word list “{name}”: this condition can never hold",
        "fr": "liste de mots inconnue «\u202f{name}\u202f»\u00a0: cette condition n’est jamais remplie",
    },
    "policy.unknown_rule": {"en": "unknown rule “{id}”", "fr": "règle inconnue «\u202f{id}\u202f»"},
    "policy.time.form": {
        "en": "“{value}” is not a time range such as 08:30-12:30",
        "fr": "«\u202f{value}\u202f» n’est pas une plage horaire comme 08:30-12:30",
    },
    "policy.duration.bare_m": {
        "en": "“{value}”: a bare m is ambiguous; write min or mo",
        "fr": "«\u202f{value}\u202f»\u00a0: m seul est ambigu\u202f; écrivez min ou mo",
    },
    "policy.duration.unit": {
        "en": "“{value}”: units are s, min, h, d, mo, y",
        "fr": "«\u202f{value}\u202f»\u00a0: les unités sont s, min, h, d, mo, y",
    },
    "policy.duration.form": {
        "en": "“{value}” is not a duration such as 90d or 1h 30min",
        "fr": "«\u202f{value}\u202f» n’est pas une durée comme 90d ou 1h 30min",
    },
    "policy.duration.long": {
        "en": "“{value}” is longer than a hundred years",
        "fr": "«\u202f{value}\u202f» dépasse cent ans",
    },
    "hours.day": {
        "en": "“{key}” is not a day or a range such as mon-fri",
        "fr": "«\u202f{key}\u202f» n’est pas un jour ou une suite comme mon-fri",
    },
    "hours.overlap": {
        "en": "opening hours overlap on {day}",
        "fr": "les heures d’ouverture se chevauchent ({day})",
    },
    "hours.crossing": {
        "en": "“{value}” crosses midnight: write two ranges",
        "fr": "«\u202f{value}\u202f» passe minuit\u00a0: écrivez deux plages",
    },
    "hours.holidays": {
        "en": "unknown holidays “{value}”",
        "fr": "jours fériés inconnus «\u202f{value}\u202f»",
    },
    "category.name": {
        "en": "“{name}” is not a category name: small letters, digits and _",
        "fr": "«\u202f{name}\u202f» n’est pas un nom de catégorie\u00a0: minuscules, chiffres et _",
    },
    "category.no_ground": {
        "en": "“{name}” is a violation without a ground (terms or illegal)",
        "fr": "«\u202f{name}\u202f» est un manquement sans fondement (terms ou illegal)",
    },
    "category.no_basis": {
        "en": "“{name}” is illegal content without legal_basis",
        "fr": "«\u202f{name}\u202f» est illicite sans legal_basis",
    },
    "category.protected_violation": {
        "en": "“{name}” is both protected and a violation",
        "fr": "«\u202f{name}\u202f» est à la fois protégée et un manquement",
    },
    "category.protected_severity": {
        "en": "“{name}” is protected and yet of severity 3 or more",
        "fr": "«\u202f{name}\u202f» est protégée et pourtant de gravité 3 ou plus",
    },
    "category.reply_sla": {
        "en": "“{name}” forbids replies and yet promises one",
        "fr": "«\u202f{name}\u202f» interdit de répondre et promet une réponse",
    },
    "category.sla_order": {
        "en": "first_look is later than decision",
        "fr": "first_look vient après decision",
    },
    "category.sla_empty": {
        "en": "sla promises nothing: give decision, reply or first_look",
        "fr": "sla ne promet rien\u00a0: donnez decision, reply ou first_look",
    },
    "category.no_hours": {
        "en": "“{name}” counts in opening hours, and there are none",
        "fr": "«\u202f{name}\u202f» compte en heures d’ouverture, et il n’y en a pas",
    },
    "allow.watched": {
        "en": "{key} is on the allow list and on the watch list",
        "fr": "{key} est à la fois exempté et en veille",
    },
    "allow.cancels": {
        "en": "allowed phrase “{phrase}” switches off the same word in list “{name}”",
        "fr": "l’expression admise «\u202f{phrase}\u202f» annule le même mot de la liste «\u202f{name}\u202f»",
    },
    "list.empty": {"en": "list “{name}” has no words", "fr": "la liste «\u202f{name}\u202f» n’a aucun mot"},
    "list.no_letters": {
        "en": "“{word}” has no letters or digits to look for",
        "fr": "«\u202f{word}\u202f» n’a ni lettre ni chiffre à chercher",
    },
    "list.prefix_words": {
        "en": "prefix “{word}” must be one word",
        "fr": "le préfixe «\u202f{word}\u202f» doit être un seul mot",
    },
    "list.prefix_short": {
        "en": "prefix “{word}” is shorter than 3 letters",
        "fr": "le préfixe «\u202f{word}\u202f» a moins de 3 lettres",
    },
    "list.file": {
        "en": "list file “{file}” cannot be read",
        "fr": "le fichier de liste «\u202f{file}\u202f» est illisible",
    },
    "list.encoding": {
        "en": "list file “{file}” is not UTF-8",
        "fr": "le fichier de liste «\u202f{file}\u202f» n’est pas en UTF-8",
    },
    "list.outside": {
        "en": "list file “{file}” must lie beside the policy",
        "fr": "le fichier de liste «\u202f{file}\u202f» doit se trouver à côté de la politique",
    },
    "list.no_folder": {
        "en": "list file “{file}” cannot be found: this policy was not read from a file",
        "fr": "fichier de liste «\u202f{file}\u202f» introuvable\u00a0: cette politique ne vient pas d’un fichier",
    },
    "list.too_big": {
        "en": "list file “{file}” is too large",
        "fr": "le fichier de liste «\u202f{file}\u202f» est trop gros",
    },
    "regex.nested": {
        "en": "regex “{word}” repeats something that is already repeated",
        "fr": "l’expression «\u202f{word}\u202f» répète ce qui est déjà répété",
    },
    "regex.ambiguous": {
        "en": "regex “{word}” repeats alternatives that begin alike: list the words instead",
        "fr": "l’expression «\u202f{word}\u202f» répète des variantes au même début\u00a0: listez plutôt les mots",
    },
    "regex.heavy": {
        "en": "regex “{word}” can stretch in too many ways",
        "fr": "l’expression «\u202f{word}\u202f» peut s’étirer de trop de façons",
    },
    "regex.group": {
        "en": "regex “{word}” uses look-around, flags or named groups, which are not allowed",
        "fr": "l’expression «\u202f{word}\u202f» emploie assertions, options ou groupes nommés, non admis",
    },
    "regex.escape": {
        "en": "regex “{word}” uses an escape that is not allowed",
        "fr": "l’expression «\u202f{word}\u202f» emploie un échappement non admis",
    },
    "regex.form": {
        "en": "regex “{word}” is not a regular expression that is understood here",
        "fr": "l’expression «\u202f{word}\u202f» n’est pas une expression comprise ici",
    },
    "regex.empty": {
        "en": "regex “{word}” matches the empty text",
        "fr": "l’expression «\u202f{word}\u202f» correspond au texte vide",
    },
    "regex.deep": {
        "en": "regex “{word}” is nested too deeply",
        "fr": "l’expression «\u202f{word}\u202f» est trop imbriquée",
    },
    "regex.long": {
        "en": "regex “{word}” is too long",
        "fr": "l’expression «\u202f{word}\u202f» est trop longue",
    },
    "condition.unknown": {"en": "unknown condition “{key}”", "fr": "condition inconnue «\u202f{key}\u202f»"},
    "condition.several": {
        "en": "one condition names several things: {kinds}; use all or any",
        "fr": "une seule condition nomme plusieurs choses\u00a0: {kinds}\u202f; employez all ou any",
    },
    "condition.empty": {
        "en": "“{key}” holds no condition",
        "fr": "«\u202f{key}\u202f» ne contient aucune condition",
    },
    "condition.deep": {
        "en": "conditions are nested deeper than {limit}",
        "fr": "conditions imbriquées au-delà de {limit}",
    },
    "condition.no_bound": {
        "en": "“{key}” needs at_least, more_than, at_most or less_than",
        "fr": "«\u202f{key}\u202f» demande at_least, more_than, at_most ou less_than",
    },
    "condition.never_range": {
        "en": "“{key}”: no value can meet both bounds",
        "fr": "«\u202f{key}\u202f»\u00a0: aucune valeur ne satisfait les deux bornes",
    },
    "rule.id": {
        "en": "“{id}” is not a rule id: letters, digits, - _ .",
        "fr": "«\u202f{id}\u202f» n’est pas un identifiant de règle\u00a0: lettres, chiffres, - _ .",
    },
    "rule.twice": {
        "en": "rule id “{id}” stands twice",
        "fr": "l’identifiant de règle «\u202f{id}\u202f» figure deux fois",
    },
    "rule.never": {
        "en": "rule “{id}” can never match: its conditions exclude each other",
        "fr": "la règle «\u202f{id}\u202f» ne s’applique jamais\u00a0: ses conditions s’excluent",
    },
    "rule.only_allowed": {
        "en": "rule “{id}” wants an author on the allow list, for whom no rule proposes anything",
        "fr": "la règle «\u202f{id}\u202f» vise un auteur exempté, pour qui aucune règle ne propose rien",
    },
    "rule.unless_always": {
        "en": "rule “{id}” can never match: “unless” repeats what “when” demands",
        "fr": "la règle «\u202f{id}\u202f» ne s’applique jamais\u00a0: «\u202funless\u202f» reprend ce que «\u202fwhen\u202f» exige",
    },
    "rule.same": {
        "en": "rule “{id}” repeats rule “{other}”",
        "fr": "la règle «\u202f{id}\u202f» répète la règle «\u202f{other}\u202f»",
    },
    "rule.contradicts": {
        "en": "rule “{id}” contradicts rule “{other}”: same conditions, another proposal",
        "fr": "la règle «\u202f{id}\u202f» contredit la règle «\u202f{other}\u202f»\u00a0: mêmes conditions, autre proposition",
    },
    "rule.overruled": {
        "en": "rule “{id}” never decides: rule “{other}” also matches every comment it matches, and goes before it",
        "fr": "la règle «\u202f{id}\u202f» ne décide jamais\u00a0: la règle «\u202f{other}\u202f» s’applique à tout ce qu’elle vise, et passe avant",
    },
    "rule.hides_protected": {
        "en": "rule “{id}” acts on “{category}” alone, which is protected; ask for more than that, or propose reply or keep",
        "fr": "la règle «\u202f{id}\u202f» vise la seule catégorie «\u202f{category}\u202f», qui est protégée\u00a0; exigez davantage, ou proposez reply ou keep",
    },
    "advice.no_tests": {
        "en": "rule “{id}” has no test: nobody will notice when it stops matching, or matches too much",
        "fr": "la règle «\u202f{id}\u202f» n’a pas de test\u00a0: rien ne dira qu’elle ne voit plus rien, ou voit trop",
    },
    "advice.never_matched": {
        "en": "rule “{id}” has no test that it must match",
        "fr": "la règle «\u202f{id}\u202f» n’a aucun test qu’elle doive reconnaître",
    },
    "advice.never_spared": {
        "en": "rule “{id}” has no test that it must leave alone",
        "fr": "la règle «\u202f{id}\u202f» n’a aucun test qu’elle doive laisser passer",
    },
    "advice.list_unused": {
        "en": "no rule uses the list “{name}”",
        "fr": "aucune règle n’utilise la liste «\u202f{name}\u202f»",
    },
    "advice.no_clause": {
        "en": "category “{category}” is a violation without a clause: a statement of reasons could cite nothing",
        "fr": "la catégorie «\u202f{category}\u202f» est un manquement sans clause\u00a0: un exposé des motifs ne pourrait rien citer",
    },
    "advice.no_rule": {
        "en": "no rule assigns the category “{category}”; only the classifier and people will",
        "fr": "aucune règle n’attribue la catégorie «\u202f{category}\u202f»\u00a0; seuls la lecture automatique et les personnes le feront",
    },
    "advice.not_counted": {
        "en": "category “{category}” is a violation that the ladder does not count",
        "fr": "la catégorie «\u202f{category}\u202f» est un manquement que l’échelle ne compte pas",
    },
    "rule.block": {
        "en": "a rule cannot propose block: only the ladder leads there",
        "fr": "une règle ne propose pas block\u00a0: seule l’échelle y mène",
    },
    "rule.keep_and_act": {
        "en": "a rule cannot keep and {actions} at once",
        "fr": "une règle ne peut garder et {actions} à la fois",
    },
    "rule.auto_irreversible": {
        "en": "“{action}” can never be automatic: only hiding can",
        "fr": "«\u202f{action}\u202f» n’est jamais automatique\u00a0: seul masquer peut l’être",
    },
    "rule.auto_not_proposed": {
        "en": "automatic hiding needs “hide” in propose",
        "fr": "le masquage automatique demande «\u202fhide\u202f» dans propose",
    },
    "rule.limits_without_auto": {
        "en": 'auto_limits without auto = "hide"',
        "fr": 'auto_limits sans auto = "hide"',
    },
    "rule.protected": {
        "en": "rule “{id}”: {actions} against the protected category “{category}”",
        "fr": "règle «\u202f{id}\u202f»\u00a0: {actions} contre la catégorie protégée «\u202f{category}\u202f»",
    },
    "rule.reply_forbidden": {
        "en": "rule “{id}” proposes a reply that category “{category}” forbids",
        "fr": "la règle «\u202f{id}\u202f» propose une réponse que la catégorie «\u202f{category}\u202f» interdit",
    },
    "rule.warn_no_violation": {
        "en": "rule “{id}” warns although “{category}” is no violation",
        "fr": "la règle «\u202f{id}\u202f» avertit alors que «\u202f{category}\u202f» n’est pas un manquement",
    },
    "ladder.not_violation": {
        "en": "“{category}” counts as a strike but is no violation",
        "fr": "«\u202f{category}\u202f» compte comme manquement sans en être un",
    },
    "ladder.weight_uncounted": {
        "en": "“{category}” has a weight but is not counted",
        "fr": "«\u202f{category}\u202f» a un poids mais n’est pas comptée",
    },
    "ladder.unconfirmed": {
        "en": "a strike exists only after a human decision: only_confirmed must stay true",
        "fr": "un manquement n’existe qu’après une décision humaine\u00a0: only_confirmed reste vrai",
    },
    "ladder.decay": {
        "en": "“{value}” is not a decay: none or half_every=30d",
        "fr": "«\u202f{value}\u202f» n’est pas un oubli\u00a0: none ou half_every=30d",
    },
    "ladder.no_steps": {"en": "the ladder has no steps", "fr": "l’échelle n’a aucun palier"},
    "ladder.block_first": {
        "en": "block is never the first step: warn, hide or report must stand before it",
        "fr": "block n’est jamais le premier palier\u00a0: warn, hide ou report doivent le précéder",
    },
    "ladder.order": {
        "en": "step at = {at} must come after at = {before}",
        "fr": "le palier at = {at} doit venir après at = {before}",
    },
    "ladder.warn_missing": {
        "en": "the step at = {at} requires a warning that no earlier step gives",
        "fr": "le palier at = {at} exige un avertissement qu’aucun palier ne donne",
    },
    "ladder.skip_to_block": {"en": "nothing skips straight to block", "fr": "rien ne mène droit à block"},
    "ladder.template": {
        "en": "unknown reply template “{name}”",
        "fr": "modèle de réponse inconnu «\u202f{name}\u202f»",
    },
    "ladder.several": {
        "en": "only one ladder is used; “{name}” would be ignored",
        "fr": "une seule échelle sert\u202f; «\u202f{name}\u202f» serait ignorée",
    },
    "approval.same_person": {
        "en": "a second reviewer is another person: not_same_person must stay true",
        "fr": "le second avis vient d’une autre personne\u00a0: not_same_person reste vrai",
    },
    "approval.undo_long": {"en": "undo_window is longer than 10 min", "fr": "undo_window dépasse 10 min"},
    "replies.condition": {
        "en": "“{value}” is not a condition of the reply guard",
        "fr": "«\u202f{value}\u202f» n’est pas une condition de la garde des réponses",
    },
    "replies.contradicts": {
        "en": "“{category}” expects a reply and forbids it",
        "fr": "«\u202f{category}\u202f» attend une réponse et l’interdit",
    },
    "replies.twice": {
        "en": "template id “{id}” stands twice",
        "fr": "l’identifiant de modèle «\u202f{id}\u202f» figure deux fois",
    },
    "replies.id": {
        "en": "“{id}” is not a template id such as warn.first",
        "fr": "«\u202f{id}\u202f» n’est pas un identifiant de modèle comme warn.first",
    },
    "replies.placeholder": {"en": "unknown placeholder {{{name}}}", "fr": "champ inconnu {{{name}}}"},
    "channel.off_and_changed": {
        "en": "rule “{id}” is off and changed on the same channel",
        "fr": "la règle «\u202f{id}\u202f» est coupée et modifiée sur le même canal",
    },
    "channel.no_such_score": {
        "en": "rule “{id}” does not look at the score “{label}”",
        "fr": "la règle «\u202f{id}\u202f» ne regarde pas le score «\u202f{label}\u202f»",
    },
}
