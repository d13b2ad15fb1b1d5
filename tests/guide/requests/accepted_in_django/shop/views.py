"""Views of Django, by function and by class."""
from django.http import HttpResponse, JsonResponse
from django.views import View
from shop.tasks import build
def accepted(request):
    return JsonResponse({"task": build.delay(1).id}, status=202)
def forgotten(request):
    result = build.delay(1)  # CNC121
    return JsonResponse({"task": result.id})
def set_later(request):
    result = build.delay(1)
    response = HttpResponse(result.id)
    response.status_code = 202
    return response
class Reports(View):
    def post(self, request):
        result = build.apply_async(args=(1,))  # CNC121
        return JsonResponse({"task": result.task_id}, status=201)
    def put(self, request):
        result = build.apply_async(args=(1,))
        return HttpResponse(result.id, status=202)
