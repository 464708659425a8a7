"""Policy file to proposal with reasons."""
