"""The tables behind ``connect_words``: sentences by platform and by field, as sources to translate."""

from __future__ import annotations

from typing import Final

from ui.i18n.mark import QT_TRANSLATE_NOOP

GIVES_ANY: Final = QT_TRANSLATE_NOOP(
    "Connect",
    "The comments of your account. What can be done from here is shown once the sign-in was tested.",
)

GIVES: Final[dict[str, str]] = {
    "practice": QT_TRANSLATE_NOOP(
        "Connect", "A simulated platform on this machine, with an invented brand. Nothing leaves."
    ),
    "bluesky": QT_TRANSLATE_NOOP(
        "Connect",
        "Replies, mentions and quotes of your account; reply, hide, report, block and mute from here.",
    ),
    "mastodon": QT_TRANSLATE_NOOP(
        "Connect",
        "Replies, mentions and watched words on your instance; reply, report, block and mute from here.",
    ),
    "youtube": QT_TRANSLATE_NOOP(
        "Connect", "All comments of your channel, those held back too; hold, reject, ban and reply from here."
    ),
    "facebook": QT_TRANSLATE_NOOP(
        "Connect", "Comments under the posts of your Page; hide, delete, ban and reply from here."
    ),
    "instagram": QT_TRANSLATE_NOOP(
        "Connect", "Comments under the posts of your professional account; hide, delete and reply from here."
    ),
    "threads": QT_TRANSLATE_NOOP("Connect", "Replies to your posts and mentions; hide and reply from here."),
    "x": QT_TRANSLATE_NOOP(
        "Connect",
        "Replies and mentions; hide, mute, and reply where X allows it. X charges for what is read.",
    ),
    "wordpress": QT_TRANSLATE_NOOP(
        "Connect",
        "Comments of your own site, those waiting too; approve, hold back, trash and reply from here.",
    ),
    "discourse": QT_TRANSLATE_NOOP(
        "Connect", "Posts of your own forum and its review queue; flag, delete, silence and reply from here."
    ),
    "file": QT_TRANSLATE_NOOP(
        "Connect", "CSV or JSON Lines from another tool. You see the plan before anything is read in."
    ),
}
"""What connecting a platform brings, in a line."""

_ALONE: Final = QT_TRANSLATE_NOOP(
    "Connect",
    "Make a password or token for Vigie alone where the platform allows it: it can be taken back alone.",
)
_META_APP: Final = QT_TRANSLATE_NOOP(
    "Connect", "An app of your own, of type Business, at developers.facebook.com."
)
_META_LEFT_OUT: Final = QT_TRANSLATE_NOOP(
    "Connect",
    "Where a permission is missing, Meta leaves comments out instead of refusing: the test says what lacks.",
)

BEFORE_ANY: Final = (
    QT_TRANSLATE_NOOP("Connect", "The password or token that the platform gives to programs."),
    _ALONE,
)

