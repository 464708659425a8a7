"""Tiny random checkpoints in Detoxify's own format, with a tokeniser; needs the extra ``detoxify``, no network."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from console.classify.agreement import SAMPLE

KINDS = {
    "bert": ("BertForSequenceClassification", "BertTokenizer"),
    "roberta": ("RobertaForSequenceClassification", "RobertaTokenizer"),
    "xlm-roberta": ("XLMRobertaForSequenceClassification", "XLMRobertaTokenizer"),
    "albert": ("AlbertForSequenceClassification", "AlbertTokenizer"),
}
SIX = ["toxic", "severe_toxic", "obscene", "threat", "insult", "identity_hate"]


def make(folder: Path, kind: str = "bert", *, outputs: int = 6, seed: int = 7) -> Path:
    """Write ``tokenizer/`` and ``model.ckpt`` into ``folder``; returns the checkpoint. Scores spread over 0..1."""
    import torch
    import transformers

    torch.manual_seed(seed)
    model_name, tokenizer_name = KINDS[kind]
    tokens = folder / "tokenizer"
    tokens.mkdir(parents=True)
    size = _tokenizer(tokens, kind)
    network = getattr(transformers, model_name)
    more: dict[str, Any] = {"embedding_size": 16} if kind == "albert" else {}
    offset = 2 if "roberta" in kind else 0
    config = network.config_class(
        vocab_size=size,
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=48,
        max_position_embeddings=128 + offset,
        type_vocab_size=1 if "roberta" in kind else 2,
        pad_token_id=1 if "roberta" in kind else 0,
        num_labels=outputs,
        **more,
    )
    config.save_pretrained(tokens)
    model = network(config).eval()
    # A fresh model says one half to everything; spread its answers, so that a flipped flag means something.
    for name, value in model.named_parameters():
        if name in ("classifier.weight", "classifier.out_proj.weight"):
            value.data.normal_(0, 1.2)
        if name.endswith("word_embeddings.weight"):
            value.data.normal_(0, 0.5)
    torch.save(
        {
            "config": {
                "arch": {
                    "type": "T",
                    "args": {
                        "num_classes": outputs,
                        "model_type": "no-such-model",
                        "model_name": model_name,
                        "tokenizer_name": tokenizer_name,
                    },
                },
                "dataset": {"args": {"classes": SIX}},
            },
            "state_dict": model.state_dict(),
        },
        folder / "model.ckpt",
    )
    return folder / "model.ckpt"


def _tokenizer(folder: Path, kind: str) -> int:
    """Train a small tokeniser of the architecture's own sort on the sample; returns the number of tokens."""
    from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

    texts = list(SAMPLE)
    if kind == "bert":
        special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
        tool = Tokenizer(models.WordPiece(unk_token="[UNK]"))
        tool.normalizer = normalizers.BertNormalizer(lowercase=True)
        tool.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
        tool.train_from_iterator(texts, trainers.WordPieceTrainer(vocab_size=600, special_tokens=special))
        first, last = "[CLS]", "[SEP]"
        vocabulary = tool.get_vocab()
        (folder / "vocab.txt").write_text("\n".join(sorted(vocabulary, key=vocabulary.__getitem__)), "utf-8")
    elif kind == "roberta":
        special = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
        tool = Tokenizer(models.BPE(unk_token="<unk>"))
        tool.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
        tool.decoder = decoders.ByteLevel()
        tool.train_from_iterator(texts, trainers.BpeTrainer(vocab_size=600, special_tokens=special))
        first, last = "<s>", "</s>"
        tool.model.save(str(folder))
    else:
        special = (
            ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
            if kind == "xlm-roberta"
            else ["<pad>", "<unk>", "[CLS]", "[SEP]", "[MASK]"]
        )
        tool = Tokenizer(models.Unigram())
        tool.normalizer = normalizers.NFKC()
        tool.pre_tokenizer = pre_tokenizers.Metaspace()
        tool.train_from_iterator(
            texts, trainers.UnigramTrainer(vocab_size=600, special_tokens=special, unk_token="<unk>")
        )
        first, last = ("<s>", "</s>") if kind == "xlm-roberta" else ("[CLS]", "[SEP]")
    tool.post_processor = processors.TemplateProcessing(
        single=f"{first} $A {last}",
        special_tokens=[(first, tool.token_to_id(first)), (last, tool.token_to_id(last))],
    )
    tool.save(str(folder / "tokenizer.json"))
    (folder / "tokenizer_config.json").write_text(json.dumps({"model_max_length": 128}), "utf-8")
    return int(tool.get_vocab_size())
