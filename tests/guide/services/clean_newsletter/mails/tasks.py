from celery import shared_task
from django.core.mail import send_mail
@shared_task(autoretry_for=(OSError,), retry_backoff=True, max_retries=5)
def welcome(subscriber_id: int, message_id: str) -> None:
    send_mail("Welcome", message_id, "news@example.org", [str(subscriber_id)])
