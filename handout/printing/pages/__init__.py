"""What happens to whole pages: boxes that grow, the grid, the answers over them."""
