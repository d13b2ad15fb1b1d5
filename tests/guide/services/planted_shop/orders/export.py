from concurrent.futures import ThreadPoolExecutor
from django.conf import settings
pool = ThreadPoolExecutor(max_workers=settings.EXPORT_THREADS)  # CNC401
