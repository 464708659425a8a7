"""Languages: French and English, the others, and the channel's language where a text is too short."""

from __future__ import annotations

import pytest

from console.classify.language import identify

OTHERS = [
    "Er sagte, dass die Lieferung nicht gekommen ist und er das Geld zurück haben will",
    "¿Cuándo llega mi pedido? Llevo tres semanas esperando y nadie contesta",
    "Non ho ancora ricevuto il mio pacco, ma il servizio clienti è molto gentile",
    "Ainda não recebi a minha encomenda, mas o atendimento foi muito bom",
    "Ik heb mijn bestelling nog niet gekregen en niemand geeft antwoord",
    "Nie dostałem jeszcze paczki, ale obsługa jest bardzo miła",
    "Siparişim hâlâ gelmedi ve kimse cevap vermiyor, çok kötü",
    "Jag har inte fått mitt paket och ingen svarar på mina mejl",
    "Где мой заказ? Жду уже три недели",
    "いつ届きますか?もう三週間待っています",
    "أين طلبي؟ أنتظر منذ ثلاثة أسابيع",
    "Πού είναι η παραγγελία μου;",
    "제 주문은 언제 도착하나요?",
    "Danke, sehr gut und schnell, aber leider zu teuer",
    "Muchas gracias, todo muy bien",
    "Vielen Dank, das war sehr gut",
]


@pytest.mark.parametrize("text", OTHERS)
def test_other_languages(text: str) -> None:
    assert identify(text).code not in {"fr", "en", "und"}
    assert identify(text, 1.5, "fr").code not in {"fr", "en", "und"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("J'attends mon colis depuis trois semaines, c'est honteux", "fr"),
        ("Où est ma commande ?", "fr"),
        ("I have been waiting for my parcel for three weeks", "en"),
        ("Where is the refund you promised?", "en"),
        ("Je suis fan de votre nouveau design, so cute", "fr"),
        ("La casa de papel est une super série, j'ai adoré la saison 2", "fr"),
        ("The El Paso store is great and the team is very kind", "en"),
    ],
)
def test_french_and_english_by_small_words_alone(text: str, language: str) -> None:
    assert identify(text).code == language


@pytest.mark.parametrize("text", ["ok", "😀😀", "lol", "123 !!", "", "top"])
def test_short_texts_take_the_channel_s_language(text: str) -> None:
    assert identify(text, None, "fr").code == "fr"
    assert identify(text, None, "en").code == "en"


@pytest.mark.parametrize("text", ["😀😀", "123 !!", ""])
def test_without_a_channel_s_language_nothing_is_made_up(text: str) -> None:
    language = identify(text)
    assert (language.code, language.confidence) == ("und", 0.0)


def test_a_clear_text_overrules_the_channel() -> None:
    assert identify("Where is the refund you promised me last week?", -4.0, "fr").code == "en"
