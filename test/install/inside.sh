#!/bin/bash
# Runs on the booted machine that Holdfast was installed on, as a unit of its own: tries everything and says what came of it.
# Prints TAP lines; scripts/try-install reads them.
count=0
say() { # say STATUS NAME
  count=$((count + 1))
  if [ "$1" = 0 ]; then echo "ok $count - $2"; else echo "not ok $count - $2"; fi
}
is() { # is WANTED FOUND NAME
  if [ "$1" = "$2" ]; then say 0 "$3"; else echo "# wanted: $1; found: $2"; say 1 "$3"; fi
}
show() { systemctl show -P "$1" holdfast.service; }
agent() { HOLDFAST_ADDRESS=unix:/run/holdfast/holdfast.sock PYTHONPATH=/opt/try/python python3 /opt/try/agent.py "$1"; }
# Waits until the service has been started again so many times and is served.
restarted() {
  local tries=0
  until [ "$(show NRestarts)" = "$1" ] && [ "$(show ActiveState)" = active ]; do
    tries=$((tries + 1))
    [ "$tries" -lt 120 ] || return 1
    sleep 0.5
  done
}

is active "$(systemctl is-active holdfast.service)" 'the service runs'
is active "$(systemctl is-active holdfast.socket)" 'so does its socket'
is notify "$(show Type)" 'it told systemd that it is ready'
case $(show StatusText) in *'serves on unix:/run/holdfast/holdfast.sock'*) say 0 'and where it serves' ;; *) show StatusText; say 1 'and where it serves' ;; esac
is holdfast "$(ps -o user= -p "$(show MainPID)")" 'as a user of its own'
is '660 holdfast holdfast' "$(stat -c '%a %U %G' /run/holdfast/holdfast.sock)" 'the socket is for the group alone'
is '700 holdfast' "$(stat -c '%a %U' /var/lib/holdfast)" 'the state folder is for the daemon alone'
is '600 root' "$(stat -c '%a %U' /etc/holdfast/master.key)" 'the master key is for root alone'
is 0 "$(grep -c '^Cap\(Eff\|Prm\|Bnd\):.*[1-9a-f]' "/proc/$(show MainPID)/status")" 'it has no capabilities'
is 1 "$(grep -c '^NoNewPrivs:.*1' "/proc/$(show MainPID)/status")" 'and can get none'
is 2 "$(sed -n 's/^Seccomp:[[:space:]]*//p' "/proc/$(show MainPID)/status")" 'its system calls are filtered'

holdfast doctor
say $? 'holdfast doctor finds nothing'
before=$(agent trade)
echo "# $before"
is '{"posted": ["999.75"], "positions": [["ETH-PERP", "0.1"]]}' "$before" 'a Python agent trades through it'
setpriv --reuid nobody --regid nogroup --clear-groups env HOLDFAST_ADDRESS=unix:/run/holdfast/holdfast.sock /usr/bin/holdfast status >/dev/null 2>&1
is 3 $? 'a user who is not of the group does not reach it'
printf 'the-key' | holdfast vault put exchange --agent installed
is the-key "$(holdfast vault get exchange --agent installed --purpose try)" 'the vault is open by the credential that systemd loads'

kill -KILL "$(show MainPID)"
# The socket is systemd's: the call waits in it until the daemon is back.
is "$before" "$(agent look)" 'a call right after kill -9 waits, and finds everything'
restarted 1
say $? 'systemd started it again'
kill -STOP "$(show MainPID)"
restarted 2
say $? 'a daemon that hangs is killed by the watchdog and started again'
is "$before" "$(agent look)" 'and finds everything'
dpkg -i /opt/try/holdfast.deb >/dev/null 2>&1
say $? 'the package installs over itself'
is "$before" "$(agent look)" 'and everything is still there'
systemctl reload holdfast.service
is active "$(systemctl is-active holdfast.service)" 'a reload leaves it running'

holdfast backup try >/dev/null
groupadd desk
install -m 644 /usr/share/doc/holdfast/holdfast-desk.socket /etc/systemd/system/
sed -i 's/^listen = .*/listen = ["fd:holdfast.socket?role=admin", "fd:holdfast-desk.socket?agents=desk-*"]/' /etc/holdfast/holdfast.toml
systemctl daemon-reload
systemctl stop holdfast.service holdfast.socket
holdfast restore /var/lib/holdfast/backups/try.db --force >/dev/null
say $? 'root restores a backup'
is '' "$(find /var/lib/holdfast ! -user holdfast)" 'and leaves every file to the daemon'
systemctl enable --now holdfast-desk.socket && systemctl start holdfast.service
say $? 'it starts from it, with a second socket'
is "$before" "$(agent look)" 'and finds what was backed up'
is '660 root desk' "$(stat -c '%a %U %G' /run/holdfast/desk.sock)" 'the second socket is for its group'
desk() { setpriv --reuid nobody --regid nogroup --groups desk env HOLDFAST_ADDRESS=unix:/run/holdfast/desk.sock HOLDFAST_AGENT="$1" /usr/bin/holdfast state put try 1 >/dev/null; }
desk desk-1
say $? 'whose members act for its agents'
desk boss
is 1 $? 'and for no other'
systemctl stop holdfast-desk.socket holdfast.service holdfast.socket
is success "$(show Result)" 'it stops in good order'
holdfast --state-dir /var/lib/holdfast audit checkpoint >/dev/null 2>&1
dpkg --purge holdfast >/dev/null 2>&1
say $? 'the package goes'
is yes "$([ -f /var/lib/holdfast/holdfast.db ] && echo yes)" 'and leaves the state'
echo "1..$count"
