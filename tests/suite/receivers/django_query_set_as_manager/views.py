"""A query set of the project as a manager: its own methods build queries, `list` runs them."""

from django.http import JsonResponse
from django.shortcuts import get_object_or_404

from models import Order


async def orders(request):
    rows = list(Order.objects.open())  # CNC105
    return JsonResponse({"n": len(rows)})


async def order(request, pk):
    obj = get_object_or_404(Order, pk=pk)  # CNC105
    obj.state = "done"
    obj.save()  # CNC105
    return JsonResponse({"exists": Order.objects.filter(pk=pk).exists()})  # CNC105
