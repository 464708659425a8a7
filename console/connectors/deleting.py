"""What a delete is about: the comment, or the reply of ours that it takes back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.connectors.answers import as_id
from console.domain.errors import Invalid

if TYPE_CHECKING:
    from console.domain.decision import ActionRequest


def deleted_id(request: ActionRequest) -> str:
    """The id of what ``request`` deletes. Raises Invalid ``bad_target``: nothing is deleted, nothing can be read back.

    A reply whose id was never learned (a person confirmed that it was sent) is nothing that can be taken back: never
    the comment instead, which is somebody else's.
    """
    one = request.target if request.undo_of is None else as_id(request.undo_of.get("remote_id"))
    if not one:
        raise Invalid("bad_target")
    return one
