"""Words and sentences: segmentation, stop words, traditional characters."""
