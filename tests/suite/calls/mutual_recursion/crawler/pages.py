from crawler import links


def visit_page(url: str, depth: int) -> int:
    if depth == 0:
        return 0
    return 1 + links.follow_links(url, depth - 1)
