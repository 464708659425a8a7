"""Which keys work here and now, for the page of keys: by room, by what is open, by where the focus is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ui import actions
from ui.action_table import BULK, CATEGORY, DECIDE, LATER, LOOK, MOVE, POLICY, REPLY
from ui.keymap import is_single
from ui.views import asks
from ui.views.action_bar import meant_by
from ui.views.queue_keys import NAMED
from ui.widgets.focus import is_field

if TYPE_CHECKING:
    from ui.views.main_window import MainWindow

_ROOMS: Final = {"audit": "audit", POLICY: "policy"}


def contexts(window: MainWindow) -> tuple[str, ...]:
    """The contexts that exist in this window: a room that was not built has no keys to learn."""
    found = [MOVE, DECIDE, "everywhere", LOOK, CATEGORY, LATER, REPLY]
    if hasattr(window.queue, "bulk"):
        found.append(BULK)
    if window.knows("app.outbox") or window.knows("app.history"):
        found.append("history")
    found.extend(context for context, room in _ROOMS.items() if window.is_room(room))
    return tuple(found)


def works_now(window: MainWindow) -> frozenset[str]:
    """The actions whose keys do something now; those that would only say why not are left out."""
    typing = is_field(window.focusWidget())
    found = {row.id for row in actions.all_rows() if window.knows(row.id)}
    found.update(window.actions_here())
    queue = window.queue
    if window.pages.currentWidget() is queue:
        found.update(_of_queue(window))
    elif "policy.save" in found:
        found.add("app.refresh")
    if typing:
        return frozenset(one for one in found if any(not is_single(key) for key in actions.keys(one)))
    return frozenset(found)


def _of_queue(window: MainWindow) -> set[str]:
    queue = window.queue
    asking = queue.bar.asking
    if asking in (asks.CATEGORY,):
        return {f"category.{one}" for one in asks.CHOICES} | {"move.back"}
    if asking in (asks.LATER, asks.WATCH):
        return {f"later.{one}" for one in asks.TIMES} | {"move.back"}
    if queue.reply.isVisible():
        return {"reply.send", "reply.templates", "reply.paste_plain", "reply.close"}
    data = queue.armed()
    found = set()
    for name, action in queue.actions_by_id.items():
        context = actions.row(name).context
        if not action.isEnabled() or context not in (MOVE, DECIDE, LOOK):
            continue
        if name in NAMED and data is None:
            continue
        if name.startswith("decide.") and data is not None:
            face = data.faces.get(meant_by(name.removeprefix("decide."), data))
            if face is not None and face.refusal:
                continue
        found.add(name)
    return found
