"""Small reusable widgets, painted from the look: text, keycaps, buttons, chips, strips, toast, rail and headers."""
