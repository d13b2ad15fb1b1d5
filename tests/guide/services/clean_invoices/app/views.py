import pika
from flask import Blueprint, jsonify
from app.events import issue
invoices = Blueprint("invoices", __name__)
@invoices.post("/invoices/<int:number>")
def create(number: int):
    with pika.BlockingConnection(pika.ConnectionParameters("rabbit")) as connection:
        issue(connection.channel(), number)
    return jsonify(number=number), 201
