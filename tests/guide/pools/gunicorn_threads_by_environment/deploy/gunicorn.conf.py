"""A default of the environment."""
import multiprocessing
import os
workers = multiprocessing.cpu_count() * 2 + 1
threads = int(os.environ.get("GUNICORN_THREADS", "40"))  # CNC401
worker_class = "gthread"
