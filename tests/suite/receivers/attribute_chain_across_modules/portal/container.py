from portal.clients import CrmClient


class Container:
    def __init__(self) -> None:
        self.crm = CrmClient()


container = Container()
