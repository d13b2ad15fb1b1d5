"""Effects with and without a replay key."""

import requests
from celery import Celery

app = Celery("shop")


@app.task  # CNC208
def charge(order_id):
    requests.post("https://pay.example/charges", json={"order": order_id})


@app.task
def charge_once(order_id, idempotency_key):
    requests.post("https://pay.example/charges", headers={"Idempotency-Key": idempotency_key})


@app.task(bind=True)
def charge_by_request(self, order_id):
    requests.post("https://pay.example/charges", headers={"Idempotency-Key": self.request.id})


@app.task
def fetch(order_id):
    return requests.get(f"https://pay.example/orders/{order_id}").status_code


@app.task
def by_event(event_id):
    requests.post("https://pay.example/events", json={"event": event_id})
