# The verbs. `make` alone lists them. Everything they make stays in this folder: .venv and data/local.
PYTHON  ?= python3
PORT    ?= 8501
WORKERS ?= auto
PY      := .venv/bin/python
SAMPLES := data/local/samples
PIP     := $(PY) -m pip install --quiet --disable-pip-version-check --no-cache-dir
# a browser is opened where there is a screen to open it on
HEADLESS := $(if $(or $(DISPLAY),$(WAYLAND_DISPLAY),$(filter Darwin,$(shell uname))),false,true)
# what the sample store follows from: when one of these is newer, the store is built again
FOLLOWS := $(wildcard data/definitions/*.toml data/definitions/*.csv data/definitions/forms/*.toml data/definitions/indicators/*.toml data/store/schema/*.sql data/store/checks/*.sql)

# asks the server once it is up, so that it knows its pages: until then a link to one opens under a false "Page not found"
READY = (for n in $$(seq 60); do $(PY) -c "import urllib.request as u; u.urlopen('http://127.0.0.1:$(PORT)/_stcore/script-health-check', timeout=30)" 2>/dev/null && break; sleep 1; done) &

# NEEDED,package,test: one sentence when a program is missing that the checks need beside Python
NEEDED = { $(2); } >/dev/null 2>&1 || { echo "make check needs $(1); on Debian: apt-get install --no-install-recommends $(1)"; exit 1; }

.DEFAULT_GOAL := help
.PHONY: help install run serve test check fix sample soak bench backtest

help: ## list the verbs
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile

install: .venv/.tests ## make .venv with everything the dashboard and its tests need, and nothing outside this folder

run: .venv/.runs $(SAMPLES)/.made ## from nothing to the open dashboard on sample reports
	@echo "Opening http://localhost:$(PORT) (Ctrl+C ends it)"
	@$(READY) DASHBOARD_HOME=$(SAMPLES) $(PY) -m streamlit run dashboard.py --server.port $(PORT) --server.headless $(HEADLESS) --server.showEmailPrompt false

serve: .venv/.runs ## open the dashboard on the real reports, in DASHBOARD_HOME or data/local
	@$(PY) -m data build
	@$(READY) $(PY) -m streamlit run dashboard.py --server.port $(PORT)

sample: .venv/.runs ## throw the sample reports away and make them anew
	@rm -rf $(SAMPLES)
	@$(MAKE) --no-print-directory $(SAMPLES)/.made

test: .venv/.tests ## every test that needs only Python
	@$(PY) -m pytest -n $(WORKERS) --dist worksteal

check: .venv/.tests ## format, lint, types, make test, then tests in a real browser and with a real PostgreSQL
	@$(call NEEDED,chromium,command -v chromium)
	@$(call NEEDED,libreoffice-calc libreoffice-writer libreoffice-impress,command -v soffice)
	@$(call NEEDED,postgresql,command -v initdb || ls /usr/lib/postgresql/*/bin/initdb)
	@failed=; try() { echo "--- $$1"; shift; "$$@" || failed=1; }; \
	made=$$(mktemp -d); trap 'rm -rf "$$made"' EXIT; export SAMPLES_AT="$$made"; \
	$(PY) -m pytest -m "browser or service" >"$$made/outside.log" 2>&1 & outside=$$!; \
	try format $(PY) -m ruff format --check .; \
	try lint $(PY) -m ruff check --output-format concise .; \
	try types $(PY) -m mypy; \
	try tests $(PY) -m pytest -n $(WORKERS) --dist worksteal; \
	echo "--- tests in a real browser and with other programs, run beside the others"; \
	wait $$outside || failed=1; cat "$$made/outside.log"; \
	[ -z "$$failed" ]

fix: .venv/.tests ## put right what ruff can put right
	@$(PY) -m ruff check --fix .
	@$(PY) -m ruff format .

soak: .venv/.tests ## the full counts and durations; the result goes into docs/performance.md
	@$(PY) -m bench soak

bench: .venv/.tests ## the speeds; the result goes into docs/performance.md
	@$(PY) -m bench speeds

backtest: .venv/.runs $(SAMPLES)/.made ## the forecast tried on the years that are over, on the sample reports
	@DASHBOARD_HOME=$(SAMPLES) $(PY) -m bench forecast

# A stamp says what is already done, so that the second time costs nothing.
.venv/.python:
	@command -v $(PYTHON) >/dev/null || { echo "This needs Python 3.11 or newer, and there is no $(PYTHON); name another with: make run PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "This needs Python 3.11 or newer, and $(PYTHON) is $$($(PYTHON) -V 2>&1); name another with: make run PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo "$(PYTHON) cannot make a .venv; on Debian: apt-get install python3-venv"; exit 1; }
	@$(PYTHON) -m venv .venv
	@touch $@

.venv/.runs: requirements.txt | .venv/.python
	@echo "Installing what the dashboard runs on into .venv (a minute or two, once)"
	@$(PIP) -r requirements.txt
	@touch $@

.venv/.tests: tests/requirements.txt .venv/.runs
	@echo "Installing what the tests need into .venv (once)"
	@$(PIP) -r tests/requirements.txt
	@touch $@

$(SAMPLES)/.made: $(FOLLOWS) | .venv/.runs
	@DASHBOARD_HOME=$(SAMPLES) $(PY) -m data sample
	@touch $@
