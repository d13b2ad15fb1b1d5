from app.clients.mail import Mailer
from app.clients.push import push_now
from app.settings import get_settings


class Notifications:
    def __init__(self, mailer: Mailer | None = None) -> None:
        self._mailer = mailer or Mailer(get_settings())

    def order_placed(self, customer_id: int, email: str, order_id: int) -> None:
        self._mailer.send(email, f"Your order {order_id}", "Thank you. We are packing it.")
        self._tell(customer_id, f"Order {order_id} is being packed")

    def order_shipped(self, email: str, order_id: int, invoice: bytes) -> None:
        self._mailer.send(email, f"Your order {order_id} is on its way", "The invoice is attached.", invoice)

    def _tell(self, customer_id: int, text: str) -> None:
        push_now(customer_id, text)
