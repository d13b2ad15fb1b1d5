import os
THREADS = int(os.environ.get("THREADS", 128))
