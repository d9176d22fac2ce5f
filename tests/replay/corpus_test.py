"""Every conversation file of botium-core itself is read or refused with a reason. Needs npm and its registry."""

import base64
import collections
import hashlib
import json
import pathlib
import shutil
import subprocess
import sys
import tarfile
import unittest

import fixture
from server import SKIPPED

LOCK = json.loads((pathlib.Path(__file__).parent / "botium-core.lock.json").read_text())
REFUSAL = r":\d+:\d+: error R0\d\d: .+\. Hint: .+"


def fetch(folder):
    """The package as it was published, unpacked nowhere; nothing of it is run."""
    if not shutil.which("npm"):
        sys.exit(skip("npm is not installed"))
    done = subprocess.run(["npm", "pack", f"{LOCK['name']}@{LOCK['version']}", "--ignore-scripts", "--silent"],
                          cwd=folder, capture_output=True, text=True, timeout=120, check=False)
    if done.returncode:
        sys.exit(skip(f"npm cannot fetch {LOCK['name']} (offline?): {done.stderr.strip()}"))
    package = folder / done.stdout.split()[-1]
    digest = base64.b64encode(hashlib.sha512(package.read_bytes()).digest()).decode()
    if f"sha512-{digest}" != LOCK["integrity"]:
        sys.exit(f"{package.name} is not what the lock file names: sha512-{digest}")
    return package


def skip(why):
    print(f"skipped: {why}")
    return SKIPPED


class Corpus(fixture.WithKnee):
    def test_each_file_is_read_or_refused(self):
        package = fetch(self.folder)
        files = self.unpack(package)
        self.assertEqual(len(files), LOCK["convo_files"])
        status, out, cases = self.replay()
        self.assertIn(status, (1, 2), out[-2000:])
        refused = {case.get("classname"): case.find("error") for case in cases if case.find("error") is not None}
        self.assertEqual({case.get("classname") for case in cases}, {str(file) for file in files})
        for file, refusal in refused.items():
            self.assertRegex(refusal.get("message"), REFUSAL, file)
        reasons = collections.Counter(refusal.get("type") for refusal in refused.values())
        print(f"{len(files) - len(refused)} read, {len(refused)} refused: {dict(reasons)}")
        self.assertGreater(len(files) - len(refused), 50)

    def unpack(self, package):
        files = []
        with tarfile.open(package) as archive:
            for member in archive.getmembers():
                path = pathlib.PurePosixPath(member.name)
                if not member.isfile() or ".." in path.parts or path.is_absolute():
                    continue
                if member.name.endswith((".convo.txt", ".utterances.txt")):
                    file = self.replays / path
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_bytes(archive.extractfile(member).read())
                    files += [file] if member.name.endswith(".convo.txt") else []
        return files


if __name__ == "__main__":
    unittest.main()
