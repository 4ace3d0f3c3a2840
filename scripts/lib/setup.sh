# shellcheck shell=bash
# Set-up shared by scripts/start, scripts/test and .ci/run. Source it from the repository's root; it says nothing
# when there is nothing to do, and everything in it is safe to run again.

NODE_WANTED=20.20
STAMP=node_modules/.holdfast-setup

complain() {
  printf '%s\n' "$*" >&2
}

# True when version $1 is at least version $2.
at_least() {
  [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]
}

node_is_new_enough() {
  command -v node >/dev/null && at_least "$(node -p process.versions.node)" "$NODE_WANTED"
}

require_node() {
  if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    complain "Holdfast needs Node.js >= $NODE_WANTED with npm, and at least one of the two is not on the PATH."
    return 1
  fi
  if ! node_is_new_enough; then
    complain "Holdfast needs Node.js >= $NODE_WANTED; $(command -v node) is $(node --version)."
    return 1
  fi
}

# better-sqlite3 compiles when its prebuilt binary cannot be downloaded. Where Node's own headers lie beside it there is
# no reason to download them too, but only headers of exactly this version are safe to compile against.
use_local_headers() {
  local prefix
  prefix=$(node -p 'require("node:path").resolve(process.execPath, "../..")')
  if [ -z "${npm_config_nodedir:-}" ] && node -e '
    const text = require("node:fs").readFileSync(process.argv[1] + "/include/node/node_version.h", "utf8");
    const part = (name) => text.match(new RegExp("define NODE_" + name + "_VERSION (\\d+)"))[1];
    const found = [part("MAJOR"), part("MINOR"), part("PATCH")].join(".");
    process.exit(found === process.versions.node ? 0 : 1);' "$prefix" 2>/dev/null; then
    export npm_config_nodedir=$prefix
  fi
}

# What decides whether node_modules is current: the lock file, npm's own settings, and the native module version.
packages_fingerprint() {
  node -e '
    const hash = require("node:crypto").createHash("sha256");
    for (const file of ["package-lock.json", "package.json", ".npmrc"]) hash.update(require("node:fs").readFileSync(file));
    hash.update(process.versions.modules + process.platform + process.arch);
    process.stdout.write(hash.digest("hex"));'
}

# npm 11 refuses a lock file that lacks the optional binaries of other platforms, and such a lock is what a registry that
# serves only some platforms leads to. In that one case npm install does the same work from the same lock: every version
# and hash in it still holds, and the file is not written. A test compares the lock with package.json.
clean_install() {
  local status=0
  npm ci --no-update-notifier --loglevel=error >"$1" 2>&1 || status=$?
  if [ "$status" -ne 0 ] && grep -q 'can only install packages when your' "$1"; then
    complain 'npm ci misses optional packages of other platforms in the lock file; npm install takes over.'
    rm -rf node_modules
    status=0
    npm install --no-save --no-update-notifier --loglevel=error >"$1" 2>&1 || status=$?
  fi
  [ "$status" -eq 0 ] || cat "$1" >&2
  return "$status"
}

# Installs in a subshell whose caches are temporary, so that set-up writes to node_modules and nowhere else.
install_packages() {
  require_node || return 1
  local wanted
  wanted=$(packages_fingerprint)
  if [ -f "$STAMP" ] && [ "$(cat "$STAMP")" = "$wanted" ]; then
    return 0
  fi
  complain 'Installing npm packages (better-sqlite3 may have to compile; that takes about a minute) ...'
  (
    scratch=$(mktemp -d)
    trap 'rm -rf "$scratch"' EXIT
    use_local_headers
    export npm_config_cache="${npm_config_cache:-$scratch/npm}" npm_config_devdir="${npm_config_devdir:-$scratch/headers}"
    clean_install "$scratch/npm-ci.log"
  ) >&2 || {
    complain 'The npm packages could not be installed. Compiling better-sqlite3 needs python3, make and g++.'
    return 1
  }
  node -e 'new (require("better-sqlite3"))(":memory:").close()' || {
    complain 'better-sqlite3 is installed but does not load.'
    return 1
  }
  printf '%s\n' "$wanted" >"$STAMP"
}

# Removes compiled files whose source is gone: a deleted test must not go on passing.
remove_stale_output() {
  local out from compiled source
  while read -r out from; do
    [ -d "$out" ] || continue
    while IFS= read -r compiled; do
      source=$from/${compiled#"$out"/}
      [ -f "${source%.js}.ts" ] || rm -f "$compiled" "$compiled.map" "${compiled%.js}.d.ts"
    done < <(find "$out" -type f -name '*.js')
  done <<'PAIRS'
dist/src src
dist/test test
dist/scripts scripts
clients/typescript/dist clients/typescript/src
PAIRS
}

# Incremental; a compile error leaves a non-zero status and the compiler's own words.
build() {
  remove_stale_output
  node_modules/.bin/tsc -b
}
