"""Addresses of servers: which ones name this machine, and which ones may be given a secret. Pure and light to import."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from console.domain.errors import UsageError


def is_loopback(host: str | None) -> bool:
    """Whether ``host`` names this machine, decided without a name server."""
    if not host:
        return False
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def check_base_url(url: str) -> str:
    """``url`` as ``scheme://host[:port][/path]`` without a trailing slash.

    Raises UsageError (bad_server, server_not_https): a secret goes over plain HTTP to this machine only.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        raise UsageError("bad_server", server=url) from None
    if parts.scheme not in ("http", "https") or not host or parts.username or parts.query or parts.fragment:
        raise UsageError("bad_server", server=url)
    if parts.scheme == "http" and not is_loopback(host):
        raise UsageError("server_not_https", server=host)
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}{f':{port}' if port else ''}{parts.path.rstrip('/')}"
