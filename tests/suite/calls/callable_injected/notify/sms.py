from urllib.request import urlopen


def send_sms(number: str, text: str) -> None:
    urlopen(f"https://sms.example.com/send?to={number}&text={text}")
