"""Invented comments of the brand Lormel, in both languages, for pictures and tests of the window."""

from __future__ import annotations

from ui.models.card_data import CardData, CardSpan

NOW = 1_795_254_420  # 21 Nov 2026, 09:47 UTC
MIN, HOUR = 60, 3600


def _span(text: str, words: str, label: str) -> tuple[CardSpan, ...]:
    start = text.index(words)
    return (CardSpan(start, start + len(words), label),)


def cards(language: str) -> list[CardData]:
    """The eight cards of the pictures."""
    fr = language == "fr"

    def say(french: str, english: str) -> str:
        return french if fr else english

    threat = say(
        "Je sais à quelle heure ferme la boutique de Nantes, attendez-vous au pire les vendeuses.",
        "I know what time the Nantes shop closes, watch yourself the staff there.",
    )
    insult = say(
        "Sonia au téléphone est une abrutie finie, virez-la. Trois appels pour un joint à 2\u00a0€, bravo.",
        "Sonia on the phone is a total moron, fire her. Three calls for a €2 gasket, bravo.",
    )
    test = say("Nova 2, le test", "Nova 2, tested")
    desk = say("Le SAV déménage", "Our service desk moves")
    lille = say("Ouverture à Lille", "Opening in Lille")
    return [
        CardData(
            1, 1, "youtube", "Gaspard_84", threat, NOW - 12 * MIN, test, 0, "manifestly_illegal", 5,
            _span(threat, say("attendez-vous au", "watch yourself"), "threat"),
            due_at=NOW + 18 * MIN, clock_from=NOW - 12 * MIN, masked=True, claimed_by="Salomé",
        ),
        CardData(
            2, 1, "facebook", "Nathan R.", insult, NOW - 6 * MIN, desk, 0, "insult", 3,
            _span(insult, say("abrutie finie", "total moron"), "insult"),
            due_at=NOW + 100 * MIN, clock_from=NOW - 20 * MIN, proposal=("hide",),
        ),
        CardData(
            3, 1, "instagram", "cadeau.lormel.officiel",
            say(
                "🎁 Félicitations\u202f!! Ta Nova 2 GRATUITE t’attend ici → lormel-cadeaux.shop",
                "🎁 Congrats!! Your FREE Nova 2 is waiting → lormel-cadeaux.shop",
            ),
            NOW - 30 * MIN, "", 14, "spam", 2, due_at=NOW + 125 * MIN, clock_from=NOW - 60 * MIN,
            alike=37, alike_authors=31,
        ),
        CardData(
            4, 1, "bluesky", "rouge_gorge.bsky.social",
            say(
                "Encore une marque de bobos. Allez-y, répondez, j’attends. J’ai toute la nuit 🍿",
                "Another hipster brand. Go on, answer me, I’m waiting. I’ve got all night 🍿",
            ),
            NOW - HOUR, lille, 0, "troll", 2, due_at=NOW + 370 * MIN, clock_from=NOW - HOUR,
            proposal=("keep",), reply="forbidden",
        ),
        CardData(
            5, 1, "facebook", "Odile Fournier",
            say(
                "Commande 48213\u00a0: trois semaines sans réponse du SAV. J’aimais la marque, là je ne sais plus quoi faire.",
                "Order 48213: three weeks without an answer from support. I loved the brand, now I don’t know what to do.",
            ),
            NOW - 4 * HOUR, desk, 0, "constructive_criticism", 0, due_at=NOW - 12 * MIN, clock_from=NOW - 4 * HOUR,
            proposal=("reply",), reply="expected", protected=True,
        ),
        CardData(
            6, 1, "youtube", "Karim Bellanger",
            say(
                "Est-ce que la Nova 2 passe sur une plaque à induction\u202f? Rien trouvé dans la notice.",
                "Does the Nova 2 work on an induction hob? Nothing about it in the manual.",
            ),
            NOW - 50 * MIN, test, 0, "question", 0, due_at=NOW + 190 * MIN, clock_from=NOW - 50 * MIN, draft=True,
        ),
        CardData(
            7, 1, "mastodon", "@lea@piaille.example",
            say(
                "Reçue hier, elle chauffe vite et elle ne siffle pas. Merci à la personne qui a glissé un mot dans le colis\u202f!",
                "Got it yesterday, quick and silent. Thanks to whoever slipped a note in the parcel!",
            ),
            NOW - 35 * MIN, lille, 0, "praise", 0, state="reply_queued",
        ),
        CardData(
            8, 1, "instagram", "tom.verdier", say("Le lien vers la recette ne marche pas chez moi", "The recipe link does not work for me"),
            NOW - 20 * MIN, say("Recette du dimanche", "Sunday recipe"), 0, "question", 0,
            due_at=NOW + 220 * MIN, clock_from=NOW - 20 * MIN,
        ),
    ]  # fmt: skip
