"""A view set of Django REST framework."""
from celery import shared_task
from rest_framework import status, viewsets
from rest_framework.response import Response
@shared_task
def build(number): ...
class Reports(viewsets.ViewSet):
    def create(self, request):
        result = build.apply_async(args=[1])  # CNC121
        return Response({"id": str(result.id)}, status=status.HTTP_200_OK)
    def update(self, request):
        result = build.apply_async(args=[1])
        return Response({"id": str(result.id)}, status=status.HTTP_202_ACCEPTED)
