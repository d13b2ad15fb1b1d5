EXPORTERS = {}


def exporter(fmt):
    def wrap(cls):
        EXPORTERS[fmt] = cls
        return cls

    return wrap
