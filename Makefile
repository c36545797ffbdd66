# CountyScope 县镜. The same commands serve people and continuous integration.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PORT ?= 8501
DEMO ?= data/demo
FUZZ_SECONDS ?= 120
PY := .venv/bin/python
RUN_STAMP := .venv/.running
DEV_STAMP := .venv/.developing

.PHONY: help run demo setup setup-ocr setup-develop setup-browser setup-producers test test-fast lint check fix bench quality reliability fuzz docs api lock licences wheel clean

help: ## List the commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

run: setup ## Set up, read data/raw, serve the dashboard (PORT=8501)
	@$(PY) -m analytics ingest data/raw
	@$(PY) -m analytics serve --port $(PORT)

demo: setup ## Simulate 40 fictional counties and their prefectures over 7 years, read them, serve them (PORT=8501)
	@$(PY) -m analytics demo $(DEMO) --port $(PORT)

setup: $(RUN_STAMP) ## Set up what running needs, in .venv

$(RUN_STAMP): requirements.lock pyproject.toml
	@tools/ensure_venv.sh
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(PY) -m pip install --quiet --disable-pip-version-check --no-deps -e .
	@touch $@

setup-ocr: setup ## Set up the reading of scans and photographs as well
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-ocr.lock

setup-develop: $(DEV_STAMP) ## Set up what developing needs as well

$(DEV_STAMP): requirements-develop.lock $(RUN_STAMP)
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-develop.lock
	@touch $@

setup-browser: ## Install a browser and a Chinese font where they are absent
	@tools/ensure_browser.sh

setup-producers: ## Install the programs whose documents the tests read, where they are absent
	@tools/ensure_producers.sh

test: setup-develop setup-browser setup-producers lint ## Run the checks of the code and the whole suite
	@$(PY) -m pytest -n auto --dist loadgroup

test-fast: setup-develop ## Run the tests that need no browser
	@$(PY) -m pytest -n auto -m "not slow"

lint: setup-develop ## Check style, types and layers
	@.venv/bin/ruff format --check .
	@.venv/bin/ruff check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports

check: lint test-fast ## What every commit must pass

fix: setup-develop ## Format, and mend what can be mended
	@.venv/bin/ruff format .
	@.venv/bin/ruff check --fix .

bench: setup-develop setup-browser ## Measure for half an hour, print the tables, write docs/benchmarks.md
	@$(PY) -m benchmarks

reliability: setup-develop ## Kill, soak and break things for half an hour, write docs/reliability.md
	@$(PY) -m benchmarks.reliability

fuzz: setup-develop ## Fuzz every reader (FUZZ_SECONDS=120)
	@cd tests && ../$(PY) -m fuzzing $(FUZZ_SECONDS)

quality: setup-develop setup-browser setup-producers ## Measure how exactly each format and producer is read, write docs/accuracy.md, raise tests/quality_floor.json
	@$(PY) -m benchmarks.quality
	@$(PY) -m benchmarks.findings

docs: setup-develop ## Write the pages of docs/ that are derived: each tools/describe_NAME.py writes docs/NAME.md
	@set -e; for tool in tools/describe_*.py; do page=$${tool#tools/describe_}; page=docs/$${page%.py}.md; \
	  $(PY) $$tool > $$page.new || { rm -f $$page.new; exit 1; }; mv $$page.new $$page; done

api: setup-develop ## Write the pages of the Python interface to docs/api, from the docstrings
	@$(PY) tools/write_api_pages.py docs/api

lock: setup-develop ## Pin the dependencies anew, each file by its hash
	@$(PY) -m pip install --quiet --disable-pip-version-check "uv>=0.13,<0.14"
	@.venv/bin/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 pyproject.toml -o requirements.lock
	@.venv/bin/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 --extra ocr pyproject.toml -o requirements-ocr.lock
	@.venv/bin/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 --extra develop --extra ocr --extra cluster pyproject.toml -o requirements-develop.lock

licences: setup-develop ## Write the licences of everything that running needs to docs/licences.md
	@$(PY) tools/list_licences.py

wheel: setup-develop ## Build the package to dist/, offline
	@$(PY) -m build --wheel --no-isolation --outdir dist .

clean: ## Remove the environment, caches and builds
	rm -rf $(DEMO) dist .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis data/warehouse/builds data/warehouse/cache data/warehouse/current
