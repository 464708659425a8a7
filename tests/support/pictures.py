"""Pictures of every view, to be looked at: ``python -m tests.support.pictures FOLDER [LANG] [THEME] [SIZE] [DENSITY] [WxH]``.

One PNG a view, named after it, grabbed from the real window on the practice network without a display. Join them with
ImageMagick: ``montage FOLDER/*.png -tile 4x -geometry 720x+6+6 sheet.png``.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path


def main() -> int:
    """Take the pictures; returns 2 for wrong use."""
    if len(sys.argv) < 2:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    words = [*sys.argv[1:], *("", "", "", "", "")]
    folder, language, theme, size, density, window = words[:6]
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    target = Path(folder)
    target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="vigie-pictures-") as home:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
            os.environ[name] = home
        os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.null.Keyring"

        from tests.support.every_view import Walk
        from ui.app import make_application

        app = make_application(["vigie"], "0.1.0")
        walk = Walk(Path(home), app)
        width, _, height = (window or "1440x900").partition("x")
        walk.desk.preferences.change(language=language or "en")
        walk.dress(
            language or "en", int(width), int(height),
            theme=theme or "light", text_size=int(size or 100), density=density or "normal",
        )  # fmt: skip
        for name, top in walk.each():
            top.grab().save(str(target / f"{name.replace(' ', '-')}.png"))
        walk.close()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
