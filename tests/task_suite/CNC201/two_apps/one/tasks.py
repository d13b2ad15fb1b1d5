"""Two apps in one repository, each with its own configuration."""

from one.worker import app


@app.task
def send(order_id): ...
