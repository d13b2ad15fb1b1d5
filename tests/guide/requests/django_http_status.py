"""A Django view that answers with the task's id."""
from celery import shared_task
from django.http import JsonResponse
from http import HTTPStatus
@shared_task
def build(number): ...
def start(request):
    task = build.delay(1)  # CNC121
    return JsonResponse({"task": task.id}, status=HTTPStatus.OK)
def accepted(request):
    task = build.delay(1)
    return JsonResponse({"task": task.id}, status=HTTPStatus.ACCEPTED)
