"""Detoxify's own ``predict`` on a BERT-base with random weights, and the same network as int8 ONNX: comments per CPU second.

Run as ``python -m console.cli.bench_peer REQUEST.json`` where torch and detoxify are installed. Nothing is downloaded:
speed does not depend on what the weights know, so they are drawn here, and a vocabulary is made from the texts.
"""

from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_VOCABULARY: Final = 30_522  # BERT-base's number of tokens
_AT_ONCE: Final = 8
_CLASSES: Final = ("toxic", "severe_toxic", "obscene", "threat", "insult", "identity_hate")


def make_checkpoint(folder: Path, texts: Sequence[str], *, layers: int) -> tuple[Path, Path]:
    """Write a checkpoint in Detoxify's own format and its tokenizer's folder; returns both paths."""
    import torch
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors, trainers
    from transformers import BertConfig, BertForSequenceClassification

    torch.manual_seed(7)
    tokens = folder / "tokenizer"
    tokens.mkdir()
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
    tool = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    tool.normalizer = normalizers.BertNormalizer(lowercase=True)
    tool.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tool.train_from_iterator(texts, trainers.WordPieceTrainer(vocab_size=8_000, special_tokens=special))
    tool.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]",
        special_tokens=[(one, tool.token_to_id(one)) for one in ("[CLS]", "[SEP]")],
    )
    tool.save(str(tokens / "tokenizer.json"))
    vocabulary = tool.get_vocab()
    (tokens / "vocab.txt").write_text("\n".join(sorted(vocabulary, key=vocabulary.__getitem__)), "utf-8")
    (tokens / "tokenizer_config.json").write_text(json.dumps({"model_max_length": 512}), "utf-8")
    config = BertConfig(vocab_size=_VOCABULARY, num_hidden_layers=layers, num_labels=len(_CLASSES))
    config.save_pretrained(tokens)
    model = BertForSequenceClassification(config).eval()
    arch = {
        "num_classes": len(_CLASSES),
        "model_type": str(tokens),
        "model_name": "BertForSequenceClassification",
        "tokenizer_name": "BertTokenizer",
    }
    path = folder / "random.ckpt"
    torch.save(
        {
            "config": {"arch": {"args": arch}, "dataset": {"args": {"classes": list(_CLASSES)}}},
            "state_dict": model.state_dict(),
        },
        path,
    )
    return path, tokens


def _rate(work: Callable[[list[str]], Any], texts: Sequence[str]) -> float:
    work(list(texts[:_AT_ONCE]))
    begun = time.process_time()
    for at in range(0, len(texts), _AT_ONCE):
        work(list(texts[at : at + _AT_ONCE]))
    return len(texts) / max(time.process_time() - begun, 1e-9)


def measure(texts: Sequence[str], work: Path, *, small: bool) -> dict[str, Any]:
    """Build, measure, convert, measure."""
    import torch

    from console.classify import convert
    from console.classify.scoring import Scorer, load_tokenizer, onnx_model

    torch.set_num_threads(1)
    checkpoint, tokens = make_checkpoint(work, texts, layers=2 if small else 12)
    original = convert.load_original(checkpoint, tokens, work)
    checkpoint.unlink()
    with torch.no_grad():
        predict = _rate(original.predict, texts)
    _, graph = next(convert._candidates(original, work))
    score = Scorer(
        onnx_model(graph),
        load_tokenizer(tokens / "tokenizer.json"),
        outputs=len(_CLASSES),
        max_tokens=512,
        pad_id=0,
    )
    return {"predict": round(predict, 2), "int8": round(_rate(score, texts), 2)}


def main(arguments: Sequence[str]) -> int:
    """Run one request; prints one JSON object as its last line."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    os.environ |= {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"}
    request = json.loads(Path(arguments[0]).read_text("utf-8"))
    found = measure(request["texts"], Path(request["work"]), small=bool(request["small"]))
    print(json.dumps(found), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
