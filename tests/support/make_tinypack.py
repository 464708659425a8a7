"""Writes ``tests/support/tinypack``: an engine of a few kilobytes that adds up what its 24 words are worth.

Run by hand where ``onnx`` is installed (it comes with the extra ``detoxify``), after a change here only:
``python -m tests.support.make_tinypack``. The files are committed, so that engine and installation are tested
without torch.
"""

from __future__ import annotations

import json
from pathlib import Path

FOLDER = Path(__file__).parent / "tinypack"
LABELS = ("toxicity", "severe_toxicity", "obscene", "threat", "insult", "identity_attack")
BIAS = -4.0

#: word -> what it adds to each label's logit, in the order of ``LABELS``.
WORDS: dict[str, tuple[float, ...]] = {
    "<pad>": (0, 0, 0, 0, 0, 0),
    "<unk>": (0, 0, 0, 0, 0, 0),
    "idiot": (8, 0, 0, 0, 8, 0),
    "idiots": (8, 0, 0, 0, 8, 0),
    "abruti": (8, 0, 0, 0, 8, 0),
    "con": (7, 0, 3, 0, 7, 0),
    "kill": (8, 7, 0, 9, 0, 0),
    "tue": (8, 7, 0, 9, 0, 0),
    "shit": (6, 0, 8, 0, 0, 0),
    "merde": (6, 0, 8, 0, 0, 0),
    "vermin": (9, 3, 0, 0, 4, 9),
    "awful": (4.5, 0, 0, 0, 2, 0),
    "merci": (-3, 0, 0, 0, -3, 0),
    "thanks": (-3, 0, 0, 0, -3, 0),
    "you": (0.5, 0, 0, 0, 0.5, 0),
    "vous": (0.2, 0, 0, 0, 0.2, 0),
    "je": (0, 0, 0, 0, 0, 0),
    "te": (0, 0, 0, 0.5, 0, 0),
    "the": (0, 0, 0, 0, 0, 0),
    "colis": (-1, 0, 0, 0, -1, 0),
    "parcel": (-1, 0, 0, 0, -1, 0),
    "will": (0, 0, 0, 0.3, 0, 0),
    "are": (0, 0, 0, 0, 0, 0),
    "all": (0, 0, 0, 0, 0, 0),
}


def main() -> None:
    """Write model.onnx, tokenizer.json and config.json."""
    import numpy as np
    from onnx import TensorProto, checker, helper, numpy_helper, save
    from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

    worth = np.array(list(WORDS.values()), np.float32)
    nodes = [
        helper.make_node("Gather", ["worth", "input_ids"], ["each"]),
        helper.make_node("Cast", ["attention_mask"], ["shown"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["shown", "last"], ["wide"]),
        helper.make_node("Mul", ["each", "wide"], ["counted"]),
        helper.make_node("ReduceSum", ["counted", "tokens"], ["summed"], keepdims=0),
        helper.make_node("Add", ["summed", "bias"], ["logits"]),
    ]
    shape = ["texts", "tokens"]
    graph = helper.make_graph(
        nodes,
        "tinypack",
        [
            helper.make_tensor_value_info("input_ids", TensorProto.INT64, shape),
            helper.make_tensor_value_info("attention_mask", TensorProto.INT64, shape),
        ],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["texts", len(LABELS)])],
        [
            numpy_helper.from_array(worth, "worth"),
            numpy_helper.from_array(np.array([2], np.int64), "last"),
            numpy_helper.from_array(np.array([1], np.int64), "tokens"),
            numpy_helper.from_array(np.full(len(LABELS), BIAS, np.float32), "bias"),
        ],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    checker.check_model(model)
    FOLDER.mkdir(exist_ok=True)
    save(model, str(FOLDER / "model.onnx"))
    tool = Tokenizer(models.WordLevel({word: n for n, word in enumerate(WORDS)}, unk_token="<unk>"))
    tool.normalizer = normalizers.Lowercase()
    tool.pre_tokenizer = pre_tokenizers.Whitespace()
    tool.save(str(FOLDER / "tokenizer.json"), pretty=False)
    (FOLDER / "config.json").write_text(json.dumps({"model_type": "bert"}) + "\n", "utf-8")


if __name__ == "__main__":
    main()
