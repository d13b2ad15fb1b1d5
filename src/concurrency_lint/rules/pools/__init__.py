"""Rules about threads, processes and their pools."""
