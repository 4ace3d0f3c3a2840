# shellcheck shell=bash
# The Go client's part of scripts/test, whose counters, `check`, `heading` and `have` it uses.
# shellcheck source=scripts/lib/stubs.sh
. scripts/lib/stubs.sh

# The modules of a folder, from the cache or the module proxy; the reason is the last line of what Go says.
go_modules() {
  (cd "$1" && go mod download) 2>&1 | tail -n 1
  return "${PIPESTATUS[0]}"
}

go_format() {
  local unformatted
  unformatted=$(gofmt -l clients/go)
  [ -z "$unformatted" ] || { printf 'not as gofmt writes it: %s\n' "$unformatted"; return 1; }
}

go_vet() {
  (cd clients/go && go vet ./...)
}

# Go's own counts, tests and subtests alike, are added to ours; what it skipped is left out.
# shellcheck disable=SC2154 # scripts/test makes the scratch folder.
go_tests() {
  local events=$scratch/go.json status=0 good bad line
  heading 'Go client: tests'
  (cd clients/go && go test -count=1 -json ./...) >"$events" || status=$?
  { read -r good bad; while IFS= read -r line; do left_out+=("$line"); done; } < <(node scripts/lib/go-results.mjs "$events")
  passed=$((passed + ${good:-0}))
  bad=${bad:-0}
  # A run that failed without a failed test, such as one that does not compile, is a failure all the same.
  if [ "$bad" -eq 0 ] && { [ "$status" -ne 0 ] || [ "${good:-0}" -eq 0 ]; }; then bad=1; fi
  failed=$((failed + bad))
}

go_client() {
  local why
  if ! have go; then
    left_out+=('the Go client: go is not installed')
    return 0
  fi
  # What is installed counts: no other toolchain is fetched, whatever go.mod asks for.
  export GOTOOLCHAIN=local
  if ! why=$(go_modules clients/go); then
    left_out+=("the Go client: its modules cannot be had ($why)")
    return 0
  fi
  if why=$(go_modules clients/go/tools) && why=$(go_tools 2>&1); then
    check 'Go client: generated code is current' scripts/gen-go --check
  else
    left_out+=("whether the Go client's generated code is current: its plugins cannot be built ($why)")
  fi
  # For everything from here on, so that the libraries are compiled in one way only.
  if have gcc; then
    export GOFLAGS="$GOFLAGS -race"
  else
    left_out+=("the race detector over the Go client's tests: gcc is not installed")
  fi
  check 'Go client: format' go_format
  check 'Go client: go vet' go_vet
  go_tests
}

# The other languages' stubs; what is left out is named by the script itself.
stubs_of_other_languages() {
  local line told=$scratch/stubs.log
  check 'Stubs of other languages compile' scripts/check-stubs >"$told" 2>&1
  cat "$told"
  while IFS= read -r line; do left_out+=("$line"); done < <(sed -n 's/^Left out: //p' "$told")
}
