# Everything that a newcomer needs is `make demo` and `make test`; `make help` lists the rest.

# The newest Python of 3.11 or later that is here; PYTHON=... chooses another.
PYTHON ?= $(firstword $(foreach v,python3.13 python3.12 python3.11 python3,$(shell command -v $(v) >/dev/null 2>&1 && $(v) -c 'import sys, venv, ensurepip; print("$(v)" if sys.version_info >= (3, 11) else "")' 2>/dev/null)))
VENV ?= .venv
BIN := $(VENV)/bin
WORKERS ?= 2
# OCR=no leaves the reading of scans out of the demo (some 250 MB of libraries).
OCR ?= yes

.PHONY: help demo test check format torture bench docs samples train-parser clean

help:  ## List the targets
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer, with venv, is needed (on Debian: apt install python3-venv)." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.installed-dev: pyproject.toml constraints.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@ $(VENV)/.installed

# Reads scans. Binaries alone, since building them takes an hour: where there are none, all else works without.
$(VENV)/.installed-ocr: | $(VENV)/.installed
	@if [ "$(OCR)" = no ]; then echo "Scans: left out, as OCR=no says."; \
	elif $(BIN)/python -m pip install --quiet --disable-pip-version-check --retries 1 --timeout 20 -c constraints.txt \
		--only-binary rapidocr,onnxruntime,opencv-python,opencv-python-headless,pillow,numpy -e '.[ocr]' 2>/dev/null; \
	then touch $@; else echo "Scans: no OCR for this system (pip found no binaries); all else works without."; fi

demo: $(VENV)/.installed $(VENV)/.installed-ocr  ## From the samples to a ranked list, with everything set up on the way
	@BIN=$(BIN) samples/demo.sh

test: $(VENV)/.installed-dev  ## All tests, as CI runs them
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup --cov --cov-report=term:skip-covered --cov-fail-under=85

check: $(VENV)/.installed-dev  ## Style, types and the direction of imports
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.installed-dev  ## Put the code into its style
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

torture: $(VENV)/.installed-dev  ## Kill an import at random moments, 50 rounds, and compare with a clean run
	$(BIN)/python -m tests.torture --rounds 50

bench: $(VENV)/.installed-dev  ## Measure against references; a table and bench/results/*.json
	$(BIN)/python -m bench

docs: $(VENV)/.installed-dev  ## Make the references anew and build the site into site/
	$(BIN)/python -m docs.generate
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

samples: $(VENV)/.installed-dev  ## Make the files of samples/ anew
	$(BIN)/python -m ml.samples

train-parser: $(VENV)/.installed-dev  ## Make the parser's weights anew from 3,000 made résumés
	$(BIN)/python -m ml.parser.train --count 3000

clean:  ## Remove what was built (not the data of the demo)
	rm -rf $(VENV) site dist build .mypy_cache .pytest_cache .ruff_cache
