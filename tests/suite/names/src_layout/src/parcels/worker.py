"""In a src layout the absolute import `parcels.labels` means the module below `src/`; it runs a process."""
from parcels.labels import print_label


async def handle(message: dict) -> None:
    print_label(message["label"])  # CNC104
