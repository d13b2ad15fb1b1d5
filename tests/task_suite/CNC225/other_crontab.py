"""Another library's crontab."""

from huey import crontab

nightly = crontab(hour="3")
