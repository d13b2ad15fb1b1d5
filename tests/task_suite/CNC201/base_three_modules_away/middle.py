from base import Reliable


class Logged(Reliable):
    abstract = True
