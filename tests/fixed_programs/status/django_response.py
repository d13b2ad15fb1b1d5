# needs: celery django
# select: CNC121
# before: (200, ['id'])
# after: (202, ['id'])
from celery import Celery, shared_task
import json

import django
from django.conf import settings
from django.http import JsonResponse
from django.test import Client
from django.urls import path

settings.configure(ROOT_URLCONF="program", ALLOWED_HOSTS=["*"])
django.setup()

celery = Celery("shop", broker="memory://")
celery.set_default()


@shared_task
def build(number): ...


def create(request):
    task = build.delay(1)
    return JsonResponse({"id": task.id})


urlpatterns = [path("reports", create)]


def main():
    import sys
    import types

    module = types.ModuleType("program")
    module.urlpatterns = urlpatterns
    sys.modules["program"] = module
    answer = Client().post("/reports")
    return answer.status_code, list(json.loads(answer.content))
