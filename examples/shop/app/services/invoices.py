import subprocess

from app.repositories.database import Order
from app.storage import DocumentStorage


class InvoiceService:
    def __init__(self, storage: DocumentStorage) -> None:
        self._storage = storage

    def issue(self, order: Order) -> bytes:
        document = self._render(order)
        self._storage.save(f"invoice-{order.id}.pdf", document)
        return document

    def stored(self, order_id: int) -> bytes:
        return self._storage.load(f"invoice-{order_id}.pdf")

    def _render(self, order: Order) -> bytes:
        page = f"<h1>Invoice {order.id}</h1><p>{order.sku}</p>"
        done = subprocess.run(["weasyprint", "-", "-"], input=page.encode(), capture_output=True, check=True)
        return done.stdout
