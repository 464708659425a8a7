"""Text in, labels with scores and spans out."""
