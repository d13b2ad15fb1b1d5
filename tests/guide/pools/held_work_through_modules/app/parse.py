from bs4 import BeautifulSoup
class Page:
    def __init__(self, text):
        self.text = text
    def links(self):
        return self._soup().find_all("a")
    def _soup(self):
        return BeautifulSoup(self.text, "html.parser")
def links_of(text):
    return Page(text).links()
