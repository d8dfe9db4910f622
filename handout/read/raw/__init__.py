"""What lies under every format: bytes, archives, XML, and their limits."""
