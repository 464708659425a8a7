"""Near-duplicates as texts: what meets, what must never meet, and what holds for any text."""

from __future__ import annotations

import sqlite3

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console.domain.likeness import BANDS, EXACT, LINK, REWORDED, compare, share, similarity, traits

TOGETHER = [
    # spam waves: links, emoji, names, capitals, stretched letters
    (EXACT, "Congrats!! Your FREE Nova 2 is waiting -> lormel-shop.shop", "congrats your free nova 2 is waiting → lormel-shop.shop 🎁🎁"),
    (LINK, "Congrats!! Your FREE Nova 2 is waiting -> lormel-cadeaux.shop", "Congrats!! Your FREE Nova 2 is waiting -> nova2-gifts.shop"),
    (LINK, "Gagnez votre robot de cuisine ici https://cadeau-lormel.com/a1", "Gagnez votre robot de cuisine ici https://lormel-gagnant.net/zz"),
    (EXACT, "Gagnez votre robot de cuisine ici https://cadeau-lormel.com/a1", "Gagnez votre robot de cuisine ici www.cadeau-lormel.com/b2?x=3"),
    (EXACT, "Bonjour Marie, vous avez été choisie pour recevoir une bouilloire", "Bonjour Julien, vous avez été choisie pour recevoir une bouilloire"),
    (EXACT, "@marie.dupont tu as vu ce concours incroyable de la marque", "@paul_77 tu as vu ce concours incroyable de la marque"),
    (EXACT, "Félicitations Sophie ! Votre cadeau vous attend, cliquez vite", "FELICITATIONS @luc ! Votre cadeau vous attend, cliquez vite"),
    (EXACT, "I earn from home every week, write to me for details 💸", "I earn from home every week, write to me for details 🚀🚀🚀"),
    (LINK, "Écrivez à Amélie sur WhatsApp +33 6 12 34 56 78 pour investir", "Écrivez à Amélie sur WhatsApp +33 7 98 76 54 32 pour investir"),
    (LINK, "Contact me at win.big@cash-now.org to get your money back today", "Contact me at rich@other-mail.net to get your money back today"),
    (EXACT, "Une arnaqueeeee totale cette marque de bouilloires", "une arnaque totale cette marque de bouilloires !!!!"),
    (EXACT, "Ｃｌｉｑｕｅｚ ici pour recevoir votre cadeau gratuit", "Cliquez ici pour recevoir votre cadeau gratuit"),
    (EXACT, "Click here to get your present\u200b from the brand", "Click here to get your present from the brand"),
    (EXACT, "Crypto coach: double your savings this month, DM me", "CRYPTO COACH!! double your savings this month... dm me"),
    (EXACT, "Le marabout fait revenir votre amour en sept jours", "le marabout fait revenir votre amour en sept jours 🔮❤️"),
    (REWORDED, "Bonjour, je gagne de l'argent chaque mois depuis mon canapé grâce à Amélie, écrivez-lui vite", "Bonjour, je gagne de l'argent chaque mois depuis mon canapé grâce à Amélie, écrivez-lui dès maintenant"),
    (REWORDED, "Your parcel could not be delivered, confirm your address on our page to receive it", "Your parcel could not be delivered, please confirm your address on our page to receive it soon"),
    (REWORDED, "Cheap cookware outlet, everything must go, shipping worldwide, look at our page", "Cheap cookware outlet!!! everything must go, shipping worldwide, look at our page now friends"),
    # copied campaigns with small edits
    (REWORDED, "Lormel détruit les emplois de notre vallée et ferme l'usine sans prévenir personne, partagez ce message", "Lormel détruit les emplois de notre vallée et ferme l'usine sans prévenir personne, merci de partager ce message"),
    (REWORDED, "Stop au plastique : demandez à Lormel de retirer ses emballages des rayons dès cette année", "Stop au plastique : demandez à Lormel de retirer ses emballages des rayons dès cette année svp les amis"),
    (REWORDED, "Shame on Lormel for closing the factory in our valley and leaving families behind, share this", "Shame on Lormel for closing the factory in our valley and leaving the families behind, share this widely"),
    (EXACT, "Tant que Lormel finance cette émission, je n'achète plus rien chez eux", "tant que lormel finance cette emission je n achete plus rien chez eux"),
    (REWORDED, "As long as Lormel pays for that show, nobody in my street will buy their kettles, spread the word", "As long as Lormel pays for that show, nobody in my street will buy their ketles, spread the word"),
    (REWORDED, "Je recommande pas du tout cette bouilloire, le couvercle se détache au bout d'une semaine", "Je ne recommande pas du tout cette bouilloire, le couvercle se détache au bout d'une semaine"),
    # short, equal after folding
    (EXACT, "Merci !", "merci"),
    (EXACT, "MERCIII", "merci 🙂"[:5]),
    (EXACT, "+1", "+1 !"),
    (EXACT, "❤️❤️❤️", "❤"),
    (EXACT, "@marie", "@paul @julie"[:5]),
    (EXACT, "Trop bien", "trop bien !!!"),
]  # fmt: skip

