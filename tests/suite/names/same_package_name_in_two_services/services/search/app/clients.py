_CUSTOMERS = {1: {"name": "Ada"}}


def customer(customer_id):
    return _CUSTOMERS[customer_id]
