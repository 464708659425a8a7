"""The table of actions and keys: letters are initials in both languages, no digit, no key that AltGr or Shift makes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from ui.i18n.mark import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Row:
    """One action. ``keys`` are portable sequences, the first is shown; ``no_key`` says why there is none."""

    id: str
    context: str
    icon: str
    word: str
    keys: tuple[str, ...] = ()
    tip: str = ""
    two_keys: bool = False
    repeats: bool = False
    no_key: str = ""


EVERYWHERE, MOVE, DECIDE, LOOK, CATEGORY, LATER, REPLY, BULK, AUDIT, POLICY, HISTORY = (
    "everywhere", "move", "decide", "look", "category", "later", "reply", "bulk", "audit", "policy", "history",
)  # fmt: skip

CONNECT: Final = "channels.connect"
"""Connecting a channel: a command of the palette and of empty pages, without a row here since it never has a key."""

ACTIVE_TOGETHER: Final = (
    frozenset({EVERYWHERE, MOVE, DECIDE, LOOK, REPLY}),
    frozenset({EVERYWHERE, BULK}),
    frozenset({EVERYWHERE, AUDIT}),
    frozenset({EVERYWHERE, POLICY}),
    frozenset({EVERYWHERE, HISTORY}),
    frozenset({EVERYWHERE, CATEGORY}),
    frozenset({EVERYWHERE, LATER}),
)
"""Contexts whose keys work at the same time; after C or S only the keys of the choice and of the window do.

