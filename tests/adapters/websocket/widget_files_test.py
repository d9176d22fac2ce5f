"""What the server gives to pages: how large, how fresh, how guarded."""

import gzip
import json
import pathlib
import sys
import tempfile
import unittest
import urllib.error
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
import server  # noqa: E402
from dialog_folders import DialogFolders  # noqa: E402

WIDGET_BYTES_MAX = 12_000  # gzipped, all that the script tag loads


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = server.Server(options=("--allow-origin", "https://clinic.example"))
        cls.addClassCleanup(cls.server.__exit__)

    def get(self, path, **headers):
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return urllib.request.urlopen(urllib.request.Request(self.server.url + path, headers=named))

    def test_the_widget_is_one_small_file(self):
        with self.get("/widget.js", Accept_Encoding="gzip") as answer:
            body = answer.read()
            self.assertEqual(answer.headers["Content-Encoding"], "gzip")
            self.assertEqual(answer.headers["Vary"], "Accept-Encoding")
        script = gzip.decompress(body).decode()
        self.assertLessEqual(len(body), WIDGET_BYTES_MAX)
        self.assertNotIn("import(", script)
        self.assertNotRegex(script, r"\bimport\s*[\"'{]")
        print(f"widget.js: {len(body)} bytes gzipped, {len(script.encode())} as it is")

    def test_without_gzip_it_is_the_same(self):
        with self.get("/widget.js", Accept_Encoding="gzip") as zipped, self.get("/widget.js") as plain:
            self.assertEqual(gzip.decompress(zipped.read()), plain.read())
            self.assertIsNone(plain.headers["Content-Encoding"])

    def test_what_has_not_changed_is_not_sent_again(self):
        with self.get("/widget.js") as answer:
            etag = answer.headers["ETag"]
        with self.assertRaises(urllib.error.HTTPError) as again:
            self.get("/widget.js", If_None_Match=etag)
        self.assertEqual(again.exception.code, 304)

    def test_who_may_have_it_in_a_frame(self):
        with self.get("/embed") as answer:
            self.assertTrue(answer.headers["Content-Security-Policy"].endswith(
                "frame-ancestors 'self' https://clinic.example"))
        with self.get("/") as answer:
            self.assertIn("frame-ancestors 'none'", answer.headers["Content-Security-Policy"])

    def test_texts(self):
        with self.get("/texts?dialog=lip-twitching&locale=en-US") as answer:
            self.assertEqual(answer.headers["Access-Control-Allow-Origin"], "*")
            texts = json.load(answer)
        self.assertEqual((texts["locale"], texts["direction"], texts["emergency"]), ("en-GB", "ltr", "911"))
        self.assertEqual(texts["languages"], [{"tag": "en-GB", "name": "English"}])
        self.assertIn("911", texts["words"]["notice"])
        self.assertEqual(texts["words"]["call"], "Call $1")
        self.assertEqual(texts["sources"]["S01"]["title"], "NHS, Symptoms of a stroke")
        self.assertEqual(texts["states"]["danger"], "Emergency signs")

    def test_texts_of_what_is_not_there_are_those_of_the_first(self):
        for query in ("", "?dialog=nowhere", "?locale=%00", "?locale=" + "x" * 4000, "?&=&locale", "?dialogue=x"):
            with self.subTest(query), self.get("/texts" + query) as answer:
                self.assertEqual(json.load(answer)["locale"], "en-GB")


class SeveralDialogs(unittest.TestCase):
    def texts(self, query):
        with urllib.request.urlopen(self.server.url + "/texts" + query) as answer:
            return json.load(answer)

    def test_what_an_id_means_is_told_where_it_means_one_thing(self):
        with tempfile.TemporaryDirectory() as folder:
            folders = DialogFolders(folder)
            folders.add_knee()
            script = (folders.tiny / "dialog.json").read_text()
            (folders.tiny / "dialog.json").write_text(script.replace("A source for tests", "Something else"))
            with server.Server(dialogs=[folders.tiny, folders.dialogs / "knee"]) as self.server:
                self.assertEqual({"S1", "S2"} & set(self.texts("")["sources"]), {"S2"})
                self.assertEqual(self.texts("?dialog=tiny")["sources"]["S1"]["title"], "Something else")
                self.assertEqual(self.texts("?dialog=knee")["sources"]["S1"]["title"], "A source for tests")


class Origins(unittest.TestCase):
    def refused(self, *origins):
        options = [option for origin in origins for option in ("--allow-origin", origin)]
        return server.run("serve", server.DIALOG, "--listen", "127.0.0.1:0", "--store", "memory:", *options)

    def test_what_is_none_stops_the_start(self):
        for text in ("clinic.example", "https://", "https://clinic.example/", "https://a b", "*", "https://a;script-src *"):
            with self.subTest(text):
                status, _, errors = self.refused(text)
                self.assertEqual(status, 2)
                self.assertIn("not an origin", errors)

    def test_too_many(self):
        status, _, errors = self.refused(*[f"https://a{number}.example" for number in range(65)])
        self.assertEqual((status, "too many" in errors), (2, True))

    def test_as_many_as_may_be(self):
        options = [option for number in range(64) for option in ("--allow-origin", f"https://a{number}.example")]
        with server.Server(options=options) as running:
            self.assertTrue(running.lives())


if __name__ == "__main__":
    unittest.main()
