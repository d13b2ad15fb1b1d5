"""A connection that is kept on the bot, which another module is given."""

from discord.ext import commands


class Scores(commands.Cog):
    def __init__(self, bot: commands.Bot):
        self.bot = bot

    @commands.command()
    async def score(self, ctx):
        await ctx.send(self.bot.db.execute("select 1").fetchone())  # CNC105

    @commands.command()
    async def started(self, ctx):
        await ctx.send(self.bot.started)
        await self.bot.change_presence()
