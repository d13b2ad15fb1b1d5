"""What Flask's configuration holds is unknown."""

from celery import Celery
from flask import Flask

flask_app = Flask(__name__)
celery = Celery(flask_app.import_name)
celery.conf.update(flask_app.config)


@celery.task
def send(order_id): ...
