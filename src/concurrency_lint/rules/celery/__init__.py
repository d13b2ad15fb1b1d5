"""CNC2xx: Celery's tasks, apps and their configuration."""
