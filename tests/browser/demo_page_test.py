"""The demo page in a real browser: several dialogs, and an author at work under `serve --watch`."""

import tempfile
import unittest

from widget_case import WidgetTest  # first: it skips where there is no browser

from chat_page import wait_until
from dialog_folders import DialogFolders
from selenium.webdriver.common.by import By


class SeveralDialogs(WidgetTest):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folders = DialogFolders(folder.name)
        self.folders.add_knee()
        super().setUp()

    def dialogs(self):
        return [self.folders.tiny, self.folders.dialogs / "knee"]

    def links(self):
        return self.driver.find_elements(By.CSS_SELECTOR, "nav a")

    def test_a_page_that_names_none_asks(self):
        chat = self.open_chat()
        self.assertEqual([link.text for link in self.links()],
                         ["All", "a twitch, for tests", "a sore knee, for tests"])
        self.assertEqual(chat.options(), ["tiny", "knee", "unsure"])
        self.assert_readable(chat)
        self.picture("light-reception")
        chat.tap("knee")
        self.assertTrue(any("This is about: a sore knee" in line for line in chat.transcript()))
        before = chat.transcript()
        chat.reload()
        self.assertEqual(chat.transcript(), before)

    def test_an_opening_message_that_is_clear_is_not_asked_about(self):
        chat = self.open_chat()
        chat.say("too much coffee")
        self.assertEqual(chat.options(), ["yes", "no", "unsure"])

    def test_an_emergency_does_not_wait_behind_the_menu(self):
        chat = self.open_chat()
        chat.say("my leg is cold")
        self.assertEqual(chat.one(".outcome").get_attribute("data-level"), "emergency")

    def test_each_dialog_has_a_link(self):
        self.open_chat()
        self.links()[1].click()
        wait_until(lambda: self.driver.title == "Anamnesis: a twitch, for tests", "its page is there")
        chat = self.open_chat(self.driver.current_url)
        self.assertEqual(chat.options(), ["yes", "no", "unsure"])
        self.assertIn('dialog="tiny"', self.driver.find_element(By.ID, "element").get_attribute("textContent"))

    def test_a_dialog_that_is_not_there(self):
        self.driver.get(self.server.url + "/?dialog=%3Cb%3Enowhere")
        wait_until(lambda: "no such conversation" in self.driver.execute_script(
            "return document.querySelector('anamnesis-chat')?.shadowRoot?.textContent ?? '';"), "the page says so")
        self.assertEqual(self.driver.find_elements(By.CSS_SELECTOR, "main b"), [])


class Watching(WidgetTest):
    options = ("--watch",)

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folders = DialogFolders(folder.name)
        super().setUp()

    def dialogs(self):
        return [self.folders.tiny]

    def panel(self):
        return self.driver.execute_script("return document.querySelector('.broken')?.innerText ?? '';")

    def shows(self, chat, text):
        return self.driver.execute_script("return !!document.querySelector('anamnesis-chat')?.shadowRoot;") and any(
            text in line for line in chat.transcript())

    def test_an_edit_shows_and_the_conversation_goes_on(self):
        chat = self.open_chat()
        self.folders.set_face_question("Is your smile even today?")
        wait_until(lambda: self.shows(chat, "Is your smile even today?"), "the page shows the new text")
        chat.tap("no")
        words = self.folders.words()
        words["questions"]["where"]["text"] = "Does another place twitch?"
        self.folders.write_words(words)
        wait_until(lambda: self.shows(chat, "Does another place twitch?"), "the open question has the new text")
        self.assertEqual(len(chat.said("No")), 1)

    def test_broken_shows_what_is_wrong_and_the_last_good_version_talks_until_it_is_mended(self):
        chat = self.open_chat()
        good = self.folders.break_rule()
        wait_until(self.panel, "the page says that the dialog is broken")
        self.assertIn("no_such_finding", self.panel())
        self.assertRegex(self.panel(), r"A103 .*tiny/dialog.json:\d+:\d+")
        self.picture("light-broken")
        chat.tap("no")
        self.assertIn("Does one of these twitch too?", chat.transcript()[-1])
        self.folders.mend(good)
        wait_until(lambda: not self.panel(), "the panel is gone")

    def test_what_a_script_says_is_text(self):
        self.open_chat()
        good = self.folders.break_rule("<img src=x onerror=alert(1)><i>x</i>")
        wait_until(self.panel, "the page says that the dialog is broken")
        self.assertIn("<img src=x", self.panel())
        self.assertEqual(self.driver.find_elements(By.CSS_SELECTOR, ".broken img, .broken i"), [])
        self.folders.mend(good)
        wait_until(lambda: not self.panel(), "the panel is gone")


class NotWatching(WidgetTest):
    def test_nothing_asks_for_a_status(self):
        self.open_chat()
        self.assertFalse(self.driver.execute_script(
            "return performance.getEntriesByType('resource').some(({ name }) => /watch|status/.test(name));"))
        self.assertFalse(self.driver.find_element(By.CSS_SELECTOR, "nav").is_displayed())


if __name__ == "__main__":
    unittest.main()
