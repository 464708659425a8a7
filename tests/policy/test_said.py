"""What was said already: labelled pairs in both languages, with precision and recall; facts, names and dates in plain units."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from console.policy.said import Said, compare
from console.policy.said.facts import read_sentences

DAY = date(2026, 11, 20)
EARLIER = date(2026, 11, 12)
AT = 1_794_000_000

#: (what we said, what is being written, what the check must say: a kind of difference, same, or "" for nothing)
PAIRS = [
    # another figure, day or span
    ("La boutique de Lille ouvre samedi à 10 h.", "La boutique de Lille ouvre dimanche à 10 h.", "weekday"),
    ("La boutique ouvre à 10 h.", "La boutique ouvre à 9 h 30.", "time"),
    ("Le remboursement est fait sous 14 jours.", "Vous serez remboursé sous 30 jours.", "duration"),
    ("La Nova 2 coûte 79 €.", "La Nova 2 coûte 89 €.", "money"),
    ("Les frais de port sont de 4,90 €.", "Les frais de port sont de 5,90 €.", "money"),
    ("La garantie est de 2 ans.", "La garantie est de 3 ans.", "duration"),
    ("La remise est de 20 % sur toute la gamme.", "La remise est de 15 % sur toute la gamme.", "percent"),
    ("Le rappel concerne 1 200 bouilloires.", "Le rappel concerne 12 000 bouilloires.", "count"),
    ("L’atelier a lieu le 14 novembre.", "L’atelier a lieu le 21 novembre.", "date"),
    ("Nous livrons en Belgique en 3 jours.", "Nous livrons en Belgique en 8 jours.", "duration"),
    ("Trois magasins restent ouverts.", "Deux magasins restent ouverts.", "count"),
    ("La bouilloire chauffe à 80 °C au maximum.", "La bouilloire chauffe à 95 °C au maximum.", "measure"),
    ("Le service client répond au 01 44 55 66 77.", "Le service client répond au 01 44 55 66 88.", "phone"),
    ("Our shop in Leeds opens at 9 am.", "Our shop in Leeds opens at 10 am.", "time"),
    ("Refunds take 14 days.", "Refunds take 30 days.", "duration"),
    ("The Nova 2 costs £79.", "The Nova 2 costs £85.", "money"),
    ("Delivery is free from 40 euros.", "Delivery is free from 60 euros.", "money"),
    ("The update comes out on 12 November.", "The update comes out on 19 November.", "date"),
    ("The discount is 10% for students.", "The discount is 25% for students.", "percent"),
    ("Five batches are affected by the recall.", "Seven batches are affected by the recall.", "count"),
    ("The battery lasts 12 hours.", "The battery lasts 8 hours.", "duration"),
    ("The workshop is on Tuesday.", "The workshop is on Thursday.", "weekday"),
    ("L’incident sera résolu demain.", "L’incident sera résolu le 25 novembre.", "date"),
    # yes here, no there
    ("Nous livrons en Suisse.", "Nous ne livrons pas en Suisse.", "negation"),
    ("La boutique de Lyon est ouverte le dimanche.", "La boutique de Lyon est fermée le dimanche.", "negation"),
    ("Les retours sont gratuits.", "Les retours sont payants.", "negation"),
    ("La Nova 2 est compatible avec l’induction.", "La Nova 2 n’est pas compatible avec l’induction.", "negation"),
    ("Aucune donnée de carte n’a fuité.", "Des données de carte ont fuité.", "negation"),
    ("Ce modèle n’est plus en stock.", "Ce modèle est en stock.", "negation"),
    ("La livraison est sans frais.", "La livraison est payante.", "negation"),
    ("We deliver to Ireland.", "We do not deliver to Ireland.", "negation"),
    ("The kettle is dishwasher safe.", "The kettle is not dishwasher safe.", "negation"),
    ("Returns are free of charge.", "Returns are not free.", "negation"),
    ("We never sell your data.", "We sell your data to partners.", "negation"),
    ("The batteries are included.", "The batteries are not included.", "negation"),
    # said in the other language
    ("La livraison est gratuite.", "Delivery is not free.", "negation"),
    ("The warranty is 2 years.", "La garantie est de 5 ans.", "duration"),
    ("La boutique ouvre samedi.", "The shop opens on Sunday.", "weekday"),
    # the same again
    ("La boutique de Lille ouvre samedi à 10 h.", "Notre boutique de Lille ouvre samedi à 10 h.", "same"),
    ("Le remboursement arrive sous 48 h.", "Vous serez remboursé sous 2 jours.", "same"),
    ("La garantie est de 24 mois.", "La garantie est de 2 ans.", "same"),
    ("Les pièces sont fabriquées dans notre usine de Thiers.", "Nos pièces sont fabriquées dans l’usine de Thiers.", "same"),
    ("The recall covers batches made on 3 March.", "Batches made on March 3 are covered by the recall.", "same"),
    ("The shop opens at 2 pm on Friday.", "Our shop opens at 14:00 on Friday.", "same"),
    ("L’atelier a lieu demain.", "L’atelier a lieu le 13 novembre.", "same"),
    # nothing to say
    ("La boutique de Lille ouvre samedi à 10 h.", "La boutique de Lyon ouvre dimanche à 9 h.", ""),
    ("La Nova 2 coûte 79 €.", "La Nova 3 coûte 129 €.", ""),
    ("La boutique ouvre samedi de 10 h à 19 h.", "La boutique ouvre dimanche de 14 h à 18 h.", ""),
    ("La boutique ferme à 19 h.", "Samedi, la boutique ferme à 18 h.", ""),
    ("Votre commande 48213 part le 12 novembre.", "Votre commande 51200 part le 16 novembre.", ""),
    ("Comptez 3 à 5 jours pour la livraison.", "Comptez 4 jours pour la livraison.", ""),
    ("Merci pour votre message, il fait plaisir à toute l’équipe.", "Merci, votre message est transmis à l’équipe.", ""),
    ("N’hésitez pas à nous écrire.", "Écrivez-nous quand vous voulez.", ""),
    ("La livraison coûte 5 €.", "La bouilloire coûte 49 €.", ""),
    ("Le site sera fermé mardi.", "La boutique est ouverte mardi.", ""),
    ("Nous avons 12 magasins en France.", "Nous avons 300 salariés en France.", ""),
    ("Avez-vous reçu 2 colis ?", "Vous avez reçu 3 colis.", ""),
    ("Bonjour Odile, la boutique ouvre samedi.", "Bonjour Karim, la boutique ouvre samedi.", "same"),
    ("Les retours sont gratuits en magasin.", "Les retours par la poste ne sont pas gratuits.", ""),
    ("La Nova 2 coûte 79 €.", "La Nova 2 coûtera 89 € à partir du 1er décembre.", ""),
    ("We answer within 48 hours.", "The shop is open 48 hours a week.", ""),
    ("Our shop in Leeds opens at 9 am.", "Our shop in York opens at 10 am.", ""),
    ("The kettle holds 1.5 l.", "The kettle weighs 900 g.", ""),
    ("We are sorry for the delay.", "We are sorry about the noise.", ""),
    ("No problem, we will look into it.", "There is a problem with the lid.", ""),
    ("The red one costs £20 and the blue one £25.", "The blue one costs £25.", ""),
    ("We do not only deliver in France.", "We deliver in France.", ""),
    ("Refunds take 14 days.", "Returns are free within 30 days.", ""),
    ("L’équipe est au complet et travaille sur le sujet.", "L’équipe ne travaille pas le week-end.", ""),
    ("La mise à jour arrive le 12 novembre.", "La mise à jour apporte 3 nouveautés.", ""),
    ("Ouvert du lundi au vendredi.", "Ouvert mercredi.", ""),
    # written apart, and met unseen with a precision of 0.88 and a recall of 0.96 before what they taught was put right
    ("Nos pièces détachées sont disponibles pendant 10 ans.", "Nos pièces détachées sont disponibles pendant 7 ans.", "duration"),
    ("Le café ouvre à 8 h le lundi.", "Le café ouvre à 7 h le lundi.", "time"),
    ("L’inscription coûte 15 euros par personne.", "L’inscription coûte 25 euros par personne.", "money"),
    ("Nos cosmétiques ne sont pas testés sur les animaux.", "Nos cosmétiques sont testés sur les animaux.", "negation"),
    ("Les chiens sont acceptés en terrasse.", "Les chiens ne sont pas acceptés en terrasse.", "negation"),
    ("Le festival commence le 3 juillet.", "Le festival commence le 4 juillet.", "date"),
    ("Nous reversons 5 % de nos ventes à l’association.", "Nous reversons 2 % de nos ventes à l’association.", "percent"),
    ("Le paiement en trois fois est possible.", "Le paiement en trois fois n’est pas possible.", "negation"),
    ("Le paiement en quatre fois est possible.", "Le paiement en quatre fois est impossible.", "negation"),
    ("Le service est rétabli depuis 14 h.", "Le service est rétabli depuis 16 h.", "time"),
    ("Aucun salarié n’est licencié.", "Des salariés sont licenciés.", "negation"),
    ("Nos emballages sont recyclables.", "Nos emballages ne sont pas recyclables.", "negation"),
    ("La vente en ligne commence mercredi.", "La vente en ligne commence vendredi.", "weekday"),
    ("The app works offline.", "The app does not work offline.", "negation"),
    ("The concert starts at 8 pm.", "The concert starts at 7:30 pm.", "time"),
    ("Tickets cost $45.", "Tickets cost $55.", "money"),
    ("Our wool comes from Scotland.", "Our wool comes from Peru.", ""),
    ("The museum is closed on Mondays.", "The museum is open on Mondays.", "negation"),
    ("We hired 40 people this year.", "We hired 25 people this year.", "count"),
    ("The outage affects 300 customers.", "The outage affects 3,000 customers.", "count"),
    ("Gift cards are valid for 12 months.", "Gift cards are valid for one year.", ""),
    ("Gift cards are valid for 12 months.", "Gift cards are valid for 24 months.", "duration"),
    ("The lid is made of glass.", "The lid is not made of glass.", "negation"),
    ("You can cancel within 14 days.", "You can cancel within 7 days.", "duration"),
    ("Students pay 12 euros.", "Adults pay 18 euros.", ""),
    ("Le train de 8 h 10 est supprimé.", "Le train de 9 h 40 est supprimé.", ""),
    ("La ligne 4 reprend à 6 h.", "La ligne 12 reprend à 7 h.", ""),
    ("Nous fermons pour travaux en mars.", "Nous fermons à 19 h.", ""),
    ("Le livre sort le 12 mai.", "Le film sort le 3 juin.", ""),
    ("La taille M est épuisée.", "La taille S est disponible.", ""),
    ("Prévoyez 2 personnes pour le montage.", "Prévoyez 20 minutes pour le montage.", ""),
    ("Nous avons bien reçu votre message et revenons vers vous.", "Nous avons bien lu votre message et vous répondons ici.", ""),
    ("The blue model weighs 2 kg.", "The red model weighs 3 kg.", ""),
    ("Our hotline is open until 8 pm.", "Our hotline is open until 6 pm on Saturdays.", ""),
    ("Shipping to Spain costs 9 euros.", "Shipping to Italy costs 12 euros.", ""),
    ("Thanks, we passed it on to the team.", "Thanks, the team has read it.", ""),
    ("The price has not changed since 2024.", "The price goes up to 12 euros.", ""),
    ("Nous ne commentons pas les décisions de justice.", "Nous commentons volontiers nos résultats.", ""),
    ("La piscine est chauffée à 28 °C.", "La piscine est chauffée à 26 °C.", "measure"),
    ("Le parking est gratuit pendant 2 heures.", "Le parking est gratuit pendant 1 heure.", "duration"),
    # a second set met unseen: precision 0.96, recall 0.96
    ("Bonjour, la boutique ouvre samedi à 10 h, venez l’essayer.", "Bonjour Paul, notre boutique ouvre samedi à 11 h, à bientôt.", "time"),
    ("Oui, l’essai est ouvert à tous, sans achat.", "Bonjour, l’essai est réservé aux clients.", ""),
    ("Bonjour, nous avons bien reçu votre demande, réponse sous 48 h.", "Bonjour, nous avons bien reçu votre demande, réponse sous 5 jours.", "duration"),
    ("Les remboursements seront effectués avant le 30 novembre.", "Les remboursements seront effectués avant le 15 décembre.", "date"),
    ("Le rappel ne concerne que les lots fabriqués en mars.", "Le rappel concerne tous les lots.", ""),
    ("Aucune bouilloire vendue en Belgique n’est concernée.", "Des bouilloires vendues en Belgique sont concernées.", "negation"),
    ("La poignée ne présente aucun danger.", "La poignée présente un danger.", "negation"),
    ("Nous n’augmentons pas nos prix en janvier.", "Nos prix augmentent en janvier.", "negation"),
    ("Our app is available on Android.", "Our app is not available on Android.", "negation"),
    ("Our app is available on Android.", "Our app is available on iPhone.", ""),
    ("Spare parts cost 12 euros.", "Spare parts cost 15 euros.", "money"),
    ("We do not share data with third parties.", "We share data with third parties for advertising.", "negation"),
    ("The strike ends on Friday.", "The strike ends on Monday.", "weekday"),
    ("The line is open from 9 am to 6 pm.", "The line is open from 9 am to 5 pm.", "time"),
    ("The line is open from 9 am to 6 pm.", "The line is open until 6 pm.", ""),
    ("Hello, the leak is fixed since 3 pm.", "Hello, the leak is not fixed yet.", "negation"),
    ("La fuite est réparée.", "La fuite n’est toujours pas réparée.", "negation"),
    ("Le magasin de Nantes ferme définitivement.", "Le magasin de Nantes reste ouvert.", "negation"),
    ("Nous recrutons 15 personnes à Rennes.", "Nous recrutons 50 personnes à Rennes.", "count"),
    ("Nos œufs viennent de poules élevées en plein air.", "Nos œufs ne viennent pas de poules élevées en plein air.", "negation"),
    ("Le chargeur est fourni.", "Le chargeur n’est pas fourni.", "negation"),
    ("Le chargeur est fourni avec la Nova 2.", "La notice est fournie avec la Nova 2.", ""),
    ("La Nova 2 existe en 1,7 litre.", "La Nova 2 existe en 1,2 litre.", "measure"),
    ("La Nova 2 existe en 1,7 litre. Une version 1 litre est prévue au printemps.", "Une version 1 litre est prévue en été.", "season"),
    ("Merci Nathan, à très vite en boutique.", "Merci Léa, à bientôt.", ""),
    ("Écrivez-nous en message privé avec votre numéro de commande.", "Écrivez-nous en message privé, nous regardons votre dossier.", ""),
    ("The refund was sent on 3 November.", "The refund was sent on 3 November.", "same"),
    ("Le concert est annulé.", "Le concert n’est pas annulé.", "negation"),
    ("Le concert est annulé.", "Le concert est maintenu.", ""),
    ("Le wifi est gratuit dans nos gares.", "Le wifi est payant dans nos gares.", "negation"),
    ("Les chiens guides sont acceptés.", "Les chiens guides sont refusés.", "negation"),
    ("Livraison offerte dès 50 € d’achat.", "Livraison offerte dès 35 € d’achat.", "money"),
    ("Nous sommes désolés pour l’attente au téléphone.", "Nous sommes désolés pour ce retard de livraison.", ""),
    ("Deliveries resume on 2 December.", "Deliveries resume tomorrow.", "date"),
    ("We employ 300 people in Lyon.", "We employ 120 people in Lille.", ""),
    ("Our coffee is organic.", "Our tea is not organic.", ""),
    ("All our stores are open on Sunday.", "Our store in Metz is closed on Sunday.", "negation"),
    ("Le service reprend à 14 h.", "Le service reprend demain à 9 h.", ""),
    ("Your parcel left on Monday.", "Your parcel left on Tuesday.", "weekday"),
    ("La température baisse de 5 °C la nuit.", "Le chauffage baisse de 2 °C la nuit.", ""),
]  # fmt: skip


def say(said: str, text: str, source: str = "author") -> str:
    """What the check says of a reply after one earlier text: what differs, same, or nothing."""
    language = "en" if " the " in f" {said.lower()} " or " we " in f" {said.lower()} " else "fr"
    found = compare(text, [Said(said, AT, EARLIER, source, 7, language=language)], DAY, language=language)
    return "" if not found else found[0].differs or "same"


def test_labelled_pairs_with_precision_and_recall(capsys: pytest.CaptureFixture[str]) -> None:
    got = [(wanted, say(said, text), said, text) for said, text, wanted in PAIRS]
    raised = [one for one in got if one[1] not in ("", "same")]
    wanted = [one for one in got if one[0] not in ("", "same")]
    hits = [one for one in wanted if one[1] == one[0]]
    precision, recall = len(hits) / len(raised), len(hits) / len(wanted)
    with capsys.disabled():
        print(f"\ncontradictions: {len(PAIRS)} pairs, precision {precision:.2f}, recall {recall:.2f}")
    wrong = [one for one in got if one[0] != one[1]]
    assert precision >= 0.97, wrong
    assert recall >= 0.9, wrong
    assert len([one for one in got if one[0] == one[1]]) / len(got) >= 0.93, wrong


def test_the_finding_names_the_words_and_both_figures() -> None:
    said = Said(
        "La boutique ouvre samedi. La Nova 2 coûte 79 €.", AT, EARLIER, "statement", 3, "communiqué", "fr"
    )
    (found,) = compare("Bonjour Léa, la Nova 2 coûte 89 €.", [said], DAY, language="fr")
    assert (found.kind, found.differs, found.ours, found.theirs) == ("contradiction", "money", "89 €", "79 €")
    assert found.quote == "La Nova 2 coûte 79 €."
    assert found.words == ("nova2", "price")
    assert found.said is said


def test_what_was_corrected_since_is_not_held_against_the_reply() -> None:
    old = Said("La Nova 2 coûte 79 €.", AT, EARLIER, "author", 1)
    new = Said("La Nova 2 coûte 89 €.", AT + 60, EARLIER, "author", 2)
    assert [one.kind for one in compare("La Nova 2 coûte 89 €.", [old, new], DAY)] == ["same"]
    found = compare("La Nova 2 coûte 79 €.", [old, new], DAY)
    assert [(one.kind, one.said.ref) for one in found] == [("contradiction", 2), ("same", 1)]


def test_an_approved_statement_holds_whatever_was_answered_since() -> None:
    approved = Said("La livraison prend 2 jours.", AT, EARLIER, "statement", 1)
    slip = Said("La livraison prend 10 jours.", AT + 60, EARLIER, "author", 2)
    found = compare("La livraison prend 10 jours.", [approved, slip], DAY)
    assert ("contradiction", "statement") in [(one.kind, one.said.source) for one in found]


def test_a_polite_sentence_under_the_same_post_is_no_repetition() -> None:
    said = Said("Merci, votre message fait plaisir à toute l’équipe.", AT, EARLIER, "post", 1)
    assert compare(said.text, [said], DAY) == ()
    again = Said("La boutique ouvre samedi à 10 h.", AT, EARLIER, "post", 2)
    assert [one.kind for one in compare(again.text, [again], DAY)] == ["same"]


def test_relative_days_are_days_of_their_own_text() -> None:
    said = Said("L’atelier ouvre demain.", AT, EARLIER, "author", 1)
    assert compare("L’atelier ouvre le 13 novembre.", [said], DAY)[0].kind == "same"
    assert compare("L’atelier ouvre demain.", [said], DAY)[0].differs == "date"


def test_names_carry_no_matter_and_findings_are_few_and_ordered() -> None:
    many = [Said(f"Delivery to Ireland takes {n} days.", AT + n, EARLIER, "author", n) for n in range(1, 30)]
    found = compare("Delivery to Ireland takes 45 days.", many, DAY, language="en", names=("Lormel",))
    assert len(found) == 5
    assert all(a.said.at > b.said.at for a, b in pairwise(found))
    assert found == compare(
        "Delivery to Ireland takes 45 days.", reversed(many), DAY, language="en", names=("Lormel",)
    )


@pytest.mark.parametrize(
    "text",
    ["", " ", "?", "1" * 8000, "1 " * 4000, "ne " * 3000, "12 novembre " * 700, "a:" * 4000, "\ud800 12 €", "€" * 5000,
     "1.1." * 2000, "n° " * 2500, "Nova 2 " * 1000, "\u202e{case}\n" * 500],
)  # fmt: skip
def test_no_text_stops_the_check(text: str) -> None:
    said = Said("La Nova 2 coûte 79 €, ouvert samedi.", AT, EARLIER, "author", 1)
    assert len(compare(text, [said, Said(text, AT, EARLIER, "author", 2)], DAY)) <= 5


@pytest.mark.parametrize(
    ("text", "kind", "values"),
    [
        ("Prix : 1 200 €", "money", (1200.0,)),
        ("Prix : 12,50 €", "money", (12.5,)),
        ("Prix : 12€50 la boîte", "money", (12.5,)),
        ("The price is £1,250.50", "money", (1250.5,)),
        ("Livré sous 48 h", "duration", (48.0,)),
        ("La boutique ouvre de 10 h à 19 h 30", "time", (600, 1170)),
        ("Delivered within 2-3 business days", "duration", (48.0, 72.0)),
        ("La boutique ferme à midi", "time", (720,)),
        ("Du 12 au 15 novembre en boutique", "date", (1112, 1115)),
        ("Boutique ouverte le 03/12", "date", (1203,)),
        ("The workshop is on December 3rd, 2026", "date", (1203,)),
        ("Remise de 20 pour cent", "percent", (20.0,)),
    ],
)
def test_facts_are_read_in_plain_units(text: str, kind: str, values: tuple[float, ...]) -> None:
    facts: dict[str, tuple[float, ...]] = {}
    for one in read_sentences(text + ".", DAY, "fr", ()):
        facts |= one.facts
    assert facts.get(kind) == values


def test_round_the_clock_is_no_day_of_july() -> None:
    """A support that answers 24/7 and 7/7 contradicts neither itself nor a date."""
    new = "Notre service client est joignable 24/7."
    for old in (
        "Notre service client est joignable 7/7.",
        "Notre service client est joignable le 12 novembre.",
    ):
        assert not [
            one for one in compare(new, [Said(old, 1, DAY, "author")], DAY, language="fr") if one.differs
        ]


def test_the_last_day_of_the_calendar_has_no_tomorrow() -> None:
    """Nobody stops every reply by a statement dated in the year 9999."""
    said = Said("La boutique ouvre demain à Lyon.", 1, date.max, "statement")
    assert compare("La boutique ouvre demain à Lyon.", [said], DAY, language="fr") == ()
