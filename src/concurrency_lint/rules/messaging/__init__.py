"""Rules about messages between services."""
