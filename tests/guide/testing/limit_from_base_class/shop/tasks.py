from celery import Celery, Task
class Limited(Task):
    time_limit = 20
class Unlimited(Task):
    pass
app = Celery("shop")
@app.task(base=Limited)
def build(number): ...
@app.task(base=Unlimited)
def drop(number): ...
