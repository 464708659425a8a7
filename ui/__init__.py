"""The window: views over console.services, Qt only here."""
