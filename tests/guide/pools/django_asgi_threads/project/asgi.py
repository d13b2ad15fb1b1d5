"""The threads of Django's synchronous code."""
import os
from django.core.asgi import get_asgi_application
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "project.settings")
os.environ.setdefault("ASGI_THREADS", "64")  # CNC401
application = get_asgi_application()
