import asyncio
from app.subscribers import orders
def main():
    asyncio.run(orders.listen())
