"""A real browser and the widget in it, as a person meets it."""

import json
import pathlib
import tempfile
import time

from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By

CHROMIUM = pathlib.Path("/usr/bin/chromium")
CHROMEDRIVER = pathlib.Path("/usr/bin/chromedriver")
WAIT_SECONDS = 10
FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync"]

ROOT = "const root = document.querySelector('anamnesis-chat').shadowRoot;"


def wait_until(true, what):
    end = time.monotonic() + WAIT_SECONDS
    while time.monotonic() < end:
        if true():
            return
        time.sleep(0.05)
    raise AssertionError(f"waited in vain until {what}")


class Browser:
    """Chromium with an empty profile. Use it in a `with`."""

    def __enter__(self):
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        options = webdriver.ChromeOptions()
        options.binary_location = str(CHROMIUM)
        for flag in [*FLAGS, f"--user-data-dir={self.profile.name}"]:
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(service=Service(str(CHROMEDRIVER)), options=options)
        self.look()
        return self

    def __exit__(self, *_):
        self.driver.quit()
        self.profile.cleanup()

    def look(self, width=800, height=900, scheme="light", **media):
        """The size of the page, and the colours that the person prefers; `media`: other media features."""
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 500})
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {
            "features": [{"name": "prefers-color-scheme", "value": scheme},
                         {"name": "prefers-reduced-motion", "value": "reduce"},
                         *({"name": name.replace("_", "-"), "value": value} for name, value in media.items())]})

    def complaints(self):
        """What the console has, but for the connections that a test broke on purpose."""
        return [entry["message"] for entry in self.driver.get_log("browser")
                if "WebSocket connection to" not in entry["message"]]

    def sent(self):
        """The messages that the widget sent since this was last asked, of all windows."""
        events = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        return [json.loads(event["params"]["response"]["payloadData"]) for event in events
                if event["method"] == "Network.webSocketFrameSent"]


class Chat:
    """The widget on the demo page at `url`, in the driver's current window."""

    def __init__(self, browser, url):
        self.driver = browser.driver
        self.driver.get(url)
        self.wait_for_answer(0)

    def reload(self):
        replies = len(self.transcript())
        self.driver.refresh()
        self.wait_for_answer(replies - 1)

    def script(self, code, *arguments):
        return self.driver.execute_script(ROOT + code, *arguments)

    def all(self, selector):
        root = self.driver.find_element(By.CSS_SELECTOR, "anamnesis-chat").shadow_root
        return root.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector):
        found = self.all(selector)
        assert len(found) == 1, f"{len(found)} of {selector}"
        return found[0]

    def has(self, selector):
        return self.script("return !!root.querySelector(arguments[0]);", selector)

    def transcript(self):
        """What is in the log, settled: the kind and the text of each line, oldest first. None while words load."""
        return self.script("""return [...root.querySelector('.settled')?.children ?? []].map(
            (line) => line.className + '| ' + line.textContent);""")

    def told(self):
        """The transcript without the person's own words, which stay in their tab."""
        return [line for line in self.transcript() if not line.startswith("message person|")]

    def said(self, text):
        return [line for line in self.transcript() if line == f"message person| You: {text}"]

    def waiting(self):
        return self.script("return root.querySelector('.waiting').textContent;")

    def status(self):
        return self.script("return root.querySelector('.status').textContent;")

    def wait_for_answer(self, lines):
        """Until there are more than `lines` lines in the log, and nothing is on its way."""
        wait_until(lambda: self.driver.execute_script(
            "return !!document.querySelector('anamnesis-chat')?.shadowRoot?.querySelector('.settled');"),
            "there is a widget")
        wait_until(lambda: len(self.transcript()) > lines and not self.waiting(), "an answer came")

    def write(self, text):
        self.one("textarea").send_keys(text)

    def say(self, text):
        lines = len(self.transcript())
        self.write(text)
        self.one(".composer .send").click()
        self.wait_for_answer(lines)

    def press(self, selector):
        lines = len(self.transcript())
        self.one(selector).click()
        self.wait_for_answer(lines)

    def tap(self, option):
        self.press(f".choices button[value='{option}']")

    def check(self, option):
        self.one(f".choices input[value='{option}']").find_element(By.XPATH, "..").click()

    def do(self, command):
        self.one(".menu summary").click()
        self.one(f".commands button[value='{command}']").click()

    def options(self):
        return self.script("""return [...root.querySelectorAll('.choices [value]')].map(
            (option) => option.getAttribute('value'));""")

    def finish(self):
        while self.has(".choices"):
            self.answer_that_all_is_well()

    def answer_that_all_is_well(self):
        """To the open question: no, none of these, or the first option."""
        if self.has(".choices .none"):
            self.press(".choices .none")
        elif "no" in self.options():
            self.tap("no")
        else:
            self.tap(self.options()[0])
