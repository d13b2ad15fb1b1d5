"""Textual calls plain methods named `on_*`, `watch_*` and `action_*` on the loop; other methods it does not know."""
import time

from textual.app import App
from textual.reactive import reactive


class Board(App):
    number = reactive(0)

    def on_data_table_row_selected(self) -> None:
        time.sleep(1)  # CNC101

    def watch_number(self) -> None:
        time.sleep(1)  # CNC101

    def action_refresh(self) -> None:
        self.load()  # CNC101

    def load(self) -> None:
        time.sleep(1)
