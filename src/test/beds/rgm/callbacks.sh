# shellcheck shell=bash
# What the RGM does with the callback methods: which, where, in which order, and what follows from
# their exit status. Sourced by the driver. Functions that call methods return 0 (well), 1 (a method
# failed), 2 (a start failed and the group must leave) or 3 (the node died under it).
#
# Where the real RGM works in parallel (Validate on all nodes, Monitor_stop of all resources), this
# one goes one by one: a story must come out the same every time.

FAILED=() # what went wrong in this action, in words
# shellcheck disable=SC2034 # read by the driver
LOST= # a node died in this action

# ---- the bed

# Not with the driver's own files: a process that stays would hold its lock.
bed() { "${BED[@]}" "$@" 8>&- 9>&-; }

on_node() {
  first_line "$WORLD/nodes/$1/number"
  bed exec "$REPLY" "${@:2}"
}

is_up() {
  first_line "$WORLD/nodes/$1/state"
  [[ $REPLY == UP ]]
}

# ---- lists and states

all_nodes() { mapfile -t NODES <"$WORLD/nodes/order"; }
nodes_of() { mapfile -t NODES <"$WORLD/groups/$1/nodelist"; }
resources_of() { mapfile -t RESOURCES <"$WORLD/groups/$1/resources"; }
group_of() { first_line "$WORLD/resources/$1/group"; }