The reply editor lies inside the queue page: the keys of that page reach it as far as they type nothing.
"""

FIXED: Final = frozenset(
    {"move.enter", "move.back", "reply.close", "bulk.back", "audit.enter", "audit.back", "history.back"}
)
"""Enter and Esc keep their meaning everywhere: nobody must guess how to get out."""

SHARED: Final = frozenset(
    {"move.back", "reply.close", "bulk.back", "audit.back", "audit.enter", "move.enter"}
)
"""Actions that may answer to one key, since the innermost of what is open takes it."""

ROWS: Final = (
    Row("app.palette", EVERYWHERE, "command", QT_TRANSLATE_NOOP("Actions", "Commands"), ("Ctrl+K",)),
    Row("app.search", EVERYWHERE, "magnifying-glass", QT_TRANSLATE_NOOP("Actions", "Search"), ("Ctrl+F", "/")),
    Row("app.keys", EVERYWHERE, "keyboard", QT_TRANSLATE_NOOP("Actions", "Keys"), ("F1", "?")),
    Row(
        "app.change_keys", EVERYWHERE, "keyboard", QT_TRANSLATE_NOOP("Actions", "Change keys"),
        no_key="a page of the settings, from the page of keys and the command palette",
    ),
    Row("app.help", EVERYWHERE, "question", QT_TRANSLATE_NOOP("Actions", "Help"), ("Shift+F1",)),
    Row(
        "app.tour", EVERYWHERE, "lighthouse", QT_TRANSLATE_NOOP("Actions", "Guided tour"),
        no_key="taken once; in the command palette",
    ),
    Row("app.queue", EVERYWHERE, "tray", QT_TRANSLATE_NOOP("Actions", "Queue"), ("F2",)),
    Row("app.audit", EVERYWHERE, "scroll", QT_TRANSLATE_NOOP("Actions", "Audit log"), ("F7",)),
    Row("app.policy", EVERYWHERE, "scales", QT_TRANSLATE_NOOP("Actions", "Policy"), ("F8",)),
    Row(
        "app.replies", EVERYWHERE, "textbox", QT_TRANSLATE_NOOP("Actions", "Saved replies and statements"),
        no_key="a page of its own, in the rail and beside the reply editor",
    ),
    Row("app.channels", EVERYWHERE, "plugs-connected", QT_TRANSLATE_NOOP("Actions", "Channels"), ("F9",)),
    Row(
        "app.refresh", EVERYWHERE, "arrows-clockwise", QT_TRANSLATE_NOOP("Actions", "Pull now"), ("F5",),
        QT_TRANSLATE_NOOP("Actions", "Ask every channel for new comments now"),
    ),
    Row("app.next_pane", EVERYWHERE, "", QT_TRANSLATE_NOOP("Actions", "Next pane"), ("F6",)),
    Row("app.previous_pane", EVERYWHERE, "", QT_TRANSLATE_NOOP("Actions", "Previous pane"), ("Shift+F6",)),
    Row("app.next_view", EVERYWHERE, "", QT_TRANSLATE_NOOP("Actions", "Next view"), ("Ctrl+PgDown",)),
    Row("app.previous_view", EVERYWHERE, "", QT_TRANSLATE_NOOP("Actions", "Previous view"), ("Ctrl+PgUp",)),
    Row(
        "app.undo", EVERYWHERE, "arrow-u-up-left", QT_TRANSLATE_NOOP("Actions", "Undo"), ("Ctrl+Z",),
        QT_TRANSLATE_NOOP("Actions", "Take back your own last decision, where the site allows it"),
    ),
    Row(
        "app.history", EVERYWHERE, "clock-counter-clockwise", QT_TRANSLATE_NOOP("Actions", "Decisions I took"), ("Shift+U",),
        QT_TRANSLATE_NOOP("Actions", "Newest first, with what can still be taken back"),
    ),
    Row(
        "app.outbox", EVERYWHERE, "paper-plane-tilt", QT_TRANSLATE_NOOP("Actions", "Actions to send"),
        tip=QT_TRANSLATE_NOOP("Actions", "What has not reached its site, and what it waits for"),
        no_key="from the status strip and the command palette",
    ),
    Row("app.settings", EVERYWHERE, "gear-six", QT_TRANSLATE_NOOP("Actions", "Settings"), ("Ctrl+,",)),
    Row("app.larger", EVERYWHERE, "text-aa", QT_TRANSLATE_NOOP("Actions", "Larger text"), ("Ctrl++", "Ctrl+="), repeats=True),
    Row("app.smaller", EVERYWHERE, "text-aa", QT_TRANSLATE_NOOP("Actions", "Smaller text"), ("Ctrl+-",), repeats=True),
    Row("app.full_screen", EVERYWHERE, "frame-corners", QT_TRANSLATE_NOOP("Actions", "Full screen"), ("F11",)),
    Row("app.quit", EVERYWHERE, "door-open", QT_TRANSLATE_NOOP("Actions", "Quit"), ("Ctrl+Q",)),
    Row(
        "app.about", EVERYWHERE, "info", QT_TRANSLATE_NOOP("Actions", "About Vigie"),
        no_key="rarely used; in the command palette and the help page",
    ),
    Row(
        "app.updates", EVERYWHERE, "download-simple", QT_TRANSLATE_NOOP("Actions", "Updates"),
        tip=QT_TRANSLATE_NOOP("Actions", "Whether a newer version is there; nothing is installed by itself"),
        no_key="rarely used; a page of the settings, in the command palette",
    ),
    Row(
        "app.report", EVERYWHERE, "file-text", QT_TRANSLATE_NOOP("Actions", "Report for the help desk"),
        tip=QT_TRANSLATE_NOOP("Actions", "Shown whole before you save it; nothing is sent"),
        no_key="rarely used; in the command palette and the page About",
    ),
    Row(
        "app.act_as", EVERYWHERE, "user-switch", QT_TRANSLATE_NOOP("Actions", "Act as someone else"),
        tip=QT_TRANSLATE_NOOP("Actions", "Somebody else sits down here: drafts stay, what is held is given back"),
        no_key="a change of person, from the top bar and the command palette",
    ),
    Row(
        "app.team", EVERYWHERE, "user-circle", QT_TRANSLATE_NOOP("Actions", "Team"),
        no_key="a room of the rail, in the command palette",
    ),
    Row(
        "app.classifier", EVERYWHERE, "robot", QT_TRANSLATE_NOOP("Actions", "Classifier"),
        tip=QT_TRANSLATE_NOOP("Actions", "Engines, second opinion, what your decisions say of them"),
        no_key="a page of the settings, in the command palette",
    ),
    Row(
        "app.import", EVERYWHERE, "tray-arrow-down", QT_TRANSLATE_NOOP("Actions", "Import a file"),
        no_key="a page of its own with several steps, reached from Channels",
    ),
    Row(
        "app.theme", EVERYWHERE, "circle-half", QT_TRANSLATE_NOOP("Actions", "Light, dark, high contrast"),
        no_key="a setting, in the command palette",
    ),
    Row(
        "app.density", EVERYWHERE, "rows", QT_TRANSLATE_NOOP("Actions", "Card density"),
        no_key="a setting, in the command palette",
    ),
    Row(
        "app.language", EVERYWHERE, "translate", QT_TRANSLATE_NOOP("Actions", "Language"),
        no_key="a setting, in the command palette",
    ),
    Row(
        "app.masks", EVERYWHERE, "eye-closed", QT_TRANSLATE_NOOP("Actions", "Mask harsh words everywhere"),
        tip=QT_TRANSLATE_NOOP("Actions", "On or off, for you alone"),
        no_key="a setting, in the command palette",
    ),
    Row(
        "app.wellbeing", EVERYWHERE, "coffee", QT_TRANSLATE_NOOP("Actions", "Wellbeing and notifications"),
        tip=QT_TRANSLATE_NOOP("Actions", "Masks, your own count, what you do not want to see, quiet hours"),
        no_key="a page of the settings, in the command palette",
    ),
    Row(
        "app.support", EVERYWHERE, "chat-circle-text", QT_TRANSLATE_NOOP("Actions", "Someone to talk to"),
        tip=QT_TRANSLATE_NOOP("Actions", "Numbers and services outside this program"),
        no_key="a help page, in the command palette and the settings",
    ),
    Row(
        "app.quiet", EVERYWHERE, "moon", QT_TRANSLATE_NOOP("Actions", "Quiet"),
        tip=QT_TRANSLATE_NOOP("Actions", "Notifications of the desktop wait until the next morning"),
        no_key="in the tray's menu and the command palette",
    ),
    Row("move.next", MOVE, "caret-down", QT_TRANSLATE_NOOP("Actions", "Next"), ("J",), repeats=True),
    Row("move.previous", MOVE, "caret-up", QT_TRANSLATE_NOOP("Actions", "Previous"), ("K",), repeats=True),
    Row("move.new", MOVE, "caret-up", QT_TRANSLATE_NOOP("Actions", "Show the new"), ("Home",)),
    Row("move.end", MOVE, "", QT_TRANSLATE_NOOP("Actions", "Last"), ("End",)),
    Row("move.scroll", MOVE, "", QT_TRANSLATE_NOOP("Actions", "Scroll the thread"), ("Space",), repeats=True),
    Row("move.scroll_back", MOVE, "", QT_TRANSLATE_NOOP("Actions", "Scroll the thread back"), ("Shift+Space",), repeats=True),
    Row("move.enter", MOVE, "arrow-right", QT_TRANSLATE_NOOP("Actions", "Into the detail"), ("Return",)),
    Row("move.back", MOVE, "x", QT_TRANSLATE_NOOP("Actions", "Back"), ("Esc",)),
    Row(
        "move.return", MOVE, "caret-left", QT_TRANSLATE_NOOP("Actions", "Back in the thread"), ("Alt+Left",),
        QT_TRANSLATE_NOOP("Actions", "To the comment from which this one was opened"),
    ),
    Row(
        "move.into_group", MOVE, "stack", QT_TRANSLATE_NOOP("Actions", "Open the group"), ("Right",),
        QT_TRANSLATE_NOOP("Actions", "What is alike, one by one, in the same list"),
    ),
    Row(
        "move.out_of_group", MOVE, "caret-left", QT_TRANSLATE_NOOP("Actions", "Close the group"), ("Left",),
        QT_TRANSLATE_NOOP("Actions", "Back to where the group stands in its view"),
    ),
    Row("move.mark", MOVE, "check-square", QT_TRANSLATE_NOOP("Actions", "Select"), ("X",)),
    Row("move.extend_down", MOVE, "", QT_TRANSLATE_NOOP("Actions", "Select downwards"), ("Shift+J",), repeats=True),
    Row("move.extend_up", MOVE, "", QT_TRANSLATE_NOOP("Actions", "Select upwards"), ("Shift+K",), repeats=True),
    Row("move.all", MOVE, "", QT_TRANSLATE_NOOP("Actions", "Select all of the view"), ("Ctrl+A",)),
    Row("decide.keep", DECIDE, "check", QT_TRANSLATE_NOOP("Actions", "Keep"), ("G",)),
    Row("decide.reply", DECIDE, "arrow-bend-up-left", QT_TRANSLATE_NOOP("Actions", "Reply"), ("R",)),
    Row("decide.hide", DECIDE, "eye-slash", QT_TRANSLATE_NOOP("Actions", "Hide"), ("H",)),
    Row("decide.snooze", DECIDE, "bell-z", QT_TRANSLATE_NOOP("Actions", "Later"), ("S",)),
    Row("decide.watch", DECIDE, "binoculars", QT_TRANSLATE_NOOP("Actions", "Watch"), ("W",)),
    Row("decide.escalate", DECIDE, "arrow-fat-line-up", QT_TRANSLATE_NOOP("Actions", "Escalate"), ("E",)),
    Row("decide.mute", DECIDE, "speaker-simple-slash", QT_TRANSLATE_NOOP("Actions", "Mute"), ("M",)),
    Row("decide.assign", DECIDE, "user-switch", QT_TRANSLATE_NOOP("Actions", "Assign, take over"), ("A",)),
    Row("decide.like", DECIDE, "thumbs-up", QT_TRANSLATE_NOOP("Actions", "Like"), ("Y",)),
    Row("decide.report", DECIDE, "flag", QT_TRANSLATE_NOOP("Actions", "Report"), ("P",), two_keys=True),
    Row("decide.block", DECIDE, "prohibit", QT_TRANSLATE_NOOP("Actions", "Block"), ("B",), two_keys=True),
    Row("decide.delete", DECIDE, "trash-simple", QT_TRANSLATE_NOOP("Actions", "Delete"), ("D",), two_keys=True),
    Row("reason.keep", DECIDE, "check", QT_TRANSLATE_NOOP("Actions", "Keep, with a reason"), ("Shift+G",)),
    Row("reason.hide", DECIDE, "eye-slash", QT_TRANSLATE_NOOP("Actions", "Hide, with a reason"), ("Shift+H",)),
    Row("reason.watch", DECIDE, "binoculars", QT_TRANSLATE_NOOP("Actions", "Watch, with a reason"), ("Shift+W",)),
    Row("reason.escalate", DECIDE, "arrow-fat-line-up", QT_TRANSLATE_NOOP("Actions", "Escalate, with a reason"), ("Shift+E",)),
    Row("reply.from_template", DECIDE, "textbox", QT_TRANSLATE_NOOP("Actions", "Reply from a template"), ("Shift+R",)),
    Row("look.reveal", LOOK, "eye", QT_TRANSLATE_NOOP("Actions", "Reveal"), ("V",)),
    Row(
        "look.picture", LOOK, "image", QT_TRANSLATE_NOOP("Actions", "Picture: load, show, cover"), ("Shift+V",),
        QT_TRANSLATE_NOOP("Actions", "What is attached to this comment: first blurred, then as it is, for this comment alone"),
    ),
    Row("look.as_read", LOOK, "translate", QT_TRANSLATE_NOOP("Actions", "Text as read"), ("T",)),
    Row(
        "look.changes", LOOK, "clock-counter-clockwise", QT_TRANSLATE_NOOP("Actions", "What changed in the text"),
        ("Shift+T",), QT_TRANSLATE_NOOP("Actions", "The versions of an edited comment, word by word"),
    ),
    Row(
        "look.effects", LOOK, "info", QT_TRANSLATE_NOOP("Actions", "What each action does here"), ("Q",),
        QT_TRANSLATE_NOOP("Actions", "All actions with their effect on this site, or the proposed one alone"),
    ),
    Row("look.open", LOOK, "arrow-square-out", QT_TRANSLATE_NOOP("Actions", "Open on the site"), ("O",)),
    Row("look.author", LOOK, "user-circle", QT_TRANSLATE_NOOP("Actions", "Author"), ("I",)),
    Row("look.note", LOOK, "note-pencil", QT_TRANSLATE_NOOP("Actions", "Note"), ("N",)),
    Row(
        "look.author_note", LOOK, "note-pencil", QT_TRANSLATE_NOOP("Actions", "Note about the author"), ("Shift+N",),
        QT_TRANSLATE_NOOP("Actions", "Seen under each of their comments"),
    ),
    Row("look.tag", LOOK, "tag", QT_TRANSLATE_NOOP("Actions", "Tag the author"), ("Shift+I",)),
    Row(
        "look.erase_author", LOOK, "user-minus", QT_TRANSLATE_NOOP("Actions", "Erase the author"),
        tip=QT_TRANSLATE_NOOP("Actions", "A lead's to do: says what goes and what stays, then asks"),
        no_key="rare, and without a way back: from the command palette alone",
    ),
    Row(
        "look.hold", LOOK, "archive", QT_TRANSLATE_NOOP("Actions", "Keep as evidence"),
        tip=QT_TRANSLATE_NOOP("Actions", "Nothing erases it until a lead lifts that; asks for the reason"),
        no_key="rare: from the command palette alone",
    ),
    Row("look.category", LOOK, "tag", QT_TRANSLATE_NOOP("Actions", "Category"), ("C",)),
    Row("look.filter", LOOK, "funnel-simple", QT_TRANSLATE_NOOP("Actions", "Filter"), ("F",)),
    Row("look.zen", LOOK, "frame-corners", QT_TRANSLATE_NOOP("Actions", "Zen"), ("Z",)),
    Row("look.undo", LOOK, "arrow-u-up-left", QT_TRANSLATE_NOOP("Actions", "Undo"), ("U",)),
    Row("look.copy_text", LOOK, "copy", QT_TRANSLATE_NOOP("Actions", "Copy the text"), ("Ctrl+C",)),
    Row(
        "look.log", LOOK, "scroll", QT_TRANSLATE_NOOP("Actions", "Its entries in the log"), ("Shift+F7",),
        QT_TRANSLATE_NOOP("Actions", "The whole chain of this comment, from first seen to outcome"),
    ),
    Row(
        "look.statement", LOOK, "seal-check", QT_TRANSLATE_NOOP("Actions", "Keep our reply as a statement"),
        tip=QT_TRANSLATE_NOOP("Actions", "Later replies are held against it"),
        no_key="seldom used; in the menu of the comment and the command palette",
    ),
    Row("look.copy_link", LOOK, "link", QT_TRANSLATE_NOOP("Actions", "Copy the link"), ("Ctrl+Shift+C",)),
    Row("category.insult", CATEGORY, "smiley-angry", QT_TRANSLATE_NOOP("Actions", "Insult"), ("I",)),
    Row("category.threat", CATEGORY, "warning-octagon", QT_TRANSLATE_NOOP("Actions", "Threat"), ("T",)),
    Row("category.hate", CATEGORY, "seal-warning", QT_TRANSLATE_NOOP("Actions", "Hate"), ("H",)),
    Row("category.spam", CATEGORY, "megaphone-simple", QT_TRANSLATE_NOOP("Actions", "Spam"), ("S",)),
    Row("category.troll", CATEGORY, "fish-simple", QT_TRANSLATE_NOOP("Actions", "Troll signals"), ("P",)),
    Row("category.constructive_criticism", CATEGORY, "wrench", QT_TRANSLATE_NOOP("Actions", "Criticism"), ("C",)),
    Row("category.question", CATEGORY, "question", QT_TRANSLATE_NOOP("Actions", "Question"), ("Q",)),
    Row("category.praise", CATEGORY, "heart", QT_TRANSLATE_NOOP("Actions", "Praise"), ("B",)),
    Row("category.manifestly_illegal", CATEGORY, "gavel", QT_TRANSLATE_NOOP("Actions", "Manifestly illegal"), ("J",)),
    Row("later.hour", LATER, "bell-z", QT_TRANSLATE_NOOP("Actions", "In an hour"), ("H",)),
    Row("later.morning", LATER, "bell-z", QT_TRANSLATE_NOOP("Actions", "Next morning"), ("M",)),
    Row("later.monday", LATER, "bell-z", QT_TRANSLATE_NOOP("Actions", "Monday"), ("L",)),
    Row("reply.send", REPLY, "paper-plane-tilt", QT_TRANSLATE_NOOP("Actions", "Send"), ("Ctrl+Return", "Ctrl+Enter")),
    Row("reply.templates", REPLY, "textbox", QT_TRANSLATE_NOOP("Actions", "Templates"), ("Ctrl+T",)),
    Row("reply.preview", REPLY, "eye", QT_TRANSLATE_NOOP("Actions", "Preview"), ("Ctrl+P",)),
    Row(
        "reply.spelling", REPLY, "text-aa", QT_TRANSLATE_NOOP("Actions", "Next word to check"), ("Alt+Return", "Alt+Enter"),
        QT_TRANSLATE_NOOP("Actions", "A word that no dictionary has, with what may be meant"),
    ),
    Row("reply.paste_plain", REPLY, "copy", QT_TRANSLATE_NOOP("Actions", "Paste without format"), ("Ctrl+Shift+V",)),
    Row("reply.close", REPLY, "x", QT_TRANSLATE_NOOP("Actions", "Close, draft kept"), ("Esc",)),
    Row(
        "reply.ask", REPLY, "user-focus", QT_TRANSLATE_NOOP("Actions", "Ask a lead"),
        no_key="needs a reason in words; reached with Tab",
    ),
    Row("bulk.next", BULK, "caret-down", QT_TRANSLATE_NOOP("Actions", "Next"), ("J",), repeats=True),
    Row("bulk.previous", BULK, "caret-up", QT_TRANSLATE_NOOP("Actions", "Previous"), ("K",), repeats=True),
    Row("bulk.out", BULK, "minus", QT_TRANSLATE_NOOP("Actions", "Out of the batch"), ("X",)),
    Row("bulk.go", BULK, "check", QT_TRANSLATE_NOOP("Actions", "Go"), ("Ctrl+Return", "Ctrl+Enter")),
    Row("bulk.pause", BULK, "pause", QT_TRANSLATE_NOOP("Actions", "Pause"), ("Space",)),
    Row("bulk.undo", BULK, "arrow-u-up-left", QT_TRANSLATE_NOOP("Actions", "Undo all"), ("U",)),
    Row("bulk.back", BULK, "x", QT_TRANSLATE_NOOP("Actions", "Back to the queue"), ("Esc",)),
    Row("audit.next", AUDIT, "caret-down", QT_TRANSLATE_NOOP("Actions", "Next"), ("J",), repeats=True),
    Row("audit.previous", AUDIT, "caret-up", QT_TRANSLATE_NOOP("Actions", "Previous"), ("K",), repeats=True),
    Row("audit.enter", AUDIT, "arrow-right", QT_TRANSLATE_NOOP("Actions", "Into the entry"), ("Return",)),
    Row("audit.note", AUDIT, "note-blank", QT_TRANSLATE_NOOP("Actions", "Add a note"), ("N",)),
    Row("audit.filter", AUDIT, "funnel-simple", QT_TRANSLATE_NOOP("Actions", "Filter"), ("F",)),
    Row("audit.verify", AUDIT, "seal-check", QT_TRANSLATE_NOOP("Actions", "Verify"), ("V",)),
    Row("audit.export", AUDIT, "export", QT_TRANSLATE_NOOP("Actions", "Export"), ("Ctrl+E",)),
    Row("audit.copy", AUDIT, "copy", QT_TRANSLATE_NOOP("Actions", "Copy"), ("Ctrl+C",)),
    Row("audit.back", AUDIT, "x", QT_TRANSLATE_NOOP("Actions", "Back"), ("Esc",)),
    Row("policy.save", POLICY, "check", QT_TRANSLATE_NOOP("Actions", "Save"), ("Ctrl+S",)),
    Row("policy.live", POLICY, "play", QT_TRANSLATE_NOOP("Actions", "Live test"), ("F4",)),
    Row("policy.fault", POLICY, "x-circle", QT_TRANSLATE_NOOP("Actions", "Next thing to mend"), ("Shift+F8",)),
    Row("history.next", HISTORY, "caret-down", QT_TRANSLATE_NOOP("Actions", "Next"), ("J",), repeats=True),
    Row("history.previous", HISTORY, "caret-up", QT_TRANSLATE_NOOP("Actions", "Previous"), ("K",), repeats=True),
    Row("history.undo", HISTORY, "arrow-u-up-left", QT_TRANSLATE_NOOP("Actions", "Take back"), ("U",)),
    Row("history.comment", HISTORY, "tray", QT_TRANSLATE_NOOP("Actions", "Open the comment"), ("O",)),
    Row("history.unfold", HISTORY, "caret-right", QT_TRANSLATE_NOOP("Actions", "Open the batch"), ("Right",)),
    Row("history.fold", HISTORY, "caret-down", QT_TRANSLATE_NOOP("Actions", "Close the batch"), ("Left",)),
    Row("history.back", HISTORY, "x", QT_TRANSLATE_NOOP("Actions", "Back to the queue"), ("Esc",)),
    Row("outbox.retry", HISTORY, "arrow-clockwise", QT_TRANSLATE_NOOP("Actions", "Send again"), ("R",)),
    Row("outbox.done", HISTORY, "check", QT_TRANSLATE_NOOP("Actions", "It was done"), ("Y",)),
    Row("outbox.not_done", HISTORY, "x", QT_TRANSLATE_NOOP("Actions", "It was not done"), ("N",)),
)  # fmt: skip
"""All actions. F5 in the policy room runs the replay: it is ``app.refresh``, which each room answers in its way."""
