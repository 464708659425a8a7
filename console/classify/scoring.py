"""A transformer's scores for texts: onnxruntime where the model was converted, torch where that failed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from console.classify import silent
from console.classify.packs import Manifest, compare, model_file
from console.domain.errors import EnvironmentFailure

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tokenizers import Tokenizer

READ_AT_MOST: Final = 20_000
"""Code points of a comment that are tokenised: 512 tokens never reach that far."""
_TOKENS: Final = 2_048
"""Tokens of one batch, padding included: bounds the memory of the attention layers."""
_TEXTS: Final = 16

#: The only architectures that Detoxify uses, so that a checkpoint cannot name another class to build.
ARCHITECTURES: Final = (
    "BertForSequenceClassification",
    "RobertaForSequenceClassification",
    "XLMRobertaForSequenceClassification",
    "AlbertForSequenceClassification",
)

Ids = NDArray[np.int64]


class Model(Protocol):
    """Token ids and attention mask (texts x tokens) in, logits (texts x outputs) out."""

    def __call__(self, ids: Ids, mask: Ids) -> NDArray[np.float32]: ...


class Scorer:
    """Texts in, one row of probabilities a text out, in the order of the manifest's labels."""

    def __init__(
        self, model: Model, tokenizer: Tokenizer, *, outputs: int, max_tokens: int, pad_id: int
    ) -> None:
        self._model = model
        self._tokenizer = tokenizer
        self._outputs = outputs
        self._pad = pad_id
        tokenizer.no_padding()
        tokenizer.enable_truncation(max_tokens)

    def __call__(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the scores; texts of like length are computed together, long ones are cut at the model's limit."""
        plain = [_sayable(text[:READ_AT_MOST]) for text in texts]
        encoded = [one.ids for one in self._tokenizer.encode_batch(plain)]
        scores = np.zeros((len(texts), self._outputs), np.float32)
        order = sorted(range(len(texts)), key=lambda number: len(encoded[number]))
        while order:
            longest = len(encoded[order[-1]])
            batch = order[-max(1, min(_TEXTS, _TOKENS // max(longest, 1))) :]
            del order[-len(batch) :]
            ids = np.full((len(batch), longest), self._pad, np.int64)
            mask = np.zeros((len(batch), longest), np.int64)
            for row, number in enumerate(batch):
                ids[row, : len(encoded[number])] = encoded[number]
                mask[row, : len(encoded[number])] = 1
            logits = self._model(ids, mask)[:, : self._outputs].astype(np.float64)
            scores[batch] = 1.0 / (1.0 + np.exp(-np.clip(logits, -60.0, 60.0)))
        return scores


def _sayable(text: str) -> str:
    """Without lone surrogates, which have no UTF-8 form and which the tokeniser therefore refuses."""
    return text.encode("utf-8", "replace").decode("utf-8") if not text.isascii() else text


def onnx_model(path: Path) -> Model:
    """The model in an ONNX file, on as many threads as OMP_NUM_THREADS says (one by default).

    Raises EnvironmentFailure ``pack_damaged`` when onnxruntime cannot read it.
    """
    onnxruntime = silent.onnxruntime()

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = int(os.environ.get("OMP_NUM_THREADS", "1") or 1)
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    try:
        session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # noqa: BLE001 - onnxruntime's errors share no base class but Exception
        raise EnvironmentFailure("pack_damaged", file=path.name, detail=type(error).__name__) from None

    def run(ids: Ids, mask: Ids) -> NDArray[np.float32]:
        answer: NDArray[np.float32] = session.run(None, {"input_ids": ids, "attention_mask": mask})[0]
        return answer

    return run


def torch_model(folder: Path, architecture: str) -> Model:
    """The model in a folder's config.json and model.safetensors, on torch.

    Raises EnvironmentFailure ``pack_extra_missing`` without torch, ``pack_damaged`` for files that do not fit.
    """
    if architecture not in ARCHITECTURES:
        raise EnvironmentFailure("pack_damaged", file="manifest.json", detail=architecture)
    try:
        import torch
        import transformers
        from safetensors.torch import load_file
    except ImportError as error:
        raise EnvironmentFailure("pack_extra_missing", module=error.name) from None
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "1") or 1))
    state = load_file(folder / "model.safetensors")
    kind = getattr(transformers, architecture)
    outputs = next(
        len(value) for name, value in state.items() if name.endswith(("out_proj.bias", "classifier.bias"))
    )
    config = kind.config_class.from_pretrained(folder, num_labels=outputs, local_files_only=True)
    network: Any = kind(config)
    missing = network.load_state_dict(state, strict=False).missing_keys
    if [name for name in missing if not name.endswith("position_ids")]:
        raise EnvironmentFailure("pack_damaged", file="model.safetensors", detail=str(missing[0]))
    network.eval()

    def run(ids: Ids, mask: Ids) -> NDArray[np.float32]:
        with torch.no_grad():
            answer = network(input_ids=torch.from_numpy(ids), attention_mask=torch.from_numpy(mask)).logits
        logits: NDArray[np.float32] = answer.numpy()
        return logits

    return run


def load_tokenizer(path: Path) -> Tokenizer:
    """The tokeniser in a tokenizer.json; raises EnvironmentFailure ``pack_damaged``."""
    from tokenizers import Tokenizer

    try:
        return Tokenizer.from_file(str(path))
    except Exception as error:  # noqa: BLE001 - the library raises plain Exception
        raise EnvironmentFailure("pack_damaged", file=path.name, detail=type(error).__name__) from None


def load_scorer(folder: Path, manifest: Manifest) -> Scorer:
    """The scorer of an installed pack, after every file's SHA-256 was compared with the manifest.

    Raises EnvironmentFailure ``pack_hash_mismatch``, ``pack_damaged`` or ``pack_extra_missing``.
    """
    for one in compare(folder, manifest.files):
        if not one.ok:
            raise EnvironmentFailure(
                "pack_hash_mismatch", file=one.file, expected=one.expected[:8], found=one.found[:8]
            )
    if manifest.runtime == "onnx":
        model = onnx_model(folder / model_file("onnx"))
    else:
        model = torch_model(folder, manifest.architecture)
    return Scorer(
        model,
        load_tokenizer(folder / "tokenizer.json"),
        outputs=len(manifest.labels),
        max_tokens=manifest.max_tokens,
        pad_id=manifest.pad_id,
    )
