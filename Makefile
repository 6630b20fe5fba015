# Dépêche: `make` lists the targets. Needs GNU make, Python 3.11 to 3.13 with venv, and the network once.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup setup-dev system-libraries run test test-interop fuzz bench formats explore evaluate learn learn-loop learn-order base-model reliability lint format translations lock kills dataset tour keys wheel bundle bundle-smoke bundle-test clean

PYTHON ?= python3
VENV := .venv
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
else
BIN := $(VENV)/bin
endif
PY := $(BIN)/python
RUNTIME := packaging/requirements.txt
DEV := packaging/requirements-dev.txt
BUNDLE := packaging/requirements-bundle.txt
INSTALL := packaging/install.sh
# Four Qt processes at most: more only wait for one another on a small machine.
WORKERS ?= $(shell n=$$(getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2); echo $$((n > 4 ? 4 : n)))

# The tests sync thousands of transactions: in memory, where there is room, a slow disk doesn't make minutes of them.
ifeq ($(shell test "$$(df -k --output=avail /dev/shm 2>/dev/null | tail -1)" -gt 4000000 2>/dev/null && test -w /dev/shm && echo yes),yes)
SCRATCH ?= TMPDIR=/dev/shm
endif

# A moved checkout needs its .venv made again (packaging/install.sh does it): the stamps of the old place do not count.
ifneq ($(shell cat $(VENV)/.checkout 2>/dev/null || pwd -P),$(shell pwd -P))
$(shell rm -f $(VENV)/.runtime $(VENV)/.dev $(VENV)/.bundle)
endif

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):[^#]*## \(.*\)/  make \1|\2/p' $(firstword $(MAKEFILE_LIST)) | awk -F'|' '{printf "%-22s %s\n", $$1, $$2}'

setup: $(VENV)/.runtime system-libraries ## make .venv with the locked versions and `depeche` in it

setup-dev: $(VENV)/.dev system-libraries ## the same, and what tests and checks need

$(VENV)/.runtime: $(RUNTIME) pyproject.toml $(INSTALL)
	@PYTHON="$(PYTHON)" bash $(INSTALL) $(VENV) $(PY) $(RUNTIME)
	@touch $@

$(VENV)/.dev: $(DEV) $(VENV)/.runtime
	@PYTHON="$(PYTHON)" bash $(INSTALL) $(VENV) $(PY) $(DEV)
	@touch $@

$(VENV)/.bundle: $(BUNDLE) $(VENV)/.runtime
	@PYTHON="$(PYTHON)" bash $(INSTALL) $(VENV) $(PY) $(BUNDLE)
	@touch $@

system-libraries: $(VENV)/.runtime
	@bash packaging/linux/system-libraries.sh $(PY)

run: setup ## open the sample project (without a display: show the work in the terminal)
	@$(BIN)/depeche demo

test: setup-dev ## run the tests, without a screen
	@$(SCRATCH) $(PY) -m pytest -n $(WORKERS) --dist loadfile

test-interop: setup-dev ## let the programs that our formats are for read them, and read what they write (1.3 GB)
	@PYTHON="$(PYTHON)" bash packaging/interop.sh interop packaging/requirements-interop.txt
	@PYTHON="$(PYTHON)" bash packaging/interop.sh interop-doccano packaging/requirements-interop-doccano.txt
	@bash packaging/interop.sh interop-node tests/interop/node
	@$(PY) -m pytest -m interop tests/interop $(ARGS)

bench: setup-dev ## run the benches, one after the other
	@$(PY) -m pytest -m bench

kills: setup-dev ## kill the program 50 times at work and count what was lost (N=50)
	@DEPECHE_KILLS=$(or $(N),50) $(PY) -m pytest -q -s tests/ui/test_kill_window.py tests/store/test_kill.py

formats: setup-dev ## count what each format costs out and in, and that no offset is wrong, into exports/formats.md (an hour; ARGS: --sizes, --formats)
	@$(PY) -W ignore -m tests.bench.formats $(ARGS)

fuzz: setup-dev ## read mutated files by every reader, and count articles, refusals, crashes and hangs (N=10000, ARGS: readers)
	@$(PY) -W ignore -m tests.ingest.mutate -n $(or $(N),10000) $(ARGS)

explore: setup-dev ## try properties on examples that no run has tried yet, N times as many as `make test` (N=20)
	@DEPECHE_EXPLORE=$(or $(N),20) $(SCRATCH) $(PY) -m pytest -m hypothesis -n $(WORKERS) --timeout 7200 -o faulthandler_timeout=8000 $(ARGS)

evaluate: setup ## count the suggestions against labelled texts, into exports/evaluation.md (ARGS: folders of gold)
	@$(PY) -m tests.evaluate $(ARGS)

reliability: setup ## count how often each source of suggestions is right, into resources/reliability.tsv
	@$(PY) -m tests.evaluate.reliability

learn: setup ## count what a model learns from 25 to 800 articles, into exports/learning.md (half an hour; ARGS: --only, --sizes)
	@$(PY) -m tests.evaluate.learning $(ARGS)

learn-order: setup ## count what the order of the articles is worth to a learner, into exports/learning.md (fifteen minutes; ARGS: --splits)
	@$(PY) -m tests.evaluate.order $(ARGS)

learn-loop: setup ## count what an annotator still corrects as the work goes on, into exports/learning.md (half an hour; ARGS: --guide, --ways)
	@$(PY) -m tests.evaluate.loop $(ARGS)

base-model: setup ## train the shipped model of names again, from ../shared/data/winer_fr.jsonl (ten minutes)
	@OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 BLIS_NUM_THREADS=1 $(PY) packaging/base_model.py $(ARGS)

lint: setup-dev ## style, format, types, import rules, translations
	@failed=0; \
	$(BIN)/ruff check . || failed=1; \
	$(BIN)/ruff format --check . || failed=1; \
	$(BIN)/mypy || failed=1; \
	$(BIN)/lint-imports || failed=1; \
	$(PY) packaging/translations.py --check || failed=1; \
	exit $$failed

format: setup-dev ## put the code into its format
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

translations: setup-dev ## list the French words of the code anew for the English ones (Qt Linguist's file)
	@$(PY) packaging/translations.py

LOCK = $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes \
	--only-binary :all: --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
	--group build $(if $(UPGRADE),--upgrade)

# What others made is locked without us; some of it comes as source only.
LOCK_APART = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" $(if $(UPGRADE),--upgrade)

lock: setup-dev ## make the lock files again (UPGRADE=1: with the newest versions allowed)
	@$(LOCK) -o $(RUNTIME)
	@$(LOCK) --extra dev -c $(RUNTIME) -o $(DEV)
	@$(LOCK) --group bundle -c $(RUNTIME) -o $(BUNDLE)
	@$(LOCK_APART) --group pyproject.toml:interop -o packaging/requirements-interop.txt
	@$(LOCK_APART) --group pyproject.toml:interop-doccano -o packaging/requirements-interop-doccano.txt

dataset: setup ## make the released sample dataset in exports/ from corpus/
	@$(PY) packaging/dataset.py

tour: setup-dev ## take pictures of the window, screen by screen
	@$(PY) tests/ui/tour.py

keys: setup-dev ## count the keys from unread to finished, into exports/keys.md (LABELS=folder of labelled JSONL)
	@$(PY) -m tests.ui.keys $(LABELS)

wheel: setup-dev ## build the wheel into dist/
	@$(PY) -m hatchling build -t wheel

bundle: $(VENV)/.bundle system-libraries ## build the archive for machines without Python, into dist/
	@$(PY) packaging/build.py

bundle-smoke: $(VENV)/.bundle system-libraries ## build only the folder and ask every verb of it, a minute
	@$(PY) packaging/build.py --no-archive
	@$(PY) packaging/smoke.py

bundle-test: $(VENV)/.bundle ## unpack that archive where there is no Python and no network, and work in it (root, Xvfb; Debian)
	@$(PY) packaging/bundle_test.py $(ARGS)

clean: ## remove what was made, .venv included
	@rm -rf $(VENV) $(VENV)-interop* build dist .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis .benchmarks
	@find desktop tests packaging -name __pycache__ -type d -prune -exec rm -rf {} +
