"""`sync_to_async(f)(...)` runs `f` in a thread."""
from asgiref.sync import sync_to_async
from django.db import models


class Basket(models.Model):
    owner = models.CharField(max_length=40)


def open_basket(owner: str) -> Basket:
    return Basket.objects.get_or_create(owner=owner)[0]


async def basket_view(request):
    basket = await sync_to_async(open_basket, thread_sensitive=True)(request.user.username)
    await sync_to_async(basket.save)()
    return basket
