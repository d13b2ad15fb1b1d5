# needs: celery fastapi httpx
# select: CNC121
# before: (200, ['id'])
# after: (202, ['id'])
from celery import Celery, shared_task
from fastapi import FastAPI
from fastapi.responses import JSONResponse
from fastapi.testclient import TestClient

celery = Celery("shop", broker="memory://")
celery.set_default()


@shared_task
def build(number): ...


app = FastAPI()


@app.post("/reports")
def create(number: int):
    task = build.delay(number)
    return JSONResponse({"id": task.id})


def main():
    answer = TestClient(app).post("/reports?number=1")
    return answer.status_code, list(answer.json())
