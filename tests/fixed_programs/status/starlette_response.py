# needs: celery starlette httpx
# select: CNC121
# before: (200, ['id'])
# after: (202, ['id'])
from celery import Celery, shared_task
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Route
from starlette.testclient import TestClient

celery = Celery("shop", broker="memory://")
celery.set_default()


@shared_task
def build(number): ...


async def create(request):
    task = build.delay(int(request.query_params["number"]))
    return JSONResponse({"id": task.id})


app = Starlette(routes=[Route("/reports", create, methods=["POST"])])


def main():
    answer = TestClient(app).post("/reports?number=1")
    return answer.status_code, list(answer.json())
