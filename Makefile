# Vigie: every target prepares what it needs. Start with `make run`.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup setup-dev run test servers test-servers lint format bench lock licences sbom clean distclean

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
	@$(PYTEST) -m "not servers and not perf and not package" $(ARGS)

servers:
	@packaging/setup/servers.sh

test-servers: setup-dev servers ## the tests against real servers: Bluesky network, keyring, screen reader (AT-SPI)
	@$(PYTEST) -m servers $(ARGS)

lint: setup-dev ## ruff, mypy --strict, import contracts
	@$(VENV)/ruff check .
	@$(VENV)/ruff format --check .
	@$(VENV)/mypy
	@$(VENV)/lint-imports --no-cache
	@$(VENV)/python packaging/supply/licences.py --check

.PHONY: lint-systems
lint-systems: setup-dev ## the types again, as Windows and macOS have the standard library
	@$(VENV)/mypy --platform win32 --no-warn-unreachable --cache-dir .mypy_cache/win32
	@$(VENV)/mypy --platform darwin --no-warn-unreachable --cache-dir .mypy_cache/darwin

format: setup-dev ## let ruff arrange the code
	@$(VENV)/ruff check --fix .
	@$(VENV)/ruff format .

bench: setup ## measure against the raw limits and the peers
	@$(VENV)/vigie bench $(ARGS)

lock: setup-dev ## newest versions within the ranges of pyproject.toml
	@packaging/setup/lock.sh

licences: setup-dev ## resources/licences of the locked parts; after `make lock`
	@$(VENV)/python packaging/supply/licences.py

sbom: setup ## dist/vigie-VERSION.cdx.json: what the program is made of (CycloneDX 1.6)
	@$(VENV)/python packaging/supply/sbom.py

.PHONY: setup-package package package-twice package-proof
setup-package:
	@packaging/setup/venv.sh package
	@packaging/setup/package_tools.sh build

package: setup-package ## the .deb and the relocatable .tar.zst into dist/ (Linux); once set up, asks the network for nothing
	@.venv-package/bin/python packaging/build.py --start $(ARGS)

package-twice: setup-package ## the same, built twice and compared file by file
	@.venv-package/bin/python packaging/build.py --twice $(ARGS)

package-proof: ## the .deb at work in a minimal Debian without network (as root); make package first
	@packaging/setup/package_tools.sh proof
	@python3 packaging/proof/prove.py $(ARGS)

.PHONY: guide-pictures
guide-pictures: setup-dev ## docs/guide anew: the real window at work, in both languages (Xvfb, xdotool, openbox, ImageMagick)
	@$(VENV)/python packaging/guide/pictures.py $(ARGS)

clean: ## caches and logs
	@rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache .servers/logs build dist
	@find . -name __pycache__ -not -path './.venv*/*' -not -path './.servers/*' -prune -exec rm -rf {} +

distclean: clean ## also .venv and the installed test servers
	@rm -rf .venv .venv-package .servers *.egg-info
