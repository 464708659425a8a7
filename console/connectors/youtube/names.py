"""YouTube's addresses and identifiers: hosts, permalinks, which thread a comment is in. Pure and light to import."""

from __future__ import annotations

import re
from typing import Any, Final
from urllib.parse import parse_qs, urlsplit

#: Root of the API as its discovery document names it (revision 20261104).
DEFAULT_SERVER: Final = "https://youtube.googleapis.com"
TOKEN_SERVER: Final = "https://oauth2.googleapis.com"
SIGN_IN_SERVER: Final = "https://accounts.google.com"
API: Final = "/youtube/v3/"
TOKEN_PATH: Final = "/token"
SIGN_IN_PATH: Final = "/o/oauth2/v2/auth"
#: The one scope that reads held comments and moderates.
SCOPE: Final = "https://www.googleapis.com/auth/youtube.force-ssl"
#: Scopes with which the comment methods answer writes (the discovery document names ``SCOPE`` alone).
WRITING: Final = frozenset({SCOPE})
WEB: Final = "https://www.youtube.com"

_CHANNEL: Final = re.compile(r"UC[A-Za-z0-9_-]{2,100}")
_COMMENT: Final = re.compile(r"[A-Za-z0-9_.-]{1,200}")
_VIDEO: Final = re.compile(r"[A-Za-z0-9_-]{1,64}")


def channel_id(value: str) -> str:
    """The channel id in what a person gave (the id itself, or the address of the channel); empty when there is none."""
    found = _CHANNEL.fullmatch(value.strip().lstrip("@"))
    if found is None and "/channel/" in value:
        found = _CHANNEL.match(value.partition("/channel/")[2])
    return found.group() if found else ""


def valid_comment(value: object) -> bool:
    """Whether this can be a comment's id, and be joined to others with commas."""
    return isinstance(value, str) and _COMMENT.fullmatch(value) is not None


def thread_of(comment: str) -> str:
    """The thread (its top comment's id) of a comment: a reply's id is that of the thread, a dot and its own."""
    return comment.partition(".")[0]


def video_ids(value: Any) -> tuple[str, ...]:
    """The videos in an option: ids or addresses, as a list or separated by commas or spaces; each once."""
    parts = re.split(r"[\s,]+", value) if isinstance(value, str) else value if isinstance(value, list) else []
    return tuple(dict.fromkeys(one for one in (_video(str(part)) for part in parts) if one))


def _video(given: str) -> str:
    if "/" in given:
        try:
            parts = urlsplit(given if "://" in given else f"https://{given}")
        except ValueError:
            return ""
        last = parts.path.rstrip("/").rpartition("/")[2]
        given = parse_qs(parts.query).get("v", [last])[0]
    return given if _VIDEO.fullmatch(given) else ""


def video_link(video: str) -> str:
    """The address of a video."""
    return f"{WEB}/watch?v={video}"


def channel_link(channel: str) -> str:
    """The address of a channel."""
    return f"{WEB}/channel/{channel}"


def comment_link(comment: str, video: str, channel: str) -> str:
    """The address at which YouTube shows a comment; empty when neither video nor channel are known."""
    if video:
        return f"{video_link(video)}&lc={comment}"
    return f"{channel_link(channel)}/discussion?lc={comment}" if channel else ""
