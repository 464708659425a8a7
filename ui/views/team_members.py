"""The team's page: who is on it in which role, what each role may do, and for leads adding, changing and removing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from console.domain.errors import DomainError, VigieError
from console.domain.vocabulary import Role
from console.policy import allowed
from console.policy.phrases import WORDS
from console.policy.sections_permissions import ACTIONS, KEPT, TASKS, Permissions
from console.services.roles import MAX_NAME, Actor
from ui.i18n import format as say
from ui.i18n.mark import translate
from ui.i18n.messages import error_text, known, sentence
from ui.i18n.team_counted import team_counted
from ui.i18n.words import role_word
from ui.retiring import retire
from ui.theme.icon_names import ROLES
from ui.views.team_exposure import TeamExposureLine
from ui.widgets.base import Pane, Rule, Text
from ui.widgets.buttons import RING_ROOM, ActionButton, Kind
from ui.widgets.cells import Cell, CellTable
from ui.widgets.fields import Choice
from ui.widgets.form import Field
from ui.widgets.header import PaneHeader
from ui.widgets.notice import Notice

if TYPE_CHECKING:
    from collections.abc import Callable

    from console.domain.events import Changed
    from console.runtime.app import Console
    from console.store import Member
    from ui.bridge import Bridge
    from ui.theme.look import Look

SHARES: Final = (3.0, 2.0, 2.0, 2.0)
OFFERED: Final = (Role.MODERATOR, Role.REVIEWER, Role.SPOKESPERSON, Role.LEAD, Role.AUDITOR)


class TeamMembers(Pane):
    """Everybody sees it; only a lead's buttons do something. ``spoke`` is for the strip, ``act_asked`` for a change."""

    spoke = Signal(str)
    act_asked = Signal()

    def __init__(
        self, console: Console, bridge: Bridge, actor: Actor, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, "surface", "", parent)
        self._console, self._bridge, self._actor = console, bridge, actor
        self._members: tuple[Member, ...] = ()
        self._permissions: Permissions = {}
        self._wanted = actor.name
        self.head = PaneHeader(look)
        self.act = ActionButton(look, "user-switch")
        self.line = Text(look, "body", "text-muted", wrap=True)
        self.table = CellTable(look, SHARES)
        self.role = Choice(look)
        self.change = ActionButton(look, "check")
        self.remove = ActionButton(look, "user-minus")
        self.ask = Notice(look, "danger")
        self.add_title = Text(look, "title")
        self.name = QLineEdit()
        self.name.setMaxLength(MAX_NAME)
        self.new_role = Choice(look)
        self.name_field = Field(look, self.name)
        self.role_field = Field(look, self.new_role)
        self.add = ActionButton(look, "plus", kind=Kind.PRIMARY)
        self.exposure = TeamExposureLine(console, bridge, actor, look, parent=self)
        self.may_title = Text(look, "title")
        self.may_line = Text(look, "small", "text-muted", wrap=True)
        self._grid = QGridLayout()
        self.may: list[tuple[Text, Text]] = []
        self._build()
        self._connect()
        self.retranslate()
        self.read()
        self.setFocusProxy(self.table)

    def _build(self) -> None:
        px = self.look.px
        self.head.add(self.act)
        inner = Pane(self.look)
        column = QVBoxLayout(inner)
        column.setContentsMargins(px(16), px(10), px(16), px(16))
        column.setSpacing(px(8))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        for button in (self.role, self.change, self.remove):
            row.addWidget(button)
        row.addStretch(1)
        fresh = QHBoxLayout()
        fresh.setSpacing(px(12))
        fresh.addWidget(self.name_field, 2, Qt.AlignmentFlag.AlignTop)
        fresh.addWidget(self.role_field, 1, Qt.AlignmentFlag.AlignTop)
        fresh.addStretch(2)
        button_row = QHBoxLayout()
        button_row.setContentsMargins(-px(RING_ROOM), 0, 0, 0)
        button_row.addWidget(self.add)
        button_row.addStretch(1)
        self._grid.setColumnStretch(1, 1)
        self._grid.setHorizontalSpacing(px(20))
        self._grid.setVerticalSpacing(px(6))
        column.addWidget(self.line)
        column.addWidget(self.exposure)
        column.addWidget(self.table)
        column.addLayout(row)
        column.addWidget(self.ask)
        column.addWidget(Rule(self.look))
        column.addWidget(self.add_title)
        column.addLayout(fresh)
        column.addLayout(button_row)
        column.addWidget(Rule(self.look))
        column.addWidget(self.may_title)
        column.addWidget(self.may_line)
        column.addLayout(self._grid)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(area, 1)
        self.ask.hide()

    def _connect(self) -> None:
        self.act.clicked.connect(lambda _checked=False: self.act_asked.emit())
        self.table.moved.connect(self._moved)
        self.change.clicked.connect(lambda _checked=False: self._change())
        self.remove.clicked.connect(lambda _checked=False: self._ask_removal())
        self.add.clicked.connect(lambda _checked=False: self._add())
        self.name.returnPressed.connect(self._add)
        self.name.textEdited.connect(lambda _text: self.name_field.set_words(self._name_word()))
        self.role.activated.connect(lambda _index: self._say_buttons())
        self._bridge.changed.connect(self._on_changed)

    # ------------------------------------------------------------------ reading

    def read(self) -> None:
        """Read the members and what the active policy lets each role do."""
        future = self._console.background(lambda c: (c.team.list(), c.policy().permissions))
        self._bridge.watch(future, self, self._arrived)

    def _on_changed(self, changes: tuple[Changed, ...]) -> None:
        if any(change.what in ("members", "policy") for change in changes):
            self.read()

    def _arrived(self, found: tuple[tuple[Member, ...], Permissions]) -> None:
        self._members, self._permissions = found
        self.head.count.set_text(team_counted.members(len(self._members)))
        heads = (translate("Team", "Name"), translate("Team", "Role"), translate("Team", "Since"), "")
        self.table.set_rows(heads, [self._row(one) for one in self._members])
        self.table.fit_height()
        names = [one.name for one in self._members]
        if names:
            self.table.choose(names.index(self._wanted) if self._wanted in names else 0)
        self.exposure.read()
        self._show_permissions()
        self._say_buttons()

    def _row(self, one: Member) -> tuple[Cell, ...]:
        me = translate("Team", "you, now") if one.name == self._actor.name else ""
        return (
            Cell(one.name, ROLES.get(one.role.value, "user"), weight=600),
            Cell(role_word(one.role.value)),
            Cell(say.day(one.added_at), color="text-muted"),
            Cell(me, color="text-muted"),
        )

    @property
    def member(self) -> Member | None:
        """The member whose row is current."""
        row = self.table.current_row()
        return self._members[row] if 0 <= row < len(self._members) else None

    def _moved(self, _row: int) -> None:
        member = self.member
        if member is not None:
            if member.name != self._wanted:
                self.ask.hide()
            self._wanted = member.name
            self.role.set_key(member.role.value)
        self._say_buttons()

    def _say_buttons(self) -> None:
        barred = "" if self._actor.may("member") else translate("Team", "Only a lead changes the team.")
        member = self.member
        name = "" if member is None else member.name
        self.role.setEnabled(not barred)
        self.role.setAccessibleName(translate("Team", "Role of {name}").format(name=name))
        self.change.set_face("check", translate("Team", "Change the role of {name}").format(name=name))
        same = member is not None and self.role.key() == member.role.value
        self.change.set_inert(barred or (translate("Team", "That is the role now.") if same else ""))
        self.remove.set_face("user-minus", translate("Team", "Remove {name}…").format(name=name))
        self.remove.set_inert(barred)
        self.add.set_inert(barred)
        self.name.setEnabled(not barred)
        self.new_role.setEnabled(not barred)

    # ------------------------------------------------------------------ changing

    def _add(self) -> None:
        name = " ".join(self.name.text().split())
        role, actor = Role(self.new_role.key() or Role.MODERATOR), self._actor
        if not actor.may("member"):
            return
        if not name:
            self.name_field.set_wrong(translate("Team", "Type a name: a pseudonym will do."))
            self.name.setFocus()
            return
        self._run(
            lambda c: c.team.add(name, role, actor),
            translate("Team", "{name} is on the team now.").format(name=name),
            name,
        )

    def _change(self) -> None:
        member, actor, role = self.member, self._actor, self.role.key()
        if member is not None and role:
            words = translate("Team", "{name}: {role}").format(name=member.name, role=role_word(role))
            self._run(lambda c: c.team.set_role(member.name, Role(role), actor), words, member.name)

    def _ask_removal(self) -> None:
        """Say what removing means, and ask."""
        member = self.member
        if member is None:
            return
        self.ask.show_notice(
            "user-minus",
            translate("Team", "Remove {name}?").format(name=member.name),
            translate(
                "Team",
                "What they hold is given back. Their decisions, notes and entries in the log stay, under this name.",
            ),
            "",
            "danger",
        )
        yes = ActionButton(self.look, "user-minus", translate("Team", "Remove from the team"))
        no = ActionButton(self.look, "", translate("Team", "Keep on the team"))
        self.ask.set_buttons([(no, self.ask.hide), (yes, lambda: self._remove(member))])
        self.ask.show()
        no.setFocus()

    def _remove(self, member: Member) -> None:
        actor = self._actor
        self.ask.hide()
        words = translate("Team", "{name} is no longer on the team.").format(name=member.name)
        self._run(lambda c: c.team.remove(member.name, actor), words, actor.name)
        self.table.setFocus()

    def _run(self, work: Callable[[Console], object], words: str, then: str) -> None:
        def done(_result: object) -> None:
            self._wanted = then
            self.name.clear()
            self.spoke.emit(words)
            self.read()

        self._bridge.watch(self._console.background(work), self, done, self._failed)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, VigieError):
            self._bridge.tasks.failed.emit(error)
            return
        words = sentence(error.code, error.params) if known(error.code) else error_text(error.code).what
        if error.code in ("member_exists", "bad_actor_name", "reserved_name"):
            self.name_field.set_wrong(words)
            self.name.setFocus()
            return
        step = error_text(error.code, error.params).step if isinstance(error, DomainError) else ""
        self.ask.show_notice("hand-palm", words, step if error.code == "refuse.role" else "", "", "warning")
        fine = ActionButton(self.look, "check", translate("Team", "Understood"))
        self.ask.set_buttons([(fine, self.ask.hide)])
        self.ask.show()
        fine.setFocus()

    # ------------------------------------------------------------------ what each role may do

    def _show_permissions(self) -> None:
        groups: dict[tuple[str, ...], list[str]] = {}
        for what in (*ACTIONS, *TASKS, *KEPT):
            groups.setdefault(allowed(self._permissions, what), []).append(_what_word(what))
        while self.may:
            for label in self.may.pop():
                self._grid.removeWidget(label)
                retire(label)
        order = sorted(groups.items(), key=lambda item: -len(item[0]))
        for row, (roles, things) in enumerate(order):
            who = Text(self.look, "body", "text", 600, wrap=True)
            them = Text(self.look, "body", wrap=True)
            words = [role_word(one) for one in roles]
            if len(roles) == len(Role):
                words = [translate("Team", "everybody")]
            elif set(roles) == set(Role) - {Role.AUDITOR}:
                words = [translate("Team", "everybody but {role}").format(role=role_word(Role.AUDITOR.value))]
            who.setText(", ".join(words))
            who.setFixedWidth(self.look.px(220))
            them.setText(", ".join(things))
            self._grid.addWidget(who, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(them, row, 1, Qt.AlignmentFlag.AlignTop)
            self.may.append((who, them))

    def _name_word(self) -> str:
        return translate("Team", "Name, a pseudonym will do")

    def retranslate(self) -> None:
        """Words of the language shown."""
        self.head.title.set_text(translate("Team", "Team"), "user-circle")
        self.act.set_face("user-switch", translate("Team", "Act as someone else"))
        self.line.setText(
            translate(
                "Team",
                "Names are what everybody sees, here and in the log. With one member listed, any other name acts as moderator; from the second on, only members act.",
            )
        )
        roles = [(one.value, role_word(one.value)) for one in OFFERED]
        self.role.set_choices(roles)
        self.new_role.set_choices(roles)
        self.add_title.setText(translate("Team", "Add a member"))
        self.name_field.set_words(self._name_word())
        self.role_field.set_words(translate("Team", "Role"))
        self.add.set_face("plus", translate("Team", "Add"))
        self.may_title.setText(translate("Team", "Who may do what"))
        self.may_line.setText(
            translate(
                "Team", "From the section “permissions” of the active policy; a lead may do everything."
            )
        )
        self.table.setAccessibleName(translate("Team", "Members"))
        self._arrived((self._members, self._permissions))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _what_word(what: str) -> str:
    """An action or a task as the policy's sentences name it."""
    found = WORDS.get(f"action.{what}") or WORDS.get(f"task.{what}") or {}
    french = QLocale().language() == QLocale.Language.French
    return found.get("fr" if french else "en", what)
