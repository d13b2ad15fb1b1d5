"""Search engines, graphs, documents and object mappers wait for their server where the query is run."""
import elasticsearch
import neo4j
import peewee
from elasticsearch import helpers
from google.cloud import firestore
from mongoengine import Document


class Order(peewee.Model):
    paid = peewee.BooleanField()


class Page(Document):
    pass


async def read(search: elasticsearch.Elasticsearch, driver: neo4j.Driver) -> list[object]:
    search.index(index="orders", document={})  # CNC105
    search.indices.create(index="orders")  # CNC105
    with driver.session() as session:
        session.run("match (n) return n")  # CNC105
    Order.select().where(Order.paid).count()  # CNC105
    Page.objects.filter(title="a").first()  # CNC105
    return [hit for hit in helpers.scan(search)]  # CNC105


async def stored() -> object:
    return firestore.Client().collection("orders").document("1").get()  # CNC107
