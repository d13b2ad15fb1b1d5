"""Iterating a lazy queryset runs its query at the `for` line."""
from django.db import models


class Subscriber(models.Model):
    email = models.EmailField()


async def addresses() -> list[str]:
    active = Subscriber.objects.exclude(email="").order_by("email")
    found = []
    for subscriber in active:  # CNC105
        found.append(subscriber.email)
    return found
