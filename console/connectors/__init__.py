"""One module per platform behind the Connector port."""
