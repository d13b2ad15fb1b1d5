"""Celery as a project uses it: apps, their configuration, tasks, and what a worker makes of their options."""
