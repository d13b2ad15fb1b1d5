"""Chains, retrievers and stores have an async twin that was not called."""
from langchain_core.vectorstores import VectorStore
from langchain_openai import ChatOpenAI, OpenAIEmbeddings

model = ChatOpenAI(model="small")


async def answer(text: str) -> str:
    return model.invoke(text).content  # CNC102


async def answer_awaited(text: str) -> str:
    return (await model.ainvoke(text)).content


async def context(store: VectorStore, text: str) -> list:
    return store.similarity_search(text)  # CNC102


async def vectors(texts: list[str]) -> list:
    return OpenAIEmbeddings().embed_documents(texts)  # CNC102


async def node(state: dict, store: VectorStore) -> dict:
    retriever = store.as_retriever()
    return {"documents": retriever.invoke(state["question"])}  # CNC102
