"""Start a real Bluesky network by hand: ``python -m tests.servers.up full`` (or ``pds``); Ctrl-C ends it."""

from __future__ import annotations

import argparse
import dataclasses
import json
import signal
import sys

from tests.servers.network import BlueskyNetwork
from tests.servers.processes import ServerFailed, ServerMissing


def main() -> int:
    """Start, print where everything is, wait for Ctrl-C or SIGTERM, stop."""
    parser = argparse.ArgumentParser(prog="python -m tests.servers.up", description=__doc__)
    parser.add_argument("mode", choices=("full", "pds"), nargs="?", default="full")
    parser.add_argument("--rate-limits", action="store_true", help="switch the real rate limits on")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of lines")
    options = parser.parse_args()
    # Both signals unwind, also during start-up, so that nothing stays behind.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        network = BlueskyNetwork.start(options.mode, rate_limits=options.rate_limits)
    except (ServerMissing, ServerFailed) as error:
        print(f"error: {error}", file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        return 130
    try:
        brand, stranger = network.create_account("brand"), network.create_account("stranger")
        facts = dataclasses.asdict(network.facts) | {
            "log": str(network.log),
            "accounts": [
                {"handle": session["handle"], "did": session["did"], "password": session["password"],
                 "app_password": network.app_password(session)}
                for session in (brand, stranger)
            ],
        }  # fmt: skip
        if options.json:
            print(json.dumps(facts), flush=True)
        else:
            for name, value in facts.items():
                if name != "accounts" and value is not None:
                    print(f"{name:12} {value}")
            for account in facts["accounts"]:
                print("account      " + "  ".join(f"{key}={value}" for key, value in account.items()))
            print("Ctrl-C ends it and removes its data.", flush=True)
        while True:
            signal.pause()
    except KeyboardInterrupt:
        pass
    finally:
        network.stop()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