all_groups() {
  GROUPS_HERE=()
  local folder
  for folder in "$WORLD"/groups/*/; do
    [[ ! -d $folder ]] || GROUPS_HERE+=("$(basename "$folder")")
  done
}

group_state() { first_line "$WORLD/groups/$1/state.$2"; }

set_group_state() {
  group_state "$1" "$2"
  [[ $REPLY != "$3" ]] || return 0
  put "$WORLD/groups/$1/state.$2" "$3"
  log "$2 $1 is $3"
}

resource_state() {
  first_line "$WORLD/resources/$1/state.$2"
  REPLY=${REPLY:-OFFLINE}
}

set_resource_state() {
  put "$WORLD/resources/$1/state.$2" "$3"
  log "$2 $1 is $3"
}

# Whether the RGM itself sets the status is not documented where we could read; real logs speak of
# a message <Starting>. So the tests may have it both ways (rgm_sets_status in the cluster file);
# an offline resource does not keep the status of its last life either way.
set_status() {
  local sets
  key "$WORLD/cluster" rgm_sets_status || true
  sets=$REPLY
  [[ $sets == yes || $3 == OFFLINE ]] || return 0
  put "$WORLD/resources/$1/status.$2" "$3"$'\n'"${4-}"
}

# After a start: what the method said stays.
set_status_online() {
  first_line "$WORLD/resources/$1/status.$2"
  case ${REPLY:-OFFLINE} in
  OFFLINE | UNKNOWN) put "$WORLD/resources/$1/status.$2" ONLINE$'\n' ;;
  esac
}

is_enabled() {
  first_line "$WORLD/resources/$1/switch.$2"
  [[ $REPLY == ENABLED ]]
}

is_monitored() {
  first_line "$WORLD/resources/$1/monitored.$2"
  [[ $REPLY == ENABLED ]] && key "$WORLD/type/methods" Monitor_start
}

is_managed() {
  first_line "$WORLD/groups/$1/managed"
  [[ $REPLY == yes ]]
}

# REPLY: the node where the group is, in whatever state but offline; 1 if there is none.
master_of() {
  local node
  nodes_of "$1"
  for node in "${NODES[@]}"; do
    group_state "$1" "$node"
    [[ $REPLY == OFFLINE || $REPLY == UNMANAGED ]] || { REPLY=$node && return 0; }
  done
  return 1
}

# A failed stop blocks every move until an administrator has cleared it.
needs_operator() { grep -qs '^ERROR_STOP_FAILED$' "$WORLD/groups/$1"/state.*; }

# REPLY: the node the RGM would take: first in the list, up, not in $2..., and without a failed
# start within Pingpong_interval. That interval's part in it is not verified: no RGM here.
choose_node() {
  local group=$1 excluded=" ${*:2} " node now interval
  key "$WORLD/groups/$group/properties" Pingpong_interval || true
  interval=${REPLY:-3600}
  nodes_of "$group"
  for node in "${NODES[@]}"; do
    [[ $excluded != *" $node "* ]] || continue
    is_up "$node" || continue
    first_line "$WORLD/groups/$group/failed.$node"
    printf -v now '%(%s)T' -1
    [[ $REPLY ]] && ((now - REPLY < interval)) && continue
    REPLY=$node
    return 0
  done
  return 1
}

# TARGET_NODES has a value from here to clear_target, and only during a switch of some kind.
set_target() {
  put "$WORLD/groups/$1/target" "$2"
  log "$1 is to go to $2"
}
clear_target() { rm -f "$WORLD/groups/$1/target"; }

# ---- one method

# Calls it as the type's registration says: callback METHOD RESOURCE NODE.
callback() {
  local method=$1 resource=$2 node=$3 group type
  group_of "$resource"
  group=$REPLY
  type_name
  type=$REPLY
  system_property "$resource" "${method}_timeout" || true
  registered_method "$method" "$resource" "$node" "${REPLY:-3600}" \
    -R "$resource" -T "$type" -G "$group"
}

# Nothing is called that the type does not declare.
registered_method() {
  local path
  key "$WORLD/type/methods" "$1" || return 0
  method_path "$REPLY"
  path=$REPLY
  run_method "$1" "$2" "$3" "$4" "$path" "${@:5}"
}

# REPLY: where the method with the RTR's path $1 is here: the methods folder is RT_BASEDIR.
method_path() {
  local path=$1
  key "$WORLD/type/properties" RT_BASEDIR
  path=${path#"$REPLY"/}
  first_line "$WORLD/methods"
  [[ $path == /* ]] || path=$REPLY/$path
  REPLY=$path
}

# run_method METHOD RESOURCE NODE LIMIT PATH WORD...; OUTCOME: its status, or why it has none.
run_method() {
  local method=$1 resource=$2 node=$3 limit=$4 run result environment
  shift 4
  run=$WORLD/tmp/$method.$BASHPID
  rm -f "$run".*
  environment=(PATH=/usr/bin:/bin LC_ALL=C "SCXVM_CONF=$WORLD/nodes/$node/scxvm.conf")
  [[ ! ${JAVA_HOME-} ]] || environment+=("JAVA_HOME=$JAVA_HOME")
  key "$WORLD/cluster" abort_grace || REPLY=5
  on_node "$node" /bin/bash "$HERE/fed" "$run.result" "$limit" "$REPLY" "$run.out" "$run.err" \
    "${environment[@]}" "$@" 2>"$run.bed" </dev/null
  result=(- 0 - -)
  [[ ! -e $run.result ]] || read -ra result <"$run.result"
  method_outcome "$node" "${result[0]}" "$limit"
  method_report "$method" "$resource" "$node" "${result[@]:1}"
  method_output "$run" "$method" "$@"
  # What Validate writes to stderr is the administrator's.
  [[ $method != Validate || ! -s $run.err ]] || sed "s/^/$node: /" "$run.err" >&2
  rm -f "$run".{result,out,err,bed}
  case $OUTCOME in
  0) return 0 ;;
  'node died') return 3 ;;
  esac
  FAILED+=("$method of $resource on $node: $OUTCOME")
  return 1
}

method_outcome() {
  case $2 in
  timeout) OUTCOME="timed out after $3 s" ;;
  -)
    if on_node "$1" true </dev/null >/dev/null 2>&1; then
      OUTCOME='no result'
    else
      OUTCOME='node died'
      node_lost "$1"
    fi
    ;;
  *) OUTCOME=$2 ;;
  esac
}

method_report() {
  local method=$1 resource=$2 node=$3 micros=$4 remark=
  case $5/$6 in
  killed/*) remark=', SIGABRT did not end it: SIGKILL' ;;
  */left) remark=', left processes behind' ;;
  esac
  printf -v REPLY '%d.%03d' $((micros / 1000000)) $((micros / 1000 % 1000))
  log "$node $method $resource: $OUTCOME ($REPLY s$remark)"
  echo "$node $method $resource: ${OUTCOME% after*}" >>"$WORLD/story"
}

