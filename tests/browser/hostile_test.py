"""Markup in every text, endless words, hundreds of messages, and a server that talks nonsense."""

import json
import unittest
import urllib.request

from widget_case import WidgetTest  # first: it skips where there is no browser

from chat_page import Chat, wait_until
from host_page import HostPage
from made_up_server import GREETING, READY, MadeUpServer

MARKUP = "<img src=x onerror='window.hurt=1'><script>window.hurt=1</script>"
LONG = "w" * 20_000
EMOJI = "👩‍👩‍👧‍👦🏳️‍🌈" * 200


class HostileTest(WidgetTest):
    def setUp(self):
        super().setUp()
        with urllib.request.urlopen(self.server.url + "/texts?locale=en-GB") as answer:
            self.texts = json.load(answer)
        self.page = HostPage()
        self.addCleanup(self.page.stop)

    def talk_to(self, answer, wait=True):
        made_up = MadeUpServer(answer, self.texts)
        self.addCleanup(made_up.stop)
        self.page.body = (f'<script type="module" src="{self.server.url}/widget.js"></script>'
                          f'<anamnesis-chat server="{made_up.url}/"></anamnesis-chat>')
        if wait:
            return Chat(self.browser, self.page.origin)
        self.driver.get(self.page.origin)
        return None

    def shadow(self, code):
        return self.driver.execute_script(f"""const root = document.querySelector('anamnesis-chat').shadowRoot;
            return {code};""")

    def assert_whole(self, chat):
        self.assertIsNone(self.driver.execute_script("return window.hurt ?? null;"))
        self.assertFalse(chat.has("img, script"))
        wide = chat.script("""return [...root.querySelectorAll('.chat, .chat *')].filter(
            (part) => part.matches('.scroller, .settled, .outcome, .choices'))
            .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1).map((part) => part.className);""")
        self.assertEqual(wide, [])
        self.assertFalse(chat.script("return document.documentElement.scrollWidth > innerWidth;"))


class Content(HostileTest):
    def full_of(self, text):
        question = {"id": "q", "style": "any_of", "findings": [], "options": [{"id": "a", "label": text}]}
        outcome = {"id": text, "level": "emergency", "rule": text, "emergency_number": "999"}
        parts = ("action", "reason", "heading", "cause", "detail", "tip", "watch_for", "disclaimer", MARKUP)
        messages = [{"text": text, "cite": [text, "S01"], "part": part} for part in parts]
        return {**GREETING, "messages": messages, "question": question, "outcome": outcome, "state": text,
                "noted": [{"finding": text, "value": text, "label": text, "question": text}]}

    def test_in_every_text_of_the_server(self):
        for name, text in (("markup", MARKUP), ("long", LONG), ("emoji", EMOJI)):
            with self.subTest(name):
                self.texts["sources"]["S01"] = {"title": text, "url": "javascript:window.hurt=1"}
                chat = self.talk_to(lambda message: [READY, self.full_of(text)] if message["type"] == "hello" else [])
                self.assertEqual(chat.script("return root.querySelector('.outcome .action').firstChild.data;"), text)
                self.assertFalse(chat.has("a[href^='javascript']"))
                self.assert_whole(chat)
                self.browser.look(320, 640)
                self.assert_whole(chat)
                self.picture(f"hostile-{name}")
                self.browser.look()

    def test_in_what_a_person_writes(self):
        chat = self.open_chat()
        for text in (MARKUP, EMOJI[:2000], "w" * 5000):
            chat.script("""const field = root.querySelector('textarea');
                field.value = arguments[0];
                field.dispatchEvent(new Event('input'));""", text)
            lines = len(chat.transcript())
            chat.one(".composer .send").click()
            chat.wait_for_answer(lines)
            self.assert_whole(chat)

    def test_hundreds_of_messages(self):
        many = [{**GREETING, "seq": seq} for seq in range(1, 401)]
        chat = self.talk_to(lambda message: [READY, *many] if message["type"] == "hello" else [])
        wait_until(lambda: len(chat.transcript()) == 400, "all are there")
        self.assert_whole(chat)


class Nonsense(HostileTest):
    CASES = {
        "no JSON": "{", "bytes": b"\x00\x01", "null": "null", "a list": "[]", "no type": {"text": "x"},
        "a type of every object": {"type": "constructor"},
        "no messages": {**GREETING, "messages": None},
        "a message without words": {**GREETING, "messages": [{"cite": []}]},
        "a level that is none": {**GREETING, "outcome": {"id": "x", "level": "fine", "emergency_number": None}},
        "a number that is none": {**GREETING, "outcome": {"id": "x", "level": "urgent", "emergency_number": "1;ext=2"}},
        "choices without words": {**GREETING, "question": {"id": "q", "style": "one_of", "options": [{"id": "a"}]}},
        "too many": {**GREETING, "messages": GREETING["messages"] * 501},
        "too much": {**GREETING, "state": "x" * (1 << 20)},
    }

    def test_is_told_with_the_emergency_sentence(self):
        for name, message in self.CASES.items():
            with self.subTest(name):
                self.talk_to(lambda _, message=message: [READY, message], wait=False)
                told = "root?.querySelector('.trouble')?.textContent"
                wait_until(lambda told=told: "Something is wrong" in (self.shadow(told) or ""), "it is told")
                self.assertIn("999", self.shadow("root.querySelector('.trouble').textContent"))
                self.assertEqual(self.shadow("root.querySelector('.settled').childElementCount"), 0)
        self.picture("nonsense")

    def test_it_goes_on_when_the_server_is_sane_again(self):
        made = {"sane": False}

        def answer(message):
            reply = GREETING if message["type"] == "hello" else {**GREETING, "seq": 2, "for": message["id"]}
            return [READY, reply] if message["type"] == "hello" and made["sane"] else [reply if made["sane"] else "{"]

        self.talk_to(answer, wait=False)
        wait_until(lambda: self.shadow("root?.querySelector('.trouble')?.textContent"), "it is told")
        made["sane"] = True
        shown = "root.querySelector('.settled').childElementCount === 1"
        wait_until(lambda: self.shadow(shown), "the greeting is there")
        self.assertEqual(self.shadow("root.querySelector('.trouble').textContent"), "")

    def test_texts_that_are_none(self):
        self.texts = {"words": None}
        self.talk_to(lambda _: [], wait=False)
        wait_until(lambda: "emergency number" in (self.shadow("root?.textContent") or ""), "it says what to do")


if __name__ == "__main__":
    unittest.main()
