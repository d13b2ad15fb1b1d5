"""An object of another kind with an attribute of the same name."""
import requests


class Printer:
    pass


def printer() -> Printer:
    made = Printer()
    made.label = requests.Session()
    made.size = requests.Session()
    return made
