import threading
def fetch(url): ...
def crawl(urls):
    for url in urls:
        threading.Thread(target=fetch, args=(url,)).start()  # CNC404
