"""Views of Django REST framework."""
from celery import shared_task
from rest_framework import status, viewsets
from rest_framework.decorators import action, api_view
from rest_framework.generics import GenericAPIView
from rest_framework.response import Response
@shared_task
def build(number): ...
@api_view(["POST"])
def by_function(request):
    return Response({"task": build.delay(1).id}, status=status.HTTP_202_ACCEPTED)
@api_view(["POST"])
def by_function_bad(request):
    return Response({"task": build.delay(1).id}, status=status.HTTP_200_OK)  # CNC121
class Reports(viewsets.ViewSet):
    @action(detail=True, methods=["post"])
    def build(self, request, pk=None):
        result = build.delay(pk)
        return Response({"task": result.id}, status.HTTP_202_ACCEPTED)
    def create(self, request):
        result = build.delay(1)  # CNC121
        return Response({"task": result.id}, status=status.HTTP_201_CREATED)
class Report(GenericAPIView):
    def post(self, request):
        return Response(data={"task": build.delay(1).id}, status=202)
