"""Publishing of another sort."""
class Blog:
    def publish(self, title, text):
        return title + text
def post():
    Blog().publish("news", "text")
