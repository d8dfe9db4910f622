"""What template authors work with: a trial of a pack, and a preview while they type."""
