"""A thread behind a Django view."""
import threading
from django.http import HttpResponse
def work(): ...
def view(request):
    thread = threading.Thread(target=work)
    thread.daemon = True
    thread.start()  # CNC123
    return HttpResponse("started")
