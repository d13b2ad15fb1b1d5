from celery import Celery
app = Celery("shop")
app.conf.update(task_annotations={"*": {"time_limit": 15}})
@app.task(time_limit=100)
def build(number): ...
