import sqlite3

from discord.ext import commands

bot = commands.Bot(command_prefix="!")
bot.db = sqlite3.connect("bot.db")
bot.started = 1


@bot.command()
async def top(ctx):
    rows = bot.db.execute("select * from scores").fetchall()  # CNC105
    await ctx.send(str(rows))
