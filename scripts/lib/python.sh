# shellcheck shell=bash
# The Python client's part of scripts/test, whose counters, `check`, `heading` and `have` it uses. Its packages live in a
# virtual environment of their own, which is made again when what is wanted changes.

PYTHON_CLIENT=clients/python
PYTHON_VENV=$PWD/node_modules/.cache/holdfast-python

python_fingerprint() {
  "${HOLDFAST_PYTHON:-python3}" -VV && cat "$PYTHON_CLIENT/requirements-dev.txt"
}

# Fails saying why on standard output.
python_venv() {
  local wanted python=${HOLDFAST_PYTHON:-python3}
  have "$python" || { echo 'python3 is not installed'; return 1; }
  "$python" -c 'import sys; sys.exit(sys.version_info < (3, 10))' || { echo "$("$python" -V) is older than 3.10"; return 1; }
  wanted=$(python_fingerprint)
  if [ -f "$PYTHON_VENV/.wanted" ] && [ "$(cat "$PYTHON_VENV/.wanted")" = "$wanted" ]; then
    return 0
  fi
  [ -z "${HOLDFAST_NO_INSTALL:-}" ] || { echo 'its packages are not installed, and HOLDFAST_NO_INSTALL is set'; return 1; }
  printf 'Installing the packages of the Python client ...\n' >&2
  rm -rf "$PYTHON_VENV"
  "$python" -m venv "$PYTHON_VENV" >&2 || { echo 'python3 -m venv fails'; return 1; }
  "$PYTHON_VENV/bin/python" -m pip install --quiet --disable-pip-version-check --no-input \
    --requirement "$PYTHON_CLIENT/requirements-dev.txt" >&2 || { echo 'its packages cannot be installed'; return 1; }
  printf '%s\n' "$wanted" >"$PYTHON_VENV/.wanted"
}

python_types() {
  (cd "$PYTHON_CLIENT" && "$PYTHON_VENV/bin/python" -m mypy --cache-dir="$PYTHON_VENV/mypy")
}

# pytest's own counts are added to ours; what it skipped is left out.
# shellcheck disable=SC2154 # scripts/test makes the scratch folder.
python_pytest() {
  local results=$scratch/pytest.xml status=0 good bad line
  heading 'Python client: tests'
  (cd "$PYTHON_CLIENT" && "$PYTHON_VENV/bin/python" -m pytest --junitxml="$results") || status=$?
  { read -r good bad; while IFS= read -r line; do left_out+=("$line"); done; } < <(
    "$PYTHON_VENV/bin/python" scripts/lib/pytest_results.py "$results"
  )
  passed=$((passed + ${good:-0}))
  bad=${bad:-0}
  # A run that failed without a failed test, or ended without its results, is a failure all the same.
  if [ "$bad" -eq 0 ] && { [ "$status" -ne 0 ] || [ "${good:-0}" -eq 0 ]; }; then bad=1; fi
  failed=$((failed + bad))
}

python_client() {
  local why
  if ! why=$(python_venv); then
    left_out+=("the Python client: $why")
    return 0
  fi
  check 'Python client: generated code is current' env PYTHON="$PYTHON_VENV/bin/python" "$PYTHON_CLIENT/gen.sh" --check
  check 'Python client: types (mypy)' python_types
  python_pytest
}
