"""The dependency is a class; its method, called in the async route, queries MongoDB."""
from fastapi import Depends, FastAPI
from pymongo import MongoClient

app = FastAPI()
client = MongoClient("mongodb://mongo")


class Products:
    def __init__(self, category: str = "all") -> None:
        self.category = category

    def first(self) -> dict:
        return client.shop.products.find_one({"category": self.category})


@app.get("/products/first")
async def first_product(products: Products = Depends()):
    return products.first()  # CNC105
