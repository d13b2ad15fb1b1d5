import os

WORKERS = int(os.getenv("WORKERS", "8"))
