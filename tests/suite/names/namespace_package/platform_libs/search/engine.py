import httpx


def query_index(term):
    return httpx.post("http://search:9200/_search", json={"query": term}).json()