BEFORE: Final[dict[str, tuple[str, ...]]] = {
    "bluesky": (
        QT_TRANSLATE_NOOP("Connect", "Sign in to Bluesky as the brand, on the site or in its app."),
        QT_TRANSLATE_NOOP(
            "Connect",
            "Make an app password there: Settings, Privacy and security, App passwords. It can be taken back alone.",
        ),
        QT_TRANSLATE_NOOP("Connect", "Vigie needs no access to direct messages: leave that box empty."),
    ),
    "mastodon": (
        QT_TRANSLATE_NOOP(
            "Connect", "The site where the brand has its account: its instance, as in the browser’s address."
        ),
        QT_TRANSLATE_NOOP(
            "Connect", "The short way: sign in with the browser as the brand, and allow Vigie there."
        ),
        QT_TRANSLATE_NOOP(
            "Connect",
            "Or a token: Preferences, Development, New application, with the permissions read, write and follow.",
        ),
    ),
    "youtube": (
        QT_TRANSLATE_NOOP(
            "Connect",
            "A project of your own in the Google Cloud console, with “YouTube Data API v3” switched on.",
        ),
        QT_TRANSLATE_NOOP(
            "Connect",
            "In it, credentials of type OAuth client, Desktop app: their client id and client secret.",
        ),
        QT_TRANSLATE_NOOP(
            "Connect", "The Google account that owns the channel; the page asks which channel it is for."
        ),
        QT_TRANSLATE_NOOP(
            "Connect",
            "While the project is “in testing”, Google ends the sign-in after 7 days. Publish it to avoid that.",
        ),
    ),
    "facebook": (
        QT_TRANSLATE_NOOP("Connect", "A role on the Page that may moderate comments."),
        _META_APP,
        QT_TRANSLATE_NOOP(
            "Connect",
            "A token of the Page or of a system user, with pages_show_list, pages_read_engagement, pages_read_user_content and pages_manage_engagement.",
        ),
        _META_LEFT_OUT,
    ),
    "instagram": (
        QT_TRANSLATE_NOOP("Connect", "A professional account: business or creator."),
        _META_APP,
        QT_TRANSLATE_NOOP(
            "Connect",
            "A token for that account from the app’s dashboard (Generate token). It holds 60 days.",
        ),
        _META_LEFT_OUT,
    ),
    "threads": (
        QT_TRANSLATE_NOOP(
            "Connect", "An app of your own with access to Threads, at developers.facebook.com."
        ),
        QT_TRANSLATE_NOOP("Connect", "Your Threads account as a tester of that app, invitation accepted."),
        QT_TRANSLATE_NOOP(
            "Connect",
            "A token for that account, with threads_basic, threads_read_replies and threads_manage_replies. It holds 60 days.",
        ),
    ),
    "x": (
        QT_TRANSLATE_NOOP(
            "Connect", "A developer account with credit: X charges for each post that is read."
        ),
        QT_TRANSLATE_NOOP(
            "Connect",
            "An app of type Native App in the developer portal, with the callback address {address}: its client id.",
        ),
        QT_TRANSLATE_NOOP(
            "Connect", "An amount for the month: when it is spent, nothing more is pulled until the next one."
        ),
    ),
    "wordpress": (
        QT_TRANSLATE_NOOP("Connect", "The address of your site, with https."),
        QT_TRANSLATE_NOOP("Connect", "A user who may moderate comments: an editor or an administrator."),
        QT_TRANSLATE_NOOP(
            "Connect",
            "An application password of that user: Users, Profile, Application passwords. It can be taken back alone.",
        ),
    ),
    "discourse": (
        QT_TRANSLATE_NOOP("Connect", "The address of your forum."),
        QT_TRANSLATE_NOOP("Connect", "A user of the forum who moderates: Vigie acts in that name."),
        QT_TRANSLATE_NOOP(
            "Connect", "An API key for that user alone, made by an administrator: Admin, API, New API key."
        ),
    ),
}
"""What to have at hand, by platform: two to four points."""

ASIDES: Final[dict[str, str]] = {
    "x": QT_TRANSLATE_NOOP(
        "Connect", "X lets programs reply only to posts that call you; elsewhere Vigie opens the page."
    ),
}

CALLBACKS: Final = {"x": "http://127.0.0.1:51893/cb"}
"""The ``{address}`` of a point: where a platform sends a person back to, if it wants to know beforehand."""

_KEPT: Final = QT_TRANSLATE_NOOP("Connect", "Kept in the system keyring, never in a file")
_DEFAULT_SERVER: Final = QT_TRANSLATE_NOOP("Connect", "Leave it as it is unless your account lives elsewhere")
_TOKEN: Final = QT_TRANSLATE_NOOP("Connect", "Access token")
_USER: Final = QT_TRANSLATE_NOOP("Connect", "User name")

