import subprocess
from django.http import HttpResponse, JsonResponse
from django.views import View
from orders.tasks import export, invoice
def start_invoice(request, order_id):
    result = invoice.delay(order_id, request.POST["key"])  # CNC121
    return JsonResponse({"task": result.id})
def wait_invoice(request, order_id):
    invoice.delay(order_id, request.POST["key"]).get(timeout=30)  # CNC122
    return HttpResponse(status=202)
class Export(View):
    def get(self, request):
        subprocess.check_call(["pg_dump", "shop"])  # CNC120
        return HttpResponse()
    def post(self, request):
        return JsonResponse({"task": export.delay(request.POST["key"]).id}, status=202)
