"""The rules that a printed page is measured by, a module for each group of them."""
