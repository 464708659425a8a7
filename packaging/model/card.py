"""Write the model card: data with licences, scores, reliability, limits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from calibrate import MIX
from pool import Row

# file stem -> (licence, where the text comes from)
LICENCES = {
    "davidson_en": ("MIT", "tweets; Davidson and others 2017"),
    "measuring_hate_speech_en": ("CC BY 4.0", "Kennedy and others 2020"),
    "edos_en": ("CC0", "sexism; Kirk and others 2023"),
    "toxic_spans_en": ("CC0", "Pavlopoulos and others 2021"),
    "context_toxicity_en": ("Apache-2.0", "Wikipedia talk pages; Pavlopoulos and others 2020"),
    "hatemojibuild_en": ("CC BY 4.0", "Kirk and others 2022"),
    "mlma_en": ("MIT", "tweets; Ousidhoum and others 2019"),
    "mlma_fr": ("MIT", "tweets; Ousidhoum and others 2019"),
    "ftr_fr": ("MIT", "French tweets on racism"),
    "toxifrench_agreement_fr": ("MIT", "French forum"),
    "jigsaw_subset_en": ("MIT repository, CC0 / CC BY-SA text", "Wikipedia talk pages"),
    "jigsaw_subset_fr": ("MIT repository, CC0 / CC BY-SA text", "the same, machine translated"),
    "app_reviews_fr": ("MIT", "mini-bar, Wei and others"),
    "app_reviews_en": ("MIT", "mini-bar, Wei and others"),
    "subtitles_fr": ("CC BY 4.0", "XED, Öhman and others 2020"),
    "subtitles_en": ("CC BY 4.0", "XED, Öhman and others 2020"),
    "tatoeba_fr": ("CC BY 2.0", "Tatoeba by way of manythings.org"),
    "tatoeba_en": ("CC BY 2.0", "Tatoeba by way of manythings.org"),
    "common_voice_fr": ("CC0", "Mozilla Common Voice sentences"),
    "common_voice_en": ("CC0", "Mozilla Common Voice sentences"),
    "nhs_feedback_en": ("MIT", "NHS England Friends and Family Test"),
    "product_reviews_en": ("CC BY 4.0", "Hu and Liu"),
    "pros_cons_en": ("CC BY 4.0", "Liu"),
    "film_sentences_en": ("CC BY 4.0", "Pang and Lee 2005"),
    "banking77_en": ("CC BY 4.0", "Casanueva and others 2020"),
    "clinc150_en": ("CC BY 3.0", "Larson and others 2019"),
    "goemotions_train_en": ("Apache-2.0", "Demszky and others 2020"),
    "goemotions_dev_en": ("Apache-2.0", "Demszky and others 2020"),
    "goemotions_test_en": ("Apache-2.0", "Demszky and others 2020"),
    "youtube_spam_en": ("CC BY 4.0", "Alberto and others 2015, UCI"),
    "bias_madlibs_en_12k_en": ("CC BY 4.0", "identity templates; Dixon and others 2018"),
}

_LIMITS = """## Limits

- It reads French and English. In other languages the verdict says `outside_training` and only what looks certain is flagged.
- It counts words and pieces of words. It does not understand irony, context, images, or who speaks to whom; it misses
  most insults without a coarse word, and implied hate.
- Most public sets are English tweets and talk pages; French insults, threats and obscenities rest mainly on our own text.
- A long comment dilutes one insult in it; phrase rules make up for part of that.
- The own-text figures are of templates held out from training, written by the same hand: new text scores lower.
- Scores are probabilities in the calibration mix, in which about a quarter of the weight is abuse. On a page with
  less abuse a score of 0.7 is right less often. They order the work of a person and never replace the decision.
- `constructive_criticism`, `question`, `praise`, and the signals (`reply_bait`, `factual_accusation`, `quotation`,
  `shouting`, `self_harm_incitement`) come from transparent rules. Provocation and defamation are never verdicts.
