"""From an error of the policy's check, which knows a line, to the place in the document whose field it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.policy.phrases import error_dict
from ui.i18n.format import language
from ui.i18n.mark import translate
from ui.views.policy.form_page import Fault

if TYPE_CHECKING:
    from console.policy.document import PolicyDocument
    from console.policy.errors import PolicyError


def fault_of(document: PolicyDocument, error: PolicyError) -> Fault:
    """An error of the check with its whole sentence and the place in the policy that it is about."""
    said = error_dict(error, language())
    what = f"{said['file']}:{said['line']}: {said['message']}"
    words = f"{what}, {said['hint']}" if said.get("hint") else what
    for view in document.lists():
        if view.file and error.file == view.file:
            return Fault(("list", view.name, "words"), words)
    path = document.place_of(error.line)
    if error.code == "list.empty":
        first = translate("PolicyForm", "Add a first word: an empty list finds nothing.")
        return Fault((*path[:2], "words"), first, unfinished=True)
    key = error.params.get("key")
    if isinstance(key, str) and document.lines_of(*path, key) != (0, 0):
        path = (*path, key)
    for name in (error.params.get("name"), error.params.get("value")):
        for index, item in enumerate(document.array(*path)):
            if isinstance(name, str) and _holds(item, name):
                return Fault((*path, index), words)
    return Fault(path, words)


def _holds(value: object, name: str) -> bool:
    """Whether a text stands somewhere in an element: several elements may share a line."""
    if isinstance(value, dict):
        return any(_holds(item, name) for item in value.values())
    if isinstance(value, list):
        return any(_holds(item, name) for item in value)
    return value == name
