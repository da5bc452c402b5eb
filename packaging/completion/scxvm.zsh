#compdef scxvm
# The words of scxvm for zsh, by its completion for bash.
autoload -U +X bashcompinit && bashcompinit
source /usr/share/bash-completion/completions/scxvm
