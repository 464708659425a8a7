"""Reading posts, review items and users one by one, with a short memory for what hardly changes. Nothing here writes."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_count, as_id, as_items, as_list, as_map, as_text
from console.connectors.discourse.posts import QUEUED, View, newest_first, valid_post
from console.domain.errors import ForbiddenByPlatform, Gone, Invalid, Transient

if TYPE_CHECKING:
    from console.connectors.discourse.session import Session

#: Review items that a forum puts on one page, and the most pages that are read of it.
REVIEW_PAGE: Final = 10
REVIEW_PAGES: Final = 5
_REMEMBERED: Final = 5_000
_REPLY_PAGES: Final = 5


class Lookup:
    """Reads of one forum."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._ids: OrderedDict[tuple[int, int], str] = OrderedDict()  # (topic, number in it) -> id
        self._private: OrderedDict[str, bool] = OrderedDict()
        self._flags: dict[str, int] = {}

    async def latest(self, before: int) -> list[View]:
        """Public posts, newest first; before the post with that id, where one is given."""
        params = {"before": before} if before else None
        listed = as_list(await self._session.get("/posts.json", params), "latest_posts")
        posts = newest_first(listed)
        if listed and not posts:
            raise Transient(
                "bad_answer", missing="latest_posts"
            )  # what cannot be read must not look like silence
        for post in posts:
            self.learn(post)
        return posts

    async def post(self, number: str) -> View:
        """One post, deleted ones too where we are staff. Raises Gone, Invalid ``bad_target``."""
        if not (number.isascii() and number.isdigit()):
            raise Invalid("bad_target")
        view = await self._session.get(f"/posts/{number}.json")
        if not valid_post(view):
            raise Transient("bad_answer", missing="post")
        self.learn(view)
        return view

    def learn(self, view: View) -> None:
        """Remember which post stands at which place of its topic."""
        topic, number = as_count(view.get("topic_id")), as_count(view.get("post_number"))
        if topic is not None and number is not None:
            self._ids[topic, number] = as_id(view.get("id"))
            if len(self._ids) > _REMEMBERED:
                self._ids.popitem(last=False)

    def place(self, view: View) -> tuple[int, int] | None:
        """The place of the post that this one answers; None when it answers the topic as a whole."""
        topic, number = as_count(view.get("topic_id")), as_count(view.get("reply_to_post_number"))
        return None if topic is None or number is None else (topic, number)

    def known_parent(self, view: View) -> str | None:
        """The id of the post that this one answers, if it has been seen."""
        place = self.place(view)
        return None if place is None else self._ids.get(place)

    async def find_parent(self, view: View) -> str | None:
        """The same, asked for when it has not been seen; None when it is not there."""
        place = self.place(view)
        if place is None:
            return None
        if place not in self._ids:
            try:
                self.learn(await self._session.get(f"/posts/by_number/{place[0]}/{place[1]}.json"))
            except (Gone, ForbiddenByPlatform, Invalid):
                self._ids[place] = ""
        return self._ids.get(place) or None

    async def is_private(self, topic: str) -> bool:
        """Whether a topic is a private message; an unreadable one counts as such."""
        if topic not in self._private:
            try:
                answer = await self._session.get(f"/t/{topic}.json")
                self._private[topic] = as_text(answer.get("archetype")) == "private_message"
            except (Gone, ForbiddenByPlatform):
                self._private[topic] = True
            if len(self._private) > _REMEMBERED:
                self._private.popitem(last=False)
        return self._private[topic]

    # ------------------------------------------------------------------ review

    async def pending(self, topic: str = "") -> tuple[list[tuple[View, View]], bool]:
        """What waits for review (item, the answer it came in), and whether that is all of it."""
        found: dict[str, tuple[View, View]] = {}
        for page in range(REVIEW_PAGES):
            params: dict[str, Any] = {"status": "pending", "offset": page * REVIEW_PAGE}
            if topic:
                params["topic_id"] = topic
            answer = await self._session.get("/review.json", params)
            items = as_items(answer.get("reviewables"))
            fresh = [one for one in items if as_id(one.get("id")) not in found]
            found |= {as_id(one.get("id")): (one, answer) for one in fresh}
            total = as_count(as_map(answer.get("meta")).get("total_rows_reviewables"))
            if (
                not fresh
                or (total is None and len(items) < REVIEW_PAGE)
                or (total or 0) <= (page + 1) * REVIEW_PAGE
            ):
                return list(found.values()), True
        return list(found.values()), False

    async def review_of(self, post: str, topic: str) -> tuple[View, View] | None:
        """The pending review item about a post; None when there is none, or we may not see the queue."""
        try:
            items, _ = await self.pending(topic)
        except (ForbiddenByPlatform, Gone):
            return None
        return next((one for one in items if flagged_post(one[0]) == post), None)

    async def review_item(self, target: str) -> tuple[View, View]:
        """The review item behind a comment that waits for approval. Raises Gone, Invalid ``bad_target``."""
        number = target.removeprefix(QUEUED)
        if number == target or not (number.isascii() and number.isdigit()):
            raise Invalid("bad_target")
        answer = await self._session.get(f"/review/{number}.json")
        item = as_map(answer.get("reviewable"))
        if as_id(item.get("id")) != number:
            raise Transient("bad_answer", missing="reviewable")
        return item, answer

    # ------------------------------------------------------------------ people, flags, replies

    async def silenced(self, user: str) -> bool:
        """Whether a user is silenced now. Raises Gone, ForbiddenByPlatform."""
        answer = await self._session.get(f"/admin/users/{user}.json")
        return answer.get("silenced") is True or bool(answer.get("silenced_till"))

    async def flag_id(self, name: str, default: int) -> int:
        """The number of a kind of flag on this forum, by its name (spam, inappropriate, ...)."""
        if not self._flags:
            try:
                answer = await self._session.get("/site.json")
            except (ForbiddenByPlatform, Gone, Invalid):
                return default
            for one in as_items(answer.get("post_action_types")):
                number = as_count(one.get("id"))
                if number is not None:
                    self._flags[as_text(one.get("name_key"))] = number
        return self._flags.get(name, default)

    async def replies_to(self, post: str) -> list[View]:
        """Direct answers to a post, oldest first."""
        found: list[View] = []
        after = 1
        for _ in range(_REPLY_PAGES):
            answer = await self._session.get_list(f"/posts/{post}/replies.json", {"after": after})
            page = [one for one in answer if valid_post(one)]
            found += page
            numbers = [as_count(one.get("post_number")) or 0 for one in page]
            if len(page) < 20 or max(numbers) <= after:
                break
            after = max(numbers)
        return found


def flagged_post(item: View) -> str:
    """The post that a review item is about; empty for one about something else."""
    if as_text(item.get("type")) == "ReviewableQueuedPost":
        return ""
    number = as_id(item.get("post_id"))
    target = as_id(item.get("target_id")) if as_text(item.get("target_type")) == "Post" else ""
    return number or target


def is_pending(item: View) -> bool:
    """Whether a review item still waits; forums write the state as a number or as a word."""
    return item.get("status") in (0, "pending")
