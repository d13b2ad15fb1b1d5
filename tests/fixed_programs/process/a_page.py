# offload: anyio
# needs: trafilatura
import trafilatura


async def repeated(page: str):
    text = trafilatura.extract(page)
    return text.count("worth")


async def main():
    rows = "".join(
        f"<p>Paragraph {n} says something worth keeping, twice.</p>" for n in range(3000)
    )
    return await repeated(f"<html><body><article>{rows}</article></body></html>")
