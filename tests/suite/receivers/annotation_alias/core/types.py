import requests

Http = requests.Session
