import smtplib


class Mailer:
    def send(self, message):
        with smtplib.SMTP("mail") as server:
            server.send_message(message)
