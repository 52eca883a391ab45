# One place for every command that the README and the CI name.
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
VERSION ?= $(shell git describe --tags --always 2>/dev/null || echo dev)
LDFLAGS = -s -w -X main.version=$(VERSION)
FUZZTIME ?= 60s

.PHONY: build release test test-clients test-completions test-kill test-race test-report test-tools lint fuzz reproducible bench bench-wire score vuln

build: ## the binary, here
	CGO_ENABLED=0 go build -trimpath -ldflags '$(LDFLAGS)' -o inboxwatch ./cmd/inboxwatch

release: ## every system's binary, with checksums, in dist/
	sh contrib/release

test: test-tools ## install what the tests need, run them all, and each fuzz target for 20 s
	go vet ./...
	go test -p 1 -timeout 30m ./...
	sh contrib/fuzz 20s

test-clients: test-tools ## real mail programs read and send our drafts
	sh contrib/test-clients

test-completions: ## the completion scripts at the prompts of bash, zsh and fish
	sh contrib/test-completions

test-kill: ## SIGKILL at every write, before and after every command, at 200 random moments; every fault
	go test ./cmd/inboxwatch -v -count 1 -timeout 30m -run 'Killed|UnderFaults' -args -kills 200 -every-fault

test-race: test-tools ## the race detector over all that runs beside something else (some 15 minutes)
	go test -race -p 1 -timeout 60m -skip 'PeakMemory|TestGoals' ./internal/oauth ./internal/secret ./internal/config ./internal/drafts ./internal/journal ./internal/imapwatch
	go test -race -timeout 60m -run 'Machines|OneState|Gmail|Logout|WatchClock|Soak' ./cmd/inboxwatch

test-report: ## the report page in headless Chromium
	sh contrib/test-report

test-tools: ## the real IMAP servers and mail programs that the tests run against
	sh contrib/test-tools

lint: ## gofmt, vet, staticcheck
	@test -z "$$(gofmt -l cmd internal | tee /dev/stderr)" || { echo 'gofmt -w cmd internal mends this' >&2; exit 1; }
	go vet ./...
	go run $(STATICCHECK) ./...

fuzz: ## every fuzz target for FUZZTIME
	sh contrib/fuzz $(FUZZTIME)

reproducible: ## two builds in two folders, the second with an empty cache, are equal byte for byte
	sh contrib/reproducible $(VERSION)

bench: ## speed and allocations of reading, folding, syncing
	go test -run '^$$' -bench . -benchmem ./internal/...

bench-wire: ## the reference mailbox of 100,000 messages on Dovecot, and the goals of the wire
	go test -v -timeout 20m -run '^TestGoals$$' ./internal/imapwatch -args -wire.messages=100000

score: ## how well mails are read: the corpus, the sets held aside, and the odd mails held aside
	go run ./internal/detect/score corpus
	go run ./internal/detect/score -q aside judge3
	go run ./internal/detect/score -q plainaside

vuln: ## known vulnerabilities in what we use (needs its database)
	go run golang.org/x/vuln/cmd/govulncheck@latest ./...
