"""The command line's option for a moment to come."""

from __future__ import annotations

import time
from typing import Any, Final

import click

from console.services.moments import moment_of


class Until(click.ParamType[int]):
    """Click's type for ``--until``."""

    name = "time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """UTC seconds; wrong use where it is no moment."""
        if isinstance(value, int):
            return value
        found = moment_of(str(value), int(time.time()))
        if found is None:
            self.fail(f"{str(value)[:40]!r}: 1767225600, 15:00, 90m, 2h, 1d, 2026-11-22T15:00", param, ctx)
        return found


UNTIL: Final = Until()