APART = [
    # negation
    ("je recommande ce produit à tout le monde", "je ne recommande pas ce produit à tout le monde"),
    ("je recommande", "je ne recommande pas"),
    ("The handle melted after two weeks of normal use", "The handle did not melt after two weeks of normal use"),
    ("the handle melted", "the handle did not melt"),
    ("I would buy this kettle again from your shop tomorrow", "I wouldn't buy this kettle again from your shop tomorrow"),
    ("Le service client m'a répondu et tout est réglé, merci", "Le service client ne m'a jamais répondu et rien n'est réglé, merci"),
    ("Il y a du plastique dans cette bouilloire d'après la notice", "Il n'y a aucun plastique dans cette bouilloire d'après la notice"),
    ("You can trust this brand with your family's health", "You cannot trust this brand with your family's health"),
    ("La bouilloire ne peut se démonter avec un tournevis", "La bouilloire peut se démonter avec un tournevis"),
    ("The lid stays closed when the water boils over", "The lid never stays closed when the water boils over"),
    ("Livré avec la notice et le câble dans le carton", "Livré sans la notice et le câble dans le carton"),
    ("I dont think this company tells the truth about plastic", "I think this company tells the truth about plastic"),
    ("Cette bouilloire est peu fiable et le bouton casse", "Cette bouilloire est fiable et le bouton casse"),
    # opposite words
    ("Je recommande vivement cette marque à tous mes amis de Lille", "Je déconseille vivement cette marque à tous mes amis de Lille"),
    ("I love this kettle and the people who answer the phone", "I hate this kettle and the people who answer the phone"),
    ("C'est la meilleure bouilloire que j'ai eue dans ma cuisine", "C'est la pire bouilloire que j'ai eue dans ma cuisine"),
    ("Nous soutenons la marque Lormel dans cette affaire de plastique", "Nous boycottons la marque Lormel dans cette affaire de plastique"),
    ("The refund was accepted within a day by your team in Angers", "The refund was refused within a day by your team in Angers"),
    ("Toujours en panne, c'est une habitude chez vous je crois", "Jamais en panne, c'est une habitude chez vous je crois"),
    ("Votre publicité est honnête et je la montre à ma classe", "Votre publicité est malhonnête et je la montre à ma classe"),
    ("Il est possible de réparer la bouilloire soi-même en dix minutes", "Il est impossible de réparer la bouilloire soi-même en dix minutes"),
    ("It is legal to sell this kettle in our country these days", "It is illegal to sell this kettle in our country these days"),
    ("Le vert est bon et le rouge est mauvais dans votre gamme", "Le vert est mauvais et le rouge est bon dans votre gamme"),
    ("Les prix montent avant Noël dans votre boutique en ligne", "Les prix montent après Noël dans votre boutique en ligne"),
    ("Bravo pour votre réponse claire à toute cette histoire 👍", "Bravo pour votre réponse claire à toute cette histoire 🤡"),
    ("Vous remboursez les clients dont la poignée a fondu.", "Vous remboursez les clients dont la poignée a fondu ?"),
    ("The man who served me in Lyon was rude about my kettle", "The woman who served me in Lyon was rude about my kettle"),
    ("Il m'a menti au téléphone pendant une heure au sujet du retour", "Elle m'a menti au téléphone pendant une heure au sujet du retour"),
    # numbers, prices, dates
    ("La bouilloire coûte 49 euros dans le magasin de Nantes", "La bouilloire coûte 89 euros dans le magasin de Nantes"),
    ("My kettle is 2 years old and still under warranty I hope", "My kettle is 12 years old and still under warranty I hope"),
    ("Elle a tenu deux semaines avant de fondre sur la plaque", "Elle a tenu trois semaines avant de fondre sur la plaque"),
    ("Le colis devait arriver lundi et je l'attends encore", "Le colis devait arriver jeudi et je l'attends encore"),
    ("I paid $20 for the lid and it does not fit at all", "I paid $45 for the lid and it does not fit at all"),
    ("La Nova2 a un défaut au couvercle, regardez la vidéo", "La Nova3 a un défaut au couvercle, regardez la vidéo"),
    ("10 000 000 de bouilloires vendues avec ce défaut caché", "20 000 000 de bouilloires vendues avec ce défaut caché"),
    # another person
    ("Au magasin de Lyon, Julien m'a menti sur la garantie de ma bouilloire", "Au magasin de Lyon, Sophie m'a menti sur la garantie de ma bouilloire"),
    ("Julien m'a menti sur la garantie de ma bouilloire au magasin", "Sophie m'a menti sur la garantie de ma bouilloire au magasin"),
    ("Thank you to Karim from your support team for his patience", "Thank you to Peter from your support team for his patience"),
    ("le vendeur julien du magasin de la gare m'a insulté devant tout le monde hier soir", "le vendeur karim du magasin de la gare m'a insulté devant tout le monde hier soir"),
    ("M. Durand devrait démissionner de la direction de votre usine", "M. Martin devrait démissionner de la direction de votre usine"),
    # something else is meant
    ("Ma poignée a fondu sur la plaque", "Mon couvercle a fondu sur la plaque"),
    ("Comment détartrer la bouilloire ?", "Comment réparer la bouilloire ?"),
    ("merci", "non merci"), ("oui", "non"), ("👍", "👎"), ("+1", "-1"), ("❤️", "💔"), ("ok", "ko"),
    ("Super", "Super nul"), ("", ""), ("   ", "..."), ("Great job", "Great job 🤡"),
    ("tu as raison", "tu as tort"),
    ("10/10", "1/10"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "one", "other"), TOGETHER, ids=lambda value: str(value)[:24])
