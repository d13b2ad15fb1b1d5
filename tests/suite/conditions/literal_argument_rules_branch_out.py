"""The call passes a literal name and a flag for which the helper neither reads the file nor waits."""
import time


def setting(name: str, retry: bool = False) -> str:
    if name.startswith("file:"):
        with open(name.removeprefix("file:")) as stream:
            return stream.read()
    if retry:
        time.sleep(1)
    return name


async def region() -> str:
    return setting("region")


async def secret_region() -> str:
    return setting("file:/run/secrets/region")  # CNC103


async def patient_region() -> str:
    return setting("region", retry=True)  # CNC101
