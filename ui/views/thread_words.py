"""The words of a thread: the line over each part, and the sentence that a screen reader hears for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.delegates.visible_text import isolated, plain_name
from ui.i18n import format as say
from ui.i18n.detail_counted import detail_counted
from ui.i18n.mark import translate
from ui.i18n.words import state_word
from ui.models.masking import in_words

if TYPE_CHECKING:
    from ui.models.detail_data import DetailData, Medium, ThreadPart
    from ui.models.word_diff import WordDiff

_SPOKEN = 600  # letters of one part that are read out


def who(part: ThreadPart) -> str:
    """Who wrote it."""
    return translate("Thread", "Us") if part.kind == "ours" else plain_name(part.author)


def meta(part: ThreadPart, now: int, *, answers: bool = False) -> str:
    """What stands after the name: whom it answers, when, by whom of the team, and whether it has left."""
    pieces = []
    if answers and part.answers:
        pieces.append(translate("Thread", "answers {name}").format(name=isolated(plain_name(part.answers))))
    if part.posted_at is not None:
        if part.kind == "post":
            pieces.append(translate("Thread", "post of {day}").format(day=say.day(part.posted_at, now)))
        else:
            same_day = say.day(part.posted_at, now) == say.day(now, now)
            plain = part.kind == "after" and same_day
            pieces.append(say.clock_time(part.posted_at) if plain else say.moment(part.posted_at, now))
    if part.by:
        pieces.append(translate("Thread", "by {name}").format(name=isolated(plain_name(part.by))))
    if part.state:
        pieces.append(state_word(part.state))
    return " · ".join(pieces)


def more_words(part: ThreadPart) -> str:
    """``37 earlier: show``."""
    said = {"earlier": detail_counted.earlier, "later": detail_counted.later}
    return said.get(part.side, detail_counted.answers)(part.count)


def media_words(one: Medium) -> str:
    """``Image, 214 kB``."""
    word = {
        "image": translate("Media", "Image"),
        "video": translate("Media", "Video"),
        "audio": translate("Media", "Sound"),
    }.get(one.kind, translate("Media", "File"))
    return (
        translate("Media", "{kind}, {size}").format(kind=word, size=say.size(one.size)) if one.size else word
    )


def diff_words(diff: WordDiff) -> str:
    """A comparison as a screen reader hears it: what went and what came is said, never shown by colour alone."""
    return in_words(
        diff.spoken(translate("Thread", "[removed: {words}]"), translate("Thread", "[added: {words}]"))
    )


def spoken(part: ThreadPart, data: DetailData, now: int, shown: str = "", notice: str = "") -> str:
    """One part as a sentence. ``shown`` are other words than the part's own, ``notice`` says which they are."""
    if part.kind == "more":
        return more_words(part)
    head = ", ".join(piece for piece in (who(part), meta(part, now, answers=True)) if piece)
    if part.kind == "focus":
        head = translate("Thread", "To decide: {head}").format(head=head)
        if data.card.masked:
            head = translate("Thread", "{head}, masked words as dots").format(head=head)
    words = " ".join(in_words(shown or part.text).split())[:_SPOKEN]
    lines = [translate("Thread", "{head}: {text}").format(head=head, text=words)]
    if notice:
        lines.insert(0, notice)
    if part.kind == "focus":
        for one in data.media:
            head = media_words(one)
            text = plain_name(one.alt)
            lines.append(translate("Thread", "{head}: {text}").format(head=head, text=text) if text else head)
    return ". ".join(line.rstrip(".") for line in lines)
