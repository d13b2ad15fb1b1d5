"""The service's parameter has no annotation; the one construction injects a repository that queries SQLite."""
from .repo import BookRepo
from .service import BookService

service = BookService(repo=BookRepo("/data/books.db"))


async def search(term: str) -> list[str]:
    return service.search(term)  # CNC105
