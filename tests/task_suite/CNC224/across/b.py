"""In two modules."""

from worker import app


@app.task(name="notify")  # CNC224
def two(): ...


@app.task
def one(): ...
