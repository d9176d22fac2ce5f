"""A short slice of kill_loop.py, on both stores; and a store that forgets, to see that it is noticed."""

import sys

import kill_loop

kill_loop.run("sqlite", 12, seed=7)
kill_loop.run("postgresql", 11, seed=7)
try:
    kill_loop.run("memory", 12, seed=7)
except kill_loop.Lost as lost:
    print("noticed, as it should be:", lost)
else:
    sys.exit("a store that forgets was not noticed")
