# shellcheck shell=bash
# The faults: how each is made, and how a cluster or an administrator mends it. Sourced by `cell`.
#
#   learn_before      what a fault will need, while there is time: at the moment itself
#   learn_arriving    a fork more may be one too many
#   strike FAULT
#   mend              all that was struck, and only that

FROZEN=() DEAD_LIBVIRTD=() DEAD_NODE=()

learn_before() {
  read -r SWITCH <"$LV_BASE/n0/init.pid"
  LIBVIRTD=('' "$(bed libvirtd 1 pid)" "$(bed libvirtd 2 pid)")
  QEMU=('' "$(qemu 1 vm1)" '')
}

learn_arriving() {
  QEMU[2]=$(qemu 2 vm1)
  JVM=$(jvm_of stop1)
}

in_switch() { nsenter -t "$SWITCH" -n "$@"; }

freeze() {
  kill -STOP "$@" && FROZEN+=("$@")
}

kill_libvirtd() {
  kill -KILL "${LIBVIRTD[$1]}" && DEAD_LIBVIRTD+=("$1")
}

strike() {
  # shellcheck disable=SC2034 # read by `cell`
  STRUCK=yes
  case $1 in
  source-libvirtd-killed) kill_libvirtd 1 ;;
  source-libvirtd-frozen) freeze "${LIBVIRTD[1]}" ;;
  target-libvirtd-killed) kill_libvirtd 2 ;;
  target-libvirtd-frozen) freeze "${LIBVIRTD[2]}" ;;
  source-qemu-killed) kill -KILL "${QEMU[1]}" ;;
  source-qemu-frozen) freeze "${QEMU[1]}" ;;
  target-qemu-killed) kill -KILL "${QEMU[2]}" ;;
  target-qemu-frozen) freeze "${QEMU[2]}" ;;
  agent-killed) kill -KILL "$JVM" ;;
  agent-frozen) kill -STOP "$JVM" && rgm_loses_patience & ;;
  data-cut) in_switch ip link set p1.1 down ;;
  data-crawl) bed link 1 net1 rate 64kbit ;;
  control-cut) in_switch ip link set p0.1 down ;;
  target-crash) crash_node 2 && notice_late 2 ;;
  source-crash) crash_node 1 ;;
  folder-full) ! dd if=/dev/zero of="$HA/ballast" bs=4k status=none 2>/dev/null ;;
  folder-frozen) freeze_folder ;;
  target-active) define 2 vm1 && bed virsh 2 -q start vm1 && within 10 conflicts_begin ;;
  target-paused) define 2 vm1 && bed virsh 2 -q start vm1 --paused ;;
  other-uuid) namesake ;;
  snapshot) take_snapshot ;;
  source-libvirtd-restarted) fail_and_restart 1 ;;
  target-libvirtd-restarted) fail_and_restart 2 ;;
  *) false ;;
  esac
}

# As the RGM does it: SIGABRT at the timeout, which a stopped process does not see, then SIGKILL.
rgm_loses_patience() {
  local limit
  read -r limit <"$CALLS/stop1.limit"
  sleep $((limit - SECONDS + STOP_BEGAN))
  kill -ABRT "$JVM"
  sleep 5
  kill -KILL "$JVM"
}

# Nothing gets out any more from the moment on; `crash` needs a tenth of a second until it kills.
crash_node() {
  in_switch ip link set "p0.$1" down && in_switch ip link set "p1.$1" down &&
    bed crash "$1" && DEAD_NODE+=("$1")
}

# The cluster notices a dead node later than its peers could; no method is called before.
notice_late() {
  membership_after 5 "$1" &
  NOTICING=$!
}

membership_after() {
  sleep "$1"
  echo DOWN >"$RGM_WORLD/nodes/lv-n$2/state"
}

# fuse: the store of both nodes hangs, as a file server would, the disks with it. dir: a store of
# its own for the folder is put over it, on both nodes, and hangs.
freeze_folder() {
  local n init servers=()
  for n in 1 2; do
    [[ $STORE == fuse ]] || bed exec "$n" bindfs "$HA" "$HA" || return
  done
  for n in 1 2; do
    read -r init <"$LV_BASE/n$n/init.pid"
    mapfile -t -O "${#servers[@]}" servers < <(pgrep -x bindfs --ns "$init" --nslist pid)
  done
  freeze "${servers[@]}"
}

conflicts_begin() { witness_is vm1 "conflicts > 0"; }

namesake() {
  sed "s|<uuid>.*</uuid>|<uuid>11111111-2222-4333-8444-555555555555</uuid>|; s|/vm1.img|/other.img|" \
    "$(xml vm1)" >"$LV_BASE/shared/other.def.xml"
  cp "$LV_BASE/shared/vm1.img" "$LV_BASE/shared/other.img"
  bed virsh 2 -q define "$LV_BASE/shared/other.def.xml"
}

# A raw disk takes none; libvirt's note of one is what stands in the way of a migration.
take_snapshot() {
  local file=$LV_BASE/shared/snapshot.xml
  {
    echo "<domainsnapshot><name>before</name><state>shutoff</state>"
    echo "<creationTime>1700000000</creationTime><memory snapshot='no'/>"
    echo "<disks><disk name='vda' snapshot='internal'/></disks>"
    virsh 1 dumpxml --inactive vm1
    echo "</domainsnapshot>"
  } >"$file"
  bed virsh 1 -q snapshot-create vm1 "$file" --redefine
}

# Before the agent can have looked for the truth at its leisure.
fail_and_restart() {
  kill -KILL "${QEMU[2]}"
  sleep 0.3
  kill_libvirtd "$1"
  sleep 0.3
  mend_libvirtd
}

mend() {
  if [[ ${#FROZEN[@]} -gt 0 ]]; then
    kill -CONT "${FROZEN[@]}" 2>/dev/null
  fi
  FROZEN=()
  mend_libvirtd
  case $FAULT in
  data-cut) bed link 1 net1 up ;;
  data-crawl) bed link 1 net1 unrate ;;
  control-cut) bed link 1 net0 up ;;
  folder-full) rm -f "$HA/ballast" ;;
  esac 2>/dev/null
  return 0
}

# What has died by itself, too, as systemd would: libvirtd 9.0 does where a domain is destroyed whose
# migration hangs.
mend_libvirtd() {
  local n
  for n in 1 2; do
    if [[ " ${DEAD_NODE[*]-} " != *" $n "* ]] && ! bed libvirtd "$n" pid >/dev/null; then
      bed libvirtd "$n" start
      [[ " ${DEAD_LIBVIRTD[*]-} " == *" $n "* ]] || remark "libvirtd of node $n had died by itself"
    fi
  done
  DEAD_LIBVIRTD=()
}

# Nodes that died come back when all is over.
boot_the_dead() {
  local n
  [[ ! $NOTICING ]] || wait "$NOTICING"
  for n in "${DEAD_NODE[@]}"; do
    bed boot "$n" || return
    echo UP >"$RGM_WORLD/nodes/lv-n$n/state"
  done
  DEAD_NODE=()
}