FIELDS: Final[dict[str, tuple[str, str]]] = {
    "server": (QT_TRANSLATE_NOOP("Connect", "Server"), ""),
    "handle": (QT_TRANSLATE_NOOP("Connect", "Account"), ""),
    "secret": (QT_TRANSLATE_NOOP("Connect", "Password or token"), _KEPT),
    "client_id": (QT_TRANSLATE_NOOP("Connect", "Client id"), ""),
    "client_secret": (QT_TRANSLATE_NOOP("Connect", "Client secret"), _KEPT),
    "refresh_token": (QT_TRANSLATE_NOOP("Connect", "Refresh token"), _KEPT),
    "access_token": (_TOKEN, _KEPT),
    "app_secret": (
        QT_TRANSLATE_NOOP("Connect", "App secret"),
        QT_TRANSLATE_NOOP("Connect", "Lets Vigie check what the token may do; kept in the system keyring"),
    ),
    "bluesky.server": (QT_TRANSLATE_NOOP("Connect", "Server"), _DEFAULT_SERVER),
    "bluesky.handle": (
        QT_TRANSLATE_NOOP("Connect", "Handle"), QT_TRANSLATE_NOOP("Connect", "For example brand.bsky.social"),
    ),
    "bluesky.secret": (QT_TRANSLATE_NOOP("Connect", "App password"), _KEPT),
    "mastodon.server": (
        QT_TRANSLATE_NOOP("Connect", "Instance"),
        QT_TRANSLATE_NOOP("Connect", "For example mastodon.social, or your whole name: @brand@mastodon.social"),
    ),
    "mastodon.secret": (
        _TOKEN,
        QT_TRANSLATE_NOOP(
            "Connect", "“Your access token” on the application’s page; kept in the system keyring, never in a file"
        ),
    ),
    "youtube.client_id": (
        QT_TRANSLATE_NOOP("Connect", "Client id"),
        QT_TRANSLATE_NOOP("Connect", "Ends in .apps.googleusercontent.com"),
    ),
    "youtube.handle": (
        QT_TRANSLATE_NOOP("Connect", "Channel"),
        QT_TRANSLATE_NOOP("Connect", "Its @name or its id; empty takes the channel that is signed in"),
    ),
    "youtube.videos": (
        QT_TRANSLATE_NOOP("Connect", "Only these videos"),
        QT_TRANSLATE_NOOP("Connect", "Their ids, with commas between; empty takes the whole channel"),
    ),
    "facebook.handle": (
        QT_TRANSLATE_NOOP("Connect", "Page"),
        QT_TRANSLATE_NOOP("Connect", "Its number or name, where the token is good for several Pages"),
    ),
    "facebook.secret": (QT_TRANSLATE_NOOP("Connect", "Token of the Page or of a system user"), _KEPT),
    "instagram.login": (
        QT_TRANSLATE_NOOP("Connect", "The token was made with"),
        QT_TRANSLATE_NOOP("Connect", "Facebook: where the account belongs to a Page, and the token to a person or a system"),
    ),
    "instagram.handle": (
        QT_TRANSLATE_NOOP("Connect", "Account"),
        QT_TRANSLATE_NOOP("Connect", "Its name, where the token is good for several accounts"),
    ),
    "instagram.secret": (_TOKEN, _KEPT),
    "threads.secret": (_TOKEN, _KEPT),
    "x.client_id": (
        QT_TRANSLATE_NOOP("Connect", "Client id"),
        QT_TRANSLATE_NOOP("Connect", "Of the app, under “Keys and tokens”, OAuth 2.0"),
    ),
    "x.monthly_cap": (
        QT_TRANSLATE_NOOP("Connect", "At most a month, in dollars"),
        QT_TRANSLATE_NOOP("Connect", "When it is spent, nothing more is pulled until the next month"),
    ),
    "x.port": (
        QT_TRANSLATE_NOOP("Connect", "Port of the callback address"),
        QT_TRANSLATE_NOOP("Connect", "Empty takes 51893; it must be the one written in the app"),
    ),
    "wordpress.server": (
        QT_TRANSLATE_NOOP("Connect", "Address of the site"),
        QT_TRANSLATE_NOOP("Connect", "For example https://www.brand.example"),
    ),
    "wordpress.handle": (_USER, QT_TRANSLATE_NOOP("Connect", "As you sign in to the site")),
    "wordpress.secret": (QT_TRANSLATE_NOOP("Connect", "Application password"), _KEPT),
    "discourse.server": (
        QT_TRANSLATE_NOOP("Connect", "Address of the forum"),
        QT_TRANSLATE_NOOP("Connect", "For example https://forum.brand.example"),
    ),
    "discourse.handle": (_USER, QT_TRANSLATE_NOOP("Connect", "In whose name Vigie acts there")),
    "discourse.secret": (QT_TRANSLATE_NOOP("Connect", "API key"), _KEPT),
}  # fmt: skip
"""(label, help) of a field: by ``kind.name``, else by ``name``."""

CHOICES: Final[dict[str, str]] = {
    "facebook": QT_TRANSLATE_NOOP("Connect", "Facebook sign-in"),
    "instagram": QT_TRANSLATE_NOOP("Connect", "Instagram sign-in"),
}
"""A value to choose, by ``kind.name.value``, else by ``value``; what is not here is shown as it is called."""

OFFERS: Final[dict[str, tuple[str, str, str, str, str]]] = {
    "mastodon.staff": (
        QT_TRANSLATE_NOOP("Connect", "Mute and block act"),
        QT_TRANSLATE_NOOP("Connect", "for this account alone"),
        QT_TRANSLATE_NOOP("Connect", "for everybody on the instance, as its staff"),
        QT_TRANSLATE_NOOP(
            "Connect",
            "This account is staff of its instance. A mute and a block change only what the account itself sees.",
        ),
        QT_TRANSLATE_NOOP(
            "Connect", "A mute limits and a block suspends an account for everybody on the instance."
        ),
    ),
}
"""An option of some accounts: its label, without it, with it, and what each of the two means."""
