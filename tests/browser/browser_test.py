"""The widget in a real browser, against the real server."""

import unittest

from widget_case import WidgetTest  # first: it skips where there is no browser

from chat_page import wait_until
from lossy_proxy import LossyProxy
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

TEXT_BYTES_MAX = 16 * 1024
OPENING = "my upper lip has been twitching for 3 weeks, loads of coffee"


class ConversationTest(WidgetTest):
    def test_goes_on_over_a_reload_and_a_restart_of_the_server(self):
        chat = self.open_chat()
        self.assertEqual(self.kept_in_browser(), [])
        self.picture("light-greeting")
        chat.say(OPENING)
        chat.answer_that_all_is_well()
        self.picture("light-question")
        before = chat.transcript()
        chat.reload()
        self.assertEqual(chat.transcript(), before)
        chat.answer_that_all_is_well()

        before = chat.transcript()
        self.stop_server()
        wait_until(lambda: "No connection" in chat.status(), "the widget says that it is offline")
        self.start_server()
        wait_until(lambda: chat.status() == "", "the widget is connected again")
        self.assertEqual(chat.transcript(), before)
        chat.reload()
        self.assertEqual(chat.transcript(), before)
        self.finish(chat)

    def finish(self, chat):
        chat.finish()
        self.assertEqual(chat.one(".outcome").get_attribute("data-level"), "routine")
        told = chat.one(".outcome").text
        self.assertIn("Not urgent", told)
        self.assertIn("caffeine", told.lower())
        self.assertIn("What you can try", told)
        self.assertFalse(chat.has(".call"))
        self.assert_readable(chat)
        self.picture("light-outcome")
        self.browser.look(375, 720, "dark")
        self.addCleanup(self.browser.look)
        self.picture("dark-phone-outcome")
        self.assert_readable(chat)
        before = chat.transcript()
        chat.reload()
        self.assertEqual(chat.transcript(), before)

    def test_old_buttons_are_gone_and_words_are_always_possible(self):
        chat = self.open_chat()
        self.assertEqual(len(chat.all(".choices")), 1)
        first = chat.options()
        chat.say("it is about me")
        self.assertEqual(len(chat.all(".choices")), 1)
        self.assertNotEqual(chat.options(), first)

    def test_what_people_write_is_text(self):
        chat = self.open_chat()
        chat.say("constructor")
        markup = "<img src=x onerror=alert(1)><b>my lip</b>"
        chat.say(markup)
        self.assertEqual(len(chat.said(markup)), 1)
        self.assertFalse(chat.has("img"))


class ConnectionTest(WidgetTest):
    def test_words_written_while_the_server_is_down_arrive_once(self):
        chat = self.open_chat()
        chat.say("it is about me")
        self.assert_arrives_once_after_a_restart(chat, lines=len(chat.transcript()))

    def test_first_words_written_while_the_server_is_down_arrive_once(self):
        chat = self.open_chat()
        self.assert_arrives_once_after_a_restart(chat, lines=len(chat.transcript()))

    def assert_arrives_once_after_a_restart(self, chat, lines):
        self.stop_server()
        wait_until(lambda: "No connection" in chat.status(), "the widget says that it is offline")
        chat.write(OPENING)
        chat.one("textarea").send_keys(Keys.ENTER)
        self.assertIn(OPENING, chat.waiting())
        self.assertEqual(chat.said(OPENING), [])
        self.start_server()
        chat.wait_for_answer(lines)
        self.assertEqual(len(chat.said(OPENING)), 1)
        self.assertEqual(self.turns(), 1)
        before = chat.transcript()
        chat.reload()
        self.assertEqual(chat.transcript(), before)

    def test_an_answer_lost_on_its_way_comes_again(self):
        proxy = LossyProxy(int(self.server.url.rsplit(":", 1)[1]))
        self.addCleanup(proxy.stop)
        chat = self.open_chat(proxy.url)
        for text in (OPENING, "no"):
            proxy.loses_answers.set()
            chat.say(text)
            self.assertFalse(proxy.loses_answers.is_set())
            self.assertEqual(len(chat.said(text)), 1)
        self.assertEqual(self.turns(), 2)
        before = chat.transcript()
        chat.reload()
        self.assertEqual(chat.transcript(), before)

    def test_a_conversation_that_is_not_kept_begins_anew(self):
        self.store = "memory:"
        self.stop_server()
        self.start_server()
        chat = self.open_chat()
        chat.say(OPENING)
        self.stop_server()
        self.start_server()
        wait_until(lambda: "no longer kept" in chat.transcript()[0], "a note says so")
        chat.wait_for_answer(1)
        self.assertEqual(chat.said(OPENING), [])
        chat.say(OPENING)
        self.assertEqual(len(chat.said(OPENING)), 1)

    def test_the_newer_window_has_the_conversation(self):
        chat = self.open_chat()
        chat.say(OPENING)
        before, told_before = chat.transcript(), chat.told()
        self.driver.switch_to.new_window("window")
        newer = self.open_chat()
        self.assertEqual(newer.told(), told_before)
        newer.say("no")
        after = newer.told()
        newer_window = self.driver.current_window_handle

        self.driver.switch_to.window(self.first_window)
        wait_until(lambda: "another window" in chat.status(), "the older one says so")
        self.assertFalse(chat.one("textarea").is_enabled())
        self.assertFalse(chat.all(".choices button")[0].is_enabled())
        self.picture("light-taken-over")
        chat.one(".status button").click()
        chat.wait_for_answer(len(before))
        self.assertEqual(chat.told(), after)
        self.driver.switch_to.window(newer_window)
        wait_until(lambda: "another window" in newer.status(), "now the newer one says so")

    def test_taken_over_from_another_device(self):
        chat = self.open_chat()
        chat.say(OPENING)
        before = chat.transcript()
        chat.script("""const { session, secret } = JSON.parse(Object.values(localStorage)[0]);
            const other = new WebSocket(location.origin.replace('http', 'ws') + '/ws', 'anamnesis.v1');
            const hello = { type: 'hello', session, secret, after: 0 };
            other.onopen = () => other.send(JSON.stringify(hello));""")
        wait_until(lambda: "another window" in chat.status(), "the widget says so")
        chat.one(".status button").click()
        wait_until(lambda: chat.transcript() == before, "the widget has it again")


