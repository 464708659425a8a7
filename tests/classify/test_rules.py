"""The phrase lists: what they must find, what they must leave alone, and how their work grows with the text."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from console.classify.folding import MaskedWords, fold
from console.classify.rules import _PLAIN, LANGUAGES, Evidence, LexiconsMissing, Rules

_LEXICONS = Path(__file__).resolve().parents[2] / "resources" / "lexicons"


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules(_LEXICONS)


def _read(rules: Rules, text: str) -> Evidence:
    masked: MaskedWords = rules.masked
    return rules.read(text, fold(text, mask_links=True, masked=masked).text)


def _labels(evidence: Evidence) -> set[str]:
    return {label for _, _, label in evidence.hits}


@pytest.mark.parametrize(
    "text",
    [
        "Je t'égorge si tu recommences",
        "Je t’explose la tête demain",
        "je vais t'étrangler espèce de rat",
        "jvais te demonter la gueule",
        "On va te retrouver et te casser les jambes",
        "jte fume toi",
        "Si tu remets les pieds ici je te brise le crâne",
        "la prochaine fois que je te croise je t'éclate, sale chien",
        "Encore un message et je te retrouve",
        "Je sais où tu habites",
        "jsais ou thabite",
        "on connaît ton adresse et ton parking",
        "J'ai noté ta plaque, à bientôt",
        "j'espère que tu vas crever",
        "Je te souhaite un bon cancer",
        "Qu'il crève, ce menteur",
        "crève",
        "Il faut le pendre ce ministre",
        "Faudrait tous les fusiller",
        "Brûlons les mosquées",
        "Je vais mettre le feu à votre agence",
        "Ta maison va brûler cette nuit",
        "Je pose une bombe dans votre magasin",
        "elle mérite de se faire violer",
        "Je débarque avec une batte",
        "Ce serait dommage qu'il arrive quelque chose à ta fille",
        "Va te pendre",
        "suicide-toi",
        "I'm going to kill you",
        "i'll slit your throat",
        "gonna smash your face in",
        "We know where you live",
        "I've got your home address, see you tonight",
        "Just wait till I see you, you're dead",
        "If you ever come back here I'll stab you",
        "I hope you die in a fire",
        "I hope your whole family burns",
        "Someone should shoot that referee",
        "somebody needs to put a bullet in him, he deserves a bullet",
        "They should all be hanged",
        "Burn down the mosque",
        "I'm coming over with a baseball bat",
        "There is a bomb in your store, I left a bomb under the till",
        "you will end up in a ditch",
        "She deserves to be raped",
        "Be a shame if something happened to your shop",
        "kill yourself",
        "go jump off a bridge",
    ],
)
def test_a_threat_is_found(rules: Rules, text: str) -> None:
    evidence = _read(rules, text)
    assert "threat" in _labels(evidence)
    assert evidence.bonus["threat"] > 0


@pytest.mark.parametrize(
    "text",
    [
        "Je porte plainte dès demain, vous recevrez un courrier de mon avocat",
        "Vous allez entendre parler de mon avocat",
        "Je saisis la DGCCRF et 60 millions de consommateurs",
        "On va les fumer dimanche, 3-0 facile",
        "Je vais te défoncer à Fifa ce soir",
        "Ma femme va me tuer quand elle verra le prix",
        "Je meurs de faim, vivement midi",
        "Cette scène m'a tué, j'en pleure de rire",
        "Il faut tuer les moustiques, votre spray est top",
        "Je vais étrangler ce réveil",
        "Mort aux moustiques !",
        "J'ai failli mourir de rire",
        "Ce gâteau est bon à mourir",
        "Quelle tuerie ce concert",
        "Comment tuer le boss du niveau 7 ?",
        "On va mettre le feu au stade",
        "Le meurtrier de la saison 2, quel acteur",
        "Ma batterie est morte",
        "Si je te croise, je te paie un café",
        "Fais attention à toi ma belle, il y a du verglas",
        "Je vais retrouver mes amis à la gare",
        "I will sue you and my solicitor will be in touch",
        "Refund me or I go to the ombudsman and trading standards",
        "We will destroy them on Sunday, come on lads, 3-0",
        "My wife is going to kill me when she sees the bill",
        "Kill the lights and shoot me an email",
        "Stab the potatoes with a fork first",
        "I could murder a curry",
        "I'm dead laughing at this",
        "That film kills me every time",
        "Kill the app and restart",
        "The killer in season two is a great actor",
        "We know where you are, thanks for the map",
        "Watch your step on the ice tonight",
        "This phone keeps dying, my battery is dead",
        "We'll be waiting outside with cake",
        "Beat the eggs until stiff",
        "I hope the price goes down",
        "My kids will kill me if I miss the show",
    ],
)
def test_a_harmless_look_alike_is_no_threat(rules: Rules, text: str) -> None:
    evidence = _read(rules, text)
    assert "threat" not in _labels(evidence)
    assert evidence.bonus.get("threat", 0.0) <= 0


@pytest.mark.parametrize(
    "text",
    [
        "Bande d'incapables et d'abrutis, espèce de connard",
        "T'es qu'un abruti",
        "Ferme ta gueule",
        "Connard de livreur",
        "Il a le QI d'une huître",
        "fils de pute",
        "Sale pute",
        "You're a pathetic moron",
        "Bunch of idiots",
        "You are a waste of oxygen",
        "you piece of shit",
        "The manager is a lying bastard",
        "fuck you",
    ],
)
def test_an_insult_to_a_person_is_found(rules: Rules, text: str) -> None:
    assert "insult" in _labels(_read(rules, text))


@pytest.mark.parametrize(
    "text",
    [
        "Votre appli est nulle, encore une panne",
        "Ce canapé de merde a cassé en deux jours",
        "Votre robot est con, pas vos vendeurs",
        "Les frais de port (fdp) sont offerts, fdp offerts dès 30 €",
        "Vous n'êtes pas des idiots, je me suis emporté",
        "Quel abruti je fais, j'ai oublié mon code",
        "Your app is garbage and the update is trash",
        "This router is a piece of junk",
        "He is not an idiot, just unlucky",
        "shut up and take my money",
        "I'm such an idiot, wrong cart",
    ],
)
def test_criticism_and_jokes_are_no_insult(rules: Rules, text: str) -> None:
    assert "insult" not in _labels(_read(rules, text))


@pytest.mark.parametrize(
    ("text", "spam"),
    [
        ("Abonnement IPTV 12 mois 39 €, test offert", True),
        ("Je vends des abonnés, contactez-moi", True),
        ("Votre compte sera suspendu, contactez le support par ce lien", True),
        ("Chiots à donner contre bons soins, frais de transport uniquement", True),
        ("Selling followers, dm me", True),
        ("Replica watches and bags, inbox for catalogue", True),
        ("Type amen and share with 7 groups", True),
        ("J'ai commandé une montre, elle est arrivée cassée", False),
        ("Mon compte est bloqué depuis lundi, pouvez-vous m'aider ?", False),
        ("I recovered from the flu in time for your concert", False),
        ("Where can I watch the match, do you have a subscription?", False),
    ],
)
def test_spam_phrases(rules: Rules, text: str, spam: bool) -> None:
    assert ("spam" in _read(rules, text).bonus) is spam


def test_a_quoted_scam_is_reported_not_sent(rules: Rules) -> None:
    warning = 'Attention, j\'ai reçu "abonnement iptv 12 mois offert" en privé, est-ce vous ou une arnaque ?'
    assert "spam" not in _read(rules, warning).bonus


def test_a_figure_of_speech_does_not_excuse_an_insult(rules: Rules) -> None:
    evidence = _read(rules, "Vous allez entendre parler de mon avocat, bande d'abrutis")
    assert evidence.bonus["threat"] < 0
    assert evidence.bonus["toxicity"] > 0


@pytest.mark.parametrize(
    ("text", "complaint", "concrete", "praise"),
    [
        ("Colis reçu abîmé le 12, personne ne répond depuis trois semaines", True, True, False),
        ("Ordered on the 3rd, still no answer, where is it?", True, True, False),
        ("Une dinguerie ce concert, vivement la suite", False, False, True),
        ("Your staff are angels, made our weekend, spot on", False, True, True),
        ("Il pleut ici", False, False, False),
    ],
)
def test_constructive_criticism_and_praise(
    rules: Rules, text: str, complaint: bool, concrete: bool, praise: bool
) -> None:
    evidence = _read(rules, text)
    assert (evidence.complaint, evidence.concrete, evidence.praise) == (complaint, concrete, praise)


def test_an_accusation_after_a_full_stop_is_found(rules: Rules) -> None:
    assert "factual_accusation" in _read(rules, "Très déçu. Voleurs !").signals
    assert "factual_accusation" in _read(rules, "So let down. Crooks!").signals


def test_a_threat_beside_a_legal_one_still_counts(rules: Rules) -> None:
    assert "threat" in _labels(_read(rules, "Je porte plainte. Et après je te brise les genoux."))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", ["threat", "not_threat", "self_harm", "insult", "spam"])
def test_each_line_is_a_bounded_expression(topic: str, language: str) -> None:
    seen: set[str] = set()
    for number, line in enumerate((_LEXICONS / f"{topic}_{language}.txt").read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        where = f"{topic}_{language}.txt:{number}"
        re.compile(line)
        assert line not in seen, f"{where} is there twice"
        seen.add(line)
        assert line == line.translate(_PLAIN).lower() or re.search(r"\\[A-Z]", line), f"{where} is not folded"
        assert not re.search(r"\)[*+]", line), f"{where} repeats a group without bound"
        # Sets that exclude letters are gaps; `[.! ]*` and the like stop at the next word.
        assert not re.search(r"\[\^[^\]]*\][*+]|(?<!\\)\.[*+]", line), f"{where} has an open gap"


@pytest.mark.parametrize(
    "unit",
    ["je vais te ", "if i you ", "you ", "si tu ", "i hope you ", "should all just ", "kill the ", "a ", " "],
)
def test_the_work_grows_with_the_text_not_with_its_square(rules: Rules, unit: str) -> None:
    def cost(length: int) -> float:
        text = (unit * length)[:length]
        best = float("inf")
        for _ in range(5):
            start = time.process_time()
            rules.read(text, text)
            best = min(best, time.process_time() - start)
        return best

    # Twice the text is twice the work, four times if it were quadratic, and out of reach if exponential.
    assert cost(5_600) < 3.4 * cost(2_800) + 0.002


def test_a_missing_list_is_named(tmp_path: Path) -> None:
    with pytest.raises(LexiconsMissing):
        Rules(tmp_path)
