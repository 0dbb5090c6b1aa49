"""Which addresses of the network may be asked.

A report's address comes from outside, so it must not reach into the machine or the network that
reads it. A name is resolved once and the connection goes to the very address that was checked:
a name that changes its answer between check and connection gains nothing.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence

from sayso.errors import UnreachableInput
from sayso.model.limits import Limits

IpAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], Sequence[str]]

_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: an IPv4 address in the last 32 bits


def resolve(host: str, port: int) -> Sequence[str]:
    """The addresses of a host, as the system's resolver gives them. Raises OSError when there are none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(entry[4][0]) for entry in found]


def choose_address(place: str, host: str, port: int, *, limits: Limits, resolve: Resolve = resolve) -> str:
    """The one address to connect to for `host`.

    Raises UnreachableInput when the name is not known, or when any of its addresses is private,
    loopback, link-local, multicast or reserved (unless `limits.allow_private`).
    """
    try:
        found = [ipaddress.ip_address(text.partition("%")[0]) for text in resolve(host, port)]
    except (OSError, ValueError) as error:
        raise UnreachableInput(place, f"the name {host} is not known; check the address") from error
    if not found:
        raise UnreachableInput(place, f"the name {host} has no address; check the address")
    if not limits.allow_private and not all(map(is_public, found)):
        message = (
            f"{host} is an address of a private network or of this machine, and is not asked; give the file itself"
        )
        raise UnreachableInput(place, message)
    return str(found[0])


def is_public(address: IpAddress) -> bool:
    """Whether an address is one of the open network, also where an IPv4 address is wrapped in an IPv6 one."""
    if isinstance(address, ipaddress.IPv6Address) and (wrapped := _wrapped(address)):
        return is_public(wrapped)
    return address.is_global and not (address.is_multicast or address.is_reserved)


def _wrapped(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if address in _NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFF_FFFF)
    if address.teredo:
        return address.teredo[1]
    return address.ipv4_mapped or address.sixtofour
