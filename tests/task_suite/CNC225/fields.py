"""Fields of crontab."""

from celery.schedules import crontab

nightly = crontab(hour=3)  # CNC225
weekly = crontab(day_of_week="monday")  # CNC225
right = crontab(minute=0, hour=3)
positional = crontab(0, 3)
every_minute = crontab()
on_purpose = crontab(minute="*", hour="9-17")