# Below the line: the words of a Validate ($), stdout (>), stderr (!), and what the bed said (?).
method_output() {
  local run=$1 words=("${@:3}")
  {
    [[ $2 != Validate ]] || echo "          \$ ${words[*]@Q}"
    [[ ! -s $run.out ]] || sed 's/^/          > /' "$run.out"
    [[ ! -s $run.err ]] || sed 's/^/          ! /' "$run.err"
    [[ ! -s $run.bed ]] || sed 's/^/          ? /' "$run.bed"
  } >>"$WORLD/log"
}

# ---- nodes that die

# Nothing runs there any more, whatever it was. Its state folder was memory, as /var/run is.
node_lost() {
  local node=$1 folder
  put "$WORLD/nodes/$node/state" DOWN
  log "$node is DOWN"
  # shellcheck disable=SC2034 # read by the driver
  LOST=yes
  for folder in "$WORLD"/groups/*/; do
    [[ -e $folder/state.$node ]] || continue
    is_managed "$(basename "$folder")" && put "$folder/state.$node" OFFLINE
    first_line "$folder/target"
    [[ $REPLY != "$node" ]] || rm -f "$folder/target"
  done
  for folder in "$WORLD"/resources/*/; do
    [[ -e $folder/state.$node ]] || continue
    put "$folder/state.$node" OFFLINE
    put "$folder/status.$node" OFFLINE$'\n'
    rm -f "$folder"/{restarts,rg_restarts,ignore_failed_start}."$node"
  done
  rm -rf "$WORLD/nodes/$node/pmf" "$WORLD/nodes/$node/run" "$WORLD/requests/$node."*
  mkdir -p "$WORLD/nodes/$node"/{pmf,run}
}

crash_node() {
  first_line "$WORLD/nodes/$1/number"
  bed crash "$REPLY" </dev/null || impossible "the bed cannot crash $1"
  node_lost "$1"
}

# ---- up

# start_resources GROUP NODE RESOURCE...
start_resources() {
  local group=$1 node=$2 resource worst=0
  shift 2
  for resource; do
    rm -f "$WORLD/resources/$resource/ignore_failed_start.$node"
    set_resource_state "$resource" "$node" STARTING
    set_status "$resource" "$node" UNKNOWN Starting
    start_step Prenet_start "$group" "$resource" "$node" || worst=$?
    [[ $worst -lt 2 ]] || return "$worst"
  done
  for resource; do
    resource_state "$resource" "$node"
    [[ $REPLY == STARTING ]] || continue
    start_one "$group" "$resource" "$node" || worst=$?
    [[ $worst -lt 2 ]] || return "$worst"
  done
  return "$worst"
}

start_one() {
  start_step Start "$1" "$2" "$3" || return
  set_resource_state "$2" "$3" ONLINE_NOT_MONITORED
  set_status_online "$2" "$3"
  start_monitor "$2" "$3"
}

# A monitor that cannot be started does not make the resource less online.
start_monitor() {
  if ! is_monitored "$1" "$2"; then
    key "$WORLD/type/methods" Monitor_start || set_resource_state "$1" "$2" ONLINE
    return 0
  fi
  callback Monitor_start "$1" "$2"
  case $? in
  0) set_resource_state "$1" "$2" ONLINE ;;
  3) return 3 ;;
  *) set_resource_state "$1" "$2" MONITOR_FAILED ;;
  esac
}

