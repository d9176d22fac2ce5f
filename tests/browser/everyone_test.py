"""The widget for everyone: axe-core finds nothing in any state, light or dark, on phone and desktop; zoom, large
letters, high contrast, right to left, touch. Every state leaves a picture in build/browser."""

import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

from widget_case import WidgetTest  # first: it skips where there is no browser

from chat_page import Chat, wait_until
from dialog_folders import DialogFolders
from made_up_language import make_language

HERE = pathlib.Path(__file__).parent
MODULES = pathlib.Path(os.environ["ANAMNESIS_BUILD"]) / "browser"
AXE = MODULES / "node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = {"light": (1280, 900, "light"), "dark": (1280, 900, "dark"),
         "light-phone": (375, 720, "light"), "dark-phone": (375, 720, "dark")}
OPENING = "my upper lip has been twitching for 3 weeks, loads of coffee"
STROKE = "one side of my face is drooping and my speech is slurred"


def have_axe():
    """Installs axe-core as the lock file has it, once a build folder."""
    MODULES.mkdir(exist_ok=True)
    lock = (HERE / "package-lock.json").read_bytes()
    installed = MODULES / "package-lock.json"
    if AXE.exists() and installed.read_bytes() == lock:
        return True
    if not shutil.which("npm"):
        return False
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, MODULES)
    done = subprocess.run(["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=MODULES,
                          capture_output=True, timeout=200)
    return done.returncode == 0


class EveryState(WidgetTest):
    """One conversation through all its states; each is looked at in every look."""

    options = ("--explain",)

    @classmethod
    def setUpClass(cls):
        if not have_axe():
            raise unittest.SkipTest("axe-core cannot be installed here")
        super().setUpClass()

    def setUp(self):
        super().setUp()
        self.addCleanup(self.browser.look)

    def violations(self):
        if not self.driver.execute_script("return !!window.axe;"):
            self.driver.execute_script(AXE.read_text() + ";window.axe = axe;")
        found = self.driver.execute_async_script("""const done = arguments[1];
            axe.run(document, { runOnly: arguments[0], resultTypes: ['violations'] }).then(({ violations }) =>
              done(violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ target }) => target).join(' '))));""",
                                                 RULES)
        return found

    def check(self, chat, state, looks=tuple(LOOKS)):
        for look in looks:
            self.browser.look(*LOOKS[look])
            chat.script("""const last = [...root.querySelectorAll('.outcome, .question, .message')].at(-1);
                if (last) root.querySelector('.scroller').scrollTop = last.offsetTop - 12; scrollTo(0, 0);""")
            self.picture(f"{state}-{look}")
            self.assertEqual(self.violations(), [], f"{state}, {look}")
            self.assert_readable(chat)

    def test_axe_finds_a_planted_fault(self):
        chat = self.open_chat()
        chat.script("root.querySelector('.chat').append(document.createElement('img'));")
        self.assertIn("image-alt", str(self.violations()))

    def test_questions_result_and_emergency(self):
        chat = self.open_chat()
        self.check(chat, "greeting")
        chat.say(OPENING)
        self.check(chat, "understood")
        while not chat.has(".choices .none"):
            chat.answer_that_all_is_well()
        chat.check(chat.options()[0])
        self.check(chat, "list")
        chat.check(chat.options()[0])
        chat.finish()
        self.check(chat, "result")
        chat.one(".sources summary").click()
        self.check(chat, "sources", ["light"])
        chat.do("known")
        wait_until(lambda: chat.said("See and change my answers"), "there is an answer")
        self.check(chat, "known", ["dark", "light-phone"])
        chat.say(STROKE)
        self.check(chat, "emergency")

    def test_menu_and_connection(self):
        chat = self.open_chat()
        chat.one(".menu summary").click()
        self.check(chat, "menu", ["light", "dark-phone"])
        chat.one(".commands button[value='delete']").click()
        self.check(chat, "confirm", ["light", "dark-phone"])
        chat.script("root.querySelector('dialog[open]').close();")
        self.stop_server()
        wait_until(lambda: "No connection" in chat.status(), "the widget says that it is offline")
        chat.write(OPENING)
        chat.one(".composer .send").click()
        wait_until(lambda: chat.has(".note") and chat.one(".note").is_displayed(), "it says that it is kept")
        self.assertIn("Not sent yet", chat.waiting())
        self.check(chat, "offline", ["light", "dark-phone"])

    def test_high_contrast(self):
        chat = self.open_chat()
        chat.say(STROKE)
        self.browser.look(1280, 900, "dark", forced_colors="active")
        self.picture("emergency-high-contrast")
        borders = chat.script("""return ['.alarm', '.call', '.message', '.choice'].map(
            (selector) => getComputedStyle(root.querySelector(selector)).borderTopStyle);""")
        self.assertEqual(borders, ["solid"] * 4)


class Sizes(WidgetTest):
    def setUp(self):
        super().setUp()
        self.addCleanup(self.browser.look)

    def test_four_hundred_percent(self):
        """1280 x 1024 at 400 %: WCAG 1.4.10 asks for no scrolling in two directions at 320 pixels."""
        chat = self.open_chat()
        chat.say(STROKE)
        self.browser.look(320, 256)
        self.picture("zoom-400")
        self.assertFalse(self.driver.execute_script("return document.documentElement.scrollWidth > 320;"))
        self.assertFalse(chat.script("""const log = root.querySelector('.scroller');
            return log.scrollWidth > log.clientWidth;"""))
        self.assertGreaterEqual(chat.one(".scroller").size["height"], 60)
        chat.say("help")
        self.assertTrue(chat.one(".alarm a.call").is_displayed())

    def test_what_is_said_has_most_of_the_room(self):
        chat = self.open_chat()
        for look in LOOKS.values():
            self.browser.look(*look)
            self.assertGreater(chat.one(".scroller").size["height"], 0.5 * chat.one(".chat").size["height"])

    def test_what_is_touched_is_large_enough(self):
        self.browser.look(375, 720)
        chat = self.open_chat()
        chat.say(OPENING)
        while not chat.has(".choices .none"):
            chat.answer_that_all_is_well()
        self.assert_large(chat)
        chat.finish()
        chat.one(".menu summary").click()
        self.assert_large(chat)

    def assert_large(self, chat):
        small = chat.script("""return [...root.querySelectorAll('button, summary, textarea, .chip, .call')]
            .filter((part) => part.checkVisibility()).map((part) => [part.textContent, part.getBoundingClientRect()])
            .filter(([, { width, height }]) => width < 44 || height < 44).map(([text]) => text);""")
        self.assertEqual(small, [])
        links = chat.script("""return [...root.querySelectorAll('.mark a')].map((part) => part.getBoundingClientRect())
            .filter(({ width, height }) => width < 24 || height < 24).length;""")
        self.assertEqual(links, 0)  # WCAG 2.5.8

    def test_no_motion_for_those_who_want_none(self):
        chat = self.open_chat()
        motion = chat.script("return getComputedStyle(root.querySelector('.scroller')).scrollBehavior;")
        self.assertEqual(motion, "auto")


class Languages(WidgetTest):
    """A made-up language, written from right to left."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folders = DialogFolders(folder.name)
        make_language(self.folders.dialogs, "ar", "rtl")
        super().setUp()

    def dialogs(self):
        return [self.folders.tiny]

    def test_switched_in_the_middle_nothing_is_lost(self):
        chat = self.open_chat()
        chat.say("too much coffee")
        said = len(chat.said("too much coffee"))
        chat.write("and half")
        chat.one(".menu summary").click()
        chat.one(".languages button[value='ar']").click()
        wait_until(lambda: chat.script("return root.querySelector('.chat').dir;") == "rtl", "it is the other language")
        wait_until(lambda: "ar:" in "".join(chat.transcript()[-1:]), "the question comes in it")
        self.assertEqual(said, 1)
        self.assertEqual(chat.one("textarea").get_attribute("value"), "and half")
        self.assertTrue(chat.script("return !!root.activeElement;"))
        self.assertTrue(any("too much coffee" in line for line in chat.transcript()))
        words = chat.script("""return [...root.querySelectorAll('button, legend, .notice, .progress span, textarea')]
            .filter((part) => !part.closest('.settled'))
            .map((part) => part.getAttribute('placeholder') ?? part.textContent);""")
        self.assertEqual([text for text in words if text and "ar:" not in text and text not in ("ar", "English")], [])
        self.picture("right-to-left")
        self.browser.look(375, 720)
        self.picture("right-to-left-phone")
        self.browser.look()
        before = chat.transcript()
        chat.reload()
        self.assertEqual(chat.transcript(), before)
        self.assertEqual(chat.script("return root.querySelector('.chat').lang;"), "ar")

    def test_the_page_switches(self):
        chat = self.open_chat()
        self.driver.execute_script("document.querySelector('anamnesis-chat').setAttribute('locale', 'ar');")
        wait_until(lambda: "ar:" in "".join(chat.transcript()[:1]), "the greeting is in it")

    def test_a_language_that_is_not_there(self):
        chat = self.open_chat(self.server.url + "/?locale=xx-US")
        self.assertIn("911", chat.one(".notice").text)
        self.assertEqual(chat.script("return root.querySelector('.chat').lang;"), "en-GB")


if __name__ == "__main__":
    unittest.main()