class ChoicesTest(WidgetTest):
    def list_of_signs(self):
        chat = self.open_chat()
        chat.say(OPENING)
        while not chat.has(".choices .none"):
            chat.answer_that_all_is_well()
        return chat

    def test_several(self):
        chat = self.list_of_signs()
        labels = chat.script(
            "return [...root.querySelectorAll('.chip')].map((chip) => chip.textContent);")
        options = chat.options()
        self.assertFalse(chat.one(".choice.send").is_enabled())
        chat.check(options[0])
        chat.check(options[1])
        self.assertFalse(chat.one(".choice.none").is_enabled())
        self.picture("light-chips")
        chat.press(".choice.send")
        self.assertEqual(len(chat.said(", ".join(labels[:2]))), 1)
        self.assertEqual(self.browser.sent()[-1]["choices"], options[:2])

    def test_none(self):
        chat = self.list_of_signs()
        chat.press(".choices .none")
        self.assertEqual(len(chat.said("None of these")), 1)
        self.assertEqual(self.browser.sent()[-1]["choices"], [])
        self.assertFalse(chat.has(".outcome"))

    def test_unsure(self):
        chat = self.list_of_signs()
        chat.tap("unsure")
        self.assertEqual(len(chat.said("Not sure")), 1)
        self.assertEqual(self.browser.sent()[-1]["choices"], ["unsure"])


class KeyboardTest(WidgetTest):
    def press(self, *keys):
        ActionChains(self.driver).send_keys(*keys).perform()

    def focused(self, chat):
        return chat.script("""const at = root.activeElement;
            return at?.getAttribute('value') ?? at?.textContent;""")

    def tab_to(self, chat, value):
        for _ in range(40):
            self.press(Keys.TAB)
            if self.focused(chat) == value:
                return
        self.fail(f"Tab does not lead to {value}")

    def answer_by(self, chat, key):
        lines = len(chat.transcript())
        self.press(key)
        chat.wait_for_answer(lines)

    def test_a_conversation_without_a_mouse(self):
        chat = self.open_chat()
        while not chat.has(".choices .none"):
            self.tab_to(chat, "no" if "no" in chat.options() else chat.options()[0])
            self.answer_by(chat, Keys.ENTER)
            self.assertTrue(chat.script("return root.activeElement.matches('.choices');"))

        signs = chat.options()
        self.tab_to(chat, signs[1])
        self.press(Keys.SPACE)
        self.picture("light-focus")
        self.tab_to(chat, "Send these")
        self.answer_by(chat, Keys.SPACE)
        self.assertEqual(self.browser.sent()[-1]["choices"], [signs[1]])

    def test_enter_sends_and_shift_enter_does_not(self):
        chat = self.open_chat()
        self.tab_to(chat, "")
        ActionChains(self.driver).send_keys("my lip").key_down(Keys.SHIFT).send_keys(
            Keys.ENTER).key_up(Keys.SHIFT).send_keys("twitches").perform()
        self.assertEqual(self.browser.sent()[-1]["type"], "hello")
        self.answer_by(chat, Keys.ENTER)
        self.assertEqual(self.browser.sent()[-1]["text"], "my lip\ntwitches")
        self.assertEqual(self.focused(chat), "")

    def test_the_menu(self):
        chat = self.open_chat()
        self.tab_to(chat, "Menu")
        self.press(Keys.ENTER)
        self.tab_to(chat, "known")
        self.press(Keys.ESCAPE)
        self.assertEqual(self.focused(chat), "Menu")
        self.assertFalse(chat.has(".menu details[open]"))
        self.press(Keys.ENTER)
        self.tab_to(chat, "known")
        self.answer_by(chat, Keys.ENTER)
        self.assertEqual(self.browser.sent()[-1]["name"], "known")


