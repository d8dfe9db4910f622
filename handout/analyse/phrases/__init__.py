"""Key phrases: candidates, their features, and the choice among them."""
