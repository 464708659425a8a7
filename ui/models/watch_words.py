"""Hold and watch in words: until when, and once that is over, what came in the thread since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.i18n import format as say
from ui.i18n.mark import translate
from ui.i18n.reply_counted import reply_counted

if TYPE_CHECKING:
    from console.services.watching import Watch


def when_words(epoch: int, now: int) -> str:
    """A time to come, as short as it is clear: 15:00, tomorrow 08:30, 24 Nov, 08:30."""
    gap = say.days_between(now, epoch)
    clock = say.clock_time(epoch)
    if gap == 0:
        return clock
    if gap == 1:
        return translate("Watch", "tomorrow {time}").format(time=clock)
    return translate("Watch", "{day}, {time}").format(day=say.day(epoch, now), time=clock)


def until_words(watch: Watch, now: int) -> str:
    """``Watch until 15:00``: on the card of what is being watched, and in its timeline."""
    return translate("Watch", "Watch until {time}").format(time=when_words(watch.until, now))


def again_words() -> str:
    """The mark of a comment whose watch is over."""
    return translate("Watch", "watched, look again")


def since_words(watch: Watch) -> str:
    """What came in the thread while it was watched."""
    parts = []
    if watch.comments:
        parts.append(reply_counted.comments(watch.comments))
    if watch.likes:
        parts.append(reply_counted.likes(watch.likes))
    if not parts:
        return translate("Watch", "Nothing came in the thread since.")
    return translate("Watch", "In the thread since: {what}.").format(what=", ".join(parts))
