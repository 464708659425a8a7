"""From what the console reads to what the window shows: cards and details as plain data, wording at the edge."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from console.domain.comment import Comment
from console.domain.decision import Capability
from console.domain.vocabulary import LOCAL_ACTIONS, ActionKind, CommentState, OutboxState
from console.policy import Facts, Policy, ReviewNeeded, facts_of, fills, forbid, refuse
from console.services.desk import Card, Detail
from console.services.members import Answerers
from console.services.roles import Actor
from console.services.verdict_words import second_lines, verdict_line
from ui.i18n.mark import translate
from ui.i18n.messages import known, sentence
from ui.i18n.words import action_lower, category_word, join_and, platform_word, role_word
from ui.models.author_adapter import author_data
from ui.models.card_data import CardData, CardSpan
from ui.models.detail_data import ActionFace, DetailData, ThreadPart, WhyLine
from ui.models.timeline import hidden_alone, hiding_alone, timeline
from ui.models.wording import category_name, language, reason_words, refusal_words
from ui.theme.icon_names import CATEGORY_COLORS, category_color, category_icon

MASK_FROM: Final = 4
"""Severity from which words are masked until V, unless the person asked for every harsh word."""

#: Actions of the window that the console knows under another name.
CONSOLE_ACTION: Final = {"watch": "snooze"}
SHOWN_ACTIONS: Final = (
    "keep", "reply", "hide", "unhide", "snooze", "watch", "escalate", "report", "block", "unblock", "delete", "mute",
    "unmute", "like", "warn",
)  # fmt: skip


def comment_state(card: Card) -> str:
    """The state word of a card: an outbox row that waits or failed says more than ``pending``."""
    comment, row = card.comment, card.outbox
    if row is not None and comment.state in (CommentState.PENDING, CommentState.WAITING):
        if row.state is OutboxState.WAITING_PERSON:
            return "waiting_person"
        if row.state in (OutboxState.FAILED, OutboxState.UNKNOWN):
            return row.state.value
        if row.action in (ActionKind.REPLY, ActionKind.WARN) and row.state is OutboxState.QUEUED:
            return "reply_queued"
    if comment.state is CommentState.WAITING and row is None and comment.assignee:
        return "escalated"
    if comment.state is CommentState.WAITING:
        return "waiting_review" if row is None else "waiting"
    if comment.state is CommentState.DONE and comment.hidden:
        return "hidden"
    return comment.state.word


def shown_spans(card: Card) -> tuple[CardSpan, ...]:
    """The verdict's spans as the card shows them."""
    if card.verdict is None:
        return ()
    own = card.comment.category
    return tuple(
        CardSpan(span.start, span.end, span.label if span.label in CATEGORY_COLORS else own)
        for span in card.verdict.spans
    )


def card_of(
    card: Card, me: str, now: int, revealed: frozenset[int] = frozenset(), mask_all: bool = False
) -> CardData:
    """One queue card. ``me`` is the person at the window, whose own claim is not shown."""
    comment, proposal = card.comment, card.proposal
    harsh = comment.severity >= MASK_FROM or (mask_all and comment.severity >= 2)
    held = comment.claimed_by or ""
    claimed = held if held and held != me and (comment.claim_expires_at or 0) > now else ""
    masked = harsh and comment.id not in revealed
    version = hash((comment.revision, comment.category, comment.verdict_id, masked)) & 0xFFFFFFFF
    return CardData(
        id=int(comment.id),
        revision=version,
        platform=comment.kind,
        author=comment.author_name or comment.author_handle,
        text=comment.text,
        posted_at=comment.posted_at,
        post_title=comment.post_title,
        category=comment.category,
        severity=comment.severity,
        spans=shown_spans(card),
        due_at=comment.due_at,
        clock_from=comment.first_seen_at if comment.imported else comment.posted_at,
        proposal=proposal.actions if proposal is not None else (),
        reply=proposal.reply if proposal is not None else "",
        protected=bool(proposal is not None and proposal.protected),
        state=comment_state(card),
        draft=card.has_draft,
        masked=masked,
        claimed_by=claimed,
        ours=comment.ours,
        automatic=card.automatic,
    )


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
        named = CONSOLE_ACTION.get(action, action)
        capability = detail.capabilities[named]
        effect = _effect(named, capability, detail.comment.kind)
        refusal, review, code, clause = "", "", "", ""
        instead: tuple[str, ...] = ()
        if detail.proposal is not None:
            answer = refuse(
                policy,
                named,
                facts,
                detail.proposal,
                role=actor.role.value,
                actor=actor.name,
                capability=capability,
                now=now,
                reason="given" if named == "block" else "",
            )
            if isinstance(answer, ReviewNeeded):
                review = reason_words(answer.why, policy)
            elif answer is not None:
                refusal = refusal_words(answer, policy)
                code, clause, instead = answer.code, answer.clause, answer.instead
                if capability.mode in ("none", "own_only") and capability.note and known(capability.note):
                    refusal = sentence(capability.note)
        if detail.automatic and action in ("hide", "keep"):
            effect = _answer_effect(action)
        else:  # not read yet: what the role lacks stands all the same
            lacking = forbid(policy.permissions, actor.role.value, named, actor.name)
            if lacking is not None:
                refusal = refusal_words(lacking, policy)
                code, clause, instead = lacking.code, lacking.clause, lacking.instead
        found[action] = ActionFace(
            action,
            effect=f"{effect} {review}".strip(),
            refusal=refusal,
            code=code,
            instead=instead,
            clause=clause,
            final=not capability.reversible,
            by_hand=capability.mode == "link",
        )
    return found


