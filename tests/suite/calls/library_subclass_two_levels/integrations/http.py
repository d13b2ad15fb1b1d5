from requests import Session


class RetryingSession(Session):
    attempts = 3
