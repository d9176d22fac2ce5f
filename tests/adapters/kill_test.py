"""A short slice of kill_loop.py, on both stores."""

import sys

import kill_loop

kill_loop.run("sqlite", 12, seed=7)
kill_loop.run("postgresql", 11, seed=7)
