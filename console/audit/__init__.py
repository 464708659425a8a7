"""Verification, anchors, exports and statements of the audit log."""
