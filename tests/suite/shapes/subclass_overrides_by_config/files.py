from .base import Handler


class FileHandler(Handler):
    name = "file"

    def handle(self, path: str) -> str:
        with open(path) as file:
            return file.read()
