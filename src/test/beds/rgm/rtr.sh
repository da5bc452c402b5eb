# shellcheck shell=bash disable=SC2016 # '#$upgrade' is text
# Reads a resource type registration file (rt_reg(4), property_attributes(5)) into the world, and
# judges property values by it. Sourced by the driver. What the manuals do not know is an error with
# its line: an agent's RTR is itself under test.
#
#   type/properties   RT_VERSION=2 ...        type/methods     START=start_xvm ...
#   type/extensions   Domain_name=STRING ...  (in the order of the file)
#   type/param/NAME   one property: name, extension, per_node, kind, min, max, minlength, maxlength,
#                     array_minsize, array_maxsize, enum, default (no line: none), tunable,
#                     description

# ---- words: a file becomes three lists

rtr_error() {
  echo "$RTR_FILE:${1}: $2" >&2
  return 1
}

rtr_add() {
  TOKENS+=("$2") KINDS+=("$1") LINES_OF+=("$NUMBER")
}

# Kinds: word, string, mark (= { } ; ,) and upgrade (a whole #$upgrade line: despite its # it is
# no comment).
rtr_split() {
  local blank='^[[:space:]]+' string='^"([^"]*)"' mark='^[={};,]' word='^[^][:space:]="{};,#[]+'
  local line
  TOKENS=() KINDS=() LINES_OF=() NUMBER=0
  while IFS= read -r line || [[ $line ]]; do
    NUMBER=$((NUMBER + 1))
    while [[ $line ]]; do
      if [[ $line =~ $blank ]]; then
        :
      elif [[ $line == '#$'* ]]; then
        rtr_add upgrade "$line"
        break
      elif [[ $line == '#'* ]]; then
        break
      elif [[ $line =~ $string ]]; then
        rtr_add string "${BASH_REMATCH[1]}"
      elif [[ $line =~ $mark ]]; then
        rtr_add mark "${BASH_REMATCH[0]}"
      elif [[ $line =~ $word ]]; then
        rtr_add word "${BASH_REMATCH[0]}"
      else
        rtr_error "$NUMBER" "cannot read: $line" || return
      fi
      line=${line:${#BASH_REMATCH[0]}}
    done
  done <"$RTR_FILE"
  NUMBER=$((NUMBER + 1))
  rtr_add end ''
}

# The next token, left where it is / taken.
rtr_is() { [[ ${KINDS[AT]} == mark && ${TOKENS[AT]} == "$1" ]]; }

rtr_expect() {
  rtr_is "$1" || rtr_error "${LINES_OF[AT]}" "'$1' expected, not '${TOKENS[AT]}'" || return
  AT=$((AT + 1))
}

rtr_word() {
  REPLY=${TOKENS[AT]}
  [[ ${KINDS[AT]} == word || ${KINDS[AT]} == "${1-}" ]] ||
    rtr_error "${LINES_OF[AT]}" "a name expected, not '$REPLY'" || return
  AT=$((AT + 1))
}

# One value, or a list of them: REPLY, comma separated.
rtr_values() {
  local values
  rtr_word string || return
  values=$REPLY
  while rtr_is ,; do
    AT=$((AT + 1))
    rtr_word string || return
    values+=,$REPLY
  done
  REPLY=$values
}

# ---- the first part: properties of the type

rtr_read() {
  local RTR_FILE=$1 TYPE=$2 AT=0 NUMBER TOKENS KINDS LINES_OF UPGRADE=''
  mkdir -p "$TYPE/param"
  touch "$TYPE/properties" "$TYPE/methods" "$TYPE/extensions"
  [[ -r $RTR_FILE ]] || rtr_error 0 'cannot be read' || return
  rtr_split || return
  until rtr_is '{' || [[ ${KINDS[AT]} == end ]]; do
    if [[ ${KINDS[AT]} == upgrade ]]; then
      rtr_upgrade || return
    else
      rtr_type_property || return
    fi
  done
  rtr_check_type || return
  while [[ ${KINDS[AT]} != end ]]; do
    rtr_entry || return
  done
  rtr_add_defaults
}

# After the type's properties, before the paramtable; #$upgrade first.
rtr_upgrade() {
  local blank='[[:space:]]+' from
  from="^#\\\$upgrade_from$blank(\"[^\"]*\"|[^[:space:]]+)$blank([A-Za-z_]+)[[:space:]]*\$"
  local line=${TOKENS[AT]} number=${LINES_OF[AT]}
  AT=$((AT + 1))
  if [[ $line =~ ^'#$upgrade'[[:space:]]*$ ]]; then
    UPGRADE=yes
  elif [[ $line =~ $from ]]; then
    [[ $UPGRADE ]] || rtr_error "$number" '#$upgrade_from before #$upgrade' || return
    case ${BASH_REMATCH[2]^^} in
    ANYTIME | WHEN_UNMONITORED | WHEN_OFFLINE | WHEN_DISABLED | WHEN_UNMANAGED | AT_CREATION) ;;
    *) rtr_error "$number" "tunability ${BASH_REMATCH[2]}" ;;
    esac
  else
    rtr_error "$number" "cannot read: $line"
  fi
}

