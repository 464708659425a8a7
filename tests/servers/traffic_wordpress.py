"""Traffic on a real WordPress: visitors who comment, moderators on the site's own pages, and what stands there at the end."""

from __future__ import annotations

import html
import random
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Final

import httpx

from console.domain.decision import OutboxRow
from console.domain.vocabulary import ActionKind, CommentState, OutboxState
from tests.servers.processes import ServerFailed
from tests.servers.traffic_compare import Kept, done_texts, result_id, squeezed
from tests.servers.traffic_line import Write
from tests.servers.wordpress_site import WordPressSite

_WRITTEN: Final = (
    "Where is my order?", "You idiots, never again", "Merci beaucoup 👍🏽", "Gagnez de la crypto, free promo",
    "Il fuit depuis trois semaines & personne ne répond", "50 < 100, \"really\"", "שלום, when do you open?",
    "Two lines\n\nof text", "l'été &amp; l'hiver", "x" * 900, "je sais où vous habitez",
)  # fmt: skip
#: The database's words for the statuses of the API.
_STATUS: Final = {"1": "approved", "0": "hold"}
#: What the site calls a status when it changes, as the journal has it.
_NAMED: Final = {"approved": "approved", "unapproved": "hold", "spam": "spam", "trash": "trash"}


class WordPressWorld:
    """Everybody but the console. ``handle`` is whose account the console uses."""

    kind = "wordpress"
    handle = "mod"
    blockable: Sequence[str] = ("?",)
    can_be_killed = True

    def __init__(self, seed: int) -> None:
        self.draw = random.Random(seed)
        self.done: Counter[str] = Counter()
        self.site = WordPressSite.start()
        self.articles = [self.site.article(f"Kettle {number}") for number in range(3)]
        self._written = 0

    @property
    def server(self) -> str:
        """Where it stands."""
        return self.site.url

    @property
    def secret(self) -> str:
        """The console's application password."""
        return str(self.site.accounts["mod"]["secret"])

    @property
    def remote_id(self) -> str:
        """The console's account, as the site numbers it."""
        return str(self.site.accounts["mod"]["id"])

    def stop(self) -> None:
        """End everything."""
        self.site.stop()

    def kill(self) -> None:
        """The web server dies in the middle of what it does."""
        self.site.stop_web(self.draw.choice((9, 15)))  # type: ignore[arg-type]

    def revive(self) -> None:
        """It is started again."""
        self.site.start_web()

    def quiet(self) -> None:
        """Nothing is under way any more."""

    # ------------------------------------------------------------------ what people do

    def act(self) -> None:
        """One thing that somebody does. What the site refuses (it is away, the comment is gone) is no trouble."""
        acts = (
            *(self._write,) * 12,
            *(self._moderate,) * 4,
            self._edit,
            self._edit,
            self._delete,
            self._by_hand,
        )
        act = self.draw.choice(acts)
        try:
            act()
            self.done[act.__name__.strip("_")] += 1
        except (httpx.TransportError, ServerFailed):
            self.done["away"] += 1

    def _write(self) -> None:
        self._written += 1
        who = self.draw.randrange(12)
        text = f"{self.draw.choice(_WRITTEN)} {self._written}"
        there = self._some(8)
        parent = int(self.draw.choice(there)["id"]) if there and self.draw.random() < 0.3 else 0
        post = self.draw.choice(self.articles)
        if parent:
            post = int(next(one["post"] for one in there if one["id"] == parent))
        roll = self.draw.random()
        if roll < 0.1:
            self.site.comment(post, text, parent=parent, user="fan")
        elif roll < 0.2:
            self.site.many(post, self.draw.randrange(2, 6), self.draw.choice(("1", "0", "spam")))
        else:
            self.site.comment(
                post, text, parent=parent, author_name=f"Guest {who}", author_email=f"g{who}@mail.test"
            )

    def _moderate(self) -> None:
        for one in self._some(1):
            status = self.draw.choice(("hold", "approved", "spam", "trash", "approved"))
            self.site.call("POST", f"/wp/v2/comments/{one['id']}", json={"status": status})

    def _edit(self) -> None:
        for one in self._some(1):
            self._written += 1
            text = f"edited on the site: {self.draw.choice(_WRITTEN)} {self._written}"
            if one["author"] != int(self.remote_id):
                self.site.call("POST", f"/wp/v2/comments/{one['id']}", json={"content": text})

    def _delete(self) -> None:
        for one in self._some(1):
            self.site.call("DELETE", f"/wp/v2/comments/{one['id']}", params={"force": "true"})

    def _by_hand(self) -> None:
        for one in self._some(1):
            self._written += 1
            body = {"post": one["post"], "parent": one["id"], "content": f"by hand {self._written}"}
            self.site.call("POST", "/wp/v2/comments", "mod", json=body)

    def _some(self, number: int) -> list[dict[str, Any]]:
        """Some comments of the newest, whatever their list."""
        status = self.draw.choice(("all", "all", "all", "spam", "trash"))
        query = {"per_page": 60, "status": status, "context": "edit", "_fields": "id,post,author"}
        found = self.site.good("GET", "/wp/v2/comments", params=query)
        return self.draw.sample(found, min(number, len(found)))

    # ------------------------------------------------------------------ what stands there

    def pulls(self, kept: int) -> int:
        """How many pulls surely look at everything."""
        return kept // 80 + 8

    def answers(self, waiting: Sequence[OutboxRow], rows: Sequence[OutboxRow]) -> dict[str, bool]:
        """What a person who looks at the site says of the actions that wait for their word: bans are not made."""
        del rows
        return {str(row.id): False for row in waiting}

    def compare(
        self, kept: Mapping[str, Kept], rows: Sequence[OutboxRow], writes: Sequence[Write]
    ) -> list[str]:
        """Where the site and the queue do not say the same."""
        del writes  # the site's own journal knows also what took effect unseen
        there = {one["id"]: one for one in self.site.all()}
        wrong: list[str] = []
        for number, one in there.items():
            mine, status = kept.get(number), _STATUS.get(one["status"], one["status"])
            if mine is None:
                if status != "trash":
                    wrong.append(f"comment {number} ({status}) is not in the queue: {one}")
                continue
            if (mine.state is CommentState.GONE) != (status == "trash"):
                wrong.append(f"comment {number} is {status} there and {mine.state.word} here")
            if status == "trash":
                continue
            if mine.ours is not (mine.state is CommentState.OURS):
                wrong.append(f"comment {number}: ours={mine.ours} and {mine.state.word} here")
            if mine.hidden is (status == "approved"):
                wrong.append(f"comment {number} is {status} there and hidden={mine.hidden} here")
            if squeezed(mine.text) != plain(one["text"]):
                wrong.append(f"comment {number} says {one['text']!r} there and {mine.text!r} here")
            # The site hangs what stood under a deleted comment one step higher; here it stays where it was written.
            if (mine.parent or "0") != one["parent"] and mine.parent in there:
                wrong.append(f"comment {number} answers {one['parent']} there and {mine.parent} here")
            if mine.ours is not (one["user"] == self.remote_id):
                wrong.append(f"comment {number} is of user {one['user']} there and ours={mine.ours} here")
        for number, mine in kept.items():
            if number not in there and mine.state is not CommentState.GONE:
                wrong.append(f"comment {number} is deleted there and {mine.state.word} here")
        return wrong + self._effects(rows)

    def _effects(self, rows: Sequence[OutboxRow]) -> list[str]:
        """Which actions took effect otherwise than the outbox says."""
        wrong: list[str] = []
        ours = [one for one in self.site.journal() if str(one[1]) == self.remote_id]
        said = Counter(
            plain(one[5]) for one in ours if one[2] == "written" and not one[5].startswith("by hand")
        )
        wrong += done_texts(rows, said)
        changed = Counter(
            (str(one[3]), _NAMED.get(one[5], one[5]))
            for one in ours
            if one[2] == "status" and one[4] not in ("spam", "trash")
        )
        asked: Counter[tuple[str, str]] = Counter()
        for row in rows:
            gone = row.state is OutboxState.FAILED and (row.error or {}).get("code") in ("gone", "stale")
            if row.state is OutboxState.DONE or (gone and row.tries > 1):
                target, wanted = self._wanted(row)
                asked[target, wanted] += 1
                result = row.result or {}
                if (
                    row.state is OutboxState.DONE
                    and wanted
                    and "status" in (result.get("details") or {})
                    and target
                ):
                    if not any(one[2] in ("status", "deleted") and str(one[3]) == target for one in ours):
                        wrong.append(
                            f"row {row.id} ({row.action} of {target}) is done here and was not done there"
                        )
        for (target, status), number in changed.items():
            if number > asked[target, status]:
                told = [
                    f"{r.id} {r.action} {r.state} {r.error}" for r in rows if self._wanted(r)[0] == target
                ]
                wrong.append(
                    f"comment {target} was made {status} {number} times, asked for {asked[target, status]} times: {told}"
                )
        return wrong

    @staticmethod
    def _wanted(row: OutboxRow) -> tuple[str, str]:
        """The comment that a row acts on, and the status that it wants there."""
        undo = row.request.get("undo_of") or {}
        was = (undo.get("details") or {}).get("was")
        match row.action:
            case ActionKind.HIDE:
                return str(row.request["target"]), "hold"
            case ActionKind.REPORT:
                return str(row.request["target"]), "spam"
            case ActionKind.UNHIDE:
                return str(row.request["target"]), was if was in ("approved", "hold", "spam") else "approved"
            case ActionKind.DELETE:
                return str(undo.get("remote_id") or row.request["target"]), "trash"
        return result_id(row), ""


def plain(text: str) -> str:
    """A comment of these tests without the site's markup, its spaces made one."""
    return squeezed(html.unescape(re.sub(r"<[^>]*>", "", text)))
