import pytest
from django.test import TransactionTestCase
from mails.tasks import welcome
@pytest.mark.timeout(30)
class WelcomeTests(TransactionTestCase):
    def test_welcome(self):
        welcome(1, "a")
