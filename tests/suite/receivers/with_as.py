"""`with Session() as session` gives the session itself."""
import requests


async def crawl_sitemap(host: str) -> str:
    with requests.Session() as session:
        return session.get(f"https://{host}/sitemap.xml").text  # CNC102