# start_step METHOD GROUP RESOURCE NODE: Failover_mode says what its failure means.
start_step() {
  local now
  callback "$1" "$3" "$4"
  case $? in
  0) return 0 ;;
  3) return 3 ;;
  esac
  set_resource_state "$3" "$4" START_FAILED
  set_status "$3" "$4" FAULTED 'Start failed'
  printf -v now '%(%s)T' -1
  put "$WORLD/groups/$2/failed.$4" "$now"
  [[ ! -e $WORLD/resources/$3/ignore_failed_start.$4 ]] || return 1
  system_property "$3" Failover_mode || true
  case $REPLY in
  SOFT | HARD) return 2 ;;
  *) return 1 ;;
  esac
}

# bring_online GROUP NODE [TRIED...]: there, or where Failover_mode and the nodelist lead.
bring_online() {
  local group=$1 node=$2 resource enabled=()
  set_group_state "$group" "$node" PENDING_ONLINE
  resources_of "$group"
  for resource in "${RESOURCES[@]}"; do
    ! is_enabled "$resource" "$node" || enabled+=("$resource")
  done
  start_resources "$group" "$node" "${enabled[@]}"
  after_start $? "$@"
}

# after_start STATUS GROUP NODE [TRIED...]
after_start() {
  local group=$2 node=$3
  case $1 in
  0) set_group_state "$group" "$node" ONLINE && return 0 ;;
  1) set_group_state "$group" "$node" ONLINE_FAULTED && return 1 ;;
  2)
    # A switch that has failed is over: the RGM now looks for any node. Not verified: no RGM here;
    # nor that Stop is called for the resource whose Start failed.
    clear_target "$group"
    stop_group "$group" "$node" || [[ $? == 3 ]] || return 1
    ;;
  esac
  if choose_node "$group" "${@:3}"; then
    bring_online "$group" "$REPLY" "${@:3}"
    return
  fi
  FAILED+=("no node is left for $group")
  return 1
}

# ---- down

# stop_resources NODE RESOURCE...: all monitors first, then the resources in reverse.
stop_resources() {
  local node=$1 resource reversed=()
  shift
  for resource; do
    reversed=("$resource" "${reversed[@]}")
    stop_monitor "$resource" "$node" || return
  done
  for resource in "${reversed[@]}"; do
    set_resource_state "$resource" "$node" STOPPING
    set_status "$resource" "$node" UNKNOWN Stopping
    stop_step Stop "$resource" "$node" || return
  done
  for resource in "${reversed[@]}"; do
    stop_step Postnet_stop "$resource" "$node" || return
    set_resource_state "$resource" "$node" OFFLINE
    set_status "$resource" "$node" OFFLINE
  done
}

stop_monitor() {
  resource_state "$1" "$2"
  [[ $REPLY == ONLINE || $REPLY == MONITOR_FAILED ]] || return 0
  key "$WORLD/type/methods" Monitor_stop || return 0
  stop_step Monitor_stop "$1" "$2" || return
  set_resource_state "$1" "$2" ONLINE_NOT_MONITORED
}

# stop_step METHOD RESOURCE NODE: a failure is the operator's, or (HARD) the end of the node.
stop_step() {
  local group
  callback "$1" "$2" "$3"
  case $? in
  0) return 0 ;;
  3) return 3 ;;
  esac
  system_property "$2" Failover_mode || true
  if [[ $REPLY == HARD ]]; then
    log "$3 is aborted: Failover_mode HARD"
    crash_node "$3"
    return 3
  fi
  set_resource_state "$2" "$3" STOP_FAILED
  set_status "$2" "$3" FAULTED 'Stop failed'
  group_of "$2"
  group=$REPLY
  set_group_state "$group" "$3" ERROR_STOP_FAILED
  log "Resource group <$group> requires operator attention due to STOP failure"
  return 1
}

