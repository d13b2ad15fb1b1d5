"""A Django service: views that answer quickly, and queue the rest."""
from celery import shared_task
from django.db import models, transaction
from django.http import JsonResponse
class Order(models.Model):
    number = models.IntegerField()
def place(request):
    order = Order.objects.create(number=1)
    return JsonResponse({"order": order.pk}, status=201)
def listing(request):
    return JsonResponse({"orders": list(Order.objects.values())})
