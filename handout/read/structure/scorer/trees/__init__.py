"""The grown trees, and the script that grew them."""
