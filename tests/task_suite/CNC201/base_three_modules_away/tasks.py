"""The base class that sets it is three modules away."""

from middle import Logged
from worker import app


@app.task(base=Logged)
def send(order_id): ...


@app.task  # CNC201
def other(order_id): ...
