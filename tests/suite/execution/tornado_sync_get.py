"""Tornado calls a `def get` of a request handler on its loop."""
import time

import tornado.web


class StatusHandler(tornado.web.RequestHandler):
    def get(self) -> None:
        time.sleep(0.3)  # CNC101
        self.write("ok")
