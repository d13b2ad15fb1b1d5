"""Every client here is the async flavour of a pair with the same names, and each call is awaited."""
import aioboto3
import psycopg
from elasticsearch import AsyncElasticsearch
from openai import AsyncOpenAI

openai = AsyncOpenAI()
elastic = AsyncElasticsearch("http://elastic:9200")


async def answer(question: str) -> str:
    hits = await elastic.search(index="faq", query={"match": {"text": question}})
    reply = await openai.chat.completions.create(model="m", messages=[{"role": "user", "content": str(hits)}])
    return reply.choices[0].message.content


async def persist(text: str) -> None:
    async with await psycopg.AsyncConnection.connect("dbname=faq") as connection:
        await connection.execute("INSERT INTO answers VALUES (%s)", (text,))
        await connection.commit()
    async with aioboto3.Session().client("s3") as s3:
        await s3.put_object(Bucket="answers", Key="last", Body=text.encode())
