"""What was learned from annotated documents, and how it is applied."""
