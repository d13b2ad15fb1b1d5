"""Rows of Django models."""

from celery import shared_task
from django.db import models
from django.shortcuts import get_object_or_404


class Order(models.Model):
    number = models.CharField()

    def announce(self):
        send.delay(self)  # CNC218


@shared_task
def send(order): ...


def by_query(number):
    order = Order.objects.get(number=number)
    send.delay(order)  # CNC218


def by_shortcut(number):
    order = get_object_or_404(Order, number=number)
    send.apply_async(args=[order])  # CNC218


def by_annotation(order: Order):
    send.delay(order=order)  # CNC218


def by_loop():
    for order in Order.objects.filter(number="1"):
        send.delay(order)  # CNC218


def by_constructor(number):
    order = Order(number=number)
    send.delay(order)  # CNC218


def by_id(number):
    order = Order.objects.get(number=number)
    send.delay(order.pk)
    send.delay(order.number)


def values():
    for number in Order.objects.values_list("number", flat=True):
        send.delay(number)
