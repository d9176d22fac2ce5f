"""The widget on a publisher's page: another origin, the strictest content security policy, events, theming, the
launcher, a frame."""

import pathlib
import re
import unittest

from widget_case import WidgetTest  # first: it skips where there is no browser

from chat_page import Chat, wait_until
from host_page import HostPage
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

STROKE = "one side of my face is drooping and my speech is slurred"
TYPES = pathlib.Path(__file__).parents[2] / "adapters/websocket/widget/widget.d.ts"


class HostPageTest(WidgetTest):
    def setUp(self):
        self.page = HostPage()
        self.addCleanup(self.page.stop)
        self.options = ("--allow-origin", self.page.origin)
        super().setUp()
        self.page.embed(self.server.url, 'dialog="lip-twitching" locale="en-GB"')

    def open_page(self):
        return Chat(self.browser, self.page.origin)

    def open_behind_launcher(self):
        self.page.embed(self.server.url, 'dialog="lip-twitching" locale="en-GB" launcher')
        self.driver.get(self.page.origin)
        wait_until(lambda: self.root_has(".launcher"), "there is a launcher")

    def root_has(self, selector):
        return self.driver.execute_script("""return !!document.querySelector('anamnesis-chat')
            .shadowRoot?.querySelector(arguments[0]);""", selector)

    def launcher(self):
        root = self.driver.find_element(By.CSS_SELECTOR, "anamnesis-chat").shadow_root
        return root.find_element(By.CSS_SELECTOR, ".launcher")

    def hear(self):
        self.driver.execute_script("""window.heard = [];
            for (const type of ['ready', 'open', 'close', 'reply', 'outcome', 'cleared'])
              document.querySelector('anamnesis-chat').addEventListener(type,
                (event) => heard.push([type, event.detail]));""")

    def heard(self, kind):
        return [detail for type, detail in self.driver.execute_script("return window.heard;") if type == kind]


class Policies(HostPageTest):
    def test_a_whole_conversation_under_the_strictest_policy(self):
        self.page.be_strict(self.server.url)
        chat = self.open_page()
        chat.say("my upper lip has been twitching for 3 weeks, loads of coffee")
        chat.finish()
        chat.all(".keep button")[1].click()
        self.driver.execute_script("window.print = () => {};")
        chat.all(".keep button")[0].click()
        self.assertEqual(self.browser.complaints(), [])  # no report of a violation either

    def test_the_policy_is_in_force(self):
        self.page.be_strict(self.server.url)
        self.page.head = "<style>h1 { color: red }</style>"
        self.open_page()
        self.assertIn("Content Security Policy", " ".join(self.browser.complaints()))

    def test_the_region_may_be_set_after_the_element_is_there(self):
        self.page.body = f'<script type="module" src="{self.server.url}/widget.js"></script>'
        self.driver.get(self.page.origin)
        self.driver.execute_script("""customElements.whenDefined('anamnesis-chat').then(() => {
              const chat = document.createElement('anamnesis-chat');
              chat.setAttribute('server', arguments[0]);
              document.body.append(chat);
              chat.setAttribute('locale', 'en-GB');
            });""", self.server.url + "/")
        wait_until(lambda: self.root_has(".notice"), "the widget is there")
        chat = Chat.__new__(Chat)
        chat.driver = self.driver
        wait_until(lambda: "999" in chat.one(".notice").text, "the number is that of the region")

    def test_nobody_else_is_asked_for_anything(self):
        self.open_page()
        asked = self.driver.execute_script("return performance.getEntriesByType('resource').map(({ name }) => name);")
        self.assertTrue(asked)
        self.assertEqual([name for name in asked if not name.startswith((self.server.url, self.page.origin))], [])

    def test_an_origin_that_is_not_listed_cannot_connect(self):
        stranger = HostPage()
        self.addCleanup(stranger.stop)
        stranger.embed(self.server.url, 'locale="en-GB"')
        self.driver.get(stranger.origin)
        wait_until(lambda: self.driver.execute_script("""return document.querySelector('anamnesis-chat').shadowRoot
            ?.querySelector('.status')?.textContent.includes('No connection');"""), "it says so")
        self.assertIn("999", self.driver.execute_script(
            "return document.querySelector('anamnesis-chat').shadowRoot.querySelector('.status').textContent;"))


class Events(HostPageTest):
    def test_the_page_hears_what_it_came_to_and_no_words(self):
        chat = self.open_page()
        self.hear()
        chat.say(STROKE)
        self.assertEqual(self.heard("outcome"), [{"id": "stroke_now", "level": "emergency"}])
        self.assertEqual(self.heard("reply"), [{"seq": 2, "isOld": False}])
        chat.say("help")
        self.assertEqual(len(self.heard("outcome")), 1)
        self.assertNotIn("droop", str(self.driver.execute_script("return window.heard;")))

    def test_types_tell_of_the_same_events(self):
        declared = re.findall(r"^  (\w+): CustomEvent", TYPES.read_text(), re.MULTILINE)
        told = re.findall(r'#tell\(([^,)]+)', (TYPES.parent / "widget.js").read_text())
        names = set(re.findall(r'"(\w+)"', " ".join(told)))
        self.assertEqual(set(declared), names)

    def test_removed_and_put_back(self):
        chat = self.open_page()
        chat.say("it is about me")
        before = chat.transcript()
        self.driver.execute_script("""const chat = document.querySelector('anamnesis-chat'), place = chat.parentNode;
            chat.remove(); place.append(chat);""")
        wait_until(lambda: chat.transcript() == before, "it is as it was")


