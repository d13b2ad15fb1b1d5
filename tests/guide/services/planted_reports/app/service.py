from celery.result import AsyncResult
from app.tasks import quick, slow
class Reports:
    def start(self, number, key):
        return slow.apply_async(args=(number, key)).id
    def wait(self, task_id):
        return AsyncResult(task_id).get(timeout=20)
    def quick(self, number, key):
        quick.delay(number, key)
