# Short names for what people do here; `make help` lists them. The scripts behind them work without make.

SWIFT_FILES = Package.swift Sources Tests
BUILD_CHECKS = --explicit-target-dependency-import-check error
PREFIX ?= /usr/local

.PHONY: help build test check format golden bench bench-reading bench-matching bench-codebooks oracles fuzz run install clean corpus

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | column -t -s '	'

build: ## build the tool for use (release)
	swift build -c release --static-swift-stdlib --product codechart

test: ## install what is missing and run every test
	bash Scripts/test.sh

check: ## formatting, build with warnings as errors, target rules, tests, agreement of the codebook
	swift format lint --strict --recursive $(SWIFT_FILES)
	CODECHART_STRICT=1 swift build --build-tests $(BUILD_CHECKS)
	CODECHART_STRICT=1 swift test --skip-build --no-parallel
	.build/debug/codechart check

format: ## format all Swift files in place
	swift format --in-place --recursive $(SWIFT_FILES)

golden: ## rewrite the golden files from what the code does now; read the diff before you commit it
	UPDATE_GOLDEN=1 swift test

bench: build ## speed as ratios to peers in the same run (needs poppler-utils; DOCUMENTS=folder of PDFs)
	bash Benchmarks/reading.sh $(DOCUMENTS)

bench-reading: build ## quality and speed of reading against its peers (CORPORA=folder EVAL=scorers)
	bash Benchmarks/quality.sh $(CORPORA) $(EVAL)

bench-codebooks: build ## real codebooks of token patterns in our language, beside spaCy (CORPORA=folder)
	bash Benchmarks/codebooks.sh $(CORPORA)

bench-matching: build ## throughput of matching beside pyahocorasick and Hyperscan (CORPORA=folder)
	bash Benchmarks/matching.sh $(CORPORA)

oracles: ## figures of agreement beside scikit-learn, NLTK and krippendorff
	bash Tests/Oracles/oracles.sh

fuzz: build ## thousands of broken documents through the tool (python3; FUZZ="--count 100 FOLDER" for others)
	python3 Scripts/fuzz.py $(FUZZ)

run: ## chart the sample corpus into out/
	bash Scripts/chart-corpus.sh

install: build ## copy the tool to $(PREFIX)/bin
	install -D .build/release/codechart $(DESTDIR)$(PREFIX)/bin/codechart

corpus: ## make the sample documents anew from their sources
	bash Corpus/make/make.sh

clean: ## remove builds and outputs
	rm -rf .build out .codechart
