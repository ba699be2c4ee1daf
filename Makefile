# `make kg` and `make test` set up all they need in .venv; `make PYTHON=/path/to/python` chooses one.
.NOTPARALLEL:
.DEFAULT_GOAL := help
.PHONY: kg compiled compiled-check test test-external test-lowest bench format lock clean help

python := .venv/bin/python

kg: ## build the graph into build/ and answer a question from it
	@.ci/bootstrap kg
	.venv/bin/awesome-rnn-kg build
	.venv/bin/awesome-rnn-kg query captioning_papers

test: ## lint, types and one pytest run
	@.ci/bootstrap test
	$(python) -m ruff check .
	$(python) -m ruff format --check .
	$(python) -m mypy
	$(python) -m pytest -n auto --dist worksteal -m 'not external'

test-external: ## the tests that need more than pip installs (.ci/run installs it)
	@.ci/bootstrap test
	$(python) -m pytest -m external

test-lowest: ## the tests on the lowest versions that pyproject.toml allows (Python 3.11 to 3.13)
	@.ci/bootstrap lowest
	.venv-lowest/bin/python -m pytest -n auto --dist worksteal -m 'not external'

bench: ## measure speed on generated lists
	@.ci/bootstrap test
	$(python) benchmarks/run.py

compiled: ## rebuild the graph that the package carries, and the register of its IRIs
	@.ci/bootstrap kg
	$(python) -m awesome_rnn_kg.packaged

compiled-check: ## fail where that graph is not what the sources give
	@.ci/bootstrap kg
	$(python) -m awesome_rnn_kg.packaged --check

format: ## mend style in place, and renew the pages in docs/
	@.ci/bootstrap test
	$(python) -m ruff check --fix .
	$(python) -m ruff format .
	$(python) -m awesome_rnn_kg.graph.format_data
	$(python) -m awesome_rnn_kg.docs

lock: ## renew both lock files (needs uv)
	$(uv_compile) --upgrade -o requirements.lock
	$(uv_compile) --upgrade -o requirements-lowest.lock --resolution lowest-direct

uv_compile := uv pip compile --quiet --universal --python-version 3.11 --all-extras --group test \
	--no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' pyproject.toml

clean: ## remove everything that make has made
	rm -rf build dist .venv .venv-lowest .mypy_cache .pytest_cache .ruff_cache .hypothesis

help: ## say what there is to make
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' Makefile
