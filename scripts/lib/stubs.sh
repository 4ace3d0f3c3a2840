# shellcheck shell=bash
# What scripts/gen-go and scripts/check-stubs share. Source it from the repository's root.

STUBS_CACHE=${HOLDFAST_STUBS_CACHE:-$PWD/node_modules/.cache/stubs}

# Builds the plugins that clients/go/tools pins and puts them first on the PATH. What is built stays.
go_tools() {
  mkdir -p "$STUBS_CACHE/go"
  (cd clients/go/tools && GOBIN=$STUBS_CACHE/go go install google.golang.org/protobuf/cmd/protoc-gen-go \
    google.golang.org/grpc/cmd/protoc-gen-go-grpc) || return 1
  PATH=$STUBS_CACHE/go:$PATH
}

# generate_stubs FOLDER PLUGIN...: the lines of proto/buf.gen.yaml with these plugins, generated into the folder.
generate_stubs() {
  local folder=$1 template plugin
  shift
  template=$(sed '/^plugins:$/q' proto/buf.gen.yaml)
  for plugin in "$@"; do
    template+=$'\n'$(grep -E "^ +- \{ (local|protoc_builtin): $plugin, " proto/buf.gen.yaml)
  done
  node_modules/.bin/buf generate proto --template "$template" --output "$folder"
}