# stop_group GROUP NODE
stop_group() {
  local group=$1 node=$2 resource active=()
  set_group_state "$group" "$node" PENDING_OFFLINE
  resources_of "$group"
  for resource in "${RESOURCES[@]}"; do
    resource_state "$resource" "$node"
    [[ $REPLY == OFFLINE ]] || active+=("$resource")
  done
  stop_resources "$node" "${active[@]}" || return
  set_group_state "$group" "$node" OFFLINE
}

# ---- moves

# move_group GROUP NODE: from wherever it is. TARGET_NODES says where to, all the way.
move_group() {
  local group=$1 node=$2 status=0
  set_target "$group" "$node"
  if master_of "$group"; then
    stop_group "$group" "$REPLY" || status=$?
  fi
  # A dead master holds nothing back.
  if [[ $status == 1 ]]; then
    clear_target "$group"
    return 1
  fi
  if is_up "$node"; then
    bring_online "$group" "$node"
  else
    after_start 3 "$group" "$node"
  fi
  status=$?
  clear_target "$group"
  return "$status"
}

# Groups that should be online and are nowhere, after a node has died or joined. That is a
# failover, no switch: TARGET_NODES stays empty. (Documented for moves by command, failback and
# giveover only.)
bring_back() {
  local group
  all_groups
  for group in "${GROUPS_HERE[@]}"; do
    first_line "$WORLD/groups/$group/wanted"
    [[ $REPLY == yes ]] || continue
    if needs_operator "$group" || master_of "$group"; then
      continue
    fi
    if choose_node "$group"; then
      bring_online "$group" "$REPLY"
    else
      FAILED+=("no node is left for $group")
    fi
  done
}

# ---- what monitors ask for

# control TAG GROUP RESOURCE NODE; REPLY: what scha_control ends with.
control() {
  local tag=$1 group=$2 resource=$3 node=$4 time
  judge_control "$tag" "$resource" "$group" "$node"
  [[ $REPLY == 0 ]] || return
  printf -v time '%(%s)T' -1
  case $tag in
  RESTART)
    echo "$time" >>"$WORLD/resources/$resource/rg_restarts.$node"
    stop_group "$group" "$node" && bring_online "$group" "$node"
    ;;
  RESOURCE_RESTART)
    echo "$time" >>"$WORLD/resources/$resource/restarts.$node"
    restart_resource "$group" "$resource" "$node"
    ;;
  CHECK_RESTART) true ;;
  GIVEOVER | CHECK_GIVEOVER)
    check_candidates "$group" "$node" || { REPLY=16 && return; }
    [[ $tag == CHECK_GIVEOVER ]] || move_group "$group" "$REPLY"
    ;;
  esac
  # METHOD, if one failed. Not verified: no RGM here.
  case $? in
  0) REPLY=0 ;;
  *) REPLY=10 ;;
  esac
}

restart_resource() {
  stop_resources "$3" "$2" || return
  start_resources "$1" "$3" "$2"
  after_start $? "$1" "$3"
}

# REPLY: the first candidate for a giveover away from $2 that every Monitor_check agrees with.
check_candidates() {
  local group=$1 node=$2 excluded=("$2") candidate resource agreed
  while choose_node "$group" "${excluded[@]}"; do
    candidate=$REPLY agreed=yes
    excluded+=("$candidate")
    resources_of "$group"
    for resource in "${RESOURCES[@]}"; do
      is_enabled "$resource" "$candidate" || continue
      callback Monitor_check "$resource" "$candidate"
      case $? in
      0) continue ;;
      1) [[ $OUTCOME == timed* ]] || unset 'FAILED[-1]' ;; # "not this node" is an answer
      esac
      agreed=
      break
    done
    [[ ! $agreed ]] || { REPLY=$candidate && return 0; }
  done
  return 1
}
