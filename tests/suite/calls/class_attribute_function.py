"""A library function put into the class body and marked static is reached through the instance."""
import requests


class PartnerApi:
    fetch = staticmethod(requests.get)

    async def partner(self, partner_id: str) -> dict:
        return self.fetch(f"https://partners.example.com/{partner_id}").json()  # CNC102
