"""The ladder of sanctions in the policy form: what counts, for how long, and which step comes at how many points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from console.policy.document import LadderView, PolicyDocument, StepView
from console.policy.sections_people import STEP_ACTIONS
from ui.i18n.mark import translate
from ui.i18n.words import action_word
from ui.views.policy.form_page import PLACE
from ui.views.policy.form_parts import FormPage
from ui.views.policy.form_words import category_label, role_choices
from ui.widgets.fields import Choice
from ui.widgets.form import SameWidth
from ui.widgets.form_controls import Check, Number

if TYPE_CHECKING:
    from console.policy.lines import Path

SECOND = "second_reviewer"


class LadderPage(FormPage):
    """What happens to an author who goes on."""

    section = "ladder"

    @property
    def root(self) -> Path:
        """The ladder's tables."""
        return ("ladder",)

    def _must(self, document: PolicyDocument) -> LadderView:
        return document.ladder() or LadderView("default", (), "", "none", {}, ())

    def shape(self, document: PolicyDocument) -> object:
        """Which categories count, and the steps."""
        view = document.ladder()
        violations = tuple(v.name for v in document.categories() if v.violation)
        if view is None:
            return ("none",)
        return view.name, violations, view.counts, len(view.steps), tuple(step.action for step in view.steps)

    def build(self, document: PolicyDocument) -> None:
        """Counting first, then the steps."""
        self.head(
            translate("PolicyForm", "Sanctions"),
            translate(
                "PolicyForm",
                "A person's decision against a comment gives its author points. The points lead up these steps, "
                "never straight to a block.",
            ),
        )
        view = document.ladder()
        if view is None:
            self.note(translate("PolicyForm", "There are no steps: every comment is decided for itself."))
            self.button(
                "start", translate("PolicyForm", "Begin with a warning, then hiding"),
                lambda: self.change("start", lambda d: d.add_ladder()), "plus",
            )  # fmt: skip
            return
        base: Path = ("ladder", view.name)
        self._counts(document, view, base)
        self.part(translate("PolicyForm", "Steps"))
        for index, step in enumerate(view.steps):
            self._step_at(index, step, (*base, "step", index))
        if not view.steps:
            self.note(translate("PolicyForm", "No step yet. The first one is usually a warning."))
        self._new(view)

    def _counts(self, document: PolicyDocument, view: LadderView, base: Path) -> None:
        self.part(
            translate("PolicyForm", "What counts"),
            translate("PolicyForm", "Points for each time a person confirms it."),
        )
        names = [v.name for v in document.categories() if v.violation or v.name in view.counts]
        checks = [self._counted(document, name) for name in names]
        if checks:
            SameWidth(self.look, checks, 200)
        self.place_for_faults("counts", (*base, "counts"))
        if not names:
            self.note(translate("PolicyForm", "No category is against the rules yet: say so in Categories."))
        self.line(
            "window", translate("PolicyForm", "Points count for"), lambda d: self._must(d).window,
            lambda d, text: d.set_window(text), live=False, path=(*base, "window"),
            help_=translate("PolicyForm", "A span such as 90d or 6mo."),
        )  # fmt: skip
        self.line(
            "decay", translate("PolicyForm", "Halve them every"),
            lambda d: self._must(d).decay.removeprefix("half_every=").replace("none", ""),
            lambda d, text: d.set_decay(text), live=False, path=(*base, "decay"),
            help_=translate("PolicyForm", "Empty: they count in full until the end."),
        )  # fmt: skip

    def _counted(self, document: PolicyDocument, name: str) -> Check:
        label = category_label(document, name)
        check = Check(self.look, label)
        check.toggled.connect(lambda on: self.change(f"counts.{name}", lambda d: self._count(d, name, on)))
        self.bind(
            f"counts.{name}", check, lambda d: check.show_checked(name in self._must(d).counts), add=False
        )
        points = Number(self.look, 1, 100)
        points.setAccessibleName(translate("PolicyForm", "Points: {category}").format(category=label))
        points.valueChanged.connect(
            lambda value: self.change(f"weight.{name}", lambda d: d.set_weight(name, value))
        )

        def show(now: PolicyDocument) -> None:
            view = self._must(now)
            points.setEnabled(name in view.counts)
            points.show_value(view.weights.get(name, 1))

        self.bind(f"weight.{name}", points, show, add=False)
        self.flow(check, points)
        return check

    def _count(self, document: PolicyDocument, name: str, on: bool) -> None:
        now = [known for known in self._must(document).counts if known != name]
        document.set_counts([*now, name] if on else now)

    # ------------------------------------------------------------------ steps

    def _at(self, document: PolicyDocument, index: int) -> StepView:
        steps = self._must(document).steps
        return steps[index] if index < len(steps) else StepView(0, "")

    def _step_at(self, index: int, step: StepView, path: Path) -> None:
        at = Number(self.look, 1, 10_000)
        at.setAccessibleName(translate("PolicyForm", "From how many points on"))
        at.valueChanged.connect(
            lambda value: self.change(f"step.{index}", lambda d: d.set_step(index, at=value))
        )
        self.bind(f"step.{index}.at", at, lambda d: at.show_value(self._at(d, index).at), add=False)
        action = Choice(self.look, [(key, action_word(key)) for key in STEP_ACTIONS])
        action.setAccessibleName(translate("PolicyForm", "Step"))
        action.activated.connect(
            lambda _i: self.change(f"step.{index}", lambda d: d.set_step(index, action=action.key()))
        )
        self.bind(
            f"step.{index}.action", action, lambda d: action.set_key(self._at(d, index).action), add=False
        )
        remove = self.button(
            f"step.{index}.remove", translate("PolicyForm", "Remove"),
            lambda: self.change(f"step.{index}", lambda d: d.remove_step(index)), add=False,
        )  # fmt: skip
        holder = self.flow(at, action, remove)
        self.column.removeWidget(holder)
        self.bind(
            f"step.{index}", holder, lambda _d: None, label=translate("PolicyForm", "From points"), path=path
        )
        if step.action in {"block", "mute"}:
            self.line(
                f"step.{index}.duration", translate("PolicyForm", "For how long"),
                lambda d: self._at(d, index).duration,
                lambda d, text: d.set_step(index, duration=text), live=False,
                path=(*path, "duration"), help_=translate("PolicyForm", "Empty: without end."),
            )  # fmt: skip
        for word, label in (
            (SECOND, translate("PolicyForm", "A second person must agree")),
            ("reason", translate("PolicyForm", "A reason must be given")),
            ("warned_before", translate("PolicyForm", "Only after a warning")),
        ):
            self._requires(index, word, label)
        second = next((r for r in step.requires if r.partition(":")[0] == SECOND), "")
        if second:
            self.choice(
                f"step.{index}.who", translate("PolicyForm", "Who may agree"),
                [("", translate("PolicyForm", "As under Approval")), *role_choices()],
                lambda d: self._second(d, index).partition(":")[2],
                lambda d, role: self._require(d, index, SECOND, True, role),
            )  # fmt: skip

    def _requires(self, index: int, word: str, label: str) -> None:
        self.check(
            f"step.{index}.{word}", label,
            lambda d: any(r.partition(":")[0] == word for r in self._at(d, index).requires),
            lambda d, on: self._require(d, index, word, on),
        )  # fmt: skip

    def _second(self, document: PolicyDocument, index: int) -> str:
        return next((r for r in self._at(document, index).requires if r.startswith(SECOND)), "")

    def _require(self, document: PolicyDocument, index: int, word: str, on: bool, role: str = "") -> None:
        full = f"{word}:{role}" if role else word
        now = list(self._at(document, index).requires)
        if not on:
            now = [known for known in now if known.partition(":")[0] != word]
        elif any(known.partition(":")[0] == word for known in now):
            now = [full if known.partition(":")[0] == word else known for known in now]
        else:
            now.append(full)
        document.set_step(index, requires=tuple(now))

    def _new(self, view: LadderView) -> None:
        at = Number(self.look, 1, 10_000)
        at.setAccessibleName(translate("PolicyForm", "Points of the new step"))
        at.setProperty(PLACE, "step.new")
        at.show_value(max((step.at for step in view.steps), default=0) + 1)
        action = Choice(self.look, [(key, action_word(key)) for key in STEP_ACTIONS])
        action.setAccessibleName(translate("PolicyForm", "New step"))
        action.setProperty(PLACE, "step.new.action")
        add = self.button(
            "step.add", translate("PolicyForm", "Add the step"),
            lambda: self._add(at.value(), action.key()), "plus", add=False,
        )  # fmt: skip
        holder = self.flow(at, action, add)
        self.column.removeWidget(holder)
        self.bind(
            "step", holder, lambda _d: None, label=translate("PolicyForm", "A new step, from points"),
            path=("ladder", view.name, "step"),
        )  # fmt: skip

    def _add(self, at: int, action: str) -> None:
        requires = (SECOND, "reason") if action == "block" else ()
        self.change("step", lambda d: d.add_step(at, action, requires=requires))
