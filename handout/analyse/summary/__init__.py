"""Summary sentences: their features, and the choice among them."""
