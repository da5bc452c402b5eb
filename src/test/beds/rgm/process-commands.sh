# shellcheck shell=bash disable=SC2153,SC2154
# pmfadm, hatimerun, halockrun: the commands that start and end processes. Part of cluster-command,
# which sources this and has the words, the faults, and how a call ends.

# ---- pmfadm

pmfadm() {
  local letter action=
  if [[ ${1-} == --watch ]]; then
    pmf_watch "$2"
    exit
  fi
  read_options c:k:s:m:q:l:La:e:En:t:C:w:h: "$@"
  for letter in c k s m q l L; do
    [[ ! -v OPTION[$letter] ]] || action+=$letter
  done
  [[ ${#action} == 1 ]] || refuse "exactly one of -c -k -s -m -q -l -L, not '$action'"
  pmf_words "$action"
  fault "$action"
  TAG_NAME=${OPTION[$action]}
  TAG_DIR=$NODE_DIR/pmf/$TAG_NAME
  if [[ -v OPTION[h] ]]; then
    known_node "${OPTION[h]}"
    TAG_DIR=$WORLD/nodes/${OPTION[h]}/pmf/$TAG_NAME
  fi
  pmf_forget_dead
  "pmf_$action"
}

# Which other options and operands go with action $1.
pmf_words() {
  local letter allowed
  case $1 in
  c) allowed=caeEntC ;;
  k | s) allowed=${1}w ;;
  m) allowed=mnt ;;
  *) allowed=${1}h ;;
  esac
  for letter in "${!OPTION[@]}"; do
    [[ $allowed == *"$letter"* ]] || refuse "-$letter together with -$1"
  done
  [[ ! -v OPTION[e] || ! -v OPTION[E] ]] || refuse '-e together with -E'
  case $1 in
  c)
    [[ ${#OPERANDS[@]} -gt 0 ]] || refuse '-c without a command'
    # Deeper levels would need every fork to be seen.
    [[ ${OPTION[C]:-0} == 0 ]] || refuse "-C ${OPTION[C]}: this stand-in plays level 0 only"
    ;;
  k | s)
    operands $((${#OPERANDS[@]} > 0)) "-$1"
    SIGNAL=${OPERANDS[0]-} SIGNAL=${SIGNAL^^} SIGNAL=${SIGNAL#SIG}
    [[ ! $SIGNAL ]] || kill -l "$SIGNAL" >/dev/null 2>&1 || refuse "signal ${OPERANDS[0]}"
    ;;
  *) operands 0 "-$1" ;;
  esac
  [[ $1 == L || ${OPTION[$1]} == [!.]* && ${OPTION[$1]} != */* ]] || refuse "nametag ${OPTION[$1]}"
  for letter in n t w; do
    [[ ${OPTION[$letter]:-0} =~ ^(-1|[0-9]+)$ ]] || refuse "-$letter ${OPTION[$letter]}"
  done
}

# A watcher that was killed leaves its folder behind. (Those of another node are not seen here.)
pmf_forget_dead() {
  [[ -r $TAG_DIR/watcher && ! -v OPTION[h] ]] || return 0
  first_line "$TAG_DIR/watcher"
  kill -0 "$REPLY" 2>/dev/null || rm -rf "$TAG_DIR"
}

pmf_known() { [[ -d $TAG_DIR ]] || fail 1 "\"$TAG_NAME\": no such nametag"; }

# All processes that a nametag has begotten carry this in their environment; that is how they are
# found even if they left the session. (The real one follows their forks.)
pmf_mark() { REPLY=RGM_PMF=$WORLD:$NODE:$1; }

pmf_processes() {
  local files
  pmf_mark "$1"
  mapfile -t files < <(grep -lzxF -- "$REPLY" /proc/[0-9]*/environ 2>/dev/null)
  files=("${files[@]%/environ}")
  REPLY=${files[*]#/proc/}
}

pmf_c() {
  PATH=$CALLER_PATH type -P -- "${OPERANDS[0]}" >/dev/null ||
    fail 2 "${OPERANDS[0]}: not found"
  mkdir -p "${TAG_DIR%/*}"
  mkdir "$TAG_DIR" 2>/dev/null || fail 1 "\"$TAG_NAME\": nametag exists already"
  put "$TAG_DIR/retries" "${OPTION[n]:-0}"
  put "$TAG_DIR/period" "${OPTION[t]:--1}"
  put "$TAG_DIR/action" "${OPTION[a]-}"
  put "$TAG_DIR/level" "${OPTION[C]-all}"
  printf '%s\0' "${OPERANDS[@]}" >"$TAG_DIR/command"
  pmf_environment >"$TAG_DIR/environment"
  pmf_start_watcher
  leave 0
}

# It runs, or has come and gone, when this command ends.
pmf_start_watcher() {
  # Not of the nametag under which pmfadm itself may run.
  PATH=$CALLER_PATH /usr/bin/env -u RGM_PMF /usr/bin/setsid "$BASH" "$0" --watch "$TAG_NAME" \
    </dev/null >/dev/null 2>&1 &
  until [[ -e $TAG_DIR/pid || ! -d $TAG_DIR ]]; do
    kill -0 $! 2>/dev/null || [[ ! -d $TAG_DIR ]] || fail 2 "${OPERANDS[0]}: cannot start it"
    sleep 0.01
  done
}

# What `env` gets to make the environment: the whole of it, or next to nothing and -e's.
pmf_environment() {
  [[ -v OPTION[E] ]] || printf '%s\0' -i "PATH=$CALLER_PATH"
  [[ ${#ENVIRONMENT[@]} == 0 ]] || printf '%s\0' "${ENVIRONMENT[@]}"
}

pmf_watch() {
  local tag=$1 environment command level failures=()
  TAG_DIR=$NODE_DIR/pmf/$tag
  echo $$ >"$TAG_DIR/watcher"
  mapfile -d '' environment <"$TAG_DIR/environment"
  mapfile -d '' command <"$TAG_DIR/command"
  first_line "$TAG_DIR/level"
  level=$REPLY
  while true; do
    pmf_run "$tag" "$level"
    now
    failures+=("${REPLY%.*}")
    pmf_may_restart || break
    sleep 0.1 # or a command that fails at once would take a whole processor
  done
  rm -rf "$TAG_DIR"
}

# Starts the command once and waits: for the first process, or for the last descendant.
pmf_run() {
  pmf_mark "$1"
  PATH=$CALLER_PATH /usr/bin/setsid /usr/bin/env --default-signal "${environment[@]}" "$REPLY" \
    "${command[@]}" >>"$TAG_DIR/output" 2>&1 &
  put "$TAG_DIR/pid" $!
  wait $!
  while [[ $2 == all ]] && pmf_processes "$1" && [[ $REPLY ]]; do
    sleep 0.1
  done
}

# Within the retries; else the action program decides, and without one it is over.
pmf_may_restart() {
  local retries period time recent=() action
  first_line "$TAG_DIR/retries"
  retries=$REPLY
  first_line "$TAG_DIR/period"
  period=$REPLY
  for time in "${failures[@]}"; do
    [[ $period != -1 ]] && ((failures[-1] - time > period * 60)) || recent+=("$time")
  done
  failures=("${recent[@]}")
  [[ $retries == -1 || ${#failures[@]} -le $retries ]] && return 0
  first_line "$TAG_DIR/action"
  [[ $REPLY ]] || return 1
  read -ra action <<<"$REPLY"
  PATH=$CALLER_PATH /usr/bin/env -i "PATH=$CALLER_PATH" "${action[@]}" failed "$tag" || return 1
  failures=()
}

# No waiting without -w. Not verified: no RGM here.
pmf_signal() {
  local processes
  pmf_processes "$TAG_NAME"
  read -ra processes <<<"$REPLY"
  [[ ${#processes[@]} == 0 ]] || kill -s "$1" "${processes[@]}" 2>/dev/null
  pmf_await_end "${OPTION[w]:-0}"
}

pmf_await_end() {
  local tries=$(($1 * 20))
  [[ $1 != 0 ]] || return 0
  while pmf_processes "$TAG_NAME" && [[ $REPLY ]]; do
    [[ $1 == -1 || tries -gt 0 ]] || fail 2 "\"$TAG_NAME\": still there after $1 s"
    tries=$((tries - 1))
    sleep 0.05
  done
}

pmf_k() {
  pmf_known
  record_beginning
  pmf_signal "${SIGNAL:-KILL}" # without one: SIGKILL. Not verified: no RGM here.
  leave 0
}

pmf_s() {
  pmf_known
  record_beginning
  first_line "$TAG_DIR/watcher"
  kill -s KILL "$REPLY" 2>/dev/null
  rm -rf "$TAG_DIR"
  [[ ! $SIGNAL ]] || pmf_signal "$SIGNAL"
  leave 0
}

pmf_m() {
  pmf_known
  [[ ! -v OPTION[n] ]] || put "$TAG_DIR/retries" "${OPTION[n]}"
  [[ ! -v OPTION[t] ]] || put "$TAG_DIR/period" "${OPTION[t]}"
  leave 0
}

pmf_q() {
  [[ -d $TAG_DIR ]] || leave 1
  leave 0
}

# Its form is not documented where we could read: do not parse it.
pmf_l() {
  local name
  pmf_known
  echo "nametag: $TAG_NAME"
  for name in retries period action level pid; do
    first_line "$TAG_DIR/$name"
    echo "  $name: $REPLY"
  done
  leave 0
}

pmf_L() {
  local folder
  for folder in "${TAG_DIR%/}"/*/; do
    folder=${folder%/}
    [[ ! -d $folder ]] || echo "${folder##*/}"
  done
  leave 0
}

# ---- hatimerun, halockrun

number() { [[ $2 =~ ^[0-9]+$ ]] || refuse "-$1 $2"; }

program_words() {
  [[ ${#OPERANDS[@]} -gt 0 ]] || refuse 'no program'
  PATH=$CALLER_PATH type -P -- "${OPERANDS[0]}" >/dev/null || fail 98 "${OPERANDS[0]}: not found"
}

# In a process group of its own (what the shell calls job control), with the caller's PATH.
run_program() {
  set -m
  (PATH=$CALLER_PATH && exec "${OPERANDS[@]}") &
  PROGRAM=$!
  set +m
}

hatimerun() {
  local letter signal=KILL
  read_options t:advk:e:x: "$@"
  require t
  number t "${OPTION[t]}"
  number e "${OPTION[e]:-99}"
  [[ ! -v OPTION[a] || ! -v OPTION[k] ]] || refuse '-a together with -k'
  for letter in d x; do # in 4.x only, and what they do is not documented where we could read
    [[ ! -v OPTION[$letter] ]] || refuse "-$letter"
  done
  if [[ -v OPTION[k] ]]; then
    signal=${OPTION[k]^^}
    [[ $signal != SIG* ]] || refuse "-k ${OPTION[k]}: without SIG"
    kill -l "$signal" >/dev/null 2>&1 || refuse "-k ${OPTION[k]}"
  fi
  program_words
  record_beginning
  fault
  trap ':' TERM # ends the waiting; what is done about it is below
  run_program
  exec {stderr}>&2 2>/dev/null # or bash would tell how the program ended
  await "$PROGRAM" "${OPTION[t]}"
  exec 2>&"$stderr" {stderr}>&-
  case $ENDED in
  timeout)
    [[ -v OPTION[a] ]] || kill -s "$signal" -- "-$PROGRAM" 2>/dev/null
    [[ ! -v OPTION[v] ]] || echo "$COMMAND: ${OPERANDS[0]} timed out" >&2
    leave "${OPTION[e]:-99}"
    ;;
  '')
    [[ -v OPTION[a] ]] || kill -s "$signal" -- "-$PROGRAM" 2>/dev/null
    leave 98
    ;;
  *) leave "$ENDED" ;;
  esac
}

# Holds flock(2), where the real one holds fcntl(2): it excludes its like, nothing else.
halockrun() {
  local lock how=(-x)
  read_options nsve: "$@"
  number e "${OPTION[e]:-99}"
  [[ ${#OPERANDS[@]} -ge 2 ]] || refuse 'needs a lockfile and a program'
  [[ ! -v OPTION[s] ]] || how=(-s)
  [[ ! -v OPTION[n] ]] || how+=(-n)
  { exec {lock}>>"${OPERANDS[0]}"; } 2>/dev/null || fail 98 "${OPERANDS[0]}: cannot open it"
  OPERANDS=("${OPERANDS[@]:1}")
  program_words
  record_beginning
  fault
  flock "${how[@]}" "$lock" || leave "${OPTION[e]:-99}"
  (PATH=$CALLER_PATH && exec "${OPERANDS[@]}" {lock}>&-)
  leave $?
}
