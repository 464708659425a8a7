"""Counts, baselines, signals and incidents."""
