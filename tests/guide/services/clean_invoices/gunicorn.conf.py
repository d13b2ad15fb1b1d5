import os
workers = 3
threads = int(os.environ.get("WEB_THREADS", "8"))
