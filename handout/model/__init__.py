"""What the stages hand on: frozen values, and nothing that acts."""
