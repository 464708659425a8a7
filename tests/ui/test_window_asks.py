"""What the window asks in place: by hand, a second person, somebody else's claim, the guard before the editor."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices

from console.domain.comment import IncomingAuthor, IncomingComment
from console.domain.vocabulary import ActionKind, OutboxState, Role
from console.services.recording import DecisionAsk
from console.services.roles import Actor
from tests.ui.desk import Desk
from tests.ui.queue_desk import _no_thread_left, desk, gone, insult, of, shared  # noqa: F401  fixtures
from ui.models.detail_data import ActionFace
from ui.views import asks
from ui.widgets.buttons import ActionButton

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def _imported(desk: Desk, text: str, link: str = "https://site.example/1", **facts: object) -> int:
    """A comment of a file channel, where every action is a person's."""
    found = desk.console.store.read(lambda r: r.channels.find("file:export"))
    channel = found[0] if found else desk.console.add_channel("file", "export", desk.actor)
    incoming = IncomingComment(
        remote_id=text, text=text, author=IncomingAuthor("x1", "@x1", "Xavier"), posted_at=desk.clock.now() - 60,
        permalink=link, facts=facts,
    )  # fmt: skip
    made = desk.console.store.write(
        lambda tx: tx.comments.upsert(channel.id, "file", [incoming], tx.now).new_ids
    ).result(5)
    desk.console.store.write(lambda tx: tx.changed("comments_new", tuple(made))).result(5)
    desk.settle()
    return int(made[0])


@pytest.mark.parametrize(("answer", "state"), [("yes", OutboxState.DONE), ("no", OutboxState.FAILED)])
def test_by_hand_where_the_site_has_no_api(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, answer: str, state: OutboxState
) -> None:
    """The page opens, the window asks whether it was done, and records what the person says."""
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toString()) or True)
    comment = _imported(desk, f"you idiot, {answer}")
    desk.go_to(lambda card: card.id == comment)
    desk.queue.focus_list()
    desk.press(Qt.Key.Key_H)
    desk.wait(lambda: desk.queue.bar.asking.startswith(("manual", "confirm")))
    if desk.queue.bar.asking.startswith("confirm"):
        desk.wait(lambda: desk.queue.bar.strip.armed)
        desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: desk.queue.bar.asking == "manual:hide" and desk.queue.bar.strip.armed)
    assert opened == ["https://site.example/1"]
    assert isinstance(desk.app.focusWidget(), ActionButton)
    desk.queue.bar.strip.answer(answer)
    desk.wait(lambda: desk.outbox(comment)[-1].state is state)
    if answer == "yes":
        gone(desk, comment)
    else:
        desk.wait(lambda: desk.queue.detail_data is not None and desk.queue.detail_data.card.state == "open")


@pytest.mark.parametrize(
    ("page", "opens"),
    [
        ("https://site.example/settings", "https://site.example/settings"),
        ("javascript:x", "https://site.example/1"),
    ],
)
def test_by_hand_on_a_page_of_its_own(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, page: str, opens: str
) -> None:
    """Where the site does it elsewhere than at the comment, that page opens; O leads to it until it is confirmed."""
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toString()) or True)
    comment = _imported(desk, f"what a load of rubbish this shop sells, {page[:8]}", pages={"hide": page})
    desk.go_to(lambda card: card.id == comment)
    desk.queue.focus_list()
    desk.press(Qt.Key.Key_O)
    desk.press(Qt.Key.Key_H)
    desk.wait(lambda: desk.queue.bar.asking.startswith(("manual", "confirm")))
    if desk.queue.bar.asking.startswith("confirm"):
        desk.wait(lambda: desk.queue.bar.strip.armed)
        desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: desk.queue.bar.asking == "manual:hide" and desk.queue.bar.strip.armed)
    assert opened == ["https://site.example/1", opens]
    desk.queue.bar.strip.answer("yes")
    desk.wait(lambda: desk.outbox(comment)[-1].state is OutboxState.DONE)
    gone(desk, comment)


def test_a_second_person_is_asked(desk: Desk) -> None:
    """Delete cannot be undone: another person must agree, who finds it in a view and answers by key."""
    other = Actor("Salomé", Role.REVIEWER, "salome")
    card = desk.go_to(of("neutral"))
    desk.console.decide(DecisionAsk(card.id, ActionKind.DELETE, reason="spam"), other).result(5)
    waiting = desk.console.store.read(
        lambda r: [one for one in r.decisions.reviews() if one.comment_id == card.id]
    )
    assert len(waiting) == 1
    desk.window.show_place("review")
    desk.wait(lambda: desk.queue.feed.ready and desk.queue.model.row_of(card.id) >= 0)
    desk.queue.list.make_current(card.id)
    desk.wait(lambda: desk.queue.bar.asking == "review:delete" and desk.queue.bar.strip.armed)
    assert "Salomé asks: Delete" in desk.queue.bar.strip.title.text()
    desk.queue.bar.strip.answer("no")  # a few words for who asked, or none
    desk.wait(lambda: desk.queue.bar.asking == "reject:delete" and desk.queue.bar.strip.armed)
    desk.queue.bar.strip.answer("go")
    desk.wait(lambda: desk.queue.model.row_of(card.id) < 0)
    assert desk.outbox(card.id) == []


