"""Phrases that count what an erasure takes and leaves; beside ``counted``, for the same reason."""

from __future__ import annotations

from ui.i18n.format import number
from ui.i18n.mark import translate


class EraseCounted:
    """Phrases with ``%n``, in the plural form of the language, the number grouped by locale."""

    def tr(self, source: str, disambiguation: str, n: int) -> str:
        """Translate under the context ``EraseCounted``, as lupdate files it."""
        return translate("EraseCounted", source, disambiguation, n)

    def comments(self, n: int) -> str:
        """Comments of the person."""
        return self.tr("%n comment(s) with all versions", "", n)

    def notes(self, n: int) -> str:
        """The team's notes about them."""
        return self.tr("%n note(s)", "", n)

    def drafts(self, n: int) -> str:
        """Begun replies."""
        return self.tr("%n begun reply(ies)", "", n)

    def tags(self, n: int) -> str:
        """Tags."""
        return self.tr("%n tag(s)", "", n)

    def strikes(self, n: int) -> str:
        """Strikes."""
        return self.tr("%n strike(s)", "", n)

    def words(self, n: int) -> str:
        """Words kept with decisions."""
        return self.tr("%n reason(s) or reply(ies) kept with decisions", "", n)

    def entries(self, n: int) -> str:
        """What stays of the log."""
        return self.tr("%n entry(ies) of the log", "", n)

    def decisions(self, n: int) -> str:
        """Decisions that stay."""
        return self.tr("%n decision(s)", "", n)

    def unfinished(self, n: int) -> str:
        """Why it cannot be done yet."""
        return self.tr(
            "%n action(s) about this person are on their way. Let them go or undo them first.", "", n
        )

    def authors(self, n: int) -> str:
        """Authors of a channel."""
        return self.tr("%n author(s) who wrote in no other channel", "", n)

    def posts(self, n: int) -> str:
        """Posts of a channel."""
        return self.tr("%n post(s)", "", n)

    def call_off(self, n: int) -> str:
        """What a person must agree to."""
        return self.tr("Call off %n action(s) that were decided and not carried out", "", n)

    def unsent(self, n: int) -> str:
        """Actions that have not left."""
        return self.tr("%n not sent", "", n)

    def unknown(self, n: int) -> str:
        """Actions of which nobody knows whether they were carried out."""
        return self.tr("%n perhaps carried out", "", n)

    def reviews(self, n: int) -> str:
        """Actions that wait for a second person."""
        return self.tr("%n waiting for a second person", "", n)

    def progress(self, n: int, done: int) -> str:
        """How far it is, of ``n`` comments."""
        return self.tr("{done} of %n comment(s) erased", "", n).format(done=number(done))


erase_counted = EraseCounted()