rtr_type_property() {
  local name number=${LINES_OF[AT]} file=properties
  [[ ! $UPGRADE ]] || rtr_error "$number" 'a property of the type behind #$upgrade' || return
  rtr_word || return
  name=${REPLY^^}
  rtr_expect '=' || return
  rtr_values || return
  case $name in
  RESOURCE_TYPE | VENDOR_ID | RT_DESCRIPTION | RT_BASEDIR | PKGLIST) ;;
  RT_VERSION) # which characters exactly is not verified: no RGM here
    [[ $REPLY != *[][:space:]/\\*?,\;[]* ]] || rtr_error "$number" "RT_VERSION \"$REPLY\"" || return
    ;;
  API_VERSION)
    [[ $REPLY =~ ^[0-9]+$ ]] || rtr_error "$number" "API_VERSION $REPLY" || return
    ;;
  FAILOVER | SINGLE_INSTANCE | PROXY | GLOBAL_ZONE | RT_SYSTEM)
    REPLY=${REPLY^^}
    [[ $REPLY == TRUE || $REPLY == FALSE ]] || rtr_error "$number" "$name $REPLY" || return
    ;;
  SYSDEFINED_TYPE) rtr_error "$number" 'SYSDEFINED_TYPE is the cluster'\''s own' || return ;;
  INIT_NODES)
    REPLY=${REPLY^^}
    [[ $REPLY == RG_PRIMARIES || $REPLY == RT_INSTALLED_NODES ]] ||
      rtr_error "$number" "INIT_NODES $REPLY" || return
    ;;
  *)
    [[ " ${METHODS[*]^^} " == *" $name "* ]] || rtr_error "$number" "unknown: $name" || return
    file=methods
    ;;
  esac
  ! grep -q "^$name=" "$TYPE/$file" || rtr_error "$number" "$name twice" || return
  echo "$name=$REPLY" >>"$TYPE/$file"
  rtr_expect ';'
}

rtr_check_type() {
  local name
  for name in RESOURCE_TYPE RT_BASEDIR; do
    key "$TYPE/properties" $name || rtr_error "${LINES_OF[AT]}" "$name is missing" || return
  done
  key "$TYPE/methods" START || key "$TYPE/methods" PRENET_START ||
    rtr_error "${LINES_OF[AT]}" 'neither START nor PRENET_START' || return
  key "$TYPE/methods" STOP || key "$TYPE/methods" POSTNET_STOP ||
    rtr_error "${LINES_OF[AT]}" 'neither STOP nor POSTNET_STOP' || return
  key "$TYPE/methods" MONITOR_START
  name=$?
  key "$TYPE/methods" MONITOR_STOP
  [[ $name == "$?" ]] || rtr_error "${LINES_OF[AT]}" 'only one of MONITOR_START, MONITOR_STOP'
}

# ---- the second part: the paramtable

# REPLY: kind and, for an enum, values of system-defined property $1; 1 if there is none such.
rtr_system_kind() {
  local method
  case ${1,,} in
  failover_mode) REPLY='ENUM NONE,SOFT,HARD,RESTART_ONLY,LOG_ONLY' ;;
  thorough_probe_interval | cheap_probe_interval | retry_count | retry_interval) REPLY=INT ;;
  port_list | network_resources_used) REPLY=STRINGARRAY ;;
  scalable | pre_evict) REPLY=BOOLEAN ;;
  resource_project_name) REPLY=STRING ;;
  *_timeout)
    # A timeout exists if its method does.
    method=${1%_*}
    [[ " ${METHODS[*]^^} " == *" ${method^^} "* ]] && key "$TYPE/methods" "$method" || return
    REPLY=INT
    ;;
  *) return 1 ;;
  esac
}

