"""A blocking function is injected into the constructor; the method that calls it runs on the loop."""
from notify.service import Reminder
from notify.sms import send_sms

reminder = Reminder(send=send_sms)


async def evening_run(numbers: list[str]) -> None:
    for number in numbers:
        reminder.remind(number)  # CNC102
