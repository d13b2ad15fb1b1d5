import pytest
from django.test import TestCase, override_settings
@override_settings(CELERY_TASK_ALWAYS_EAGER=True)  # CNC501
class OrderTests(TestCase):
    def test_order(self): ...
@pytest.mark.celery(task_always_eager=True)  # CNC501
def test_marked(celery_app): ...
def test_patched(monkeypatch):
    from shop.app import app
    monkeypatch.setattr(app.conf, "task_always_eager", True)  # CNC501
