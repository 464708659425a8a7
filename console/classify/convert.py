"""The conversion child: a Detoxify checkpoint becomes an int8 ONNX model that agrees with it, or says why not.

Run as ``python -m console.classify.convert REQUEST.json`` with the extra ``detoxify`` installed; never imported by the
console itself. Prints one JSON object a line: ``{"step", "done", "total"}`` while it works, and at the end either
``{"result": {...}}`` or ``{"failed": code, "detail": ...}``. It opens no connection: the libraries are told to stay
offline, and architecture and tokeniser come from the request's folder.
"""

from __future__ import annotations

import contextlib
import importlib.util
import json
import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from console.classify import agreement, silent
from console.classify.packs import AGREEMENT
from console.classify.scoring import ARCHITECTURES, Scorer, load_tokenizer, onnx_model, torch_model

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

#: What must be importable here; pip's name for all of it is the extra.
NEEDED: Final = ("torch", "transformers", "detoxify", "safetensors", "onnx", "onnxruntime")
_TOKENIZERS: Final = ("BertTokenizer", "RobertaTokenizer", "XLMRobertaTokenizer", "AlbertTokenizer")
_LONGEST: Final = 512
_OPSET: Final = 17


class ConversionFailed(Exception):
    """The checkpoint cannot be used; ``code`` and ``detail`` go to the parent."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.code, self.detail = code, detail


def _say(message: dict[str, Any]) -> None:
    print(json.dumps(message), file=_OUT, flush=True)


def _step(name: str, done: int = 0, total: int = 0) -> None:
    _say({"step": name, "done": done, "total": total})


def read_checkpoint(path: Path) -> dict[str, Any]:
    """The checkpoint's ``config`` and ``state_dict``, read without running anything that the file may contain.

    ``weights_only`` admits tensors and plain containers; a checkpoint that needs more is refused. Raises
    ConversionFailed.
    """
    import torch

    try:
        found = torch.load(path, map_location="cpu", weights_only=True)
        arch = found["config"]["arch"]["args"]
        classes = found["config"]["dataset"]["args"]["classes"]
        state = found["state_dict"]
        sound = (
            arch["model_name"] in ARCHITECTURES
            and arch["tokenizer_name"] in _TOKENIZERS
            and 0 < len(classes) <= int(arch["num_classes"]) <= 64
            and all(isinstance(one, str) for one in classes)
            and all(torch.is_tensor(one) for one in state.values())
        )
    except Exception as error:  # noqa: BLE001 - whatever such a file makes the libraries raise
        raise ConversionFailed("pack_checkpoint_unreadable", _told(error)) from None
    if not sound:
        raise ConversionFailed("pack_checkpoint_unreadable", "config")
    return {"config": found["config"], "state_dict": state}


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:300]


def load_original(path: Path, tokenizer: Path, work: Path) -> Any:
    """A real ``Detoxify`` on this checkpoint, offline: its ``model_type`` becomes the local folder.

    Detoxify's own loader uses an unrestricted pickle, so it only ever sees the copy written here. Raises
    ConversionFailed when its weights are not the checkpoint's.
    """
    import torch
    from detoxify import Detoxify

    checkpoint = read_checkpoint(path)
    args = checkpoint["config"]["arch"]["args"]
    args["model_type"] = str(tokenizer)
    copy = work / "rewritten.ckpt"
    torch.save(checkpoint, copy)
    try:
        original = Detoxify(checkpoint=str(copy))
    except Exception as error:  # noqa: BLE001 - whatever such a file makes the libraries raise
        raise ConversionFailed("pack_checkpoint_unreadable", _told(error)) from None
    finally:
        copy.unlink(missing_ok=True)
    original.model.eval()
    state = checkpoint["state_dict"]
    for name, value in original.model.named_parameters():
        if name not in state or not torch.equal(value, state[name]):
            raise ConversionFailed("pack_checkpoint_unreadable", name)
    if len(original.tokenizer) > original.model.get_input_embeddings().weight.shape[0]:
        raise ConversionFailed("pack_tokenizer_wrong", f"{len(original.tokenizer)} tokens")
    original.tokenizer.model_max_length = _limit(original)
    return original


def _limit(original: Any) -> int:
    """The most tokens of one text: 512 for all published models, less where the architecture has fewer places."""
    config = original.model.config
    places = int(config.max_position_embeddings)
    if config.model_type in ("roberta", "xlm-roberta"):
        places -= int(config.pad_token_id) + 1  # their positions are counted from behind the padding's
    return min(_LONGEST, places, int(original.tokenizer.model_max_length))


def predictions(original: Any, texts: Sequence[str]) -> NDArray[np.float32]:
    """What ``Detoxify.predict`` says of ``texts``, one row a text."""
    rows: list[NDArray[np.float32]] = []
    for at in range(0, len(texts), 4):
        said = original.predict(list(texts[at : at + 4]))
        rows.append(np.array([said[label] for label in original.class_names], np.float32).T)
        _step("agree", min(at + 4, len(texts)), len(texts))
    return np.concatenate(rows)


def _export(original: Any, path: Path) -> None:
    import torch

    class Logits(torch.nn.Module):  # type: ignore[misc, unused-ignore]
        """The classifier without the library's record around its answer."""

        def __init__(self, network: Any) -> None:
            super().__init__()
            self.network = network

        def forward(self, input_ids: Any, attention_mask: Any) -> Any:
            """Return the logits."""
            return self.network(input_ids=input_ids, attention_mask=attention_mask).logits

    with contextlib.suppress(AttributeError, ValueError):
        original.model.set_attn_implementation("eager")  # the plain form: every exporter knows its operators
    ids = torch.full((2, 9), int(original.model.config.pad_token_id or 0) + 3)
    ids[1, 6:] = int(original.model.config.pad_token_id or 0)
    mask = torch.ones_like(ids)
    mask[1, 6:] = 0
    free = {0: "texts", 1: "tokens"}
    with torch.no_grad():
        torch.onnx.export(
            Logits(original.model),
            (ids, mask),
            str(path),
            input_names=["input_ids", "attention_mask"],
            output_names=["logits"],
            dynamic_axes={"input_ids": free, "attention_mask": free, "logits": {0: "texts"}},
            opset_version=_OPSET,
            dynamo=False,
        )


