"""The word list that analyse/words.py maps, and how it is built."""
