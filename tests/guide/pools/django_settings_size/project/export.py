"""Sizes of Django's settings."""
from concurrent.futures import ThreadPoolExecutor
from django.conf import settings
exports = ThreadPoolExecutor(settings.EXPORT_THREADS)  # CNC401
imports = ThreadPoolExecutor(settings.IMPORT_THREADS)