class CommandTest(WidgetTest):
    def confirm(self, chat):
        chat.one("dialog[open] .danger").click()

    def test_delete_leaves_nothing_in_the_browser(self):
        chat = self.open_chat()
        chat.say(OPENING)
        self.assertEqual(len(self.kept_in_browser()), 2)
        chat.do("delete")
        self.picture("light-confirm")
        self.confirm(chat)
        wait_until(lambda: "are deleted" in chat.transcript()[0], "the widget says so")
        self.assertEqual(self.kept_in_browser(), [])
        self.assertEqual(len(chat.transcript()), 1)
        chat.one(".status button").click()
        chat.wait_for_answer(1)
        self.assertEqual(chat.said(OPENING), [])

    def test_words_stay_in_their_tab(self):
        chat = self.open_chat()
        chat.say(OPENING)
        self.assertNotIn("coffee", chat.script("return JSON.stringify({...localStorage});"))
        self.assertIn("coffee", chat.script("return JSON.stringify({...sessionStorage});"))

    def test_delete_reaches_the_other_window(self):
        chat = self.open_chat()
        chat.say(OPENING)
        self.driver.switch_to.new_window("window")
        newer = self.open_chat()
        newer.do("delete")
        self.confirm(newer)
        wait_until(lambda: "are deleted" in newer.transcript()[0], "the widget says so")
        self.driver.switch_to.window(self.first_window)
        wait_until(lambda: self.kept_in_browser() == [], "the words are gone here too")
        self.assertEqual(chat.said(OPENING), [])

    def test_delete_in_words(self):
        chat = self.open_chat()
        chat.say(OPENING)
        chat.write("Delete" + Keys.ENTER)
        wait_until(lambda: "are deleted" in chat.transcript()[0], "the widget says so")
        self.assertEqual(self.kept_in_browser(), [])

    def test_start_over_shows_only_what_comes_after(self):
        chat = self.open_chat()
        chat.say(OPENING)
        chat.do("start_over")
        self.confirm(chat)
        wait_until(lambda: chat.said(OPENING) == [], "the log begins anew")
        chat.wait_for_answer(0)
        self.assertNotIn(OPENING, chat.script("return JSON.stringify([{...localStorage}, {...sessionStorage}]);"))
        chat.say("it is about me")
        before = chat.transcript()
        chat.reload()
        self.assertEqual(chat.transcript(), before)

    def test_too_long_is_said_before_sending(self):
        chat = self.open_chat()
        longest = "é" * (TEXT_BYTES_MAX // 2)
        self.paste(chat, longest + "a")
        self.assertIn("too long", chat.one(".hint").text)
        self.assertFalse(chat.one(".composer .send").is_enabled())
        chat.one("textarea").send_keys(Keys.ENTER)
        self.assertEqual(chat.waiting(), "")
        self.assertEqual(self.browser.sent()[-1]["type"], "hello")
        self.paste(chat, longest)
        self.assertEqual(chat.one(".hint").text, "")
        lines = len(chat.transcript())
        chat.one(".composer .send").click()
        chat.wait_for_answer(lines)
        self.assertEqual(self.browser.sent()[-1]["text"], longest)

    def paste(self, chat, text):
        chat.script("""const field = root.querySelector('textarea');
            field.value = arguments[0];
            field.dispatchEvent(new Event('input'));""", text)


class AccessibilityTest(WidgetTest):
    def test_roles_and_names(self):
        chat = self.open_chat()
        log = chat.one(".settled")
        self.assertEqual((log.aria_role, log.accessible_name), ("log", "Conversation"))
        wait_until(lambda: log.get_attribute("aria-live") == "polite", "what comes is said")
        self.assertEqual(chat.one("textarea").accessible_name, "Your message")
        self.assertEqual(chat.one(".choices").aria_role, "group")
        self.assertIn(chat.one(".choices").accessible_name, chat.transcript()[-1])
        self.assertIn("not checked by a clinician", chat.one(".notice").text)
        self.assertTrue(chat.one(".notice").is_displayed())
        self.assertEqual(chat.one("progress").accessible_name, "Who it is about · Question 1 of about 16")
        self.assertEqual(chat.script("""return [...root.querySelectorAll('[role=log], .choices, textarea')].map(
            (part) => part.className || part.tagName);"""), ["settled", "choices one_of", "TEXTAREA"])
        self.assert_readable(chat)


if __name__ == "__main__":
    unittest.main()
