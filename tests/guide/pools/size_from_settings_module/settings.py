"""A size that stands in another module."""
POOL_SIZE = 128
