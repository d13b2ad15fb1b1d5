"""The constructor hands on to its parent's, which loads a model file."""
from pathlib import Path


class Model:
    def __init__(self, path: str) -> None:
        self.weights = Path(path).read_bytes()


class Classifier(Model):
    def __init__(self, language: str) -> None:
        super().__init__(f"/models/{language}.bin")
        self.language = language


async def classify(text: str, language: str) -> int:
    return len(Classifier(language).weights) % len(text)  # CNC103
