"""Answers of the comments route as comments: tolerant of what is missing. Pure, but for the key of the fingerprints.

E-mail and address of a commenter are personal data that nobody here needs. The address is never asked for; the
e-mail is read only to tell two guests of one name apart, and leaves this module as a keyed fingerprint.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from console.connectors.answers import as_id, as_items, as_map, as_text
from console.connectors.html_text import entities, links, plain
from console.connectors.times import utc_seconds
from console.domain.comment import IncomingAuthor, IncomingComment, IncomingPost

#: What is asked for of each comment. Not among them: address, program, and the picture, whose name is the e-mail's hash.
FIELDS: Final = "id,post,parent,author,author_name,author_email,author_url,date_gmt,content,link,status,type,_links,_embedded"
#: The statuses under which readers of the site see a comment.
_SHOWN: Final = frozenset({"approved", "approve", "1", ""})
#: Length of a post's title in the list, in characters.
_TITLE: Final = 100
_MAX_LINKS: Final = 10
#: Hexadecimal digits of a fingerprint: 48 bits tell a site's commenters apart and lead back to nobody.
_FINGERPRINT: Final = 12

View = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Context:
    """What an answer alone does not say. ``site`` makes a user's number unique, ``key`` the fingerprints irreversible."""

    site: str
    key: bytes
    our_id: str
    now: int  # UTC seconds
    admin: str  # where the site's own pages for moderators are


def status_of(view: View) -> str:
    """approved, hold, spam, trash or what a plugin made of it; approved where nothing is said (context ``view``)."""
    status = as_text(view.get("status"))
    return "approved" if status in _SHOWN else status


def text_of(view: View) -> str:
    """What the author wrote, as plain text.

    The raw form is taken where we may read it: the rendered one changes with each plugin and each curly quote.
    """
    content = as_map(view.get("content"))
    raw = content.get("raw")
    if isinstance(raw, str):
        return plain(raw.replace("\r\n", "\n").replace("\n", "<br>"))
    return plain(as_text(content.get("rendered")))


def author_of(view: View, context: Context) -> IncomingAuthor:
    """A registered user by number; a guest by a keyed fingerprint of e-mail and name, so that one stays one."""
    name = " ".join(entities(as_text(view.get("author_name"))).split())
    user = as_id(view.get("author"))
    if user and user != "0":
        key = user
    else:
        email = as_text(view.get("author_email")).strip().lower()
        seed = f"{email}\0{name.casefold()}" if email or name else f"\0\0{as_id(view.get('id'))}"
        digest = hmac.new(context.key, f"{context.site}\0{seed}".encode("utf-8", "replace"), hashlib.sha256)
        key = "~" + digest.hexdigest()[:_FINGERPRINT]
    return IncomingAuthor(f"{context.site}#{key}", name or "Unknown", name)


def post_of(view: View) -> IncomingPost | None:
    """The article under which it stands, with its title where the site sent it along."""
    number = as_id(view.get("post"))
    if not number or number == "0":
        return None
    above = next(iter(as_items(as_map(view.get("_embedded")).get("up"))), {})
    rendered = as_map(above.get("title")).get("rendered")
    title = " ".join(plain(as_text(rendered)).split())
    if len(title) > _TITLE:
        title = title[: _TITLE - 1].rstrip() + "…"
    link = as_text(above.get("link")) or as_text(view.get("link")).partition("#")[0]
    return IncomingPost(number, title, link)


def comment_of(view: View, context: Context) -> IncomingComment | None:
    """One answer as a comment; None when it lacks even an id. What lies in the trash is gone, and comes without text."""
    number = as_id(view.get("id"))
    if not number:
        return None
    status = status_of(view)
    gone = status in ("trash", "post-trashed")
    author = author_of(view, context)
    parent = as_id(view.get("parent"))
    content = as_map(view.get("content"))
    html = as_text(content.get("raw")) or as_text(content.get("rendered"))
    posted = utc_seconds(view.get("date_gmt"))
    facts: dict[str, Any] = {
        "status": status,
        "post": as_id(view.get("post")),
        # There is no call for a ban: the site's own list of disallowed words and addresses is where it is made.
        "pages": dict.fromkeys(("block", "unblock"), f"{context.admin}/options-discussion.php"),
    }
    website = as_text(view.get("author_url"))
    if kept := [one for one in dict.fromkeys([*links(html), website]) if one][:_MAX_LINKS]:
        facts["links"] = kept
    return IncomingComment(
        remote_id=number,
        text="" if gone else text_of(view),
        author=author,
        posted_at=context.now if posted is None or posted > context.now else posted,
        post=post_of(view),
        parent_remote_id=parent if parent and parent != "0" else None,
        permalink=as_text(view.get("link")),
        ours=bool(context.our_id) and as_id(view.get("author")) == context.our_id,
        gone=gone,
        hidden=status != "approved",
        facts=facts,
    )
