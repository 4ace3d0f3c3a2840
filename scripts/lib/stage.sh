# shellcheck shell=bash
# Puts everything that an installed Holdfast consists of below a folder, as it lies below / later. Source it from the
# repository's root after scripts/lib/setup.sh; the tree must be built.

LIB=usr/lib/holdfast

# stage_tree DEST
stage_tree() {
  local dest=$1 path
  mkdir -p "$dest/$LIB/bin" "$dest/usr/bin" "$dest/etc/holdfast" "$dest/usr/share/doc/holdfast"
  # Node of Debian 12 is too old, and the SQLite module is compiled for exactly this one: it comes along.
  install -m 755 "$(readlink -f "$(command -v node)")" "$dest/$LIB/bin/node"
  strip --strip-unneeded "$dest/$LIB/bin/node" 2>/dev/null || true
  install -m 644 package.json "$dest/$LIB/package.json"
  cp -r proto "$dest/$LIB/proto"
  mkdir -p "$dest/$LIB/dist"
  cp -r dist/src "$dest/$LIB/dist/src"
  # What the program reads besides code: migrations, descriptors, presets, the demo's tape.
  while IFS= read -r path; do
    install -D -m 644 "$path" "$dest/$LIB/$path"
  done < <(find src -type f ! -name '*.ts')
  stage_packages "$dest/$LIB"
  stage_commands "$dest/usr/bin"
  install -D -m 644 systemd/holdfast.service "$dest/usr/lib/systemd/system/holdfast.service"
  install -D -m 644 systemd/holdfast.socket "$dest/usr/lib/systemd/system/holdfast.socket"
  install -D -m 644 systemd/holdfast.sysusers "$dest/usr/lib/sysusers.d/holdfast.conf"
  install -D -m 644 systemd/holdfast.tmpfiles "$dest/usr/lib/tmpfiles.d/holdfast.conf"
  install -m 640 systemd/holdfast.toml "$dest/etc/holdfast/holdfast.toml"
  install -m 644 LICENSE README.md CHANGELOG.md systemd/*.md systemd/holdfast-desk.socket proto/REFERENCE.md \
    "$dest/usr/share/doc/holdfast/"
}

# The packages that the program needs at run time, without what only compiles them.
stage_packages() {
  local lib=$1 path
  while IFS= read -r path; do
    path=${path#"$PWD"/}
    case $path in
      node_modules/@types/* | node_modules/prebuild-install) continue ;;
      node_modules/better-sqlite3)
        mkdir -p "$lib/$path/build/Release"
        cp -r "$path/lib" "$path/package.json" "$path/LICENSE" "$lib/$path/"
        cp "$path/build/Release/better_sqlite3.node" "$lib/$path/build/Release/"
        ;;
      node_modules/@holdfast/client)
        mkdir -p "$lib/$path"
        cp -r clients/typescript/dist clients/typescript/package.json "$lib/$path/"
        ln -s ../../../proto "$lib/$path/proto"
        ;;
      node_modules/*)
        [ -d "$lib/$path" ] && continue
        mkdir -p "$lib/$path"
        # Without nested packages: they are in the list themselves if they are needed.
        tar -C "$path" --exclude=./node_modules -cf - . | tar -C "$lib/$path" -xf -
        ;;
    esac
  done < <(npm ls --omit=dev --omit=optional --all --parseable 2>/dev/null; optional_packages)
}

# Optional packages without which an optional part of a needed one is missing: the vector extension of this platform.
optional_packages() {
  find node_modules -maxdepth 1 -name 'sqlite-vec-*' -printf "$PWD/node_modules/%f\n"
}

stage_commands() {
  local bin=$1
  cat >"$bin/holdfastd" <<'WRAPPER'
#!/bin/sh
exec /usr/lib/holdfast/bin/node --enable-source-maps /usr/lib/holdfast/dist/src/main.js "$@"
WRAPPER
  cat >"$bin/holdfast" <<'WRAPPER'
#!/bin/sh
# The daemon of this machine, unless another one is named: as its unit configures it, for whoever may read that.
config=/etc/holdfast/holdfast.toml
state=/var/lib/holdfast
# Whoever names another file or folder means the daemon of that one, whole: the environment beats a file, so nothing is put there.
if [ "${HOLDFAST_CONFIG-$config}" = "$config" ] && [ "${HOLDFAST_STATE_DIR-$state}" = "$state" ]; then
  export HOLDFAST_ADDRESS="${HOLDFAST_ADDRESS:-unix:/run/holdfast/holdfast.sock}"
  # The command is the first word that is neither an option nor the value of one.
  command= before=
  for word; do
    case $before in --address | --state-dir | --token-file | --agent) before= && continue ;; esac
    before=$word
    case $word in -*) ;; *) command=$word && break ;; esac
  done
  # Not for a daemon that is run by hand: the socket of that file is systemd's, its anchors are the service's.
  if [ "$command" != serve ] && [ -r "$config" ]; then
    export HOLDFAST_CONFIG="$config"
  elif [ -z "${HOLDFAST_CONFIG+set}" ]; then
    export HOLDFAST_STATE_DIR="$state"
  fi
fi
exec /usr/lib/holdfast/bin/node --enable-source-maps /usr/lib/holdfast/dist/src/cli/main.js "$@"
WRAPPER
  chmod 755 "$bin/holdfast" "$bin/holdfastd"
}
