import subprocess
from celery import shared_task
@shared_task(autoretry_for=(OSError,), retry_backoff=True, max_retries=5)
def invoice(order_id, request_id):
    subprocess.run(["wkhtmltopdf", str(order_id)], check=True)
@shared_task(autoretry_for=(OSError,), retry_backoff=True, max_retries=5, queue="exports")
def export(request_id): ...  # CNC304
