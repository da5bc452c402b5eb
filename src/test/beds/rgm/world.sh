# shellcheck shell=bash
# What the cluster commands, the driver and the method runner share: reading and writing the world
# (its layout: cluster-command --help) and ending process groups. Sourced, never run. Results come
# back in REPLY: a cluster command is called many times a second, and each subshell would show.

# shellcheck disable=SC2034 # used by those who source this
METHODS=(Prenet_start Start Stop Postnet_stop Init Fini Boot Validate Update
  Monitor_start Monitor_stop Monitor_check)

# ---- time

now() { REPLY=${EPOCHREALTIME/,/.}; }

# Seconds since the world began, as the log shows them.
since_began() {
  local micros
  first_line "$WORLD/began"
  micros=$((${EPOCHREALTIME/[.,]/} - ${REPLY/./}))
  printf -v REPLY '%05d.%03d' $((micros / 1000000)) $((micros / 1000 % 1000))
}

log() {
  since_began
  printf '%s %s\n' "$REPLY" "$*" >>"$WORLD/log"
}

# ---- files of one value, and of key=value lines

first_line() {
  REPLY=
  [[ ! -r $1 ]] || IFS= read -r REPLY <"$1" || true
}

# Whole or not at all: the agent reads while the driver writes.
put() {
  printf '%s\n' "$2" >"$1.$BASHPID.new" && mv -f "$1.$BASHPID.new" "$1"
}

# REPLY: the value of key $2 in file $1, in any case; the last one if there are several, so that a
# test may just append a line. 1 if there is none.
key() {
  local line value='' found=1
  REPLY=
  [[ -r $1 ]] || return 1
  while IFS= read -r line; do
    [[ $line == [!#]*=* ]] || continue
    REPLY=${line%%=*}
    [[ ${REPLY,,} == "${2,,}" ]] && value=${line#*=} found=0
  done <"$1"
  REPLY=$value
  return $found
}

# Sets key $2 of file $1 to $3 where it stands, or at the end.
put_key() {
  local line text='' found=
  if [[ -r $1 ]]; then
    while IFS= read -r line; do
      REPLY=${line%%=*}
      [[ $line == *=* && ${REPLY,,} == "${2,,}" ]] && line=$2=$3 found=1
      text+=$line$'\n'
    done <"$1"
  fi
  [[ $found ]] || text+=$2=$3$'\n'
  put "$1" "${text%$'\n'}"
}

is_old() { key "$WORLD/cluster" release && [[ $REPLY == old ]]; }

# Names that become part of a path.
is_name() { [[ $1 =~ ^[A-Za-z][A-Za-z0-9._-]*$ ]]; }

# REPLY: resource $1's system property $2; 1 if the type does not have it.
system_property() { key "$WORLD/resources/$1/system" "$2"; }

# REPLY: how scha_control's action $1 for resource $2 of group $3 from node $4 is judged before
# anything is done: 0, or the SCHA_ERR number 16 (CHECKS).
judge_control() {
  local mode
  first_line "$WORLD/groups/$3/state.$4"
  case $1 in
  IGNORE_FAILED_START) REPLY=0 && return ;;
  esac
  # Which number says "not online here" is not verified: no RGM here. CHECKS is the refusal.
  [[ $REPLY == ONLINE || $REPLY == ONLINE_FAULTED ]] || { REPLY=16 && return; }
  system_property "$2" Failover_mode || true
  mode=${REPLY:-NONE} REPLY=0
  case $mode in
  # To the letter; whether a restart may be counted then is not verified.
  LOG_ONLY) REPLY=16 ;;
  RESTART_ONLY) [[ $1 == RESOURCE_RESTART ]] || REPLY=16 ;;
  esac
}

# ---- process groups

# Is anything of process group $1 left? A zombie is not: nobody may be there to reap it.
group_left() {
  local file line
  kill -0 -- "-$1" 2>/dev/null || return 1
  for file in /proc/[0-9]*/stat; do
    { IFS= read -r line <"$file"; } 2>/dev/null || continue
    # State, parent, group, behind a name that may hold blanks and brackets.
    [[ ${line##*) } =~ ^[^ZX]' '[0-9]+' '$1' ' ]] && return 0
  done
  return 1
}

# Waits for child $1, leader of its own group, at most $2 seconds (0: for ever). ENDED: its exit
# status, or `timeout`. A trapped signal ends the wait too, with ENDED empty.
#
# Not `wait -n` for the child and a timer: with bash 5.2 that went on, rarely, after the child had
# ended. The timer may outlive its parent: it signals nobody who merely has its number, and holds
# nothing open that somebody reads to its end.
await() {
  local pid=$1 limit=$2 self=$BASHPID timer='' status
  ENDED=
  if [[ $limit != 0 ]]; then
    trap 'ENDED=timeout' ALRM
    /usr/bin/perl -e 'sleep $ARGV[0]; kill ALRM => getppid if getppid == $ARGV[1]' \
      "$limit" "$self" >/dev/null 2>&1 &
    timer=$!
  fi
  wait "$pid" 2>/dev/null
  status=$?
  [[ $ENDED ]] || kill -0 "$pid" 2>/dev/null || ENDED=$status
  # Reaped with stderr closed: bash would report the end of the timer.
  { [[ ! $timer ]] || { kill "$timer" && wait "$timer"; }; } 2>/dev/null
  trap - ALRM
  return 0
}

# Is the whole group $1 gone, within $2 seconds?
group_ends() {
  local waited
  for ((waited = 0; waited < $2 * 20; waited++)); do
    group_left "$1" || return 0
    sleep 0.05
  done
  return 1
}

# Signal $2 to the whole group $1; SIGKILL to what is left of it after $3 seconds.
end_group() {
  kill -s "$2" -- "-$1" 2>/dev/null
  group_ends "$1" "$3" && return 0
  kill -s KILL -- "-$1" 2>/dev/null
  return 1
}

# ---- the type

# REPLY: the resource type as the RGM names it. That the version belongs to it is not verified: no
# RGM here.
type_name() {
  local vendor type
  key "$WORLD/type/properties" VENDOR_ID || true
  vendor=${REPLY:+$REPLY.}
  key "$WORLD/type/properties" RESOURCE_TYPE
  type=$REPLY
  key "$WORLD/type/properties" RT_VERSION || true
  REPLY=$vendor$type${REPLY:+:$REPLY}
}
