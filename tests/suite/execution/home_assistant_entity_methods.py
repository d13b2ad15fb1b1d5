"""Home Assistant calls plain `async_*` methods of its entities on the loop, and `update` in a thread."""
from homeassistant.components.sensor import SensorEntity


class MeterSensor(SensorEntity):
    def async_write_history(self) -> None:
        with open("/var/lib/meter/history") as history:  # CNC103
            history.read()

    def update(self) -> None:
        with open("/sys/class/power_supply/meter") as meter:
            meter.read()
