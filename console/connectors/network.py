"""How a connection leaves this machine: whose certificates are believed, and through which proxy.

The operating system's certificates count, and beside them those of the company's file. A proxy is the company's, else
the environment's or the system's own. This machine itself is never reached through one.
"""

from __future__ import annotations

import ssl

from console import managed
from console.connectors.addresses import is_loopback
from console.domain.errors import EnvironmentFailure


def tls_context(scheme: str) -> ssl.SSLContext:
    """The context of a connection to an address with ``scheme``.

    EnvironmentFailure ``ca_bundle_unusable`` (path) where the company's certificates cannot be read: without them it is
    not known whom to believe.
    """
    if scheme == "http":
        return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # never used; loading certificates costs 20 ms
    import truststore

    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    bundle = managed.current().ca_bundle
    if bundle is not None:
        try:
            context.load_verify_locations(cafile=str(bundle))
        except (OSError, ssl.SSLError):  # SSLError is an OSError; named for the reader
            raise EnvironmentFailure("ca_bundle_unusable", path=str(bundle)) from None
    return context


def proxy_for(host: str | None) -> str | None:
    """The company's proxy for ``host``; None where there is none, or ``host`` is to be reached without it."""
    company = managed.current()
    if company.proxy in ("", "none", "system") or is_loopback(host) or company.passes_by(host or ""):
        return None
    return company.proxy


def asks_system(host: str | None) -> bool:
    """Whether the proxies of the environment and of the system's settings count for ``host``."""
    company = managed.current()
    return company.proxy in ("", "system") and not is_loopback(host) and not company.passes_by(host or "")
