"""Lines of Chinese and English: where they break, and how they are filled."""
