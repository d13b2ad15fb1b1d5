"""A helper that waits."""
from celery import shared_task
from flask import Blueprint
routes = Blueprint("routes", __name__)
@shared_task
def total(): ...
def now():
    return total.apply_async().get()
@routes.route("/total")
def show():
    return {"total": now()}  # CNC122
