"""Sizes that another module gives."""
from concurrent.futures import ThreadPoolExecutor
from app import config
from app.config import get_settings, settings
one = ThreadPoolExecutor(max_workers=settings.io_threads)  # CNC401
two = ThreadPoolExecutor(max_workers=get_settings().io_threads)  # CNC401
three = ThreadPoolExecutor(max_workers=config.WORKERS)  # CNC401
four = ThreadPoolExecutor(max_workers=settings.cpu_threads)
