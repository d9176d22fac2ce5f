"""What every browser test needs: a browser, a server that can be restarted, a clean end."""

import pathlib
import sys
import tempfile
import unittest
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).parents[1] / "adapters"))
import server  # noqa: E402

try:
    from chat_page import CHROMEDRIVER, CHROMIUM, Browser, Chat
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(server.SKIPPED)
if not (CHROMIUM.exists() and CHROMEDRIVER.exists()):
    print("skipped: Chromium or its driver is not there")
    sys.exit(server.SKIPPED)

PICTURES = server.SOURCE / "build" / "browser"
CONTRAST_MIN = 4.5
CONTRASTS = (pathlib.Path(__file__).parent / "contrasts.js").read_text()


class WidgetTest(unittest.TestCase):
    options = ()

    @classmethod
    def setUpClass(cls):
        PICTURES.mkdir(parents=True, exist_ok=True)
        cls.browser = cls.enterClassContext(Browser())
        cls.driver = cls.browser.driver

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.store = f"sqlite:{folder.name}/sessions.db"
        self.listen = "127.0.0.1:0"
        self.start_server()
        self.first_window = self.driver.current_window_handle

    def tearDown(self):
        for window in self.driver.window_handles:
            self.driver.switch_to.window(window)
            if window != self.first_window:
                self.driver.close()
        self.driver.switch_to.window(self.first_window)
        self.driver.get("about:blank")
        self.assertEqual(self.browser.complaints(), [])

    def dialogs(self):
        return [server.DIALOG]

    def start_server(self):
        self.server = server.Server(store=self.store, listen=self.listen, dialogs=self.dialogs(), options=self.options)
        self.addCleanup(self.server.__exit__)
        self.listen = self.server.url.removeprefix("http://")

    def stop_server(self):
        self.server.tell_to_stop()
        self.assertEqual(self.server.exit_status(), 0)

    def open_chat(self, url=None):
        return Chat(self.browser, url or self.server.url)

    def picture(self, name):
        self.driver.save_screenshot(str(PICTURES / f"{name}.png"))

    def turns(self):
        with urllib.request.urlopen(self.server.url + "/metrics") as metrics:
            lines = metrics.read().decode().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("anamnesis_turns_total "))

    def kept_in_browser(self):
        return self.driver.execute_script("return [...Object.keys(localStorage), ...Object.keys(sessionStorage)];")

    def assert_readable(self, chat):
        for look in chat.driver.execute_script(CONTRASTS):
            self.assertGreaterEqual(look["contrast"], CONTRAST_MIN, look)
