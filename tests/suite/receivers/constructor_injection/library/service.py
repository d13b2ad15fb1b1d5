class BookService:
    def __init__(self, repo) -> None:
        self.repo = repo

    def search(self, term: str) -> list[str]:
        return [title for title in self.repo.titles() if term in title]
