from celery import Celery
app = Celery("shop")
app.config_from_object("shop.celeryconfig")
@app.task(name="shop.build")
def build(number): ...
