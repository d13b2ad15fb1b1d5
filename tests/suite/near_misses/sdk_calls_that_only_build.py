"""Clients, queries and messages that are only built, queued or kept in memory send nothing yet."""
import duckdb
import elasticsearch
import grpc
import jinja2
import openai
import orjson
import paho.mqtt.client
import sentry_sdk
import supabase
from github import Github
from google.cloud import firestore
from neo4j import GraphDatabase


async def build(template: jinja2.Template, mqtt: paho.mqtt.client.Client) -> bytes:
    elasticsearch.Elasticsearch("http://search")
    openai.OpenAI().with_options(timeout=3)
    grpc.insecure_channel("billing:50051")
    GraphDatabase.driver("bolt://graph").session()
    firestore.Client().collection("orders").where("paid", "==", True).limit(3)
    supabase.create_client("https://db", "key").table("orders").select("*").eq("id", 1)
    Github("token").search_issues("is:open")
    duckdb.sql("select 1")
    mqtt.publish("orders", "1")
    sentry_sdk.capture_message("paid")
    return orjson.dumps({"page": template.render(paid=True)})
