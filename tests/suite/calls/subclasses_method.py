"""`__subclasses__()` gives the classes to choose from."""

import subprocess


class Scanner:
    suffix = ""

    @classmethod
    def matches(cls, name):
        return name.endswith(cls.suffix)

    def scan(self, name):
        raise NotImplementedError


class Pdf(Scanner):
    suffix = ".pdf"

    def scan(self, name):
        return subprocess.check_output(["pdfgrep", name])


def scanner_for(name):
    for cls in Scanner.__subclasses__():
        if cls.matches(name):
            return cls()
    raise LookupError(name)


async def scan(name):
    return scanner_for(name).scan(name)  # CNC104
