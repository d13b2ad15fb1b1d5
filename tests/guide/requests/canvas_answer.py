"""Signatures and canvases that the answer is about."""
from celery import chain, group, shared_task
from fastapi import APIRouter, status
router = APIRouter()
@shared_task
def build(number): ...
@shared_task
def mail(number): ...
@router.post("/chain")
def chained(number: int):
    result = chain(build.s(number), mail.s()).apply_async()  # CNC121
    return {"task": result.id}
@router.post("/group")
def grouped(numbers: list[int]):
    result = group(build.s(number) for number in numbers)()  # CNC121
    return {"task": result.id}
@router.post("/signature", status_code=status.HTTP_202_ACCEPTED)
def signed(number: int):
    return {"task": build.s(number).delay().id}
