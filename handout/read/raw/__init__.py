"""What every format builds on: bytes, archives, XML, and their limits."""
