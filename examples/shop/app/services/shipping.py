from app.clients.carrier import CarrierClient
from app.repositories.database import Order
from app.repositories.orders import OrderRepository


class ShippingService:
    def __init__(self, orders: OrderRepository, carrier: CarrierClient) -> None:
        self._orders = orders
        self._carrier = carrier

    def cheapest(self, order: Order) -> dict[str, object]:
        rates = self._carrier.rates(order.postcode, order.grams)
        return min(rates, key=lambda rate: rate["cents"])

    def ship(self, order: Order, service: str) -> str:
        order.tracking = self._carrier.book(order.id, service)
        self._orders.save(order)
        return order.tracking
