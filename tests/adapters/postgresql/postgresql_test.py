"""The PostgreSQL store against a real server: the suite of its own program."""

import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from cluster import Cluster

with Cluster() as cluster:
    done = subprocess.run([os.environ["ANAMNESIS_POSTGRESQL_TESTS"], *sys.argv[1:]],
                          env={**os.environ, "ANAMNESIS_POSTGRESQL": cluster.uri})
sys.exit(done.returncode)
