from base import Command


class Backup(Command, name="backup"):
    def __call__(self, args):
        with open(args[0], "rb") as src:
            return len(src.read())


class Help(Command, name="help"):
    def __call__(self, args):
        return "help"
