from bs4 import BeautifulSoup
def title(text):
    return first(BeautifulSoup(text, "html.parser"))
def first(soup):
    return soup.title.string
