class Export:
    def run(self, rows: list[str]) -> int:
        body = "\n".join(rows)
        self.write(body)
        return len(body)

    def write(self, body: str) -> None:
        raise NotImplementedError
