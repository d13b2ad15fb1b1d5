"""A process behind a class view."""
from multiprocessing import Process
from django.views import View
from django.http import HttpResponse
def work(): ...
class Start(View):
    def post(self, request):
        Process(target=work).start()  # CNC123
        return HttpResponse("started")
