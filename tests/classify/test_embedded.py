"""The shipped engine on sentences written for this test: labels, categories, protected speech, spans, odd input."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from console import paths
from console.classify.embedded import EmbeddedEngine
from console.classify.model import ModelDamaged
from console.classify.rules import LexiconsMissing
from console.domain.verdict import ClassifyItem, Verdict

ENGINE = EmbeddedEngine.load(paths.resources() / "models")


def verdict(text: str, language: str | None = None, fallback: str | None = "fr") -> Verdict:
    return ENGINE.classify([ClassifyItem("1", text, language, fallback)])[0]


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("T'es vraiment qu'un gros connard", "insult"),
        ("Espèce d'abruti, va te faire foutre", "insult"),
        ("You are a pathetic moron, shut up", "insult"),
        ("Je vais te tuer, je sais où tu habites", "threat"),
        ("Je vais venir te casser les jambes", "threat"),
        ("I will find you and kill you", "threat"),
        ("Va te pendre, personne te regrettera", "threat"),
        ("kill yourself loser", "threat"),
        ("Gagnez un iPhone gratuit, cliquez ici bit.ly/xyz", "spam"),
        ("Invest $200 and earn 10% daily with crypto, text me on Telegram @fx_anna", "spam"),
        ("c o n n a r d", "insult"),
        ("t'es qu'un c0nn@rd", "insult"),
        ("espèce de соnnаrd", "insult"),  # Cyrillic letters
    ],
)
def test_abuse_and_spam_are_flagged(text: str, category: str) -> None:
    found = verdict(text)
    assert found.flagged
    assert category in found.categories
    assert found.severity > 0
    assert found.spans


@pytest.mark.parametrize(
    "text",
    [
        "J'attends mon colis depuis trois semaines, votre service client est lamentable",
        "Votre appli plante sans arrêt depuis la mise à jour, c'est honteux",
        "Your customer service is terrible, two weeks and no answer about my refund",
        "Another train cancelled this morning without any explanation",
    ],
)
def test_criticism_is_protected(text: str) -> None:
    found = verdict(text)
    assert not found.flagged
    assert found.categories[0] == "constructive_criticism"
    assert found.labels["constructive_criticism"] >= 0.6


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("À quelle heure ouvrez-vous dimanche ?", "question"),
        ("Do you ship to Ireland?", "question"),
        ("Merci à toute l'équipe, vous êtes géniaux", "praise"),
        ("Thank you so much, lovely service", "praise"),
        ("On se retrouve place de la mairie à 20h", "neutral"),
        ("Les musulmans du quartier organisent un repas samedi", "neutral"),
        ("Je sais où vous habitez, j'arrive chercher mon colis !", "neutral"),
        ("Je vais mourir de rire", "neutral"),
        ("Ferme la porte en sortant", "neutral"),
    ],
)
def test_what_is_not_abuse(text: str, category: str) -> None:
    found = verdict(text)
    assert not found.flagged, found
    assert found.categories == (category,)
    assert found.spans == ()


def test_an_order_to_shut_a_door_excuses_no_threat_beside_it() -> None:
    """What is harmless alone must not take weight from the rest of a comment."""
    rules = ENGINE.rules
    assert rules.read("Ferme la porte stp !", "ferme la porte stp !").bonus["threat"] < 0
    for text in ("ferme les volets. on est deja dans le jardin.", "fermez les portes et brulez"):
        assert rules.read(text, text).bonus.get("threat", 0.0) >= 0


def test_quoting_an_insult_weighs_less_than_saying_it() -> None:
    said = verdict("Sale connard, je vais te tuer")
    quoted = verdict(
        "Il m'a écrit « sale connard, je vais te tuer », j'ai porté plainte hier au commissariat"
    )
    assert said.labels["threat"] > quoted.labels["threat"]
    assert said.labels["insult"] > quoted.labels["insult"]
    assert "quotation" in quoted.signals


def test_signals() -> None:
    assert "self_harm_incitement" in verdict("Va te pendre").signals
    assert "factual_accusation" in verdict("Votre directeur a volé l'argent de la caisse").signals
    assert "reply_bait" in verdict("Prouvez-moi le contraire bande de moutons").signals
    assert "shouting" in verdict("REMBOURSEZ MOI TOUT DE SUITE").signals
    assert verdict("Bonjour").signals == ()


def test_spans_are_whole_words_of_the_original_text() -> None:
    text = "Franchement 😀 tu es vraiment un gros c\u200bonnard, non ?"
    spans = verdict(text).spans
    assert 1 <= len(spans) <= 6
    assert any("c\u200bonnard" in text[span.start : span.end] for span in spans)
    for span in spans:
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end].strip() == text[span.start : span.end]


def test_read_as_shows_only_what_was_disguised() -> None:
    assert verdict("sаlе с0n").read_as == "sale con"
    assert verdict("Trop bien, génial !").read_as is None


def test_an_unknown_language_is_said_to_be_outside_training() -> None:
    found = verdict("Er sagte, dass die Lieferung nicht gekommen ist und er das Geld zurück haben will")
    assert found.language == "de"
    assert found.outside_training
    assert not found.flagged
    assert found.auto_ok == ()


def test_order_and_number_are_kept() -> None:
    texts = [f"commande {n}" for n in range(300)]
    items = [ClassifyItem(str(n), text, "fr") for n, text in enumerate(texts)]
    together = ENGINE.classify(items)
    assert len(together) == 300
    # To the last digit: a comment's score must not depend on the company it was read in.
    assert together[217] == ENGINE.classify([items[217]])[0]
    assert together[:7] == ENGINE.classify(items[:7])
    assert ENGINE.classify([]) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\u200b",
        "\ud800",
        "a0a0a\ud800a bon ben voila quoi",
        "A0A0A\ud800A B0B C",
        "😀" * 2000,
        "a" * 60_000,
        "con " * 20_000,
        "\x00",
        "«»",
        '"" ""',
        "*" * 9000,
    ],
)
def test_odd_input_gets_a_verdict(text: str) -> None:
    found = verdict(text)
    assert not found.failed
    assert all(0.0 <= score <= 1.0 for score in found.labels.values())


@given(st.text(st.characters(exclude_categories=()), max_size=80))
@settings(max_examples=150, deadline=None)
def test_any_text_gets_a_sound_verdict(text: str) -> None:
    found = verdict(text, fallback=None)
    assert found.categories
    assert found.flagged == bool({"insult", "hate", "threat", "obscene", "spam"} & set(found.categories))
    assert 0 <= found.severity <= 5
    for span in found.spans:
        assert 0 <= span.start < span.end <= len(text)


def test_missing_files_are_named(tmp_path: object) -> None:
    folder = paths.resources() / "models"
    with pytest.raises(LexiconsMissing):
        EmbeddedEngine.load(folder, folder)
    with pytest.raises(ModelDamaged):
        EmbeddedEngine.load(paths.resources() / "lexicons")


@pytest.mark.parametrize(
    ("text", "declared", "language"),
    [
        ("Merci beaucoup pour votre aide hier en magasin", "de", "fr"),
        ("Thank you for your help in the store yesterday", "fr-FR", "fr"),
        ("Er sagte, dass die Lieferung nicht gekommen ist", "en", "de"),
        ("Er sagte, dass die Lieferung nicht gekommen ist", "de-AT", "de"),
        ("ok", "en_US", "en"),
    ],
)
def test_a_declared_language_is_believed_unless_the_text_clearly_denies_it(
    text: str, declared: str, language: str
) -> None:
    found = verdict(text, declared)
    assert found.language == language
    assert found.outside_training == (language not in {"fr", "en"})
