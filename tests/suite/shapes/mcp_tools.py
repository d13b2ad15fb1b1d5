"""Tools of an MCP server: sync functions run on the loop, and so does what an async tool calls."""
import asyncio
import sqlite3

import requests
from mcp.server.fastmcp import FastMCP

mcp = FastMCP("shop")


def rows(query: str) -> list:
    return sqlite3.connect("shop.db").execute(query).fetchall()


@mcp.tool()
def search(text: str) -> str:
    return requests.get("https://x", params={"q": text}).text  # CNC102


@mcp.tool()
async def orders(text: str) -> list:
    return rows(text)  # CNC105


@mcp.tool()
async def orders_elsewhere(text: str) -> list:
    return await asyncio.to_thread(rows, text)


@mcp.resource("shop://names")
def names() -> list[str]:
    return ["a"]
