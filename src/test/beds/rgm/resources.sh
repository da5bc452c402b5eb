# shellcheck shell=bash disable=SC2034,SC2153,SC2154,SC2317 # part of the driver, which sources it
# Resources: their properties, as the RTR allows them, and what an administrator does with them.

declare -A WANTED=() # property -> value, of this action

# ---- properties

# Reads -x and -p words into WANTED[name] (NAME{NODE} for one node), judged by the RTR.
judge_properties() {
  local word
  WANTED=()
  for word in "${EXTENSIONS[@]}"; do
    judge_property yes "$word"
  done
  for word in "${PROPERTIES[@]}"; do
    judge_property no "$word"
  done
}

judge_property() {
  local name=${2%%=*} value=${2#*=} node='' file problem
  [[ $2 == *=* ]] || usage "$2: NAME=VALUE"
  if [[ $name == *\{*\} ]]; then
    node=${name#*\{} node=${node%\}} name=${name%%\{*}
    need_node "$node"
  fi
  file=$WORLD/type/param/${name,,}
  [[ $name != */* && -e $file ]] || impossible "no property $name"
  key "$file" extension
  [[ $REPLY == "$1" ]] || impossible "$name: wrong option, extension property: $REPLY"
  key "$file" per_node
  [[ ! $node || $REPLY == yes ]] || impossible "$name is not per node"
  # The form prop{node} is of later releases.
  [[ ! $node ]] || ! is_old || impossible "$name{$node}: not in the old release"
  problem=$(judge_value "$file" "$value") || impossible "$name: $problem"
  judge_value "$file" "$value" >/dev/null
  value=$REPLY
  key "$file" name
  name=$REPLY${node:+"{$node}"}
  WANTED[$name]=$value
}

# All that is not given has its default, or must be given.
add_defaults() {
  local file name
  for file in "$WORLD"/type/param/*; do
    key "$file" name
    name=$REPLY
    [[ ! -v WANTED[$name] ]] || continue
    key "$file" default || impossible "$name must be given"
    WANTED[$name]=$REPLY
  done
}

# WORDS: what Validate gets for WANTED; a per-node property for each of NODES.
property_words() {
  local name node file
  WORDS=()
  while IFS= read -r name; do
    file=$WORLD/type/param/${name,,}
    key "$file" extension
    if [[ $REPLY == no ]]; then
      WORDS+=(-r "$name=${WANTED[$name]}")
      continue
    fi
    key "$file" per_node
    if [[ $REPLY == no ]] || is_old; then
      WORDS+=(-x "$name=${WANTED[$name]}")
      continue
    fi
    for node in "${NODES[@]}"; do
      per_node_word "$name" "$node"
    done
  done < <(printf '%s\n' "${!WANTED[@]}" | sed 's/{.*//' | sort -u)
}

per_node_word() {
  local which="$1{$2}"
  [[ -v WANTED[$which] ]] || which=$1
  [[ -v WANTED[$which] ]] || return 0
  first_line "$WORLD/nodes/$2/number"
  WORDS+=(-X "$1{$REPLY}=${WANTED[$which]}")
}

store_properties() {
  local name file
  while IFS= read -r name; do
    file=$WORLD/type/param/${name,,}
    key "${file%%\{*}" extension
    file=extension
    [[ $REPLY == yes ]] || file=system
    put_key "$WORLD/resources/$1/$file" "$name" "${WANTED[$name]}"
  done < <(printf '%s\n' "${!WANTED[@]}" | sort)
}

# validate -c|-u RESOURCE GROUP TIMEOUT: on every one of NODES that is up.
validate() {
  local flag=$1 resource=$2 group=$3 limit=$4 node bad=
  type_name
  local words=("$flag" -R "$resource" -T "$REPLY" -G "$group" "${WORDS[@]}")
  for node in "${NODES[@]}"; do
    is_up "$node" || continue
    registered_method Validate "$resource" "$node" "$limit" "${words[@]}" || bad=yes
  done
  [[ ! $bad ]]
}

# NODES: where Init, Fini, Boot and Validate are called.
init_nodes_of() {
  nodes_of "$1"
  if key "$WORLD/type/properties" INIT_NODES && [[ $REPLY == RT_INSTALLED_NODES ]]; then
    all_nodes
  fi
}

# ---- creating and changing

verb_create() {
  local resource=${ARGUMENTS[0]} group=${GIVEN[g]-}
  [[ $group ]] || usage 'create needs -g GROUP'
  is_name "$resource" || impossible "name $resource"
  is_name "$group" || impossible "name $group"
  [[ ! -e $WORLD/resources/$resource ]] || impossible "$resource exists"
  judge_properties
  add_defaults
  [[ -e $WORLD/groups/$group ]] || create_group "$group"
  type_name
  typed "clrs \"create\" -g \"$group\" -t \"$REPLY\"${GIVEN[d]:+ -d}$(property_options) \"$resource\""
  nodes_of "$group"
  property_words
  mapfile -t -O "${#WORDS[@]}" WORDS < <(sed 's/^/-g\n/' "$WORLD/groups/$group/properties")
  init_nodes_of "$group"
  validate -c "$resource" "$group" "${WANTED[Validate_timeout]:-3600}" || return
  create_resource "$resource" "$group"
  join_group "$group" "$resource"
}

create_resource() {
  local folder=$WORLD/resources/$1 node switch=ENABLED
  [[ ! ${GIVEN[d]-} ]] || switch=DISABLED
  mkdir "$folder"
  echo "$2" >"$folder/group"
  store_properties "$1"
  nodes_of "$2"
  for node in "${NODES[@]}"; do
    new_on_node "$1" "$node" $switch
  done
  echo "$1" >>"$WORLD/groups/$2/resources"
}

new_on_node() { # RESOURCE NODE SWITCH
  echo "$3" >"$WORLD/resources/$1/switch.$2"
  echo ENABLED >"$WORLD/resources/$1/monitored.$2"
  echo OFFLINE >"$WORLD/resources/$1/state.$2"
}

# In a managed group a new resource is initialised, and started where the group is online.
join_group() {
  is_managed "$1" || return 0
  on_init_nodes Init "$2"
  if [[ ! ${GIVEN[d]-} ]] && master_of "$1"; then
    start_here "$1" "$2" "$REPLY"
  fi
}

create_group() {
  local node folder=$WORLD/groups/$1
  all_nodes
  [[ ! ${GIVEN[N]-} ]] || IFS=, read -ra NODES <<<"${GIVEN[N]}"
  for node in "${NODES[@]}"; do
    need_node "$node"
  done
  mkdir "$folder"
  printf '%s\n' "${NODES[@]}" >"$folder/nodelist"
  touch "$folder/resources"
  printf '%s\n' "Nodelist=$(IFS=, && echo "${NODES[*]}")" RG_mode=Failover Maximum_primaries=1 \
    Desired_primaries=1 Pingpong_interval=3600 RG_project_name=default RG_system=FALSE \
    Suspend_automatic_recovery=FALSE >"$folder/properties"
  echo no >"$folder/managed"
  echo no >"$folder/wanted"
  for node in "${NODES[@]}"; do
    echo UNMANAGED >"$folder/state.$node"
  done
}

verb_set() {
  local resource=${ARGUMENTS[0]} group name
  need_resource "$resource"
  group_of "$resource" && group=$REPLY
  judge_properties
  [[ ${#WANTED[@]} -gt 0 ]] || usage 'set needs -x or -p'
  nodes_of "$group"
  for name in "${!WANTED[@]}"; do
    need_tunable "$resource" "${name%%\{*}"
  done
  typed "clrs \"set\"$(property_options) \"$resource\""
  property_words
  init_nodes_of "$group"
  system_property "$resource" Validate_timeout || REPLY=3600
  validate -u "$resource" "$group" "$REPLY" || return
  store_properties "$resource"
  update "$resource" "$group"
}

# Where the resource is online. The change stands, whatever Update thinks of it: a failure is a line
# in the log, and the administrator's command has not failed.
update() {
  local node
  nodes_of "$2"
  for node in "${NODES[@]}"; do
    resource_state "$1" "$node"
    case $REPLY in
    ONLINE | ONLINE_NOT_MONITORED | MONITOR_FAILED) ;;
    *) continue ;;
    esac
    callback Update "$1" "$node"
    [[ $? != 1 ]] || unset 'FAILED[-1]'
  done
}

# ---- groups

# Reads -p words into WANTED and WORDS; WANTED_NODES is the node list that is to be.
judge_group_properties() {
  local word name value
  [[ ${#PROPERTIES[@]} -gt 0 ]] || usage 'set-group needs -p'
  WANTED=() WORDS=()
  nodes_of "$1"
  WANTED_NODES=("${NODES[@]}")
  for word in "${PROPERTIES[@]}"; do
    [[ $word == *=* ]] || usage "$word: NAME=VALUE"
    name=${word%%=*} value=${word#*=}
    case ${name,,} in
    nodelist) name=Nodelist && judge_nodelist "$1" "$value" ;;
    pingpong_interval)
      name=Pingpong_interval
      [[ $value =~ ^(0|[1-9][0-9]{0,9})$ ]] || impossible "$name: '$value' is no number"
      ;;
    rg_description) name=RG_description ;;
    *) impossible "$name: no property of a group that can be changed here" ;;
    esac
    WANTED[$name]=$value
    WORDS+=(-g "$name=$value")
  done
}

judge_nodelist() {
  local node
  IFS=, read -ra WANTED_NODES <<<"$2"
  [[ ${#WANTED_NODES[@]} -gt 0 ]] || impossible 'Nodelist: empty'
  for node in "${WANTED_NODES[@]}"; do
    need_node "$node"
    [[ $(printf '%s\n' "${WANTED_NODES[@]}" | grep -cxF -- "$node") == 1 ]] ||
      impossible "Nodelist: $node twice"
  done
  ! master_of "$1" || [[ " ${WANTED_NODES[*]} " == *" $REPLY "* ]] ||
    impossible "Nodelist: $1 is online on $REPLY"
}

store_group_properties() {
  local name
  while IFS= read -r name; do
    put_key "$WORLD/groups/$1/properties" "$name" "${WANTED[$name]}"
  done < <(printf '%s\n' "${!WANTED[@]}" | sort)
  [[ ! -v WANTED[Nodelist] ]] || store_nodelist "$1"
}

# A node that joins the list is new to the resources, one that leaves it has nothing of them. Init
# and Fini for these are not verified: no RGM here.
store_nodelist() {
  local group=$1 node old resource
  nodes_of "$group"
  old=" ${NODES[*]} "
  resources_of "$group"
  for node in "${NODES[@]}"; do
    [[ " ${WANTED_NODES[*]} " != *" $node "* ]] || continue
    for resource in "${RESOURCES[@]}"; do
      ! is_managed "$group" || ! is_up "$node" || callback Fini "$resource" "$node"
      rm -f "$WORLD/resources/$resource"/{switch,monitored,state,status}."$node"
    done
    rm -f "$WORLD/groups/$group"/{state,failed}."$node"
  done
  put "$WORLD/groups/$group/nodelist" "$(printf '%s\n' "${WANTED_NODES[@]}")"
  for node in "${WANTED_NODES[@]}"; do
    [[ $old != *" $node "* ]] || continue
    put "$WORLD/groups/$group/state.$node" "$(is_managed "$group" && echo OFFLINE || echo UNMANAGED)"
    for resource in "${RESOURCES[@]}"; do
      new_on_node "$resource" "$node" "$(cat "$WORLD/resources/$resource"/switch.* | head -n 1)"
      ! is_managed "$group" || ! is_up "$node" || callback Init "$resource" "$node"
    done
  done
}

need_tunable() {
  local node
  key "$WORLD/type/param/${2,,}" tunable
  case $REPLY in
  NONE | AT_CREATION) impossible "$2 cannot be changed: TUNABLE = $REPLY" ;;
  WHEN_DISABLED)
    for node in "${NODES[@]}"; do
      ! is_enabled "$1" "$node" || impossible "$2 can be changed when $1 is disabled only"
    done
    ;;
  esac
}

# ---- resources

# on_init_nodes METHOD RESOURCE. A failure is told, and stops nothing. Not verified: no RGM here.
on_init_nodes() {
  local node
  group_of "$2"
  init_nodes_of "$REPLY"
  for node in "${NODES[@]}"; do
    ! is_up "$node" || callback "$1" "$2" "$node"
  done
}

start_here() {
  start_resources "$1" "$3" "$2"
  after_start $? "$1" "$3"
}

verb_enable() {
  local resource=${ARGUMENTS[0]} group node
  need_resource "$resource"
  chosen_nodes "$resource"
  group_of "$resource" && group=$REPLY
  ! needs_operator "$group" || impossible "$group requires operator attention due to STOP failure"
  typed "clrs \"enable\" ${GIVEN[n]:+-n \"${GIVEN[n]}\" }\"$resource\"" \
    "scswitch -e -j \"$resource\"${GIVEN[n]:+ -h \"${GIVEN[n]}\"}"
  for node in "${NODES[@]}"; do
    put "$WORLD/resources/$resource/switch.$node" ENABLED
  done
  for node in "${NODES[@]}"; do
    resource_state "$resource" "$node"
    [[ $REPLY == OFFLINE ]] || continue
    group_state "$group" "$node"
    [[ $REPLY == ONLINE || $REPLY == ONLINE_FAULTED ]] || continue
    start_here "$group" "$resource" "$node"
  done
}

verb_disable() {
  local resource=${ARGUMENTS[0]} node nodes
  need_resource "$resource"
  group_of "$resource"
  ! needs_operator "$REPLY" || impossible "$REPLY requires operator attention due to STOP failure"
  typed "clrs \"disable\" ${GIVEN[n]:+-n \"${GIVEN[n]}\" }\"$resource\"" \
    "scswitch -n -j \"$resource\"${GIVEN[n]:+ -h \"${GIVEN[n]}\"}"
  chosen_nodes "$resource"
  nodes=("${NODES[@]}")
  # The switch first: that is how a Stop knows what it is called for.
  for node in "${nodes[@]}"; do
    put "$WORLD/resources/$resource/switch.$node" DISABLED
  done
  for node in "${nodes[@]}"; do
    resource_state "$resource" "$node"
    [[ $REPLY == OFFLINE ]] || stop_resources "$node" "$resource"
  done
}

verb_monitor() { switch_monitor ENABLED; }
verb_unmonitor() { switch_monitor DISABLED; }

switch_monitor() {
  local resource=${ARGUMENTS[0]} node flag=n
  [[ $1 != ENABLED ]] || flag=e
  need_resource "$resource"
  chosen_nodes "$resource"
  typed "clrs \"$VERB\" ${GIVEN[n]:+-n \"${GIVEN[n]}\" }\"$resource\"" \
    "scswitch -$flag -M -j \"$resource\"${GIVEN[n]:+ -h \"${GIVEN[n]}\"}"
  for node in "${NODES[@]}"; do
    put "$WORLD/resources/$resource/monitored.$node" "$1"
    resource_state "$resource" "$node"
    case $1/$REPLY in
    ENABLED/ONLINE_NOT_MONITORED | ENABLED/MONITOR_FAILED) start_monitor "$resource" "$node" ;;
    DISABLED/ONLINE | DISABLED/MONITOR_FAILED) stop_monitor "$resource" "$node" ;;
    esac
  done
}

# The group is then what its resources are. Not verified: no RGM here.
verb_clear() {
  local resource=${ARGUMENTS[0]} group node cleared=
  need_resource "$resource"
  chosen_nodes "$resource"
  group_of "$resource" && group=$REPLY
  typed "clrs \"clear\" -f \"STOP_FAILED\" ${GIVEN[n]:+-n \"${GIVEN[n]}\" }\"$resource\"" \
    "scswitch -c -h \"$(IFS=, && echo "${NODES[*]}")\" -j \"$resource\" -f \"STOP_FAILED\""
  for node in "${NODES[@]}"; do
    resource_state "$resource" "$node"
    [[ $REPLY == STOP_FAILED ]] || continue
    set_resource_state "$resource" "$node" OFFLINE
    put "$WORLD/resources/$resource/status.$node" OFFLINE$'\n'
    clear_group "$group" "$node"
    cleared=yes
  done
  [[ $cleared ]] || FAILED+=("$resource is nowhere STOP_FAILED")
}

clear_group() {
  local resource state=OFFLINE
  resources_of "$1"
  for resource in "${RESOURCES[@]}"; do
    resource_state "$resource" "$2"
    case $REPLY in
    STOP_FAILED) return ;;
    ONLINE*) state=ONLINE ;;
    esac
  done
  set_group_state "$1" "$2" "$state"
}

verb_delete() {
  local resource=${ARGUMENTS[0]} group node
  need_resource "$resource"
  chosen_nodes "$resource"
  group_of "$resource" && group=$REPLY
  for node in "${NODES[@]}"; do
    ! is_enabled "$resource" "$node" || impossible "$resource is enabled"
  done
  typed "clrs \"delete\" \"$resource\""
  ! is_managed "$group" || on_init_nodes Fini "$resource"
  resources_of "$group"
  printf '%s\n' "${RESOURCES[@]}" | grep -vxF -- "$resource" >"$WORLD/tmp/resources"
  mv "$WORLD/tmp/resources" "$WORLD/groups/$group/resources"
  rm -rf "${WORLD:?}/resources/$resource"
}
