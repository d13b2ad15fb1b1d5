from two.worker import app


@app.task  # CNC201
def send(order_id): ...
