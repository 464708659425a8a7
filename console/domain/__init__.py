"""The domain: what a comment, a verdict, a decision and an audit entry are; no I/O, no Qt."""
