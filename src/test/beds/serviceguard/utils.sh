# shellcheck shell=bash
# In the place of Serviceguard's utility functions: the parameters of the package as variables, those
# that can be given several times as arrays. Names of the variables but PEV_ and SG_SERVICE_ ones: not
# confirmed.
PATH=$PATH:@WORLD@/bin

function sg_source_pkg_env {
  local key text conf=${SG_STANDIN_CONF-}
  [[ $conf ]] || conf=@WORLD@/packages/$SG_PACKAGE/conf
  SG_EXTERNAL_SCRIPT=()
  while read -r key text; do
    text=${text#\"}
    text=${text%\"}
    case $key in
    '' | '#'*) ;;
    PEV_* | pev_*) export "$key=$text" ;;
    external_script) SG_EXTERNAL_SCRIPT+=("$text") ;;
    *) [[ $key == package_name ]] || export "SG_${key^^}=$text" ;;
    esac
  done <"$conf"
}
