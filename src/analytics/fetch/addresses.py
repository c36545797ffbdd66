"""An address as a list prints it → one that may be asked; the machines behind a host → those that may be connected to.

A published list must not make this machine talk to its neighbours: only http and https, and only machines that the
whole Internet can reach, whatever a name resolves to.
"""

from __future__ import annotations

import socket
from collections.abc import Callable, Collection, Sequence
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import httpx

from analytics.errors import FetchError

Resolver = Callable[[str, int], Sequence[str]]
"""Host and port → the numeric addresses of its machines. Raises OSError."""
_SCHEMES = ("http", "https")
_TRANSLATED = ip_network("64:ff9b::/96")
"""IPv4 addresses as IPv6 networks write them (RFC 6052)."""


def read_address(text: str, base: httpx.URL | None = None) -> httpx.URL:
    """The address without its fragment, joined to ``base``. Raises FetchError where it cannot be asked: another scheme,
    no host, a name with a password."""
    try:
        found = base.join(text.strip()) if base else httpx.URL(text.strip())
    except (httpx.InvalidURL, ValueError) as reason:
        raise FetchError("url_unusable", url=text) from reason
    if found.scheme not in _SCHEMES or not found.host or found.userinfo:
        raise FetchError("url_unusable", url=text)
    return found.copy_with(fragment=None)


def resolve(host: str, port: int) -> list[str]:
    """The numeric addresses of a host's machines."""
    return list(dict.fromkeys(str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def list_machines(host: str, port: int, *, allowed: Collection[str], resolver: Resolver) -> list[str]:
    """The numeric addresses that may be connected to: the public ones, or all of a host that is allowed by name. Raises
    FetchError where there is none."""
    try:
        machines = resolver(host, port)
    except (OSError, UnicodeError) as reason:
        raise FetchError("host_unknown", is_of_the_moment=True, host=host) from reason
    usable = [machine for machine in machines if host.lower() in allowed or is_public(machine)]
    if not usable:
        raise FetchError("host_not_public", host=host, machine=", ".join(machines))
    return usable


def is_public(machine: str) -> bool:
    """Whether a numeric address is one that the whole Internet reaches, the IPv4 address within an IPv6 one too."""
    address = ip_address(machine.partition("%")[0])
    inner = _list_inner(address) if isinstance(address, IPv6Address) else []
    return all(_is_public(found) for found in inner) if inner else _is_public(address)


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    return address.is_global and not address.is_multicast


def _list_inner(address: IPv6Address) -> list[IPv4Address]:
    """IPv4 addresses that an IPv6 address stands for."""
    inner: list[IPv4Address | None] = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
    if address in _TRANSLATED:
        inner.append(IPv4Address(int(address) & 0xFFFFFFFF))
    return [found for found in inner if found is not None]
