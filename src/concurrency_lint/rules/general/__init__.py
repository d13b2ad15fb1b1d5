"""CNC9xx: about the files themselves."""
