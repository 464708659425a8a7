"""Turn trained weights into the shipped network: ONNX, fused, int8, with the tokenizer beside it.

Usage: python packaging/model/export.py --base FOLDER --run RUN_FOLDER --out FOLDER
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import onnx
import onnxruntime
import torch
from encoder import ATTENTION_HEADS, HIDDEN, Encoder
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.fusion_options import FusionOptions
from onnxruntime.transformers.optimizer import optimize_model
from torch import nn

from console.classify.neural import SHARED_HEADS

_SHARED = len(SHARED_HEADS)
NETWORK = "embedded.onnx"
TOKENIZER = "tokenizer.json"
DESCRIBED = "network.json"
WHOLE = (4,)
"""Layers whose last multiplication keeps 32-bit weights: its activations have outliers that 8 bits flatten. Measured, this
one takes away a third of the error of a score for 2 MB; layers 0 and 5 as well would halve it, and cost a tenth more time."""


class _Explained(nn.Module):
    """The encoder with each token's share of the abuse scores: pooling and head are linear, so shares add up."""

    def __init__(self, model: Encoder) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """Return scores (texts x outputs) and shares (texts x tokens x abuse heads)."""
        state = self.model.states(ids, mask)
        weight = mask.unsqueeze(-1).to(state.dtype)
        pooled = (state * weight).sum(1) / weight.sum(1)
        shares = state @ self.model.head.weight[:_SHARED].T * weight / weight.sum(1, keepdim=True)
        return self.model.head(pooled), shares


def export(model: Encoder, target: Path) -> float:
    """Write the int8 network to `target`; returns the largest difference of a probability against fp32."""
    explained = _Explained(model).eval()
    plain, fused = target.with_suffix(".fp32.onnx"), target.with_suffix(".fused.onnx")
    ids = torch.randint(5, model.words.num_embeddings, (3, 17))
    mask = torch.ones_like(ids)
    torch.onnx.export(
        explained,
        (ids, mask),
        str(plain),
        input_names=["ids", "mask"],
        output_names=["scores", "shares"],
        dynamic_axes={
            "ids": {0: "texts", 1: "tokens"},
            "mask": {0: "texts", 1: "tokens"},
            "scores": {0: "texts"},
            "shares": {0: "texts", 1: "tokens"},
        },
        opset_version=17,
        dynamo=False,
    )
    options = FusionOptions("bert")
    # onnxruntime 1.31's kernel for the fused step is slower than the two that it replaces: a quarter of all time.
    options.enable_skip_layer_norm = False
    options.enable_attention = (
        False  # fused attention has no int8 form for this mask; the rest is faster fused
    )
    optimised = optimize_model(
        str(plain),
        model_type="bert",
        num_heads=ATTENTION_HEADS,
        hidden_size=HIDDEN,
        optimization_options=options,
    )
    optimised.save_model_to_file(str(fused))
    names = [node.name for node in onnx.load(str(fused)).graph.node if node.op_type == "MatMul"]
    kept = [name for name in names if any(f"layers.{layer}/narrow" in name for layer in WHOLE)]
    if len(kept) != len([layer for layer in WHOLE if layer < len(model.layers)]):
        raise RuntimeError("the exporter names its nodes differently: adapt WHOLE")
    quantize_dynamic(
        str(fused),
        str(target),
        nodes_to_exclude=kept,
        weight_type=QuantType.QInt8,
        per_channel=True,
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},  # fused nodes have no shape inference
    )
    before = onnxruntime.InferenceSession(str(plain), providers=["CPUExecutionProvider"])
    after = onnxruntime.InferenceSession(str(target), providers=["CPUExecutionProvider"])
    feed = {"ids": ids.numpy(), "mask": mask.numpy()}
    one, two = (1 / (1 + np.exp(-session.run(["scores"], feed)[0])) for session in (before, after))
    for draft in (plain, fused):
        os.unlink(draft)
    return float(np.abs(one - two).max())


def main() -> None:
    """Export a run."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    torch.manual_seed(1)
    saved = torch.load(options.run / "weights.pt")
    model = Encoder(saved["model"]["words.weight"].shape[0], saved["layers"])
    model.load_state_dict(saved["model"])
    options.out.mkdir(parents=True, exist_ok=True)
    difference = export(model, options.out / NETWORK)
    shutil.copy(options.base / TOKENIZER, options.out / TOKENIZER)
    described = {"layers": saved["layers"], "seed": saved["seed"], "difference": round(difference, 4)}
    (options.out / DESCRIBED).write_text(json.dumps(described), "utf-8")
    size = (options.out / NETWORK).stat().st_size / 1e6
    print(f"{NETWORK}: {size:.1f} MB, {saved['layers']} layers, largest difference to fp32 {difference:.3f}")


if __name__ == "__main__":
    main()
