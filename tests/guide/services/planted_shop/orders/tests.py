from django.test import TestCase, override_settings
from orders.tasks import invoice
class InvoiceTests(TestCase):
    def test_invoice(self):  # CNC503
        invoice.apply(args=[1, "a"])
    @override_settings(CELERY_TASK_ALWAYS_EAGER=True)  # CNC501
    def test_eager(self): ...