rtr_entry() {
  local number=${LINES_OF[AT]}
  local -A P=([extension]=no [per_node]=no [kind]='')
  [[ ${KINDS[AT]} != upgrade ]] || rtr_error "$number" '#$upgrade behind the paramtable' || return
  rtr_expect '{' || return
  [[ ${TOKENS[AT]^^} == PROPERTY ]] || rtr_error "$number" 'PROPERTY must come first' || return
  until rtr_is '}'; do
    rtr_attribute || return
  done
  rtr_expect '}' || return
  if [[ ${P[extension]} == no ]]; then
    rtr_system_property "$number" || return
  fi
  rtr_check_entry "$number" || return
  rtr_write_entry "$number"
}

# What property_attributes(5) does not allow for the system's own properties, and for timeouts.
rtr_system_property() {
  local name=${P[name]} kind
  rtr_system_kind "$name" ||
    rtr_error "$1" "$name: no system property of this type, nor EXTENSION" || return
  kind=$REPLY
  [[ ! ${P[kind]} ]] || rtr_error "$1" "$name: a system property has its type already" || return
  [[ ! -v P[description] ]] ||
    rtr_error "$1" "$name: a system property has its DESCRIPTION already" || return
  P[kind]=${kind%% *}
  [[ $kind != *' '* ]] || P[enum]=${kind#* }
  [[ ${name,,} == *_timeout ]] || return 0
  [[ ! -v P[max] ]] || rtr_error "$1" "$name: MAX of a timeout" || return
  [[ ${P[min]-1} != 0 ]] || rtr_error "$1" "$name: MIN = 0 of a timeout"
}

rtr_attribute() {
  local number=${LINES_OF[AT]} name
  rtr_word || return
  name=${REPLY^^}
  case $name in
  EXTENSION | PER_NODE) P[${name,,}]=yes ;;
  STRING | STRINGARRAY | INT | BOOLEAN | ENUM)
    [[ ! ${P[kind]} ]] || rtr_error "$number" "${P[kind]} and $name" || return
    P[kind]=$name
    if [[ $name == ENUM ]]; then
      rtr_expect '{' && rtr_values && P[enum]=$REPLY && rtr_expect '}' || return
    fi
    ;;
  PROPERTY | MIN | MAX | MINLENGTH | MAXLENGTH | ARRAY_MINSIZE | ARRAY_MAXSIZE | DEFAULT | \
    TUNABLE | DESCRIPTION)
    name=${name,,} name=${name/property/name}
    [[ ! -v P[$name] ]] || rtr_error "$number" "${TOKENS[AT - 1]} twice" || return
    rtr_expect '=' && rtr_values || return
    P[$name]=$REPLY
    ;;
  *) rtr_error "$number" "unknown attribute $name" || return ;;
  esac
  rtr_expect ';'
}

# Do the attributes fit the type, and does the default fit both?
rtr_check_entry() {
  local number=$1 name=${P[name]} attribute allowed
  [[ $name =~ ^[A-Za-z][A-Za-z0-9_]*$ ]] || rtr_error "$number" "PROPERTY $name" || return
  [[ ! -e $TYPE/param/${name,,} ]] || rtr_error "$number" "$name twice" || return
  [[ ${P[kind]} ]] || rtr_error "$number" "$name: no type" || return
  [[ ${P[per_node]}${P[extension]} != yesno ]] || rtr_error "$number" "$name: PER_NODE" || return
  [[ ${P[per_node]}${P[kind]} != yesSTRINGARRAY ]] ||
    rtr_error "$number" "$name: PER_NODE of a STRINGARRAY" || return
  [[ ${P[per_node]} != yes || -v P[default] ]] ||
    rtr_error "$number" "$name: PER_NODE without DEFAULT" || return
  case ${P[kind]} in
  INT) allowed=' min max ' ;;
  STRING) allowed=' minlength maxlength ' ;;
  STRINGARRAY) allowed=' minlength maxlength array_minsize array_maxsize ' ;;
  *) allowed=' ' ;;
  esac
  for attribute in min max minlength maxlength array_minsize array_maxsize; do
    [[ -v P[$attribute] ]] || continue
    [[ $allowed == *" $attribute "* ]] ||
      rtr_error "$number" "$name: ${attribute^^} of a ${P[kind]}" || return
    [[ ${P[$attribute]} =~ ^-?[0-9]+$ ]] ||
      rtr_error "$number" "$name: ${attribute^^} ${P[$attribute]}" || return
  done
  rtr_check_range min max && rtr_check_range minlength maxlength &&
    rtr_check_range array_minsize array_maxsize || return
  P[tunable]=${P[tunable]-}
  case ${P[tunable]^^} in
  # Without TUNABLE: any time, says the manual of extension properties.
  '' | TRUE | ANYTIME) P[tunable]=ANYTIME ;;
  FALSE | NONE) P[tunable]=NONE ;;
  AT_CREATION | WHEN_DISABLED) P[tunable]=${P[tunable]^^} ;;
  *) rtr_error "$number" "$name: TUNABLE ${P[tunable]}" || return ;;
  esac
}

