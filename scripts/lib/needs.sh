# shellcheck shell=bash
# What some tests need beyond the locked npm packages. Each row: what to look for | Debian package, or - | what is missing without it.
# A test that needs one of these looks for it itself and skips, saying so, when it is not there.

needs_table() {
  cat <<'ROWS'
redis-server|redis-server|tests of the Redis mirror
python3|python3|tests of the Python client
python:ensurepip|python3-venv|tests of the Python client
go|golang-go|tests of the Go client
gcc|gcc libc6-dev|fault-injection tests
h2load|nghttp2-client|load tests
grpcurl|-|tests of gRPC reflection with grpcurl
shellcheck|shellcheck|the lint of the shell scripts
npm:onnxruntime-node|-|tests of the local embedder
npm:@huggingface/tokenizers|-|tests of the local embedder
npm:@opentelemetry/api|-|tests of traces
npm:@opentelemetry/sdk-trace-base|-|tests of traces
npm:@opentelemetry/exporter-trace-otlp-http|-|tests of traces
ROWS
}

# Debian's python3-venv is seen by Debian's Python, which need not be the first on the PATH.
choose_python() {
  if [ -z "${HOLDFAST_PYTHON:-}" ]; then
    HOLDFAST_PYTHON=python3
    if ! have python:ensurepip && /usr/bin/python3 -c 'import ensurepip' 2>/dev/null; then
      HOLDFAST_PYTHON=/usr/bin/python3
    fi
    export HOLDFAST_PYTHON
  fi
}

# True when an optional package is installed in the version that package.json names.
have_npm() {
  node -e '
    const read = (file) => JSON.parse(require("node:fs").readFileSync(file, "utf8"));
    const [name] = process.argv.slice(1);
    const wanted = read("package.json").peerDependencies[name];
    process.exit(read("node_modules/" + name + "/package.json").version === wanted ? 0 : 1);' "$1" 2>/dev/null
}

have() {
  case $1 in
    python:*) "${HOLDFAST_PYTHON:-python3}" -c "import ${1#python:}" 2>/dev/null ;;
    npm:*) have_npm "${1#npm:}" ;;
    *) command -v "$1" >/dev/null ;;
  esac
}

may_install() {
  [ -z "${HOLDFAST_NO_INSTALL:-}" ] && [ "$(id -u)" = 0 ] && [ -f /etc/debian_version ] && command -v apt-get >/dev/null
}

# RUNLEVEL=1 keeps a package's service from being started: a test starts its own server on its own port.
debian_install() {
  export DEBIAN_FRONTEND=noninteractive RUNLEVEL=1
  apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@"
}

# The optional packages of the local embedder, 290 MB, and of traces, so nothing but the tests installs them. npm skips optional peers
# even when they are named; with --save-prod it takes them, and --no-save still keeps package.json and the lock as they are.
install_optional_packages() {
  local wanted
  if [ -n "${HOLDFAST_NO_INSTALL:-}" ] || { have npm:onnxruntime-node && have npm:@huggingface/tokenizers && have npm:@opentelemetry/exporter-trace-otlp-http; }; then
    return 0
  fi
  mapfile -t wanted < <(node -p '
    const { peerDependencies } = JSON.parse(require("node:fs").readFileSync("package.json", "utf8"));
    Object.entries(peerDependencies).map((pair) => pair.join("@")).join("\n")')
  printf 'Installing for the tests: %s\n' "${wanted[*]}" >&2
  npm_config_cache="${npm_config_cache:-${TMPDIR:-/tmp}/npm}" npm install --no-save --save-prod --ignore-scripts \
    --no-update-notifier --loglevel=error "${wanted[@]}" >/dev/null ||
    printf 'Not everything could be installed.\n' >&2
}

# Installs what is missing and may be installed. Never fails: what is still missing is named by missing_needs.
install_needs() {
  local what package names packages=()
  choose_python
  while IFS='|' read -r what package _; do
    if [ "$package" != - ] && ! have "$what"; then
      read -ra names <<<"$package"
      packages+=("${names[@]}")
    fi
  done < <(needs_table)
  if [ "${#packages[@]}" -gt 0 ] && may_install; then
    printf 'Installing for the tests: %s\n' "${packages[*]}" >&2
    debian_install "${packages[@]}" >/dev/null || printf 'Not everything could be installed.\n' >&2
    unset HOLDFAST_PYTHON
    choose_python
  fi
  install_optional_packages
}

missing_needs() {
  local what _package purpose
  while IFS='|' read -r what _package purpose; do
    have "$what" && continue
    what=${what/#python:/Python module }
    printf '%s: not installed, so %s may be skipped\n' "${what/#npm:/npm package }" "$purpose"
  done < <(needs_table)
}
