from shop.app import app
@app.task
def build(number): ...
@app.task(name="shop.other")
def drop(number): ...  # CNC304
@app.task(queue="default", name="shop.reports.build")
def again(number): ...