class Theming(HostPageTest):
    def test_properties_and_parts(self):
        self.page.head = """<style>anamnesis-chat { --anamnesis-accent: rgb(122, 46, 99); --anamnesis-radius: 2px; }
            anamnesis-chat::part(message) { border-color: rgb(1, 2, 3); }</style>"""
        chat = self.open_page()
        look = chat.script("""const of = (selector) => getComputedStyle(root.querySelector(selector));
            return [of('.choice').color, of('.chat').borderRadius, of('.message').borderTopColor];""")
        self.assertEqual(look, ["rgb(122, 46, 99)", "2px", "rgb(1, 2, 3)"])

    def test_every_part_that_the_manual_names_is_there(self):
        manual = (TYPES.parents[3] / "docs/widget.md").read_text()
        named = set(re.findall(r"`::part\((\w+)\)`", manual))
        used = set(re.findall(r'part: "(\w+)"', "".join(
            file.read_text() for file in TYPES.parent.glob("*.js"))))
        self.assertEqual(named, used)

    def test_a_theme_that_the_page_asks_for(self):
        self.page.embed(self.server.url, 'dialog="lip-twitching" locale="en-GB" theme="dark"')
        chat = self.open_page()
        self.assertEqual(chat.script("return getComputedStyle(root.querySelector('.chat')).backgroundColor;"),
                         "rgb(20, 27, 27)")

    def test_a_page_with_small_letters(self):
        self.page.head = "<style>html { font-size: 10px } p { font-size: 3px !important; color: white }</style>"
        chat = self.open_page()
        sizes = chat.script("""return ['textarea', '.message', '.choice'].map(
            (selector) => parseFloat(getComputedStyle(root.querySelector(selector)).fontSize));""")
        self.assertGreaterEqual(min(sizes), 16)  # below, phones zoom into the field


class Launching(HostPageTest):
    def test_opens_closes_and_is_open_again_on_the_next_page(self):
        self.browser.sent()  # by the tests before
        self.open_behind_launcher()
        self.hear()
        self.picture("launcher-closed")
        self.assertEqual(self.browser.sent(), [])  # nothing before it is opened
        self.launcher().click()
        chat = Chat.__new__(Chat)
        chat.driver = self.driver
        chat.wait_for_answer(0)
        self.assertEqual(len(self.heard("open")), 1)
        self.assertTrue(chat.script("return root.activeElement.matches('.scroller');"))
        self.assertEqual(chat.one(".chat").aria_role, "dialog")
        self.picture("launcher-open")
        ActionChains(self.driver).send_keys(Keys.ESCAPE).perform()
        self.assertEqual(len(self.heard("close")), 1)
        self.assertTrue(chat.script("return root.activeElement.matches('.launcher');"))
        self.launcher().click()
        chat.say("it is about me")
        before = chat.transcript()
        self.driver.get(self.page.origin + "/another-page")
        chat.wait_for_answer(len(before) - 1)
        self.assertEqual(chat.transcript(), before)
        self.assertTrue(chat.one(".chat").is_displayed())

    def test_fills_a_phone(self):
        self.browser.look(375, 720)
        self.addCleanup(self.browser.look)
        self.open_behind_launcher()
        self.launcher().click()
        wait_until(lambda: self.root_has(".choices"), "the conversation is there")
        self.picture("launcher-phone")
        box = self.driver.execute_script("""const box = document.querySelector('anamnesis-chat').shadowRoot
            .querySelector('.chat').getBoundingClientRect(); return [box.x, box.y, box.width, box.height];""")
        self.assertEqual(box, [0, 0, 375, 720])


class Frames(HostPageTest):
    def frame(self, page):
        address = f"{self.server.url}/embed?dialog=lip-twitching&locale=en-GB"
        page.body = f'<iframe src="{address}" width="400" height="600"></iframe>'
        self.driver.get(page.origin)
        self.driver.switch_to.frame(0)
        self.addCleanup(self.driver.switch_to.default_content)

    def test_a_conversation_in_a_frame(self):
        self.frame(self.page)
        chat = Chat.__new__(Chat)
        chat.driver = self.driver
        chat.wait_for_answer(0)
        chat.say("it is about me")
        self.assertTrue(chat.has(".choices"))

    def test_not_on_pages_that_are_not_listed(self):
        stranger = HostPage()
        self.addCleanup(stranger.stop)
        self.frame(stranger)
        self.assertFalse(self.driver.execute_script("return !!document.querySelector('anamnesis-chat');"))
        self.driver.switch_to.default_content()
        self.assertIn("frame-ancestors", " ".join(self.browser.complaints()))


if __name__ == "__main__":
    unittest.main()
