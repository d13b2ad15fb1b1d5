import urllib.request


class Feed:
    url = "https://feeds.example.com/default.xml"

    def load(self) -> bytes:
        return urllib.request.urlopen(self.url).read()
