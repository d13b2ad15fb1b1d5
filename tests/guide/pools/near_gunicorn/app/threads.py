"""A name that is no setting of gunicorn."""
threads = 64
workers = 128
