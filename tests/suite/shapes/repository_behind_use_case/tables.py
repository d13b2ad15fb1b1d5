from sqlmodel import Field, SQLModel


class UserTable(SQLModel, table=True):
    id: int = Field(primary_key=True)
    email: str
