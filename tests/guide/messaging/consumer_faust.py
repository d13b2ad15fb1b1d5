"""An agent of Faust among other code."""
import faust
app = faust.App("shop")
topic = app.topic("orders")
@app.agent(topic)  # CNC301
async def orders(stream):
    async for order in stream:
        print(order)
