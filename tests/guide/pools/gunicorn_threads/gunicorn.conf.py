"""Threads of a worker, as gunicorn reads them."""
workers = 2
threads = 64  # CNC401
bind = "0.0.0.0:8000"
