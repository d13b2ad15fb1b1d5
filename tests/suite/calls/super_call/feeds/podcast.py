"""`super().load()` reaches the parent's method in another module, which opens a URL."""
from feeds.base import Feed


class PodcastFeed(Feed):
    url = "https://feeds.example.com/podcast.xml"

    async def episodes(self) -> int:
        body = super().load()  # CNC102
        return body.count(b"<item>")
