"""Words that the comparison of replies knows, French and English: what to pass over, what means the same, numbers.

All entries are folded: lower case, no accents, straight apostrophes.
"""

from __future__ import annotations

from typing import Final

#: Words without matter of their own; general verbs and adverbs too, since two replies that share them share nothing.
STOP: Final = frozenset(
    """
    a afin ai aie ainsi alors apres as au aucun aucune aucuns auquel aussi autre autres aux avant avec avez avoir avons
    bel belle bien bon bonne bonjour bonsoir c ca car ce ceci cela celle celles celui ces cet cette ceux chaque chez ci
    comme comment compter comptez d dans de deja depuis derriere des dernier derniere desormais deux devoir devez devons
    directement dit doit doivent donc dont du elle elles en encore enfin ensuite entre environ es est et etaient etait
    etant etc ete etes etre eu eux exactement fait faire faites faisons fera ferons font fut grace hui ici il ils j je
    jusqu jusque l la laquelle le lequel les leur leurs lors lorsque lui m ma mais me meme memes merci mes mettre mis
    moi moins mon n ne ni non nos notre nous on ont or ou oui par parce parmi pas pendant permet permettre peu peut
    peuvent plus plusieurs plutot point pour pourquoi pouvez pouvoir pouvons premier premiere pres pris puis puisque
    qu quand que quel quelle quelles quels qui quoi reste rester s sa sans se sera seraient serait serez serons seront
    ses seul seule seulement si soit sommes son sont sous souvent suis suite sur t ta tandis tant te tel telle tes toi
    ton toujours tous tout toute toutes tres trop tu un une va vais vas vers veuillez voici voila vont vos votre vous
    vraiment y actuellement aujourd heureux ravis ravi recevoir recevez recevrez savoir sachez souhaitez vouloir voulez
    arriver arrive arrivent prendre prend prenez donner donne aller allez venir venez vient viennent trouver trouve
    trouvez trouverez rendre cas temps chose fois partir note noter notez effet lieu
    jamais rien guere never without neither nor
    able about actually after again all also always am an and another any anyone are around at away back be because
    been before being both but by can come comes coming could did do does doing done down each either else even ever
    every far few for from further get gets getting give gives go goes going gone good got had happy has have having
    he hello her here hers hi him his how however i if in indeed into is it its itself just keep know let like ll look
    made make makes many may me might mine more most much must my near need needs next no nor not now of off often ok
    on once one only onto or other others our ours out over own per please possibly put quite rather re really right
    s said same say says see seen shall she should since so some soon still such sure t take takes tell than thank
    thanks that the their theirs them then there these they this those though through thus to too under until up upon
    us use ve very via want was way we well were what when where whether which while who whom whose why will wish with
    within would yes yet you your yours time lot thing currently date dates d'ici
    """.split()  # noqa: SIM905 - one word list, kept readable
)

#: Beginning of a word -> what it speaks of; a minus turns the meaning round. The longest beginning wins.
CONCEPTS: Final = {
    "ouvr": "open", "ouvert": "open", "rouvr": "open", "rouvert": "open", "open": "open", "reopen": "open",
    "ferm": "-open", "clos": "-open", "shut": "-open",
    "disponib": "available", "availab": "available", "indisponib": "-available", "unavailab": "-available",
    "epuis": "-available", "rupture": "-available", "sold": "-available",
    "gratuit": "free", "free": "free", "offert": "free", "offer": "free", "payant": "-free", "charged": "-free",
    "inclus": "included", "inclut": "included", "includ": "included", "compris": "included",
    "exclu": "-included", "excluded": "-included",
    "compatib": "compatible", "incompatib": "-compatible",
    "possib": "possible", "impossib": "-possible",
    "autoris": "allowed", "allow": "allowed", "permis": "allowed", "interdi": "-allowed", "forbid": "-allowed",
    "forbidden": "-allowed", "banned": "-allowed",
    "accept": "accept", "refus": "-accept", "reject": "-accept",
    "obligatoir": "mandatory", "mandator": "mandatory", "required": "mandatory", "facultati": "-mandatory",
    "optional": "-mandatory", "optionnel": "-mandatory",
    "resolu": "fixed", "repar": "fixed", "fixed": "fixed", "fix": "fixed", "solved": "fixed", "resolved": "fixed",
    "corrig": "fixed", "retabli": "fixed", "restored": "fixed",
    "livr": "delivery", "deliver": "delivery", "expedi": "shipping", "envoi": "shipping", "ship": "shipping",
    "dispatch": "shipping",
    "rembours": "refund", "refund": "refund", "reimburs": "refund",
    "boutique": "shop", "magasin": "shop", "shop": "shop", "store": "shop",
    "prix": "price", "price": "price", "tarif": "price", "cout": "price", "cost": "price",
    "garanti": "warranty", "warrant": "warranty", "guarantee": "warranty",
    "retour": "return", "return": "return", "renvoy": "return",
    "command": "order", "order": "order", "colis": "parcel", "parcel": "parcel", "package": "parcel",
    "produit": "product", "product": "product", "articl": "product", "item": "product",
    "rappel": "recall", "recall": "recall", "lot": "batch", "lots": "batch", "batch": "batch",
    "panne": "outage", "outage": "outage", "incident": "outage",
    "batteri": "battery", "batter": "battery", "piles": "battery",
    "fabriqu": "made", "manufactur": "made", "assembl": "made",
    "donne": "data", "donnees": "data", "data": "data",
    "vend": "sell", "vente": "sell", "vendu": "sell", "sell": "sell", "sale": "sell",
    "stock": "stock", "reduc": "discount", "remise": "discount", "discount": "discount", "rabais": "discount",
    "client": "customer", "customer": "customer", "assistan": "support", "support": "support", "sav": "support",
    "repond": "answer", "repons": "answer", "answer": "answer", "reply": "answer", "repli": "answer",
    "salari": "staff", "employe": "staff", "employee": "staff", "staff": "staff",
    "paiement": "payment", "pay": "payment", "paye": "payment", "payment": "payment",
    "abonne": "subscription", "subscri": "subscription", "essai": "trial", "trial": "trial",
    "annul": "cancel", "cancel": "cancel", "concert": "concert", "atelier": "workshop", "workshop": "workshop",
    "usine": "factory", "factor": "factory", "recycl": "recycle", "bouilloire": "kettle", "kettle": "kettle",
    "frais": "fee", "fee": "fee", "fees": "fee", "port": "postage", "postage": "postage",
    "delai": "delay", "delay": "delay", "augment": "rise", "hausse": "rise", "increas": "rise", "rise": "rise",
    "baiss": "-rise", "diminu": "-rise", "decreas": "-rise", "drop": "-rise",
    "fuite": "leak", "leak": "leak", "danger": "danger", "dangereu": "danger", "dangerous": "danger",
    "safe": "-danger", "france": "france", "french": "france", "francais": "france",
}  # fmt: skip

