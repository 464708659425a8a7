# Vigie: every target prepares what it needs. Start with `make run`.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup setup-dev run test servers test-servers lint format bench lock clean distclean

VENV := .venv/bin
# A window that nobody sees: tests never open one on your desktop.
PYTEST := QT_QPA_PLATFORM=offscreen $(VENV)/python -m pytest

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/make \1	\2/p' $(MAKEFILE_LIST) | expand -t 22

setup: ## .venv with the vigie command, and the system libraries the window needs
	@packaging/setup/venv.sh base

setup-dev:
	@packaging/setup/venv.sh dev

run: setup ## the console on the practice workspace (in the terminal where there is no display)
	@$(VENV)/vigie open --demo

test: setup-dev ## all tests that need neither npm nor a Debian server; ARGS="-k name" narrows
	@$(PYTEST) -m "not servers and not perf" $(ARGS)

servers:
	@packaging/setup/servers.sh

test-servers: setup-dev servers ## the tests against real servers: Bluesky network, keyring
	@$(PYTEST) -m servers $(ARGS)

lint: setup-dev ## ruff, mypy --strict, import contracts
	@$(VENV)/ruff check .
	@$(VENV)/ruff format --check .
	@$(VENV)/mypy
	@$(VENV)/lint-imports --no-cache

format: setup-dev ## let ruff arrange the code
	@$(VENV)/ruff check --fix .
	@$(VENV)/ruff format .

bench: setup ## measure against the raw limits and the peers
	@$(VENV)/vigie bench $(ARGS)

lock: setup-dev ## newest versions within the ranges of pyproject.toml
	@packaging/setup/lock.sh

clean: ## caches and logs
	@rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .servers/logs build dist
	@find . -name __pycache__ -not -path './.venv/*' -not -path './.servers/*' -prune -exec rm -rf {} +

distclean: clean ## also .venv and the installed test servers
	@rm -rf .venv .servers *.egg-info
