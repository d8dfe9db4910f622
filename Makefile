# make demo    sets everything up and turns seeds/ into PDFs under output/
# make test    runs the tests that print nothing; make print runs the others
# make help    says what else there is

# The first Python here that is new enough; `make PYTHON=python3.13` names another.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	&& echo $$p && break; done)
BIN := .venv/bin

.DEFAULT_GOAL := setup
.PHONY: setup demo test print lint check browser golden pictures packs fuzz bench lock audit
.PHONY: clean help machine

setup: .venv/.ready  ## all that is needed: system libraries, .venv, the package

demo: setup  ## a handout and worksheets of every file in seeds/, in output/
	$(BIN)/handout make seeds/* -o output
	for source in seeds/*; do \
		$(BIN)/handout worksheets "$$source" -o output || exit; done

# A file of tests stays in one process, so that what it prepares is prepared once.
test: setup  ## the tests that print nothing: minutes
	$(BIN)/python -m pytest -n auto --dist loadfile -m "not printing"

print: setup  ## the tests that print: longer
	$(BIN)/python -m pytest -n auto --dist loadfile -m printing

lint: setup  ## ruff, mypy, import-linter
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

check: test print lint  ## all that decides whether a change lands

browser:  ## Chromium, for the tests of pages in a browser; without it they are skipped
	@command -v chromium >/dev/null && command -v chromedriver >/dev/null || { \
		export DEBIAN_FRONTEND=noninteractive; command -v apt-get >/dev/null && \
		$(SUDO:sudo=sudo -nE) sh -c \
			'apt-get update -qq && apt-get install -qq chromium chromium-driver'; } || { \
		echo "install Chromium and ChromeDriver with this system's packages" >&2; \
		exit 1; }

golden: setup  ## rewrite tests/golden/; read the diff before you commit it
	$(BIN)/python -m pytest --update-golden

pictures: setup  ## redraw docs/pictures/, tables and schemas
	$(BIN)/python docs/pictures/make.py
	$(BIN)/python docs/pictures/rooms.py
	$(BIN)/python docs/tables.py
	$(BIN)/python docs/schemas/make.py

packs: setup  ## try each of our packs with every hard handout; takes minutes
	for pack in templates/*/; do case $$pack in templates/base/) ;; *) \
		$(BIN)/handout templates check ./$$pack --strict || exit ;; esac; done

fuzz: setup  ## damage inputs of every kind by chance; FUZZ_COUNT=2000 FUZZ_SEED=1
	FUZZ_COUNT=$(or $(FUZZ_COUNT),2000) $(BIN)/python -m pytest -n auto tests/fuzz

bench: setup  ## time a cold start beside the stock weasyprint command
	$(BIN)/python tests/bench/cold.py

lock: setup  ## rewrite requirements.txt: every library, its version and hashes
	$(BIN)/python -m pip install --quiet --group lock
	$(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 \
		--generate-hashes --no-header --no-annotate --group dev pyproject.toml \
		--output-file requirements.txt

audit: setup  ## look up known faults of the libraries; skipped without a network
	$(BIN)/python -m pip install --quiet --group audit
	.ci/audit

clean:  ## remove all that make has made
	rm -rf .venv dist build .hypothesis .coverage .*_cache
	find output -mindepth 1 ! -name .gitkeep -delete
	find . -name __pycache__ -prune -exec rm -rf {} +

help:  ## this list
	@sed -n 's/^\([a-z]*\):.*  ## /\1 /p' Makefile | while read -r name text; do \
		printf 'make %-9s %s\n' "$$name" "$$text"; done

# Only when a list of libraries, or the Python under .venv, is newer than the last time.
.venv/.ready: pyproject.toml requirements.txt $(BIN)/python | machine
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(BIN)/python: | machine
	$(PYTHON) -m venv --clear .venv

# Looks for what the system must have by loading it, whatever its packages are called:
# the libraries that print, and ensurepip, which Debian takes out of Python's venv.
LOADS = $(PYTHON) -c 'import ctypes, ctypes.util, ensurepip, sys; [ctypes.CDLL( \
	(ctypes.util.find_library(name) or "none") if sys.platform == "darwin" \
	else f"lib{name}.so.0") for name in ("pango-1.0", "pangoft2-1.0", "harfbuzz-subset")]'

MANAGER = $(firstword $(foreach m,apt-get dnf brew,$(shell command -v $(m) || :)))
INSTALL = $(INSTALL_$(notdir $(MANAGER)))
INSTALL_apt-get = apt-get install -qq $(notdir $(PYTHON))-venv \
	libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
INSTALL_dnf = dnf install -qy pango harfbuzz
INSTALL_brew = brew install pango
# apt-get knows no package before it has a list of them. brew wants no root.
FIRST = $(if $(filter %apt-get,$(MANAGER)),apt-get update -qq &&)
SUDO = $(if $(filter %brew,$(MANAGER))$(filter 0,$(shell id -u)),,sudo)

machine:
	@$(or $(PYTHON),false) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "handout needs Python 3.11 or newer: install it," \
		"or name the one you have: make PYTHON=python3.12" >&2; exit 1; }
	@$(LOADS) 2>/dev/null || { \
		echo "make: $(INSTALL)"; export DEBIAN_FRONTEND=noninteractive; \
		test -n "$(MANAGER)" && $(SUDO:sudo=sudo -nE) sh -c '$(FIRST) $(INSTALL)'; \
		$(LOADS); } || { \
		echo "handout needs Pango, HarfBuzz with its subset library, and Python's venv." \
		"Install them and run make again:" \
		"$(if $(INSTALL),$(SUDO) $(INSTALL),with this system's packages)" >&2; exit 1; }