#: Words that a longer beginning above would swallow although they mean something else.
APART: Final = frozenset(
    {
        "portail", "porte", "portes", "porter", "portable", "portables", "shopping", "payes", "pays", "shipper",
        "factors", "permission", "lotion",
    }
)  # fmt: skip

#: Expressions taken out or made one word before anything else is read; what they deny is nothing.
PHRASES: Final = (
    (r"\bsans (?:aucun )?(?:frais|supplement)(?: (?:de port|supplementaires?))?\b|\bfree of charge\b|\bat no (?:extra )?(?:cost|charge)\b|\bno extra (?:cost|charge)\b", " gratuit "),
    (r"\ben rupture(?: de stock)?\b|\bout of stock\b|\bsold out\b", " indisponible "),
    (r"\ben stock\b|\bin stock\b|\bback in stock\b", " disponible "),
    (r"\b(?:n'|ne )hesitez pas(?: a\b)?|\bdo(?:n't| not) hesitate(?: to)?\b|\bfeel free(?: to)?\b", " "),
    (r"\bne vous inquietez pas\b|\bpas d(?:e |')(?:souci|probleme)s?\b|\bno (?:problem|worries|doubt)\b|\bdo(?:n't| not) worry\b", " "),
    (r"\bnot only\b|\bnon seulement\b|\bpas seulement\b|\bno matter\b|\bsans doute\b|\bpas encore sur\b", " "),
    (r"\bd'ici\b", " dans "),
    (r"\ba (?:tres )?(?:bientot|vite)\b|\bsee you(?: soon| there)?\b|\bvenez (?:l'|le |la |les )?(?:essayer|voir|decouvrir)\b", " "),
    (r"\bs'il vous plait\b|\bif you please\b", " "),
    (r"\ben message prive\b|\ben prive\b|\bby private message\b|\bin private\b|\bby (?:dm|direct message)\b", " "),
)  # fmt: skip

MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "janvier january janv jan", "fevrier february fevr feb", "mars march mar", "avril april avr apr",
            "mai may", "juin june jun", "juillet july juil jul", "aout august aug", "septembre september sept sep",
            "octobre october oct", "novembre november nov", "decembre december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        (
            "lundi lundis monday mondays", "mardi mardis tuesday tuesdays", "mercredi mercredis wednesday wednesdays",
            "jeudi jeudis thursday thursdays", "vendredi vendredis friday fridays",
            "samedi samedis saturday saturdays", "dimanche dimanches sunday sundays",
        )
    )
    for name in names.split()
}  # fmt: skip
NUMBERS: Final = {
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11,
    "douze": 12, "quinze": 15, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "cent": 100,
    "two": 2, "three": 3, "four": 4, "five": 5, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100,
}  # fmt: skip
ENDINGS: Final = (
    "issements", "issement", "atrices", "ations", "ements", "ateurs", "atrice", "ation", "ement", "ateur", "erons",
    "eront", "erait", "aient", "ments", "ment", "antes", "ances", "ing", "ant", "ees", "ons", "ont", "ait", "era",
    "ed", "es", "ee", "er", "ez", "ir", "it", "ent", "e", "s", "x", "y",
)  # fmt: skip
