import requests


class CrmClient:
    def __init__(self) -> None:
        self.session = requests.Session()
