"""A SQLModel relationship field is typed with a project class whose method reads a file."""
from pathlib import Path
from typing import Optional

from sqlmodel import Field, Relationship, SQLModel


class Team(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    crest: str

    def crest_bytes(self) -> bytes:
        return Path(self.crest).read_bytes()


class Hero(SQLModel, table=True):
    id: Optional[int] = Field(default=None, primary_key=True)
    team_id: Optional[int] = Field(default=None, foreign_key="team.id")
    team: Optional[Team] = Relationship()


async def hero_crest(hero: Hero) -> bytes:
    return hero.team.crest_bytes()  # CNC103
