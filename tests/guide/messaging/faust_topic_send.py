"""Faust's topics and agents."""
import faust
app = faust.App("shop", broker="kafka://kafka:9092")
class OrderPlaced(faust.Record):
    id: int
orders = app.topic("orders", value_type=OrderPlaced)
loose = app.topic("loose")
async def placed(number, traceparent):
    await orders.send(value=OrderPlaced(id=number), headers={"traceparent": traceparent})
    await orders.send(value=OrderPlaced(id=number))  # CNC303
    await loose.send(value={"id": number}, headers={"traceparent": traceparent})  # CNC302
