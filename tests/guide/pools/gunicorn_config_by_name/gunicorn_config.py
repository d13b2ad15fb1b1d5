"""A configuration that the command names."""
threads = 50  # CNC401
worker_class = "gthread"
bind = "0.0.0.0:8000"
