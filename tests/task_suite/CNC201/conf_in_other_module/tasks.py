"""Another module writes to the app's configuration."""

from worker import app


@app.task
def send(order_id): ...
