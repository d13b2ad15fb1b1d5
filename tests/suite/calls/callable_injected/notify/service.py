class Reminder:
    def __init__(self, send) -> None:
        self.send = send

    def remind(self, number: str) -> None:
        self.send(number, "Your appointment is tomorrow")
