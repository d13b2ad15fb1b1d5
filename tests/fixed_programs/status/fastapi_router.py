# needs: celery fastapi httpx
# select: CNC121
# before: (200, ['id'])
# after: (202, ['id'])
from celery import Celery, shared_task
from fastapi import APIRouter, FastAPI
from fastapi.testclient import TestClient

celery = Celery("shop", broker="memory://")
celery.set_default()


@shared_task
def build(number): ...


router = APIRouter()


@router.post(
    "/reports",
    tags=["reports"],  # for the documentation
)
async def create(number: int):
    return {"id": build.apply_async((number,)).id}


app = FastAPI()
app.include_router(router)


def main():
    answer = TestClient(app).post("/reports?number=1")
    return answer.status_code, list(answer.json())