- A model of this kind can be evaded, and its lists and weights can be read.
"""


def _table(head: Sequence[str], lines: Sequence[Sequence[object]]) -> str:
    rows = ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head)]
    rows += ["| " + " | ".join("" if cell is None else str(cell) for cell in line) + " |" for line in lines]
    return "\n".join(rows) + "\n"


def write(manifest: dict[str, Any], rows: Sequence[Row], figures: dict[str, Any]) -> str:
    """Return the card as Markdown."""
    counts: Counter[str] = Counter("own text" if row.own else row.source for row in rows)
    data = [
        (
            name,
            f"{count:,}",
            *(
                ("MIT", "written for Vigie, packaging/model/data")
                if name == "own text"
                else LICENCES.get(name, ("see the set", ""))
            ),
        )
        for name, count in sorted(counts.items())
    ]
    scored = figures["held_out"]
    parts = [
        f"# Model card: {manifest['engine']} {manifest['version']}\n",
        "A linear model over hashed words, word pairs and character 3- to 5-grams of folded text, with phrase rules, "
        "calibrated for each language and head. Written by `packaging/model/build.py`; do not edit.\n",
        f"Table: `{manifest['table']['file']}`, SHA-256 `{manifest['table']['sha256']}`, "
        f"{manifest['table']['bytes'] / 1e6:.1f} MB; 2^{manifest['bits']} buckets, int8, seed {manifest['seed']}.\n",
        "## Speed\n",
        f"{figures['speed']['per_cpu_second']:,} comments of {figures['speed']['characters']} characters a CPU second, "
        "one thread, folding, language, rules and spans included, on the machine that built it.\n",
        "## Data\n",
        "A missing label is unknown, not 0. Each text is in one part by its hash: 80 % train, 10 % calibration, 10 % "
        "test (own text 70/15/15, variants of one sentence together). Duplicates are dropped.\n",
        _table(["set", "lines used", "licence", "source"], data),
        "Credit: the sets under CC BY ask for attribution; this table gives it.\n",
        "## Thresholds\n",
        "`flagged`: macro-F1 optimum of the calibration part. `auto`: precision of .90 there; empty where it is not reached. "
        f"The calibration part is weighted {', '.join(f'{name} {share:.0%}' for name, share in MIX.items())}.\n",
        _table(
            ["language", "head", "flagged", "auto", "lines", "positive"],
            [
                (
                    language,
                    head,
                    entry["threshold"],
                    entry["auto_threshold"],
                    entry["lines"],
                    entry["positive"],
                )
                for language, table in manifest["calibration"].items()
                for head, entry in table.items()
            ],
        ),
        "## Check sets\n",
        "Never trained on, and no threshold was chosen on them; their figures were seen between builds while our own text "
        "was being written, so read them as slightly kind.\n",
        _table(
            ["set", "lines", "ROC-AUC", "macro-F1 of flagged"],
            [(name, f["lines"], f.get("auc"), f["macro_f1"]) for name, f in figures["check"].items()],
        ),
    ]
    functional = figures["check"].get("HateCheck en", {}).get("functional")
    if functional:
        parts.append(
            _table(["HateCheck functional test (h: hateful, nh: not)", "right"], list(functional.items()))
        )
    parts += [
        "## Held-out test part\n",
        "Our own brand-page text, abuse or spam against the rest:\n",
        _table(
            ["language", "lines", "positive", "ROC-AUC", "macro-F1 of flagged"],
            [
                (name, f["lines"], f["positive"], f.get("auc"), f["macro_f1"])
                for name, f in scored["own"].items()
            ],
        ),
        "Toxicity by set:\n",
        _table(
            ["set", "lines", "positive", "ROC-AUC", "macro-F1 of flagged"],
            [
                (name, f["lines"], f["positive"], f.get("auc"), f["macro_f1"])
                for name, f in scored["sets"].items()
            ],
        ),
        "By head, all sets together:\n",
        _table(
            ["head, language", "lines", "positive", "ROC-AUC", "macro-F1"],
            [
                (name, f["lines"], f["positive"], f.get("auc"), f["macro_f1"])
                for name, f in scored["heads"].items()
            ],
        ),
        "Share flagged by kind of text:\n",
        _table(
            ["kind", "lines", "flagged"],
            [(name, f["lines"], f["flagged"]) for name, f in scored["kinds"].items()],
        ),
        "## Reliability\n",
        "What was said against what was seen, in the calibration mix, on the test part.\n",
        _table(
            ["head, language", "from", "lines", "said", "seen"],
            [
                (name, bin_["from"], bin_["lines"], bin_["said"], bin_["seen"])
                for name, bins in scored["reliability"].items()
                for bin_ in bins
            ],
        ),
        "## Language\n",
        "Found without the channel's language:\n",
        _table(
            ["language, length", "lines", "found"],
            [(name, f["lines"], f["found"]) for name, f in figures["language"].items()],
        ),
        _LIMITS,
    ]
    return "\n".join(parts)
