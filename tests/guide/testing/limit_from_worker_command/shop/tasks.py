from celery import Celery
app = Celery("shop")
@app.task
def build(number): ...
