import pika
from app.payment_pb2 import PaymentReceived
def settle(number: int) -> None: ...
def received(channel, method, properties, body) -> None:
    payment = PaymentReceived.FromString(body)
    settle(payment.invoice)
    channel.basic_ack(delivery_tag=method.delivery_tag)
def main() -> None:
    with pika.BlockingConnection(pika.ConnectionParameters("rabbit")) as connection:
        channel = connection.channel()
        channel.basic_consume(queue="payments.received", on_message_callback=received)
        channel.start_consuming()
if __name__ == "__main__":
    main()