def test_someone_else_has_it(desk: Desk) -> None:
    """A comment held by another is muted; decisions say who has it; A takes it over."""
    other = Actor("Salomé", Role.MODERATOR, "salome")
    card = desk.go_to(of("praise"))
    desk.console.claim(card.id, other, force=True).result(5)
    desk.wait(lambda: desk.queue.armed() is not None and not desk.queue.detail_data.mine)  # type: ignore[union-attr]
    shown = desk.card(desk.queue.model.row_of(card.id))
    assert shown is not None
    assert shown.claimed_by == "Salomé"
    desk.press(Qt.Key.Key_G)
    assert "Salomé has it" in desk.strip()
    assert "Take over: A" in desk.strip()
    desk.press(Qt.Key.Key_A)
    desk.wait(lambda: desk.queue.armed() is not None and desk.queue.detail_data.mine)  # type: ignore[union-attr]
    desk.press(Qt.Key.Key_G)
    desk.wait(lambda: desk.queue.model.row_of(card.id) < 0)
    assert desk.queue.list.toast.accessibleName().startswith("Kept: “")


def test_no_letter_keycaps_while_typing(desk: Desk) -> None:
    """In the search field letters type, so the bar shows no letter keys; nothing moves."""
    desk.go_to(insult)
    desk.queue.focus_list()
    button = desk.queue.bar.buttons.by_action["keep"]
    place, picture = button.geometry(), button.grab().toImage()
    desk.press(Qt.Key.Key_F, CONTROL)
    assert button.geometry() == place
    assert button.grab().toImage() != picture
    desk.press(Qt.Key.Key_Escape)
    assert button.grab().toImage() == picture


def test_the_guard_stands_before_the_editor(desk: Desk) -> None:
    """A comment with troll signals: R shows the guard first, Send is inert with the reason, G keeps without reply."""
    card = desk.go_to(lambda one: of("neutral")(one) and not desk.outbox(one.id))
    desk.press(Qt.Key.Key_C)
    desk.wait(lambda: desk.queue.bar.strip.armed)
    desk.press(Qt.Key.Key_P)
    desk.wait(lambda: desk.queue.armed() is not None and desk.queue.detail_data.card.category == "troll")  # type: ignore[union-attr]
    desk.press(Qt.Key.Key_R)
    box = desk.queue.reply
    assert box.guard.isVisible()
    assert desk.app.focusWidget() is box.guard.buttons[0]
    assert box.send_button.reason == "The guard above stands against it."
    desk.press(Qt.Key.Key_Return)
    desk.wait(lambda: desk.queue.model.row_of(card.id) < 0)
    assert box.isHidden()
    assert desk.outbox(card.id) == []


def test_asking_a_lead_is_offered_only_to_who_may_ask(desk: Desk) -> None:
    """Whoever may not escalate is not sent from one refusal to the next."""
    desk.go_to(lambda card: card.severity >= 3)
    data = desk.queue.armed()
    assert data is not None
    refused = {**data.faces, "escalate": ActionFace("escalate", refusal="Escalate: this role may not.")}
    assert asks.may_ask("hide", data)
    assert not asks.may_ask("escalate", data)
    assert not asks.may_ask("hide", replace(data, faces=refused))


def test_the_question_for_a_reason_does_not_say_it_is_done(desk: Desk) -> None:
    desk.go_to(insult)
    desk.press(Qt.Key.Key_H, SHIFT)
    desk.wait(lambda: desk.queue.bar.asking)
    assert desk.queue.bar.strip.ask is not None
    assert desk.queue.bar.strip.ask.title == "Hide: why?"
    desk.press(Qt.Key.Key_Escape)


@pytest.mark.parametrize(
    "link",
    [
        "file:///etc/passwd",
        "smb://share.example/x",
        "ms-settings:about",
        "javascript:alert(1)",
        "\\\\share\\x",
    ],
)
def test_only_pages_of_the_web_are_opened(desk: Desk, monkeypatch: pytest.MonkeyPatch, link: str) -> None:
    """Whoever made an export, or runs the platform, wrote the address: a file or another program is not opened by O."""
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toString()) or True)
    comment = _imported(desk, f"you idiot, look at {link}", link=link)
    desk.go_to(lambda card: card.id == comment)
    data = desk.queue.armed()
    assert data is not None
    assert data.permalink == link
    said: list[str] = []
    desk.queue.spoke.connect(said.append)
    desk.press(Qt.Key.Key_O)
    desk.queue.detail.thread_column.wants_post.emit(link)
    assert opened == []
    assert said == ["The address is no page of the web. It was not opened."] * 2
