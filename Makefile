# make run · make test · make lint · make bench · make lock · make audit · make licenties
# Elke opdracht maakt eerst zelf de omgeving klaar; de tweede keer kost dat niets.

PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.klaar
COMPILE := CUSTOM_COMPILE_COMMAND="make lock" .venv-lock/bin/pip-compile --quiet --generate-hashes --strip-extras \
	--allow-unsafe --no-emit-index-url --no-emit-trusted-host --no-emit-find-links

.PHONY: run test lint bench lock env chromium services audit licenties
.DEFAULT_GOAL := run

# The stamp is newer than requirements.txt when that exact list is installed.
$(STAMP): requirements.txt
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

env: $(STAMP)

run: $(STAMP)
	@$(BIN)/python -m triggerfactors.web

test: $(STAMP) chromium services
	@$(BIN)/python -m pytest $(ARGS)

lint: $(STAMP)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

bench: $(STAMP) chromium
	@$(BIN)/python -m benchmarks.first_page
	@$(BIN)/python -m benchmarks.step_latency
	@$(BIN)/python -m benchmarks.search
	@$(BIN)/python -m benchmarks.workshop
	@$(BIN)/python -m benchmarks.workshop --processes 2
	@$(BIN)/python -m benchmarks.start
	@$(BIN)/python -m benchmarks.sessions
	@$(BIN)/python -m benchmarks.scale
	@$(BIN)/python -m benchmarks.soak --minutes 1

# Browser tests use the Chromium of the system. Installing it needs root, or sudo without a password.
chromium:
	@if [ -n "$$TRIGGERWIJZER_CHROMIUM" ] || command -v chromium chromium-browser google-chrome >/dev/null; then exit 0; fi; \
	if [ "$$(id -u)" = 0 ]; then sudo=""; elif sudo -n true 2>/dev/null; then sudo="sudo -n"; else sudo=geen; fi; \
	if [ "$$sudo" != geen ] && command -v apt-get >/dev/null; then \
		$$sudo apt-get update -qq && $$sudo apt-get install -y -qq --no-install-recommends chromium >/dev/null && exit 0; \
	fi; \
	echo "Chromium ontbreekt. Installeer het pakket 'chromium', of zet TRIGGERWIJZER_CHROMIUM op het pad." >&2; exit 1

# Tests on PostgreSQL and behind nginx are skipped, with the reason, where these cannot be installed.
services:
	@missing=""; \
	ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || command -v initdb >/dev/null || missing="postgresql"; \
	PATH="$$PATH:/usr/sbin" command -v nginx >/dev/null || missing="$$missing nginx-light"; \
	[ -n "$$missing" ] || exit 0; \
	if [ "$$(id -u)" = 0 ]; then sudo=""; elif sudo -n true 2>/dev/null; then sudo="sudo -n"; else exit 0; fi; \
	command -v apt-get >/dev/null || exit 0; \
	$$sudo apt-get update -qq && $$sudo apt-get install -y -qq --no-install-recommends $$missing >/dev/null || exit 0

# Writes requirements.txt and requirements-server.txt (the same versions, without what only tests
# need) anew, without any address in them. The tool has an environment of its own, so it never ends
# up in the app.
lock:
	@test -x .venv-lock/bin/pip-compile || { $(PYTHON) -m venv .venv-lock && .venv-lock/bin/pip install --quiet --disable-pip-version-check pip-tools; }
	@$(COMPILE) --output-file requirements.txt requirements.in $(ARGS)
	@$(COMPILE) --constraint requirements.txt --output-file requirements-server.txt requirements-server.in

# Known weaknesses in the locked libraries. The tool has an environment of its own. Without internet
# there is nothing to compare with: that is said, and it is no failure.
audit:
	@if ! [ -x .venv-audit/bin/pip-audit ]; then $(PYTHON) -m venv .venv-audit && \
		.venv-audit/bin/pip install --quiet --disable-pip-version-check pip-audit || rm -rf .venv-audit; fi; \
	if ! [ -x .venv-audit/bin/pip-audit ]; then echo "pip-audit is hier niet te installeren: niets nagekeken."; exit 0; fi; \
	.venv-audit/bin/pip-audit --requirement requirements.txt --disable-pip --progress-spinner off $(ARGS) > .audit.txt 2>&1; \
	code=$$?; cat .audit.txt; \
	if grep -qiE "ConnectionError|ServiceError|Max retries|timed out" .audit.txt; then \
		echo "De lijst met zwakke plekken is niet te bereiken: niets nagekeken."; code=0; \
	elif grep -q "could not be audited" .audit.txt; then echo "LET OP: een deel kon niet worden nagekeken."; fi; \
	rm -f .audit.txt; exit $$code

licenties: $(STAMP)
	@$(BIN)/python deploy/licenties.py > docs/licenties.md
