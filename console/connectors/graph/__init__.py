"""What the three platforms of Meta share: the Graph client, its errors and budget, the walk through posts and comments."""