rtr_check_range() {
  [[ ! -v P[$1] || ! -v P[$2] || ${P[$1]} -le ${P[$2]} ]] ||
    rtr_error "$number" "$name: ${1^^} ${P[$1]} is above ${2^^} ${P[$2]}"
}

rtr_write_entry() {
  local file=$TYPE/param/${P[name],,} attribute problem
  for attribute in name extension per_node kind min max minlength maxlength array_minsize \
    array_maxsize enum tunable description; do
    [[ ! -v P[$attribute] ]] || echo "$attribute=${P[$attribute]}"
  done >"$file"
  if [[ -v P[default] ]]; then
    problem=$(judge_value "$file" "${P[default]}") ||
      rtr_error "$1" "${P[name]}: its DEFAULT: $problem" || return
    judge_value "$file" "${P[default]}" >/dev/null && echo "default=$REPLY" >>"$file"
  fi
  [[ ${P[extension]} == no ]] || echo "${P[name]}=${P[kind]}" >>"$TYPE/extensions"
}

# What exists without being declared: 3600 s for a method without its timeout; Failover_mode.
rtr_add_defaults() {
  local method
  for method in "${METHODS[@]}"; do
    key "$TYPE/methods" "$method" || continue
    rtr_add_default "${method}_timeout" 3600
  done
  rtr_add_default Failover_mode NONE
  # Its default is not verified: no RGM here.
  rtr_add_default Resource_project_name default
}

rtr_add_default() {
  local file=$TYPE/param/${1,,} kind
  if [[ ! -e $file ]]; then
    rtr_system_kind "$1"
    kind=$REPLY
    printf '%s\n' "name=$1" extension=no per_node=no "kind=${kind%% *}" tunable=ANYTIME >"$file"
    [[ $kind != *' '* ]] || echo "enum=${kind#* }" >>"$file"
  fi
  key "$file" default || echo "default=$2" >>"$file"
}

# ---- values

# Is value $2 one of the property described in file $1? REPLY: as it is stored; or 1, and what is
# wrong with it on stdout.
judge_value() {
  local file=$1 value=$2 kind name choice choices
  key "$file" kind
  kind=$REPLY
  [[ $value != *$'\n'* ]] || { echo 'more than one line' && return 1; }
  case $kind in
  INT)
    [[ $value =~ ^-?(0|[1-9][0-9]{0,9})$ ]] || { echo "'$value' is no number" && return 1; }
    judge_range "$file" "$value" min max || return
    ;;
  BOOLEAN)
    value=${value^^}
    [[ $value == TRUE || $value == FALSE ]] || { echo "'$2' is not TRUE or FALSE" && return 1; }
    ;;
  ENUM)
    key "$file" enum
    name=$REPLY
    IFS=, read -ra choices <<<"$REPLY"
    for choice in "${choices[@]}"; do
      [[ ${choice,,} != "${value,,}" ]] || { REPLY=$choice && return 0; }
    done
    echo "'$value' is not one of $name" && return 1
    ;;
  STRING) judge_range "$file" "${#value}" minlength maxlength 'a length of ' || return ;;
  STRINGARRAY)
    IFS=, read -ra choices <<<"$value"
    judge_range "$file" "${#choices[@]}" array_minsize array_maxsize 'a count of ' || return
    for choice in "${choices[@]}"; do
      judge_range "$file" "${#choice}" minlength maxlength 'a length of ' || return
    done
    ;;
  esac
  REPLY=$value
}

judge_range() {
  # Tests may be in a hurry: `--short-timeouts` waives the minimum of timeouts, and of nothing else.
  if [[ ! ${SHORT_TIMEOUTS-} || $1 != *_timeout ]] && key "$1" "$3" && (($2 < REPLY)); then
    echo "${5-}$2 is below $REPLY"
    return 1
  fi
  if key "$1" "$4" && (($2 > REPLY)); then
    echo "${5-}$2 is above $REPLY"
    return 1
  fi
}
