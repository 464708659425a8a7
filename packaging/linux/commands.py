"""The commands of ``vigie`` as plain data, read off its own parser, so that manual and completion cannot drift."""

from __future__ import annotations

from dataclasses import dataclass

import click


@dataclass(frozen=True, slots=True)
class Option:
    """One option: all its spellings, what follows it (empty for a flag), what that may be, and its help."""

    names: tuple[str, ...]
    value: str
    choices: tuple[str, ...]
    is_file: bool
    help: str


@dataclass(frozen=True, slots=True)
class Command:
    """One command or group: the words that call it, usage of its arguments, help in full, what is below it."""

    words: tuple[str, ...]
    arguments: tuple[str, ...]
    takes_files: bool
    short: str
    help: str
    options: tuple[Option, ...]
    below: tuple[Command, ...]

    @property
    def name(self) -> str:
        """The last of its words."""
        return self.words[-1]


def read(
    command: click.Command, words: tuple[str, ...] = ("vigie",), parent: click.Context | None = None
) -> Command:
    """The tree below ``command``. Hidden commands and options are left out; subcommands are in order of name."""
    context = click.Context(command, parent=parent, info_name=words[-1], **command.context_settings)
    options = tuple(
        _option(one, context)
        for one in command.get_params(context)
        if isinstance(one, click.Option) and not one.hidden
    )
    arguments = [one for one in command.params if isinstance(one, click.Argument)]
    below = ()
    if isinstance(command, click.Group):
        found = [command.commands[name] for name in sorted(command.commands)]
        below = tuple(read(one, (*words, str(one.name)), context) for one in found if not one.hidden)
    return Command(
        words=words,
        arguments=tuple(one.make_metavar(context) for one in arguments),
        takes_files=any(_is_file(one.type) for one in arguments),
        short=command.get_short_help_str(limit=200),
        help=_paragraphs(command.help or ""),
        options=options,
        below=below,
    )


def walk(command: Command) -> list[Command]:
    """The command and all below it, depth first."""
    return [command, *(each for one in command.below for each in walk(one))]


def _option(option: click.Option, context: click.Context) -> Option:
    kind = option.type
    flag = option.is_flag or option.count
    choices = tuple(str(one) for one in kind.choices) if isinstance(kind, click.Choice) else ()
    record = option.get_help_record(context)
    return Option(
        names=(*option.opts, *option.secondary_opts),
        value="" if flag else option.make_metavar(context),
        choices=choices,
        is_file=_is_file(kind),
        help=record[1] if record else "",
    )


def _is_file(kind: click.ParamType) -> bool:
    return isinstance(kind, (click.Path, click.File))


def _paragraphs(text: str) -> str:
    """Each paragraph of a help text on one line, blank lines between; what stands after a form feed is dropped."""
    text = text.split("\f", 1)[0]
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n") if part.strip())
