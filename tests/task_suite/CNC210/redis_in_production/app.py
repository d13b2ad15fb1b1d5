"""Redis in a file of production."""

from celery import Celery

app = Celery("shop")
app.config_from_object("settings.production")
