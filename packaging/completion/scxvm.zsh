#compdef scxvm
# The words of scxvm for zsh, by its completion for bash.
autoload -U +X bashcompinit && bashcompinit
(( $+functions[compopt] )) || compopt() { : } # zsh has no such builtin; what it would set is usual here
source /usr/share/bash-completion/completions/scxvm
_bash_complete -o default -F _complete_scxvm # this time; from now on zsh calls it itself
