"""Connectors: one module per platform, joined by the shared HTTP client, rate budget and back-off."""
