"""Clients are made at module level, one of them under a condition, and used from other modules."""
import os

import stripe
from qdrant_client import AsyncQdrantClient, QdrantClient
from slack_sdk import WebClient
from twilio.rest import Client as Twilio

stripe.api_key = os.environ["STRIPE_KEY"]
slack = WebClient(token=os.environ["SLACK_TOKEN"])
sms = Twilio("sid", "token") if os.environ.get("TWILIO") else None
vectors = QdrantClient(host="qdrant", port=6333)
async_vectors = AsyncQdrantClient(host="qdrant", port=6333)
