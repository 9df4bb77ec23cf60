#!/usr/bin/env bash
# The step of action.yml: checks, and writes the results a second time as SARIF where that is wanted. What was given comes in
# variables, never in the text of a command, so that nothing in a name can be run.
set -uo pipefail

# Lines that are not blank, as words. (macOS has a bash without mapfile.)
args=()
while IFS= read -r line; do [ -n "$line" ] && args+=("$line"); done <<<"${INPUT_ARGS:-}"
paths=()
while IFS= read -r line; do [ -n "$line" ] && paths+=("$line"); done <<<"${INPUT_PATHS:-.}"

node "$ZFXXGK" check --format github ${args[@]+"${args[@]}"} -- ${paths[@]+"${paths[@]}"}
code=$?
if [ -n "${INPUT_SARIF:-}" ]; then
  node "$ZFXXGK" check --format sarif --output "$INPUT_SARIF" ${args[@]+"${args[@]}"} -- ${paths[@]+"${paths[@]}"} || [ $? -eq 1 ] || code=2
fi
[ -n "${GITHUB_OUTPUT:-}" ] && echo "exit-code=$code" >>"$GITHUB_OUTPUT"
exit "$code"