def _quantise(source: Path, target: Path, *, reduce_range: bool) -> None:
    """Write an int8 copy: a scale per channel of each linear layer, one per table of embeddings."""
    silent.onnxruntime()
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(source, target, weight_type=QuantType.QInt8, per_channel=True, reduce_range=reduce_range)


def _candidates(original: Any, out: Path) -> Iterator[tuple[str, Path]]:
    """Precision and file of each form of the model, the one that is wanted most first."""
    full = out / "float32.onnx"
    _step("export")
    _export(original, full)
    # Seven bits are for processors whose 8-bit sums overflow (AVX2 without VNNI); elsewhere the eighth is worth more.
    for number, reduce_range in enumerate((False, True)):
        path = out / f"int8-{number}.onnx"
        _step("quantise")
        _quantise(full, path, reduce_range=reduce_range)
        yield "int8", path
    yield "float32", full


def convert(checkpoint: Path, tokenizer: Path, out: Path, *, on_torch: bool = False) -> dict[str, Any]:
    """Write model, tokenizer.json and config.json into ``out`` and return what the manifest needs to know of them.

    Tries int8, int8 with one bit less, then float32, and takes the first that agrees with the original; where
    none does, or the exporter fails, the weights stay on torch (safetensors). ``on_torch`` skips the attempts.
    """
    _step("load")
    original = load_original(checkpoint, tokenizer, out)
    limit = int(original.tokenizer.model_max_length)
    original.tokenizer.backend_tokenizer.save(str(out / "tokenizer.json"))
    original.model.config.save_pretrained(out)
    pad = int(original.tokenizer.pad_token_id or 0)
    texts = agreement.sample()
    truth = predictions(original, texts)
    # Goes with the engine: processors round 8-bit sums differently, so another machine compares again.
    (out / AGREEMENT).write_text(
        json.dumps({"labels": list(original.class_names), "scores": truth.round(5).tolist()}), "utf-8"
    )
    tried: list[dict[str, Any]] = []

    def scorer(model: Any) -> Scorer:
        return Scorer(
            model,
            load_tokenizer(out / "tokenizer.json"),
            outputs=len(original.class_names),
            max_tokens=limit,
            pad_id=pad,
        )

    found: dict[str, Any] = {
        "labels": list(original.class_names),
        "max_tokens": limit,
        "pad_id": pad,
        "architecture": type(original.model).__name__,
    }
    note = "torch_asked" if on_torch else ""
    if not on_torch:
        try:
            for precision, path in _candidates(original, out):
                score = scorer(onnx_model(path))
                seen = agreement.compare(truth, _timed(score, texts, found))
                tried.append({"precision": precision, **seen.to_json()})
                if seen.ok:
                    path.replace(out / "model.onnx")
                    note = "" if precision == "int8" else "int8_disagrees"
                    found |= {"runtime": "onnx", "precision": precision, "agreement": seen.to_json()}
                    break
            else:
                note = "onnx_disagrees"
        except Exception as error:  # noqa: BLE001 - exporter and quantiser fail in many ways; the torch path remains
            note = "onnx_failed"
            tried.append({"error": _told(error)})
    for one in out.glob("*.onnx"):
        if one.name != "model.onnx":
            one.unlink()
    if "runtime" not in found:
        _step("torch")
        _keep_on_torch(original, out)
        seen = agreement.compare(truth, _timed(scorer(torch_model(out, found["architecture"])), texts, found))
        if not seen.ok:
            raise ConversionFailed("pack_disagrees", f"{seen.max_difference:.3f}")
        found |= {"runtime": "torch", "precision": "float32", "agreement": seen.to_json()}
    return {**found, "note": note, "tried": tried}


