"""`python -m awesome_rnn_kg`: the command where its script is not on the path."""

from .cli import run

run()
