from django.db import transaction
from django.http import JsonResponse
from django.views import View
from mails.models import Subscriber
from mails.tasks import welcome
class Subscribers(View):
    def post(self, request):
        with transaction.atomic():
            subscriber = Subscriber.objects.create(address=request.POST["address"])
            transaction.on_commit(lambda: welcome.delay(subscriber.pk, request.POST["key"]))
        return JsonResponse({"id": subscriber.pk}, status=201)
class Welcome(View):
    def post(self, request, pk):
        result = welcome.delay(pk, request.POST["key"])
        return JsonResponse({"task": result.id}, status=202)
