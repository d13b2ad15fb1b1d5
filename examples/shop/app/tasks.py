from celery import Celery

from app.repositories.database import Customer, Order, SessionFactory
from app.services.invoices import InvoiceService
from app.services.notifications import Notifications
from app.services.price_feed import feed
from app.settings import get_settings
from app.storage import open_storage

app = Celery("shop", broker=get_settings().broker_url)
app.conf.update(
    task_acks_late=True,
    task_reject_on_worker_lost=True,
    task_soft_time_limit=50,
    task_time_limit=60,
    beat_schedule={"prices": {"task": "shop.import_prices", "schedule": 3600.0, "args": ("hourly",)}},
)

RETRIES = {"autoretry_for": (Exception,), "retry_backoff": True, "max_retries": 5}


@app.task(name="shop.email_invoice", **RETRIES)
def email_invoice(order_id: int, replay_key: str) -> None:
    with SessionFactory() as session:
        order = session.get_one(Order, order_id)
        customer = session.get_one(Customer, order.customer_id)
    invoice = InvoiceService(open_storage(get_settings())).issue(order)
    Notifications().order_shipped(customer.email, order_id, invoice)


@app.task(name="shop.import_prices", **RETRIES)
def import_prices(replay_key: str) -> None:
    feed.refresh()
