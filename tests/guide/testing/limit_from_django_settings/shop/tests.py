"""Tests of Django, whose tasks take their limit from the settings."""
from django.test import TestCase
from shop.tasks import build
class BuildTests(TestCase):
    def test_build(self):  # CNC503
        build.apply(args=[1])
