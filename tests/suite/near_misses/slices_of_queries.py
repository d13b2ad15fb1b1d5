"""A slice only narrows a query; an item runs it. A project's own `__getitem__` runs for both."""

import time

from django.db import models


class Item(models.Model):
    name = models.TextField()


class Slow:
    def __getitem__(self, index):
        time.sleep(1)
        return index


async def names(slow: Slow):
    found = Item.objects.filter(name="x").order_by("name")[:5]
    first = Item.objects.all()[0]  # CNC105
    async for each in found:
        print(each)
    return first, slow[1:], slow[1]  # CNC101
