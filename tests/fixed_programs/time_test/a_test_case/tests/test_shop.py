import unittest

from shop import place


class PlaceTest(unittest.TestCase):
    def setUp(self):
        self.seconds = 1.3

    def test_place(self):
        self.assertEqual(place(self.seconds), 1.3)
