"""Painting of rows: text with highlights, chips, clocks and cards, by QPainter and QTextLayout alone."""
