"""What is seen on the pages that were laid out."""
