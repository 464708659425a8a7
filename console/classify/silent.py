"""onnxruntime without its telemetry: since 1.31 it keeps a device number and a store of events for its makers."""

from __future__ import annotations

import os
from typing import Any


def onnxruntime() -> Any:
    """The module, loaded so that it neither notes nor sends anything. Whoever needs it takes it from here."""
    # Read by the library when it is loaded; setting it later, or calling its own switch, comes after the first file.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime as loaded

    return loaded
