"""Libraries for devices, documents, media and models: what they wait for, and what they only prepare."""
import ffmpeg
import moviepy
import netmiko
import notion_client
import pyairtable
import pytesseract
import soco
import sounddevice
from fritzconnection import FritzConnection
from geopy.adapters import AioHTTPAdapter
from geopy.geocoders import Nominatim
from mailersend import AsyncMailerSendClient, MailerSendClient
from plexapi.server import PlexServer
from serial.tools import list_ports
from todoist_api_python.api import TodoistAPI
from xgboost import XGBClassifier


async def devices(address):
    speaker = soco.SoCo(address)
    speaker.play()  # CNC107
    loudness = speaker.volume  # CNC107
    router = FritzConnection(address=address)  # CNC107
    router.call_action("WANIPConn1", "GetStatusInfo")  # CNC107
    ports = list_ports.comports()  # CNC103
    switch = netmiko.ConnectHandler(host=address)  # CNC107
    return loudness, ports, switch.send_command("show version")  # CNC107


async def services(mail, question):
    notion = notion_client.Client(auth="secret")
    notion.pages.retrieve(question)  # CNC102
    notion.blocks.children.list(question)  # CNC102
    table = pyairtable.Api("key").table("base", "table")
    table.first()  # CNC102
    pages = table.iterate()
    for page in pages:  # CNC102
        print(page)
    MailerSendClient(api_key="key").emails.send(mail)  # CNC102
    for tasks in TodoistAPI("token").get_tasks():  # CNC102
        print(tasks)
    plex = PlexServer("http://plex", "token")  # CNC102
    return plex.library.section("Films").all()  # CNC102


async def places(question):
    Nominatim(user_agent="app").geocode(question)  # CNC102
    async with Nominatim(user_agent="app", adapter_factory=AioHTTPAdapter) as geocoder:
        return await geocoder.geocode(question)


async def media(path, image, rows, labels):
    stream = ffmpeg.input(path).hflip().output("out.mp4")
    stream.run()  # CNC104
    clip = moviepy.VideoFileClip(path)  # CNC104
    clip.subclipped(0, 5).write_videofile("out.mp4")  # CNC108
    sounddevice.play(rows)
    sounddevice.wait()  # CNC106
    XGBClassifier(n_estimators=4).fit(rows, labels)  # CNC108
    return pytesseract.image_to_string(image)  # CNC104


async def awaited(mail):
    async with AsyncMailerSendClient(api_key="key") as client:
        await client.emails.send(mail)
    notion = notion_client.AsyncClient(auth="secret")
    return await notion.pages.retrieve("page")
