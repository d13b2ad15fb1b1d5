"""Filtering a Django queryset is lazy, and the evaluation here is the async `afirst`."""
from django.db import models


class Ticket(models.Model):
    state = models.CharField(max_length=10)


async def next_ticket() -> Ticket | None:
    waiting = Ticket.objects.filter(state="open").exclude(state="spam").order_by("id")
    return await waiting.afirst()
