"""What the policy room knows: the draft, its trials, tests and results."""

from __future__ import annotations
