# Two commands on a fresh machine: make demo, make test. Everything else is for daily work.
PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
export PATH := $(CURDIR)/$(VENV)/bin:$(PATH)
PIP := $(PY) -m pip --disable-pip-version-check install -q
WEB_SOURCES := $(shell find web -path web/node_modules -prune -o -path web/dist -prune -o -type f -print 2>/dev/null)

.PHONY: help setup demo serve test check lint types schema bench lock fix web-check clean
help:            ## what there is
	@grep -hE '^[a-z-]+: .*##|^[a-z-]+:  *##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/' | expand -t 12

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements/run.lock | $(VENV)/bin/python
	$(PIP) --require-hashes -r requirements/run.lock
	$(PIP) --no-deps --no-build-isolation --no-index -e .
	@touch $@

$(VENV)/.dev: requirements/dev.lock $(VENV)/.run
	$(PIP) --require-hashes -r requirements/dev.lock
	@touch $@

# Node comes from a wheel only where the machine has none that is new enough.
$(VENV)/.node: requirements/node.lock | $(VENV)/bin/python
	@node -e 'process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)' 2>/dev/null \
	  || $(PIP) --require-hashes -r requirements/node.lock
	@touch $@

web/node_modules/.wangge: web/package.json web/package-lock.json $(VENV)/.node
	cd web && npm ci --no-audit --no-fund --loglevel=error
	@touch $@

web/dist/.wangge: web/node_modules/.wangge $(WEB_SOURCES)
	cd web && npm run --silent build
	@touch $@

setup: $(VENV)/.run web/dist/.wangge  ## .venv/bin/wangge and the built front end

demo: setup      ## start everything with the demo district
	@exec $(VENV)/bin/wangge serve --demo

serve: setup     ## start everything as it stands
	@exec $(VENV)/bin/wangge serve

test: setup $(VENV)/.dev  ## every test; browser journeys wherever a Chromium is found
	$(PY) -m pytest

lint: $(VENV)/.dev   ## format, lint, walls, types, migrations, schema: no test
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/ruff check .
	$(PY) tools/house_lint.py
	$(PY) tools/import_contracts.py
	$(PY) -m mypy
	$(PY) tools/django_checks.py
	$(PY) -m wangge schema --check

web-check: web/node_modules/.wangge  ## vue-tsc, eslint, layers, vitest, types drift
	cd web && npm run --silent check

check: lint web-check setup  ## what must be green before anything lands
	$(PY) -m pytest -m "not browser and not slow"

schema: $(VENV)/.dev web/node_modules/.wangge  ## write contracts/openapi and the generated TypeScript
	$(PY) -m wangge schema
	cd web && npm run --silent types

bench: setup $(VENV)/.dev  ## make bench NAME=tickets ARGS="--seconds 20"
	$(PY) -m bench.$(NAME) $(ARGS)

fix: $(VENV)/.dev    ## format and mend what can be mended
	$(VENV)/bin/ruff format .
	$(VENV)/bin/ruff check --fix .

lock:            ## new hash-locked dependencies (needs uv)
	for f in run dev node; do uv pip compile -q --universal --python-version 3.11 --generate-hashes \
	  --no-header --no-annotate requirements/$$f.in -o requirements/$$f.lock; done

clean:           ## forget what was built; data under var/ stays
	rm -rf $(VENV) web/node_modules web/dist .mypy_cache .ruff_cache
