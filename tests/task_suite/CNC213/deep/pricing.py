from tasks import price


def total(skus):
    return sum(one(sku) for sku in skus)


def one(sku):
    return price.delay(sku).get()
