# `make site` builds the site, `make test` runs every test; both set up what they need.
PYTHON ?= python3
BIN := .venv/bin
RUN := .venv/.run-ready
DEV := .venv/.dev-ready

.PHONY: site install serve test unit check format bench lock golden screenshots properties harden fuzz audit audit-supply audit-site clean

site: $(RUN)
	$(BIN)/mujaz build

install: $(RUN)

serve: $(RUN)
	$(BIN)/mujaz serve

test: $(DEV)
	$(BIN)/python -m tests.browser.chromium
	$(BIN)/pytest -q -n auto

# The part of the tests that is quick enough for after every change: with its files in memory where
# there is a place for them, what was compiled kept, each file in one process, which then prepares
# once, and without what only properties need.
unit: export PYTEST_DEBUG_TEMPROOT = $(shell test -w /dev/shm && echo /dev/shm || echo $${TMPDIR:-/tmp})
unit: export PYTHONDONTWRITEBYTECODE =
unit: $(DEV)
	$(BIN)/pytest -q -n auto --dist loadfile -p no:hypothesispytest -m "not slow" tests/unit

check: $(DEV)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: $(DEV)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

# 2,000 examples of each property; a job of its own in CI, beside the tests.
properties: $(DEV)
	$(BIN)/python -m tests.browser.chromium
	MUJAZ_EXAMPLES=harden $(BIN)/pytest -q -n auto tests/properties

# What is too slow for every change: 2,000 examples of each property, 200 killed builds, 30 series
# of random edits.
harden: $(DEV)
	$(BIN)/python -m tests.browser.chromium
	$(MAKE) properties
	MUJAZ_SERIES=30 $(BIN)/pytest -q -n auto tests/integration/test_incremental.py
	MUJAZ_KILLS=200 $(BIN)/pytest -q tests/integration tests/browser/test_hostile.py

# make fuzz TARGET=text SECONDS=1800; the targets are in tests/fuzz/targets.py.
TARGET ?= text
SECONDS ?= 300
fuzz: $(DEV)
	$(BIN)/python -c 'import atheris' 2>/dev/null || $(BIN)/pip install -q atheris
	$(BIN)/python -m tests.fuzz $(TARGET) $(SECONDS)

audit: audit-supply audit-site

# Licences of what runs, and known vulnerabilities of what is locked.
audit-supply: $(RUN)
	$(BIN)/python scripts/licences.py
	$(BIN)/python -c 'import pip_audit' 2>/dev/null || $(BIN)/pip install -q pip-audit
	$(BIN)/python scripts/vulnerabilities.py

# Every kind of page in both languages, both schemes and three widths; ARGS="links markup" for some.
audit-site: $(DEV)
	$(BIN)/python -m tests.audit.install
	$(BIN)/python -m tests.audit $(ARGS)

bench: $(DEV)
	$(BIN)/python -m tests.bench $(ARGS)

# Writes the site that tests compare with anew; read the difference before you commit it.
golden: $(DEV)
	UPDATE_GOLDEN=1 $(BIN)/pytest -q tests/golden

# Takes the pictures of docs/ anew.
screenshots: $(DEV) site
	$(BIN)/python -m tests.browser.screenshots

# Writes the locks anew from pyproject.toml and requirements/*.in, newest versions that fit.
lock: $(DEV)
	$(BIN)/pip-compile -q --upgrade --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links -o requirements/run.lock pyproject.toml requirements/build.in
	$(BIN)/pip-compile -q --upgrade --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url --no-emit-trusted-host --no-emit-find-links -c requirements/run.lock -o requirements/dev.lock requirements/dev.in

clean:
	rm -rf .venv .cache site

$(RUN): requirements/run.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Mujaz needs Python 3.11 or newer: make PYTHON=/path/to/python3 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "Python's venv module is missing. On Debian or Ubuntu: apt-get install python3-venv"; exit 1; }
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/run.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q generator  # as pip does for what it copies
	@touch $@

$(DEV): $(RUN) requirements/dev.lock
	$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements/dev.lock
	@touch $@
