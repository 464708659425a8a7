"""Completion scripts for bash, zsh and fish: tables of words from the parser, so that Tab starts no program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands import walk

if TYPE_CHECKING:
    from commands import Command, Option

SHELLS = ("bash", "zsh", "fish")
_MARK = "# Written from the parser of vigie {version}; do not edit."


def script(shell: str, tree: Command, version: str) -> str:
    """The script for one of SHELLS; KeyError for another."""
    made = {"bash": _bash, "zsh": _zsh, "fish": _fish}[shell](tree)
    mark = _MARK.format(version=version)
    return f"#compdef vigie\n{mark}\n{made}" if shell == "zsh" else f"{mark}\n{made}"


def _words(command: Command) -> list[str]:
    return [one.name for one in command.below] + [name for option in command.options for name in option.names]


def _valued(tree: Command) -> list[Option]:
    """All options that a value follows, each spelling once; where two commands differ, the first with choices wins."""
    found: dict[tuple[str, ...], Option] = {}
    for command in walk(tree):
        for option in command.options:
            if option.value and (
                option.names not in found or (option.choices and not found[option.names].choices)
            ):
                found[option.names] = option
    return list(found.values())


def _bash(tree: Command) -> str:
    """The line's words are followed down the tree; what follows an option with a value is not a command."""
    valued = _valued(tree)
    skip = "|".join(name for one in valued for name in one.names)
    files = "|".join(name for one in valued if one.is_file for name in one.names)
    chosen = "\n".join(
        f"        {'|'.join(one.names)}) COMPREPLY=($(compgen -W '{' '.join(one.choices)}' -- \"$word\")); return ;;"
        for one in valued
        if one.choices
    )
    rows = "\n".join(
        f"        '{' '.join(one.words)}') words='{' '.join(_words(one))}' ;;" for one in walk(tree)
    )
    groups = "|".join(f"'{' '.join(one.words)}'" for one in walk(tree)[1:])
    return f"""_vigie() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} path=vigie words= i one
    COMPREPLY=()
    case $before in
{chosen}
        {files}) COMPREPLY=($(compgen -f -- "$word")); compopt -o filenames 2>/dev/null; return ;;
        {skip}) return ;;
    esac
    for ((i = 1; i < COMP_CWORD; i++)); do
        one=${{COMP_WORDS[i]}}
        case $one in
            {skip}) ((i++)) || true; continue ;;
            -*) continue ;;
        esac
        case "$path $one" in
            {groups}) path="$path $one" ;;
        esac
    done
    case $path in
{rows}
    esac
    COMPREPLY=($(compgen -W "$words" -- "$word"))
    if [ ${{#COMPREPLY[@]}} -eq 0 ] && [[ $word != -* ]]; then
        COMPREPLY=($(compgen -f -- "$word"))
        compopt -o filenames 2>/dev/null
    fi
}}
complete -F _vigie vigie
"""


def _zsh(tree: Command) -> str:
    valued = _valued(tree)
    skip = "|".join(name for one in valued for name in one.names)
    files = "|".join(name for one in valued if one.is_file for name in one.names)
    chosen = "\n".join(
        f"        {'|'.join(one.names)}) compadd -- {' '.join(one.choices)}; return ;;"
        for one in valued
        if one.choices
    )
    groups = "|".join(f"'{' '.join(one.words)}'" for one in walk(tree)[1:])
    rows = "\n".join(
        f"        '{' '.join(one.words)}')\n            found=({' '.join(_described(one))}) ;;"
        for one in walk(tree)
    )
    return f"""_vigie() {{
    local path_=vigie one i
    local -a found
    case ${{words[CURRENT-1]}} in
{chosen}
        {files}) _files; return ;;
        {skip}) _message value; return ;;
    esac
    for ((i = 2; i < CURRENT; i++)); do
        one=${{words[i]}}
        case $one in
            {skip}) ((i++)); continue ;;
            -*) continue ;;
        esac
        case "$path_ $one" in
            {groups}) path_="$path_ $one" ;;
        esac
    done
    case $path_ in
{rows}
    esac
    _describe -t vigie vigie found || _files
}}
if [ "$funcstack[1]" = _vigie ]; then _vigie "$@"; else compdef _vigie vigie; fi
"""


def _described(command: Command) -> list[str]:
    pairs = [(one.name, one.short) for one in command.below]
    pairs += [(name, option.help) for option in command.options for name in option.names]
    return [_single(f"{name}:{' '.join(text.split())}") for name, text in pairs]


def _single(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _fish(tree: Command) -> str:
    """fish asks for each line whether the words so far are exactly those of a command."""
    valued = [name for one in _valued(tree) for name in one.names]
    lines = [
        "function __vigie_at",
        "    set -l path",
        "    set -l skip 0",
        "    for word in (commandline -opc)[2..-1]",
        "        if test $skip = 1",
        "            set skip 0",
        f"        else if contains -- $word {' '.join(valued)}",
        "            set skip 1",
        "        else if not string match -q -- '-*' $word",
        "            set -a path $word",
        "        end",
        "    end",
        '    test "$path" = "$argv"',
        "end",
        "complete -c vigie -f",
    ]
    for command in walk(tree):
        at = f"-n '__vigie_at {' '.join(command.words[1:])}'"
        lines += [f"complete -c vigie {at} -a {one.name} -d {_fished(one.short)}" for one in command.below]
        if command.takes_files:
            lines.append(f"complete -c vigie {at} -F")
        for option in command.options:
            lines.append(f"complete -c vigie {at} {_fish_option(option)} -d {_fished(option.help)}")
    return "\n".join(lines) + "\n"


def _fish_option(option: Option) -> str:
    parts = [f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names]
    if option.is_file:
        parts.append("-r -F")
    elif option.choices:
        parts.append(f"-x -a '{' '.join(option.choices)}'")
    elif option.value:
        parts.append("-x")
    return " ".join(parts)


def _fished(text: str) -> str:
    return "'" + " ".join(text.split()).replace("\\", "\\\\").replace("'", "\\'") + "'"
