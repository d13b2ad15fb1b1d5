from pathlib import Path


class TemplateStore:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def load(self, name: str) -> str:
        return (self.folder / name).read_text()
