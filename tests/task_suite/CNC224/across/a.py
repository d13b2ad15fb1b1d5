from worker import app


@app.task(name="notify")
def one(): ...
