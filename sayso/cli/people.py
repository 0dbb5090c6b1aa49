"""`sayso people`: users and their roles, for the person at the machine itself, also where no mail leaves it."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from sayso.cli.app import RecordOption, app, page, record_place
from sayso.errors import NotKnown
from sayso.people import People, Role, User, open_people
from sayso.record import open_record
from sayso.settings import load_settings

people_app = typer.Typer(name="people", no_args_is_help=True, rich_markup_mode="rich")

NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="The user's name or mail address.")]
RoleOption = Annotated[str, typer.Option("--role", help="reader, coder, reviewer or owner.")]


@people_app.callback()
def people() -> None:
    """List users, add one, change a role, close an account, or make a link that sets a new password.

    [dim]Example: sayso people list[/]
    """


app.add_typer(people_app)


@people_app.command("list")
def list_(record: RecordOption = None) -> None:
    """Print the users, their roles, and whether their accounts are open.

    [dim]Example: sayso people list[/]
    """
    table = Table("name", "mail", "role", "since", "account")
    with _open(record) as opened:
        for user in opened.users.list():
            mail, state = escape(user.mail or "none"), "closed" if user.is_closed else "open"
            table.add_row(escape(user.name), mail, user.role.word, f"{user.created:%Y-%m-%d}", state)
    page().print(table)


@people_app.command()
def add(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name that will sign decisions.")],
    mail: Annotated[str | None, typer.Option("--mail", help="The user's mail address.")] = None,
    role: RoleOption = "reader",
    record: RecordOption = None,
) -> None:
    """Add a user, and print the link with which that person sets a password.

    [dim]Example: sayso people add "Amal Haddad" --mail amal@example.org --role owner[/]
    """
    with _open(record) as opened:
        user = opened.members.add(name, mail=mail, role=Role.named(role))
        page().print(f"{escape(user.name)} has the role {user.role} now.")
        _print_link(opened, user)


@people_app.command()
def role(
    name: NameArgument,
    role: Annotated[str, typer.Argument(metavar="ROLE", help="reader, coder, reviewer or owner.")],
    record: RecordOption = None,
) -> None:
    """Give a user another role; the user has to log in again.

    [dim]Example: sayso people role Amal reviewer[/]
    """
    with _open(record) as opened:
        changed = opened.members.change_role(_find(opened, name).id, Role.named(role), by=None)
    page().print(f"{escape(changed.name)} has the role {changed.role} now.")


@people_app.command()
def close(name: NameArgument, record: RecordOption = None) -> None:
    """Close an account: it cannot log in any more; what it decided stands.

    [dim]Example: sayso people close Amal[/]
    """
    with _open(record) as opened:
        closed = opened.members.close(_find(opened, name).id, by=None)
    page().print(f"The account of {escape(closed.name)} is closed.")


@people_app.command("open")
def open_(name: NameArgument, record: RecordOption = None) -> None:
    """Open a closed account again.

    [dim]Example: sayso people open Amal[/]
    """
    with _open(record) as opened:
        again = opened.members.open_again(_find(opened, name).id, by=None)
    page().print(f"The account of {escape(again.name)} is open.")


@people_app.command()
def reset(
    name: NameArgument,
    without_code: Annotated[
        bool, typer.Option("--without-code", help="Switch the second step off too: for a lost telephone.")
    ] = False,
    record: RecordOption = None,
) -> None:
    """Print a link that sets a new password for a user; it works once, within an hour.

    [dim]Example: sayso people reset Amal --without-code[/]
    """
    with _open(record) as opened:
        user = _find(opened, name)
        if without_code:
            opened.profiles.switch_factor_off(user)
        _print_link(opened, user)


def _open(record: str | None) -> People:
    """The people of a record that is there: none is made beside a name that was mistyped."""
    place = record_place(record)
    with open_record(place, create=False):
        return open_people(place, settings=load_settings())


def _find(opened: People, name: str) -> User:
    user = opened.users.find_named(name)
    if user is None:
        raise NotKnown(f"{name!r} is no user of this record; 'sayso people list' names them")
    return user


def _print_link(opened: People, user: User) -> None:
    address, secret = opened.settings.load().address, opened.resets.make(user)
    page().print("To set a password, open this within an hour; it works once:")
    page().print(f"{address}/reset/{secret}", soft_wrap=True)
