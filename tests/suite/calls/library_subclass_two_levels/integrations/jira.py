"""Two classes in two modules stand between `Jira` and the library class whose `post` blocks."""
from integrations.http import RetryingSession


class Jira(RetryingSession):
    base = "https://jira.example.com/rest/api/2"

    def comment(self, issue: str, text: str) -> None:
        self.post(f"{self.base}/issue/{issue}/comment", json={"body": text})


async def on_merge(issue: str) -> None:
    Jira().comment(issue, "merged")  # CNC102
