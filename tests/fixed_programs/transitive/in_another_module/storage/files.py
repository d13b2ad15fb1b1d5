def lines(name, *, last):
    found = content(name).splitlines()
    return found[-1] if last else found


def content(name):
    with open(name) as file:
        return file.read()
