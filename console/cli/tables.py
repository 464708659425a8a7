"""Results as plain lines for people; the same values that ``--json`` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from console.services.phrases import word

if TYPE_CHECKING:
    from collections.abc import Mapping

STATE_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "queued": "queued", "done": "done", "waiting_person": "waits for you to do it on the site",
        "waiting_review": "waits for a second person", "refused": "refused", "failed": "not done",
        "sending": "being sent", "unknown": "sent, no answer yet: checked before anything is sent again",
        "cancelled": "cancelled", "rejected": "not agreed to", "approved": "agreed to",
    },
    "fr": {
        "queued": "en file", "done": "fait", "waiting_person": "à faire par vous sur le site",
        "waiting_review": "attend un second regard", "refused": "refusé", "failed": "pas fait",
        "sending": "en cours d’envoi", "unknown": "envoyé, sans réponse\u00a0: vérifié avant tout nouvel envoi",
        "cancelled": "annulé", "rejected": "pas d’accord", "approved": "accord donné",
    },
}  # fmt: skip


def one_line(text: str, width: int) -> str:
    """The beginning of a text on one line, control characters made visible."""
    flat = " ".join(
        "".join(c if c.isprintable() or c.isspace() else "\N{REPLACEMENT CHARACTER}" for c in text).split()
    )
    return flat if len(flat) <= width else flat[: width - 1] + "…"


def card_line(item: Mapping[str, Any], language: str) -> str:
    """One comment of a list."""
    category = word("category", item["category"], language) if item["category"] else "?"
    actions = ", ".join(word("action", one, language) for one in item["proposal"]["actions"])
    due = item["due_at"] or "-"
    head = f"{item['id']:>7}  {item['severity']}/5  {category:<22.22}  {due:<20}  {item['author']['handle']:<20.20}"
    text = f"{head}  {one_line(item['text'], 70)}"
    if item["automatic"]:
        return f"{text}  [{hidden_alone(item['automatic'], language)}]"
    if item["watch"]:
        return f"{text}  [{watched(item['watch'], language)}]"
    return text + (f"  [{actions}]" if actions else "")


def hidden_alone(rule: str, language: str) -> str:
    """That the console hid a comment by itself, by which rule."""
    return {"en": "Hidden by the console, {rule}", "fr": "Masqué par la console, {rule}"}[language].format(
        rule=rule
    )


def watched(watch: Mapping[str, Any], language: str) -> str:
    """Until when somebody holds and watches it; when that is over, what came since."""
    if not watch["over"]:
        words = {"en": "watched by {by} until {until}", "fr": "en veille par {by} jusqu’à {until}"}[language]
    else:
        words = {
            "en": "watched, look again; since: comments {comments_since}, likes {likes_since}",
            "fr": "veillé, à revoir\u00a0; depuis\u00a0: commentaires {comments_since}, j’aime {likes_since}",
        }[language]
    return words.format_map(watch)


def detail_text(item: Mapping[str, Any], language: str) -> str:
    """One comment in full."""
    words = {
        "en": (
            "posted",
            "state",
            "why",
            "proposed",
            "refused here",
            "thread",
            "decisions",
            "author",
            "strikes",
        ),
        "fr": (
            "publié",
            "état",
            "pourquoi",
            "proposé",
            "refusé ici",
            "fil",
            "décisions",
            "auteur",
            "manquements",
        ),
    }[language]
    author = item["author"]
    lines = [
        f"{item['id']}  {item['channel']}  {item['permalink']}",
        f"{words[7]}: {author['name']} @{author['handle']}  {words[8]}: {author['strikes']}",
        f"{words[0]}: {item['posted_at']}  {words[1]}: {item['state']}  {item['category']} {item['severity']}/5",
        "",
        item["text"],
        "",
        *([hidden_alone(item["automatic"], language), ""] if item["automatic"] else []),
        *([watched(item["watch"], language), ""] if item["watch"] else []),
        f"{words[2]}:",
        *(f"  {one}" for one in (item["why"], *(two["text"] for two in item["second_opinions"])) if one),
        *(f"  {one['text']}" for one in item["proposal"]["reasons"]),
        f"{words[3]}: {', '.join(item['proposal']['actions']) or '-'}",
    ]
    for one in item["proposal"]["forbidden"]:
        lines.append(f"{words[4]}: {one['action']}: {one['why']['text']}")
    if len(item["thread"]) > 1:
        lines += ["", f"{words[5]}:"]
        lines += [
            f"  {'>' if one['id'] == item['id'] else ' '} {one['author']}: {one_line(one['text'], 90)}"
            for one in item["thread"]
        ]
    if item["decisions"]:
        lines += ["", f"{words[6]}:"]
        taken = {"en": "undo of {action}", "fr": "annulation de {action}"}[language]
        for one in item["decisions"]:
            did = taken.format(action=one["action"]) if one["undoes"] else one["action"]
            lines.append(f"  {one['at']}  {one['actor']}: {did} ({one['state']})")
    return "\n".join(lines)


def outcome_text(value: Mapping[str, Any], language: str) -> str:
    """The answer to a decision."""
    action = word("action", value["action"], language)
    state = STATE_WORDS[language].get(value["state"], value["state"])
    if value.get("undone") and value["state"] == "done":
        state = {"en": "undone", "fr": "annulé"}[language]  # "Hide: done" would say the opposite
    text = f"{action}: {state}"
    if value["refusal"]:
        text += f". {value['refusal']['why']['text']}"
        if value["refusal"]["clause"]:
            text += f" ({value['refusal']['clause']})"
        if value["refusal"]["instead"]:
            instead = ", ".join(word("action", one, language) for one in value["refusal"]["instead"])
            text += {"en": f" Instead: {instead}.", "fr": f" À la place\u00a0: {instead}."}[language]
    elif value["state"] == "queued" and value["not_before"]:
        text += {"en": f", leaves at {value['not_before']}", "fr": f", part à {value['not_before']}"}[
            language
        ]
        text += f" (vigie undo {value['decision_id']})"
    # Not where it was refused, or a second person said no.
    if value.get("scope") == "everybody" and value["state"] in ("queued", "waiting_review", "done"):
        text += {
            "en": ". This is for everybody on the site, as its staff.",
            "fr": ". Cela vaut pour tout le site, au titre de sa modération.",
        }[language]
    if value.get("remaining"):
        left = ", ".join(word("action", one, language) for one in value["remaining"])
        command = f"vigie decide {value['comment_id']} {value['remaining'][0]}"
        text += {
            "en": f"\nAlso proposed: {left} ({command})",
            "fr": f"\nAussi proposé\u00a0: {left} ({command})",
        }[language]
    return text


def outbox_line(row: Mapping[str, Any], language: str) -> str:
    """One outbox row."""
    state = STATE_WORDS[language].get(row["state"], row["state"])
    error = f"  {row['error']['code']}" if row["error"] else ""
    return f"{row['id']:>5}  {row['comment_id']:>7}  {row['action']:<8}  {state}{error}"
