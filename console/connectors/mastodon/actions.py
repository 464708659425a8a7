"""Carrying actions out. Each looks first, so that a repeat changes nothing and an undo takes back only our own deed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from console.connectors.answers import as_id, as_text, as_yes
from console.connectors.deleting import deleted_id
from console.connectors.html_text import plain
from console.connectors.mastodon.names import segment
from console.connectors.mastodon.spec import addressed, length
from console.connectors.mastodon.staff import told_as_staff
from console.connectors.mastodon.statuses import View, account_of, id_of, link_of, parent_of
from console.connectors.times import utc_ms
from console.domain.decision import ActionRequest, ActionResult
from console.domain.errors import Gone, Invalid, Unsupported
from console.domain.vocabulary import ActionKind

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    from console.connectors.mastodon.session import Session
    from console.connectors.mastodon.staff import Staff
    from console.connectors.mastodon.threads import Threads

#: How many characters of a moderator's words a report may carry.
_MAX_REPORT: Final = 1000
#: Pages of our own statuses that a read-back looks through.
_PAGES: Final = 3
#: Clocks of server and machine may be this far apart, in ms.
_SKEW: Final = 120_000

#: Category of the console to the category of a report; what is not here is ``other``.
_REPORTS: Final = {
    "spam": "spam",
    "manifestly_illegal": "legal",
    "hate": "violation",
    "threat": "violation",
    "insult": "violation",
    "obscene": "violation",
    "troll": "violation",
}
_VISIBILITIES: Final = frozenset({"public", "unlisted", "private", "direct"})


class Actions:
    """The actions of one account. ``options`` are the channel's."""

    def __init__(self, session: Session, threads: Threads, options: Mapping[str, Any], staff: Staff) -> None:
        self._session = session
        self.staff = staff
        self._threads = threads
        self._options = options
        self._by_kind: dict[ActionKind, Callable[[ActionRequest], Awaitable[ActionResult]]] = {
            ActionKind.REPLY: self._reply,
            ActionKind.WARN: self._reply,
            ActionKind.DELETE: self._delete,
            ActionKind.REPORT: self._report,
            ActionKind.BLOCK: self._block,
            ActionKind.UNBLOCK: self._block,
            ActionKind.MUTE: self._mute,
            ActionKind.UNMUTE: self._mute,
            ActionKind.LIKE: self._like,
            ActionKind.UNLIKE: self._like,
        }

    async def perform(self, request: ActionRequest) -> ActionResult:
        """Carry ``request`` out. Raises ConnectorError; Gone when the comment was deleted meanwhile."""
        action = self._by_kind.get(request.action)
        if action is None:
            raise Unsupported(action=str(request.action))
        if told_as_staff(request):
            return await self.staff.perform(request, await self.account(request))
        return await action(request)

    # ------------------------------------------------------------------ reply, warn, delete

    async def _reply(self, request: ActionRequest) -> ActionResult:
        if not request.text.strip():
            raise Invalid("empty_text")
        measure = length(request.text, request.facts)
        if not measure.fits:
            raise Invalid("too_long", used=measure.used, limit=measure.limit, unit=measure.unit)
        view = await self._target(request)
        fields: dict[str, Any] = {
            "status": addressed(request.text, request.facts),
            "in_reply_to_id": request.target,
            "visibility": reply_visibility(as_text(view.get("visibility"))),
        }
        if spoiler := as_text(view.get("spoiler_text")):
            fields["spoiler_text"] = spoiler
        if language := request.language or as_text(view.get("language")):
            fields["language"] = language
        try:
            made = await self._session.write(
                "POST", "/api/v1/statuses", fields, key=request.key, bucket="statuses"
            )
        except Invalid:
            # Some servers have written the status and refused the answer to it.
            there = await self.written(request)
            if there is None:
                raise
            return _made(there, already=True)
        return _made(made, already=False)

    async def written(self, request: ActionRequest) -> View | None:
        """The reply that ``request`` made, found among our own newest statuses; None when it is not there."""
        path = f"/api/v1/accounts/{segment(await self._threads.our_id())}/statuses"
        params: dict[str, Any] = {"limit": 40, "exclude_reblogs": "true"}
        since = request.created_at_us // 1000 - _SKEW
        for _ in range(_PAGES):
            page = await self._session.many(path, params)
            for view in page:
                if (utc_ms(view.get("created_at")) or 0) < since:
                    return None
                if parent_of(view) == request.target and await self._says(view, request):
                    return view
            if not page:
                return None
            params["max_id"] = id_of(page[-1])
        return None

    async def _says(self, view: View, request: ActionRequest) -> bool:
        """Whether a status of ours has the words of ``request``: from its source, else from what it shows."""
        sent = addressed(request.text, request.facts)
        shown = plain(as_text(view.get("content")))
        if _bare(shown) == _bare(sent):
            return True
        try:
            source = await self._session.one(f"/api/v1/statuses/{segment(id_of(view))}/source")
        except (Gone, Invalid):
            return False
        return as_text(source.get("text")).split() == sent.split()

    async def _delete(self, request: ActionRequest) -> ActionResult:
        one = deleted_id(request)
        view = await self._session.status(one)
        if view is None:
            return ActionResult(already=True)
        if account_of(view) != await self._threads.our_id():
            # The server would answer "not found" for somebody else's, which reads like "gone".
            raise Unsupported("mastodon_delete_own_only")
        try:
            await self._session.write("DELETE", f"/api/v1/statuses/{segment(one)}", bucket="deletes")
        except Gone:
            return ActionResult(already=True)
        return ActionResult(details={"removed": [one]})

    async def _target(self, request: ActionRequest) -> View:
        """The comment as it is now. Raises Gone."""
        view = await self._session.status(request.target)
        if view is None:
            raise Gone()
        return view

    # ------------------------------------------------------------------ report

    async def _report(self, request: ActionRequest) -> ActionResult:
        account = await self.account(request)
        category = _REPORTS.get(request.reason or as_text(request.facts.get("category")), "other")
        rules = _words(self._options.get("report_rules"))
        if category == "violation" and not rules:
            category = "other"  # a server takes this one only with the rules that were broken
        fields: dict[str, Any] = {
            "account_id": account,
            "status_ids": [request.target],
            "category": category,
            "comment": request.text.strip()[:_MAX_REPORT],
            "forward": as_yes(self._options.get("forward_reports")),
        }
        if category == "violation":
            fields["rule_ids"] = rules
        made = await self._session.write("POST", "/api/v1/reports", fields, bucket="reports")
        details = {"category": category, "forwarded": made.get("forwarded") is True}
        return ActionResult(as_id(made.get("id")) or None, details=details)

    # ------------------------------------------------------------------ block, mute

    async def _block(self, request: ActionRequest) -> ActionResult:
        return await self._stand(request, "block", request.action is ActionKind.BLOCK, "blocking", {})

    async def _mute(self, request: ActionRequest) -> ActionResult:
        hours = self._options.get("mute_hours")
        lasting = isinstance(hours, int) and not isinstance(hours, bool) and 0 < hours <= 24 * 366
        fields = {"notifications": True, "duration": int(hours) * 3600 if lasting and hours else 0}
        return await self._stand(request, "mute", request.action is ActionKind.MUTE, "muting", fields)

    async def _stand(
        self, request: ActionRequest, verb: str, wanted: bool, name: str, fields: Mapping[str, Any]
    ) -> ActionResult:
        """Have a relationship in which ``name`` is ``wanted``."""
        account = await self.account(request)
        if (await self._session.relationship(account)).get(name) is wanted:
            return ActionResult(already=True)
        verb, fields = (verb, fields) if wanted else (f"un{verb}", {})
        answer = await self._session.write("POST", f"/api/v1/accounts/{segment(account)}/{verb}", fields)
        details = {"until": until} if (until := as_text(answer.get("muting_expires_at"))) else {}
        return ActionResult(details=details)

    async def account(self, request: ActionRequest) -> str:
        """The author's account on our instance: stored with the comment, else as the comment says now. Raises Gone."""
        known = as_id(request.facts.get("account_id"))
        return known or account_of(await self._target(request))

    # ------------------------------------------------------------------ like

    async def _like(self, request: ActionRequest) -> ActionResult:
        wanted = request.action is ActionKind.LIKE
        view = await self._session.status(request.target)
        if view is None and wanted:
            raise Gone()
        if view is None or (view.get("favourited") is True) is wanted:
            return ActionResult(already=True)  # a like goes with the status it was for
        verb = "favourite" if wanted else "unfavourite"
        await self._session.write("POST", f"/api/v1/statuses/{segment(request.target)}/{verb}")
        return ActionResult()


def reply_visibility(parent: str) -> str:
    """Who may read a reply: whoever could read the comment; nobody else where we do not know who that was."""
    return parent if parent in _VISIBILITIES else "direct"


def _made(view: View, *, already: bool) -> ActionResult:
    return ActionResult(
        id_of(view) or None,
        link_of(view) or None,
        already=already,
        details={"visibility": as_text(view.get("visibility"))},
    )


def _bare(text: str) -> list[str]:
    """The words without mentions: a server shows ``@name@host`` as ``@name``."""
    return [word for word in text.split() if not word.startswith("@")]


def _words(value: object) -> list[str]:
    """Rule ids as a person gives them: one, or several with commas between."""
    if isinstance(value, list):
        return [as_id(one) for one in value if as_id(one)]
    return [one.strip() for one in as_id(value).split(",") if one.strip()]
