#!/usr/bin/env bash
# Makes the committed code from the contract: the messages (holdfast/v1, by protoc), and the types of requests, replies and
# services (holdfast/types.pyi, holdfast/services.pyi, by generate.py). --check compares instead and fails when they differ.
# PYTHON names an interpreter that has what requirements-dev.txt lists.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
python=${PYTHON:-python3}

# generate FOLDER: into FOLDER/holdfast.
generate() {
  mkdir -p "$1/holdfast/v1"
  "$python" -m grpc_tools.protoc -I ../../proto --python_out="$1" --pyi_out="$1" \
    --include_source_info --descriptor_set_out="$1/contract.binpb" ../../proto/holdfast/v1/*.proto
  "$python" -m grpc_tools.protoc -I proto --python_out="$1" --pyi_out="$1" proto/holdfast/client/error_details.proto
  for made in "$1"/holdfast/client/error_details_pb2.py*; do mv "$made" "$1/holdfast/_$(basename "$made")"; done
  rmdir "$1/holdfast/client"
  "$python" generate.py "$1/contract.binpb" "$1/holdfast"
}

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
generate "$scratch"
if [ "${1:-}" != --check ]; then
  rm -rf holdfast/v1
  cp -r "$scratch/holdfast/." holdfast/
  exit 0
fi
status=0
while IFS= read -r made; do
  cmp -s "$scratch/holdfast/$made" "holdfast/$made" || { echo "stale: clients/python/holdfast/$made" >&2; status=1; }
done < <(cd "$scratch/holdfast" && find . -type f | sed 's|^\./||')
while IFS= read -r kept; do
  [ -f "$scratch/holdfast/$kept" ] || { echo "no longer made: clients/python/holdfast/$kept" >&2; status=1; }
done < <(cd holdfast && find v1 -type f -name '*_pb2.py*' ! -name '*.pyc')
[ "$status" -eq 0 ] || echo 'Run clients/python/gen.sh and commit.' >&2
exit "$status"
