"""Commands of a bot draw images and ask the web without leaving the loop."""
import asyncio
import io

import requests
from discord.ext import commands
from PIL import Image, ImageDraw


class Cards(commands.Cog):
    def __init__(self, bot: commands.Bot) -> None:
        self.bot = bot
        self.session = requests.Session()

    def draw(self, text: str) -> io.BytesIO:
        image = Image.new("RGB", (800, 400))
        ImageDraw.Draw(image).text((10, 10), text)
        out = io.BytesIO()
        image.save(out, "PNG")
        return out

    def lookup(self, name: str) -> dict:
        return self.session.get(f"https://x/{name}").json()

    @commands.command()
    async def card(self, ctx: commands.Context, *, text: str) -> None:
        await ctx.send(file=self.draw(text))  # CNC108

    @commands.command()
    async def ask(self, ctx: commands.Context, name: str) -> None:
        await ctx.send(self.lookup(name)["text"])  # CNC102

    @commands.Cog.listener()
    async def on_message(self, message) -> None:
        found = await self.bot.loop.run_in_executor(None, self.lookup, message.content)
        await message.channel.send(found["text"])
