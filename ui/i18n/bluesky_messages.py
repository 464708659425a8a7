"""What a pull from Bluesky may point out, in words by their codes."""

from __future__ import annotations

from typing import Final

from ui.i18n.mark import QT_TRANSLATE_NOOP

BLUESKY_REMARKS: Final[dict[str, str]] = {
    "bluesky_history_cut": QT_TRANSLATE_NOOP(
        "Messages", "After {pages} pages of notifications the pull stopped; what is older does not come in."
    ),
    "bluesky_thread_cut": QT_TRANSLATE_NOOP(
        "Messages", "A thread is larger than a pull may read; its first levels came in."
    ),
    "bluesky_watch_away": QT_TRANSLATE_NOOP(
        "Messages", "This server has no search: nothing can be watched there. Comments come in all the same."
    ),
    "bluesky_watch_refused": QT_TRANSLATE_NOOP(
        "Messages", "Bluesky did not answer the search for {watch}; it is asked again with the next pull."
    ),
    "bluesky_watch_cut": QT_TRANSLATE_NOOP(
        "Messages", "There is more about {watch} than can be read; the oldest of it is missing."
    ),
}
