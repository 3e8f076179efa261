# Needs Python 3.11 or newer and make; everything else is installed into .venv from uv.lock.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/sh

PYTHON ?= python3
BIN := .venv/bin
UV_VERSION := $(shell sed -n 's/.*"uv==\([^"]*\)".*/\1/p' pyproject.toml)

export UV_PROJECT_ENVIRONMENT := .venv
export UV_PYTHON_DOWNLOADS := never
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# An environment that is active in the calling shell is not ours.
unexport VIRTUAL_ENV

.PHONY: help setup demo test lint bench soak pictures lock

help: ## List these targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/\1|\2/p' Makefile | while IFS='|' read -r name text; do \
		printf 'make %-8s %s\n' "$$name" "$$text"; done

setup: .venv/dev.stamp ## Install Assay and its development tools into .venv

demo: .venv/run.stamp ## Try Assay in a local Slack workspace, on this machine alone
	@exec $(BIN)/assay demo

test: lint ## Check style, types and layers, then run the tests
	@$(BIN)/python -m compileall -q bot handlers domain storage # the tests start many processes
	$(BIN)/pytest --numprocesses 3 --dist worksteal # many tests wait: one more than CI has cores

lint: .venv/dev.stamp ## Check style, types and layers
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

bench: .venv/dev.stamp ## Measure speed and memory against the targets
	$(BIN)/uv sync --quiet --locked --inexact --group bench
	$(BIN)/python -m tests.bench

soak: .venv/dev.stamp ## Run the long tests: many kills, many faults
	$(BIN)/pytest tests/soak

pictures: .venv/dev.stamp ## Take the README's pictures from the demo, in Chromium
	$(BIN)/python -m tests.pictures

lock: .venv/uv.stamp ## Write uv.lock anew after a change of pyproject.toml
	$(BIN)/uv lock

.venv/uv.stamp:
	@for python in "$(PYTHON)" python3.14 python3.13 python3.12 python3.11; do \
		if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$python; break; fi; \
	done; \
	if [ -z "$$found" ]; then echo "Assay needs Python 3.11 or newer: install it, or name it with make PYTHON=/path/to/python3." >&2; exit 1; fi; \
	"$$found" -m venv .venv || { echo "$$found cannot make .venv: install its venv module (on Debian and Ubuntu: apt install python3-venv)." >&2; exit 1; }
	@$(BIN)/python -m pip install --quiet "uv==$(UV_VERSION)"
	@touch $@

.venv/run.stamp: pyproject.toml uv.lock | .venv/uv.stamp
	@$(BIN)/uv sync --quiet --locked --inexact --no-dev --compile-bytecode
	@touch $@

.venv/dev.stamp: pyproject.toml uv.lock | .venv/uv.stamp
	$(BIN)/uv sync --quiet --locked --compile-bytecode
	@touch $@ .venv/run.stamp
