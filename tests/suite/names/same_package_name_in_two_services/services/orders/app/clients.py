import requests


def customer(customer_id):
    return requests.get(f"http://crm/customers/{customer_id}").json()
