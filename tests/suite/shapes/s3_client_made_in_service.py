"""A mail service makes its boto3 client in the constructor from a session that may be given."""
import asyncio

import boto3


class MailService:
    def __init__(self, session: boto3.Session | None = None, region: str = "eu-west-1") -> None:
        self._session = session or boto3.Session()
        self._ses = self._session.client("ses", region_name=region)

    async def send(self, to: str, body: str) -> str:
        response = self._ses.send_email(Destination={"ToAddresses": [to]}, Message={"Body": body})  # CNC107
        return response["MessageId"]

    async def send_elsewhere(self, to: str, body: str) -> str:
        response = await asyncio.to_thread(self._ses.send_email, Destination={"ToAddresses": [to]}, Message={})
        return response["MessageId"]
