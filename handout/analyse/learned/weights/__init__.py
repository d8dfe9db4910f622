"""What was learned from annotated handouts: small tables, read once, never written."""
