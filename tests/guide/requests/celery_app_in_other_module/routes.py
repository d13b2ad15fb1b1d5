from fastapi import APIRouter
from tasks import build
router = APIRouter()
@router.post("/build/{number}")
async def start(number: int):
    task = build.delay(number)  # CNC121
    return {"task_id": task.id}
@router.post("/accepted/{number}", status_code=202)
async def accepted(number: int):
    task = build.delay(number)
    return {"task_id": task.id}
