"""What was understood and can be corrected, the emergency, the result and where it goes."""

import time
import unittest

from widget_case import WidgetTest  # first: it skips where there is no browser

from chat_page import wait_until

OPENING = "my upper lip has been twitching for 3 weeks, loads of coffee"
STROKE = "one side of my face is drooping and my speech is slurred"


class EmergencyTest(WidgetTest):
    def test_number_is_a_link_to_call(self):
        self.browser.look(375, 720)
        self.addCleanup(self.browser.look)
        chat = self.open_chat()
        self.picture("light-phone-greeting")
        chat.say(STROKE)
        card = chat.one(".outcome")
        self.assertEqual(card.get_attribute("data-level"), "emergency")
        self.assertIn("999", card.text)
        self.assertEqual(chat.one(".alarm").aria_role, "alert")
        link = chat.one(".alarm a.call")
        self.assertEqual(link.get_attribute("href"), "tel:999")
        self.assertEqual(link.accessible_name, "Call 999")
        self.assertGreaterEqual(link.size["height"], 44)
        self.assert_readable(chat)
        self.picture("light-phone-emergency")
        self.browser.look(375, 720, "dark")
        self.assert_readable(chat)
        self.picture("dark-phone-emergency")
        self.browser.look(scheme="dark")
        self.picture("dark-emergency")

    def test_stays_in_view_and_is_said_once(self):
        chat = self.open_chat()
        chat.say(STROKE)
        chat.script("""root.said = 0;
            new MutationObserver(() => root.said++).observe(root.querySelector('.alarm'), { childList: true });""")
        chat.do("known")
        chat.wait_for_answer(0)
        wait_until(lambda: chat.said("See and change my answers"), "there is an answer")
        self.assertTrue(chat.one(".alarm a.call").is_displayed())
        self.assertEqual(chat.script("return root.said;"), 0)
        self.assertEqual(len(chat.all(".outcome")), 1)
        self.assertTrue(chat.script("""const alarm = root.querySelector('.alarm').getBoundingClientRect();
            return alarm.top >= 0 && alarm.bottom <= innerHeight && !root.querySelector('.scroller .alarm');"""))
        chat.reload()
        self.assertTrue(chat.one(".alarm a.call").is_displayed())

    def test_the_number_is_that_of_the_region(self):
        chat = self.open_chat(self.server.url + "/?locale=en-US")
        chat.say(STROKE)
        self.assertEqual(chat.one(".alarm a.call").get_attribute("href"), "tel:911")
        self.assertIn("911", chat.one(".notice").text)

    def test_a_region_without_a_sure_number_gets_words(self):
        chat = self.open_chat(self.server.url + "/?locale=en-XX")
        chat.say(STROKE)
        self.assertFalse(chat.has(".call"))
        self.assertIn("emergency number", chat.one(".alarm").text)


class CorrectionTest(WidgetTest):
    def fact(self, chat, label):
        return next(chip for chip in chat.all("button.fact") if label in chip.text)

    def test_what_was_understood_can_be_tapped_and_corrected(self):
        chat = self.open_chat()
        chat.say(OPENING)
        self.assertEqual(self.fact(chat, "Upper lip").accessible_name, "Change: Upper lip")
        lines = len(chat.transcript())
        self.fact(chat, "Upper lip").click()
        chat.wait_for_answer(lines)
        self.assertEqual(self.browser.sent()[-1]["name"], "change")
        self.assertIn("lower", chat.options())
        chat.tap("lower")
        chat.do("known")
        wait_until(lambda: chat.said("See and change my answers"), "there is an answer")
        known = [chip.text for chip in chat.all(".noted:last-of-type button.fact")]
        self.assertIn("Lower lip", known)
        self.assertNotIn("Upper lip", known)

    def test_any_earlier_answer_can_be_changed(self):
        chat = self.open_chat()
        chat.tap("self_adult")
        chat.tap("no")
        chat.do("known")
        wait_until(lambda: chat.has("button.fact"), "what is known is there")
        lines = len(chat.transcript())
        self.fact(chat, "Me, aged 16").click()
        chat.wait_for_answer(lines)
        self.assertIn("other_adult", chat.options())

    def test_all_that_is_known_can_be_seen(self):
        chat = self.open_chat()
        chat.say(OPENING)
        chat.finish()
        chat.do("known")
        wait_until(lambda: chat.said("See and change my answers"), "there is an answer")
        known = [chip.text for chip in chat.all(".noted:last-of-type button.fact")]
        self.assertGreater(len(known), 30)
        denied = [text.startswith("not: ") for text in known]
        self.assertEqual(denied, sorted(denied))  # what was denied comes last

    def test_a_tap_needs_no_chips(self):
        chat = self.open_chat()
        chat.tap("self_adult")
        self.assertFalse(chat.has(".noted"))

    def test_why_do_you_ask(self):
        chat = self.open_chat()
        chat.tap("self_adult")
        chat.press(".why")
        self.assertEqual(self.browser.sent()[-1]["name"], "why")
        self.assertTrue(chat.has(".choices"))


class SummaryTest(WidgetTest):
    def result(self):
        chat = self.open_chat()
        chat.say(OPENING)
        chat.finish()
        return chat

    def test_citations_lead_to_the_line_in_the_article(self):
        chat = self.result()
        link = next(mark for mark in chat.all(".mark a") if "#other-causes." in mark.get_attribute("href"))
        self.assertIn("Lip Twitching Anxiety", link.accessible_name)
        self.driver.execute_script("arguments[0].click();", link)
        target = self.driver.execute_script("return document.querySelector(':target')?.textContent ?? '';")
        self.assertIn("stimulants", target)
        chat.one(".sources summary").click()
        names = [item.text for item in chat.all(".sources li")]
        self.assertIn("NHS, Twitching eyes and muscles", names)

    def test_as_text(self):
        chat = self.result()
        self.driver.execute_script("""const make = URL.createObjectURL;
            URL.createObjectURL = (blob) => {
              blob.text().then((text) => { window.saved = text; });
              return make.call(URL, blob);
            };""")
        chat.all(".keep button")[1].click()
        wait_until(lambda: self.driver.execute_script("return window.saved;"), "the text is there")
        text = self.driver.execute_script("return window.saved;")
        for part in ("NOT URGENT", "- Caffeine and stimulants", "What you can try", "Where this comes from",
                     "1. NHS, Twitching eyes and muscles (S09)", "call 999", time.strftime("%B")):
            self.assertIn(part, text)
        self.assertNotIn("loads of coffee", text)

    def test_print_shows_the_result_alone(self):
        chat = self.result()
        self.driver.execute_script("window.print = () => {};")
        chat.all(".keep button")[0].click()
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        shown = self.driver.execute_script("""return [...document.body.children].filter(
            (part) => getComputedStyle(part).display !== 'none').map((part) => part.textContent);""")
        self.picture("print")
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
        self.browser.look()
        self.assertEqual(len(shown), 1)
        self.assertIn("NOT URGENT", shown[0])
        self.driver.execute_script("dispatchEvent(new Event('afterprint'));")
        self.assertFalse(self.driver.execute_script("return !!document.querySelector('.anamnesis-print');"))


if __name__ == "__main__":
    unittest.main()