def _keep_on_torch(original: Any, out: Path) -> None:
    from safetensors.torch import save_file

    # A tied weight would be refused as shared memory; a copy of its own is what a file holds anyway.
    state = {name: value.detach().clone().contiguous() for name, value in original.model.state_dict().items()}
    save_file(state, out / "model.safetensors")


def _timed(score: Scorer, texts: Sequence[str], found: dict[str, Any]) -> NDArray[np.float32]:
    begun = time.perf_counter()
    scores = score(texts)
    found["speed"] = round(len(texts) / max(time.perf_counter() - begun, 1e-6), 1)
    return scores


def main(arguments: Sequence[str]) -> int:
    """Run one request (``--probe`` only says whether the extra is there); returns the exit code."""
    missing = [name for name in NEEDED if importlib.util.find_spec(name) is None]
    if missing:
        _say({"failed": "pack_extra_missing", "detail": ", ".join(missing)})
        return 3
    if arguments[0] == "--probe":
        _say({"result": {}})
        return 0
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    os.environ |= {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "TOKENIZERS_PARALLELISM": "false"}
    request = json.loads(Path(arguments[0]).read_text("utf-8"))
    _modest()
    try:
        result = convert(
            Path(request["checkpoint"]),
            Path(request["tokenizer"]),
            Path(request["out"]),
            on_torch=bool(request.get("on_torch")),
        )
    except ConversionFailed as error:
        _say({"failed": error.code, "detail": error.detail})
        return 3
    except MemoryError:
        _say({"failed": "pack_memory", "detail": ""})
        return 3
    except OSError as error:
        _say({"failed": "pack_file", "detail": f"{error.strerror}: {error.filename}", "errno": error.errno})
        return 3
    _say({"result": result})
    return 0


def _modest() -> None:
    lower: Callable[[int], int] | None = getattr(os, "nice", None)
    if lower is not None:
        with contextlib.suppress(OSError):
            lower(10)


_OUT = sys.stdout

if __name__ == "__main__":
    # Libraries print as they please; only our lines may reach the parent.
    _OUT = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    sys.exit(main(sys.argv[1:]))
