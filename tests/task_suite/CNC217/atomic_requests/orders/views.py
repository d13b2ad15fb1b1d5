"""Views run in a transaction when the settings say so."""

from django.db import transaction
from django.views import View

from orders.tasks import send


def place(request):
    send.delay(1)  # CNC217


@transaction.non_atomic_requests
def outside(request):
    send.delay(1)


class Place(View):
    def post(self, request):
        send.delay(1)  # CNC217
