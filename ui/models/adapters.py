"""From what the console reads to what the window shows: cards and details as plain data, wording at the edge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from console.domain.vocabulary import LOCAL_ACTIONS, ActionKind, CommentState, OutboxState
from console.policy import Facts, Policy, ReviewNeeded, facts_of, fills, forbid, refuse
from console.services.verdict_words import second_lines, verdict_line
from ui.i18n.format import language
from ui.i18n.mark import translate
from ui.i18n.messages import known, sentence
from ui.i18n.words import (
    action_lower,
    category_word,
    hidden_alone,
    hiding_alone,
    join_and,
    platform_word,
    role_word,
)
from ui.models.author_adapter import author_data
from ui.models.detail_data import ActionFace, DetailData, WhyLine
from ui.models.effects import effect_lines, unknown_words
from ui.models.held_words import head_states
from ui.models.reply_words import review_words
from ui.models.thread_adapter import media, revisions, thread_parts
from ui.models.timeline import timeline
from ui.models.watch_words import again_words, since_words
from ui.models.wording import category_name, reason_words, refusal_words
from ui.theme.icon_names import category_color, category_icon

if TYPE_CHECKING:
    from collections.abc import Mapping

    from console.domain.decision import Capability
    from console.services.desk import Detail
    from console.services.members import Answerers
    from console.services.roles import Actor
    from ui.models.card_data import CardData

SHOWN_ACTIONS: Final = (
    "keep", "reply", "hide", "unhide", "snooze", "watch", "escalate", "report", "block", "unblock", "delete", "mute",
    "unmute", "like", "warn",
)  # fmt: skip


def facts_for(detail: Detail) -> Facts:
    """What the policy may know about the comment, as the decision itself will see it."""
    comment = detail.comment
    return facts_of(
        comment,
        detail.verdict,
        detail.history,
        from_import=comment.imported,
        person_category=comment.category if comment.category_by else None,
    )


def _effect(action: str, capability: Capability, kind: str) -> str:
    if ActionKind(action) in LOCAL_ACTIONS:
        return ""
    if capability.note and known(capability.note):
        return sentence(capability.note)
    code = {"link": "effect.link", "none": "effect.none", "own_only": "effect.own_only"}.get(
        capability.mode, "effect.reversible" if capability.reversible else "effect.final"
    )
    return sentence(code, {"platform": kind})


def _answer_effect(action: str) -> str:
    """What a key does where the console has hidden the comment and asks what a person says of it."""
    if action == "hide":
        return translate(
            "Automatic",
            "It stays hidden, by your decision. Nothing is sent again. A violation counts as a strike.",
        )
    return translate("Automatic", "It is shown again, and counts against the rule.")


def faces(detail: Detail, policy: Policy, actor: Actor, now: int) -> dict[str, ActionFace]:
    """What each action would do here and what stands against it, asked of the same rules that will decide."""
    found: dict[str, ActionFace] = {}
    facts = facts_for(detail)
    for action in SHOWN_ACTIONS:
        capability = detail.capabilities[action]
        effect = _effect(action, capability, detail.comment.kind)
        refusal, review, code, clause = "", "", "", ""
        instead: tuple[str, ...] = ()
        if detail.proposal is not None:
            answer = refuse(
                policy,
                action,
                facts,
                detail.proposal,
                role=actor.role.value,
                actor=actor.name,
                capability=capability,
                now=now,
                reason="given" if action == "block" else "",
            )
            if isinstance(answer, ReviewNeeded):
                review = reason_words(answer.why, policy)
            elif answer is not None:
                refusal = refusal_words(answer, policy)
                code, clause, instead = answer.code, answer.clause, answer.instead
                channel_cannot = code in ("refuse.unsupported", "refuse.own_only")
                if channel_cannot and capability.note and known(capability.note):
                    refusal = sentence(capability.note)
        else:  # not read yet: what the role lacks stands all the same
            lacking = forbid(policy.permissions, actor.role.value, action, actor.name)
            if lacking is not None:
                refusal = refusal_words(lacking, policy)
                code, clause, instead = lacking.code, lacking.clause, lacking.instead
        if detail.automatic and action in ("hide", "keep"):
            effect = _answer_effect(action)
        found[action] = ActionFace(
            action,
            effect=f"{effect} {review}".strip(),
            refusal=refusal,
            code=code,
            instead=instead,
            clause=clause,
            final=not capability.reversible,
            by_hand=capability.mode == "link",
            second=bool(review),
        )
    return found


def why_lines(
    detail: Detail,
    policy: Policy,
    face: Mapping[str, ActionFace],
    *,
    quote: bool = False,
    me: str = "",
) -> tuple[WhyLine, ...]:
    """Verdict, second opinion, rule and proposal, the facts nobody has, and what is refused.

    ``me`` hears what became of a reply of theirs. ``quote`` lets the verdict's line repeat words of the comment.
    """
    comment, verdict, proposal = detail.comment, detail.verdict, detail.proposal
    lines: list[WhyLine] = []
    if detail.automatic:
        aside = translate("Automatic", "· nobody has looked yet: leave it hidden, or show it again")
        on_its_way = comment.state in (CommentState.PENDING, CommentState.WAITING)
        head = (hiding_alone if on_its_way else hidden_alone)(detail.automatic)
        lines.append(WhyLine("robot", head, muted=aside, fill=True))

    def named(category: str) -> str:
        return category_name(policy, category) or category_word(category)

    if detail.watch is not None and detail.watch.over:
        lines.append(
            WhyLine("binoculars", again_words().capitalize(), since_words(detail.watch), color="warning")
        )
    outcome = review_words(detail, me)
    if outcome is not None:
        lines.append(WhyLine("users", outcome[0], outcome[1], color="warning", fill=True))
    if detail.answerers is not None:
        lines.append(_waited_for(detail.answerers, detail.reviews[0].role))
    if verdict is not None:
        said = verdict_line(verdict, comment.text, language(), named, quote=quote, chosen=comment.category)
        icon, color = category_icon(said.category), category_color(said.category)
        lines.append(WhyLine(icon, said.head, said.said, said.aside, color, True))
    for second in second_lines(verdict, detail.opinions, language(), named):
        if second.disagrees:
            lines.append(WhyLine("warning", second.stance, second.said, color="warning", fill=True))
        else:
            lines.append(WhyLine("users", plain=second.said, muted=second.stance))
    if proposal is not None:
        lines += _rule_lines(detail, policy)
        left = [action_lower(one) for one in detail.remaining if one in face and not face[one].refusal]
        if left:
            plain = translate("Why", "Proposed too, and not done: {actions}").format(actions=join_and(left))
            lines.append(WhyLine("circle-dashed", plain=plain, color="warning"))
        if detail.answered:
            answered = translate("Why", "We have answered on the site since: no reply is expected any more.")
            lines.append(WhyLine("arrow-bend-up-left", plain=answered))
        unknown = unknown_words(proposal.unknown)
        if unknown:
            lines.append(WhyLine("circle-dashed", plain=f"{unknown}."))
    barred = False
    for action in ("hide", "reply", "block"):
        if face[action].code == "refuse.role":  # said once: it stands on each button
            if barred:
                continue
            barred = True
        refusal = face[action].refusal
        if refusal and len(lines) < 6 and all(line.plain != refusal for line in lines):
            lines.append(WhyLine("hand-palm", plain=refusal))
    return tuple(lines)


def _waited_for(who: Answerers, role: str) -> WhyLine:
    """Who can agree to what waits; says so where nobody has the role that was asked for, or nobody can."""
    names = ", ".join(who.names)
    if not who.names:
        plain = translate("Why", "Nobody can agree: a lead adds a member as {role}").format(
            role=role_word(role)
        )
        return WhyLine("warning", plain=plain, color="warning", fill=True)
    if not who.held:
        plain = translate("Why", "Nobody is {role} any more; can agree: {names}")
        return WhyLine(
            "warning", plain=plain.format(role=role_word(role), names=names), color="warning", fill=True
        )
    return WhyLine("users", plain=translate("Why", "Can agree: {names}").format(names=names))


def _rule_lines(detail: Detail, policy: Policy) -> list[WhyLine]:
    proposal = detail.proposal
    assert proposal is not None
    where = [*proposal.rules[:1], *([proposal.clause] if proposal.clause else [])]
    words = join_and(action_lower(action) for action in proposal.actions)
    head = ", ".join(where)
    if proposal.rules and words:
        plain = translate("Why", "Rule {rule}: {actions}").format(rule=head, actions=words)
    elif words:
        plain = translate("Why", "Proposed: {actions}").format(actions=words)
    else:
        plain = translate("Why", "No rule proposes anything here")
    extra = [
        reason_words(reason, policy)
        for reason in proposal.reasons
        if reason.code
        in (
            "category.by_person",
            "protected.beats",
            "allow.author",
            "fact.strikes",
        )
    ]
    return [WhyLine("scales", plain=plain, muted=("· " + "; ".join(extra[:2])) if extra else "")]


def _claim(detail: Detail, me: str, now: int) -> tuple[str, bool]:
    comment = detail.comment
    holder, until = comment.claimed_by, comment.claim_expires_at or 0
    if holder and until > now:
        minutes = max((until - now + 59) // 60, 1)
        if holder == me:
            return translate("Detail", "opened by you, held {minutes} min").format(minutes=minutes), True
        said = sentence("claim", {"name": holder, "minutes": minutes})
        if comment.claim_writing:
            said = f"{translate('Claims', '{name} is writing.').format(name=holder)} {said}"
        return said, False
    return "", True


def detail_of(
    detail: Detail,
    card: CardData,
    policy: Policy,
    actor: Actor,
    now: int,
    mask_all: bool = False,
    revealed: frozenset[int] = frozenset(),
) -> DetailData:
    """Everything beside the card; with ``mask_all`` every harsh comment of thread and author is masked.

    ``revealed`` are the comments whose words a person asked for.
    """
    comment = detail.comment
    face = faces(detail, policy, actor, now)
    wanted = next(
        (one for one in (detail.proposal.actions if detail.proposal is not None else ()) if one in face), ""
    )
    if detail.answered and wanted == "reply":
        wanted = "keep"
    proposed = wanted if comment.state in (CommentState.OPEN, CommentState.SNOOZED) else ""
    left = tuple(one for one in detail.remaining if one in face and not face[one].refusal)
    if left:
        proposed = left[0]
    claim, mine = _claim(detail, actor.name, now)
    waiting = next((row for row in detail.outbox if row.state is OutboxState.WAITING_PERSON), None)
    review = detail.reviews[0] if detail.reviews else None
    asked = next(
        (one for one in detail.decisions if review is not None and one.id == review.decision_id), None
    )
    read_as = detail.verdict.read_as if detail.verdict is not None else None
    reply = face["reply"]
    guard = reply.refusal if reply.code.startswith("guard.") else ""
    return DetailData(
        card=card,
        channel=detail.channel.name if detail.channel.kind != "practice" else _practice(detail),
        revision=comment.revision,
        policy_id=policy.id,
        permalink=comment.permalink,
        parts=thread_parts(detail, card.text, mask_all),
        likes=comment.likes,
        replies=comment.replies,
        claim=claim,
        mine=mine,
        why=why_lines(detail, policy, face, quote=not card.masked, me=actor.name),
        timeline=timeline(detail),
        faces=face,
        proposed=proposed,
        remaining=left,
        hidden=comment.hidden,
        automatic=detail.automatic,
        blocked=detail.author.blocked,
        read_as=read_as if read_as and read_as != comment.text and not card.masked else "",
        author=author_data(detail, policy, now, mask_all),
        draft=next((one.text for one in detail.drafts if one.by == actor.name), ""),
        language=(detail.verdict.language if detail.verdict is not None else None) or comment.language or "",
        us=detail.channel.handle or detail.channel.name,
        other_draft=next((one for one in detail.drafts if one.by != actor.name), None),
        waiting_person=waiting.id if waiting is not None else 0,
        waiting_action=waiting.action.value if waiting is not None else "",
        review=review.id if review is not None and fills(actor.role.value, review.role) else 0,
        review_action=asked.action.value if asked is not None else "",
        review_by=review.asked_by if review is not None else "",
        review_text=(asked.text or "") if asked is not None else "",
        revisions=revisions(detail, card.text, mask_all, revealed),
        media=media(comment, card.masked),
        effects=effect_lines(
            face, proposed, _offered(detail), detail.ladder.missing if detail.ladder else ()
        ),
        states=head_states(detail, actor.name, now),
        notes=tuple((note.text, note.actor, note.created_at) for note in detail.comment_notes),
        newest_decision=max((one.id for one in detail.decisions), default=0),
        guard_title=guard,
        facts=comment.facts,
    )


def _offered(detail: Detail) -> tuple[str, ...]:
    """The actions that can be taken here: of a pair, the one that is left to do."""
    author, hidden = detail.author, detail.comment.hidden
    out = {
        "hide" if hidden else "unhide",
        "block" if author.blocked else "unblock",
        "mute" if author.muted else "unmute",
    }
    return tuple(one for one in SHOWN_ACTIONS if one not in out)


def _practice(detail: Detail) -> str:
    return f"{detail.channel.name.capitalize()}, {platform_word('practice')}"