def _parts(detail: Detail) -> tuple[ThreadPart, ...]:
    comment = detail.comment
    parts: list[ThreadPart] = []
    post = detail.post
    if post is not None and post.title:
        parts.append(
            ThreadPart("post", detail.channel.handle or detail.channel.name, post.title, post.posted_at)
        )
    before = [one for one in detail.thread if one.id != comment.id and one.posted_at <= comment.posted_at]
    after = [one for one in detail.thread if one.id != comment.id and one.posted_at > comment.posted_at]
    chain = {int(comment.parent_id)} if comment.parent_id is not None else set()
    related = [
        one for one in before if int(one.id) in chain or one.author_id == comment.author_id or one.ours
    ]
    parts += [_part(one, "before", detail) for one in (related or before)[-4:]]
    parts.append(_part(comment, "focus", detail))
    children = [one for one in after if one.parent_id == comment.id]
    parts += [_part(one, "after", detail) for one in (children or after)[:6]]
    return tuple(parts)


def _part(comment: Comment, kind: str, detail: Detail) -> ThreadPart:
    if comment.ours and kind != "focus":
        by = next(
            (one.actor for one in detail.decisions if one.text is not None and one.text == comment.text), ""
        )
        return ThreadPart("ours", "", comment.text, comment.posted_at, by, id=int(comment.id))
    name = comment.author_name or comment.author_handle
    return ThreadPart(kind, name, comment.text, comment.posted_at, id=int(comment.id))


def why_lines(
    detail: Detail, policy: Policy, face: Mapping[str, ActionFace], proposed: str
) -> tuple[WhyLine, ...]:
    """Verdict, second opinion, rule and proposal, the effect of the offered action, and what is refused."""
    comment, verdict, proposal = detail.comment, detail.verdict, detail.proposal
    lines: list[WhyLine] = []
    if detail.automatic:
        aside = translate("Automatic", "· nobody has looked yet: leave it hidden, or show it again")
        on_its_way = comment.state in (CommentState.PENDING, CommentState.WAITING)
        head = (hiding_alone if on_its_way else hidden_alone)(detail.automatic)
        lines.append(WhyLine("robot", head, muted=aside, fill=True))

    def named(category: str) -> str:
        return category_name(policy, category) or category_word(category)

    if detail.answerers is not None:
        lines.append(_waited_for(detail.answerers, detail.reviews[0].role))
    if verdict is not None:
        quote = comment.severity < MASK_FROM
        said = verdict_line(verdict, comment.text, language(), named, quote=quote)
        icon, color = category_icon(said.category), category_color(said.category)
        lines.append(WhyLine(icon, said.head, said.said, said.aside, color, True))
    for second in second_lines(verdict, detail.opinions, language(), named):
        if second.disagrees:
            lines.append(WhyLine("warning", second.stance, second.said, color="warning", fill=True))
        else:
            lines.append(WhyLine("users", plain=second.said, muted=second.stance))
    if proposal is not None:
        lines += _rule_lines(detail, policy)
    effect = face[proposed].effect if proposed in face else ""
    if effect:
        lines.append(WhyLine("arrow-u-up-left", plain=effect))
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
        return sentence("claim", {"name": holder, "minutes": minutes}), False
    return "", True


def detail_of(detail: Detail, card: CardData, policy: Policy, actor: Actor, now: int) -> DetailData:
    """Everything beside the card."""
    comment = detail.comment
    face = faces(detail, policy, actor, now)
    wanted = next(
        (one for one in (detail.proposal.actions if detail.proposal is not None else ()) if one in face), ""
    )
    proposed = wanted if comment.state in (CommentState.OPEN, CommentState.SNOOZED) else ""
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
        original_spans=card.spans,
        parts=_parts(detail),
        likes=comment.likes,
        replies=comment.replies,
        claim=claim,
        mine=mine,
        why=why_lines(detail, policy, face, proposed),
        timeline=timeline(detail),
        faces=face,
        proposed=proposed,
        hidden=comment.hidden,
        automatic=detail.automatic,
        blocked=detail.author.blocked,
        read_as=read_as if read_as and read_as != comment.text else "",
        author=author_data(detail, policy, now),
        draft=detail.draft or "",
        waiting_person=waiting.id if waiting is not None else 0,
        waiting_action=waiting.action.value if waiting is not None else "",
        review=review.id if review is not None and fills(actor.role.value, review.role) else 0,
        review_action=asked.action.value if asked is not None else "",
        review_by=review.asked_by if review is not None else "",
        guard_title=guard,
    )


def _practice(detail: Detail) -> str:
    return f"{detail.channel.name.capitalize()}, {platform_word('practice')}"
