# offload: anyio
# needs: trafilatura
import trafilatura


async def plain(page: str) -> str:
    if text := trafilatura.extract(page, include_links=True, output_format="markdown"):
        return text[-40:]
    return "nothing"


async def main():
    rows = "".join(
        f"<p>Paragraph {n} says <a href='/x'>something</a> worth keeping.</p>" for n in range(3000)
    )
    return await plain(f"<html><body><article>{rows}</article></body></html>")
