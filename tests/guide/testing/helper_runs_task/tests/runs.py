from tasks import build
def run(number):
    return start(number)
def start(number):
    return build.apply_async(args=[number]).get()
