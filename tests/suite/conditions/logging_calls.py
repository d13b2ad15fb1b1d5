"""Logging is never reported, whatever its handlers may do."""
import logging

log = logging.getLogger("shop.orders")


async def place(order: dict) -> int:
    log.info("order %s", order["id"])
    try:
        return order["items"][0]
    except IndexError:
        log.exception("empty order")
        logging.warning("rejecting")
        return 0