def test_what_is_one_text_twice_meets(kind: str, one: str, other: str) -> None:
    """A wave changes links, emoji, the greeted name, capitals, a few words."""
    assert compare(traits(one), traits(other)) == kind
    assert compare(traits(other), traits(one)) == kind


@pytest.mark.parametrize(("one", "other"), APART, ids=lambda value: str(value)[:24])
def test_what_means_something_else_never_meets(one: str, other: str) -> None:
    """However many letters they share."""
    assert compare(traits(one), traits(other)) == ""
    assert compare(traits(other), traits(one)) == ""


def test_there_are_enough_pairs_by_hand() -> None:
    assert len(TOGETHER) + len(APART) >= 60


def test_rewordings_share_bands_so_that_a_store_finds_them() -> None:
    found = [(traits(one), traits(other)) for kind, one, other in TOGETHER if kind in (REWORDED, LINK)]
    assert len(found) > 10
    for one, other in found:
        assert any(mine == theirs for mine, theirs in zip(one.bands, other.bands, strict=True))
        assert similarity(one.sketch, other.sketch) > 0.5


def test_a_long_text_with_one_name_in_small_letters_stays_apart() -> None:
    body = "je suis passé au magasin de la gare pour rendre ma bouilloire et {} m'a ri au nez devant mes enfants, "
    body += (
        "j'ai demandé un responsable qui est venu au bout d'une demi-heure sans s'excuser, c'est inadmissible"
    )
    assert compare(traits(body.format("julien")), traits(body.format("sophie"))) == ""


PIECES = [
    "je",
    "ne",
    "recommande",
    "pas",
    "la",
    "bouilloire",
    "Lormel",
    "12",
    "https://a.example/x",
    "@marie",
    "🎁",
    "?",
]
TEXTS = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
PLAIN = [
    "la",
    "bouilloire",
    "du",
    "magasin",
    "de",
    "Nantes",
    "fuit",
    "par",
    "le",
    "fond",
    "depuis",
    "mon",
    "retour",
]


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_any_text_has_traits_that_fit_a_column(text: str) -> None:
    made = traits(text)
    sqlite3.connect(":memory:").execute("SELECT ?, ?, ?", (made.exact, made.skeleton, made.sketch))
    assert made == traits(text)
    assert (len(made.bands), len(made.sketch)) == ((0, 0) if made.short else (BANDS, 32))
    assert all(0 <= one < 2**32 for one in made.bands)
    if made.exact:
        assert compare(made, made) == EXACT
        assert share(made, made) == 1.0
    if not made.short:
        assert similarity(made.sketch, made.sketch) == 1.0


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS)
def test_likeness_is_the_same_from_both_sides(one: str, other: str) -> None:
    first, second = traits(one), traits(other)
    assert compare(first, second) == compare(second, first)
    assert share(first, second) == share(second, first)
    assert 0.0 <= similarity(first.sketch, second.sketch) <= 1.0


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(PLAIN),
        min_size=5,
        max_size=20,
    ),
    st.data(),
)
def test_a_negation_put_anywhere_separates(words: list[str], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(words)))
    other = [
        *words[:at],
        data.draw(st.sampled_from(["pas", "jamais", "not", "sans", "12", "aucun"])),
        *words[at:],
    ]
    assert compare(traits(" ".join(words)), traits(" ".join(other))) == ""


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from("😀🎁🔥💸✨!…. "), max_size=12).map("".join))
def test_marks_and_emoji_change_nothing_in_a_text_of_some_length(marks: str) -> None:
    text = "Votre bouilloire gratuite vous attend dans notre boutique"
    assert compare(traits(text), traits(f"{marks} {text} {marks}")) == EXACT


@pytest.mark.parametrize(
    "text",
    [
        "a" * 50_000,
        "a." * 25_000,
        "a-" * 25_000 + ".",
        "@" * 50_000,
        "\n" * 50_000 + ".",
        "A. " * 16_000,
        "0 1 " * 12_000,
    ],
    ids=lambda text: text[:4],
)
def test_a_text_made_to_be_slow_is_read(text: str) -> None:
    """Quadratic work on any of these would take minutes."""
    assert traits(text) == traits(text)
