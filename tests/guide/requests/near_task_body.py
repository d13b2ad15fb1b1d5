"""Long work in a task is where it belongs."""
import subprocess
from celery import shared_task
@shared_task
def convert(name):
    subprocess.run(["convert", name])
