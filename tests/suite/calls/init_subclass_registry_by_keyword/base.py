class Command:
    commands = {}

    def __init_subclass__(cls, /, name, **kw):
        super().__init_subclass__(**kw)
        cls.commands[name] = cls

    def __call__(self, args):
        raise NotImplementedError
