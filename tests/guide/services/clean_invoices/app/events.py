import pika
from app.invoice_pb2 import InvoiceIssued
def issue(channel: pika.channel.Channel, number: int) -> None:
    event = InvoiceIssued(number=number, event_id=f"invoice-{number}")
    channel.basic_publish(exchange="invoices", routing_key="invoices.issued", body=event.SerializeToString())
