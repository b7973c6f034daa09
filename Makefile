# `make run` and `make test` set everything up on a fresh machine, then do their job.
# Where there is no make (Windows): pip install -r requirements.txt && python app.py
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SHELL := /bin/bash

.PHONY: run lan test check bench fuzz vendor vendored pins sbom messages hooks browser postgres proxies strace other-browsers

run: $(VENV)/run.stamp
	@$(BIN)/python app.py

# For a class on the same Wi-Fi: docs/lan.md.
lan: $(VENV)/run.stamp
	@$(BIN)/python app.py --lan

# Tests run side by side, a process for each processor.
SIDE_BY_SIDE := -n auto --maxprocesses 8 --dist worksteal

test: postgres proxies strace check vendored browser
	@$(BIN)/python -m pytest $(SIDE_BY_SIDE) tests/browser

check: $(VENV)/dev.stamp
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@.ci/types
	@$(BIN)/flask --app app content check
	@$(BIN)/python -m pytest -q $(SIDE_BY_SIDE) --ignore=tests/browser

# The vectors in Firefox and WebKitGTK, where they are installed; in any browser: python -m tests.browser.any_browser
other-browsers: $(VENV)/dev.stamp
	@$(BIN)/python -m tests.browser.any_browser --firefox --webkit

bench: $(VENV)/dev.stamp
	@for script in bench/*.py; do echo "== $$script"; $(BIN)/python $$script || exit 1; done

# Any bytes into the photo engine; minutes to hours, as asked: make fuzz EXECUTIONS=5000000
EXECUTIONS ?= 1000000
fuzz: $(VENV)/dev.stamp
	@$(BIN)/python -m tests.photos.fuzz --executions $(EXECUTIONS)

vendor: $(VENV)/dev.stamp
	@$(BIN)/python -m safety.web.vendored.vendoring
	@$(BIN)/python -m safety.web.vendored.gazetteer
	@$(BIN)/python -m safety.web.vendored.word_lists
	@$(BIN)/python -m safety.web.vendored.dice_words
	@$(BIN)/python -m safety.web.vendored.outline

# Made again and compared, bit for bit, where npm reaches its packages.
vendored: $(VENV)/dev.stamp
	@.ci/vendored

# What pip may install, with sums, out of requirements.in and requirements-dev.in; and the list of what the site is made of.
pins: $(VENV)/dev.stamp
	@.ci/pins

sbom: $(VENV)/dev.stamp
	@$(BIN)/python -m safety.web.vendored.sbom

messages: $(VENV)/dev.stamp
	@mkdir -p safety/translations
	@$(BIN)/pybabel -q extract -F babel.cfg -o safety/translations/messages.pot --no-location --sort-output .

hooks: $(VENV)/dev.stamp
	@$(BIN)/pre-commit install

# The server for tests on PostgreSQL.
postgres:
	@.ci/postgres

# The proxies that tests put in front of the site.
proxies:
	@.ci/proxies

# What shows every file and connection of the site's process to a test.
strace:
	@.ci/strace

# A browser for the tests: the system's Chromium, installed on Debian where we may, else Playwright's own.
browser: $(VENV)/dev.stamp
	@.ci/browser

$(VENV)/bin/python:
	@$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements.txt | $(VENV)/bin/python
	@$(BIN)/pip install -q --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/dev.stamp: requirements.txt requirements-dev.txt | $(VENV)/bin/python
	@$(BIN)/pip install -q --disable-pip-version-check -r requirements-dev.txt
	@touch $@ $(VENV)/run.stamp
