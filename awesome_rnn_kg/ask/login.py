"""Who asks: the answer to a server's challenge, Basic or Digest (RFC 7617, RFC 7616)."""

from __future__ import annotations

import os
import secrets
from base64 import b64encode
from collections.abc import Iterable
from hashlib import md5, sha256
from typing import NamedTuple
from urllib.parse import urlsplit
from urllib.request import parse_http_list, parse_keqv_list

from awesome_rnn_kg.ask.errors import UsageError

_PASSWORD = "AWESOME_RNN_KG_PASSWORD"  # noqa: S105  a name
_ALGORITHMS = ("SHA-256", "MD5")


class Login(NamedTuple):
    """A user and a password; the password is never shown."""

    user: str
    password: str

    def __repr__(self) -> str:
        return f"Login(user={self.user!r})"


def login_of(user: str | None) -> Login | None:
    """A user with the password in the environment; UsageError if there is none."""
    if user is None:
        return None
    if _PASSWORD not in os.environ:
        raise UsageError(f"put the password of {user} in the variable {_PASSWORD}")
    return Login(user, os.environ[_PASSWORD])


class _Challenge(NamedTuple):
    scheme: str
    words: dict[str, str]

    @property
    def rank(self) -> int:
        """Which to answer where there are several: a digest tells nobody the password."""
        if self.scheme != "digest":
            return 2 if self.scheme == "basic" else 9
        algorithm = self.words.get("algorithm", "MD5").upper()
        return _ALGORITHMS.index(algorithm) if algorithm in _ALGORITHMS else 9


class Answers:
    """The `Authorization` of each request, once a server has asked for it."""

    def __init__(self, login: Login | None) -> None:
        self._login = login
        self._challenges: dict[str, _Challenge] = {}
        self._count = 0

    def challenged(self, url: str, headers: Iterable[str]) -> bool:
        """Keep what a server asks in `WWW-Authenticate`; whether it can be answered."""
        found = sorted(map(_challenge, headers), key=lambda one: one.rank)
        if self._login is None or not found or found[0].rank == 9:
            return False
        self._challenges[_server(url)] = found[0]
        return True

    def authorization(self, method: str, url: str) -> str | None:
        """The header for a request; None for a server that hasn't asked."""
        challenge = self._challenges.get(_server(url))
        if challenge is None or self._login is None:
            return None
        if challenge.scheme == "basic":
            return f"Basic {b64encode(':'.join(self._login).encode()).decode()}"
        self._count += 1
        return _digest(self._login, challenge.words, (method, _target(url)), self._count)


def _challenge(header: str) -> _Challenge:
    scheme, _, rest = header.strip().partition(" ")
    words = [word for word in parse_http_list(rest) if "=" in word]
    return _Challenge(scheme.lower(), parse_keqv_list(words))


def _digest(login: Login, asked: dict[str, str], request: tuple[str, str], count: int) -> str:
    algorithm = asked.get("algorithm", "MD5")
    realm, nonce = asked.get("realm", ""), asked.get("nonce", "")
    secret = _hashed(algorithm, login.user, realm, login.password)
    action = _hashed(algorithm, *request)
    words = {"username": login.user, "realm": realm, "nonce": nonce, "uri": request[1]}
    plain = {"algorithm": algorithm}
    if "qop" in asked:
        own = secrets.token_hex(8)
        plain |= {"qop": "auth", "nc": f"{count:08x}"}
        words |= {"cnonce": own}
        words["response"] = _hashed(algorithm, secret, nonce, plain["nc"], own, "auth", action)
    else:
        words["response"] = _hashed(algorithm, secret, nonce, action)
    if "opaque" in asked:
        words["opaque"] = asked["opaque"]
    quoted = [f'{name}="{_escaped(value)}"' for name, value in words.items()]
    return "Digest " + ", ".join([*quoted, *(f"{n}={v}" for n, v in plain.items())])


def _hashed(algorithm: str, *parts: str) -> str:
    data = ":".join(parts).encode()
    if algorithm.upper() == "MD5":  # the server's choice
        return md5(data, usedforsecurity=False).hexdigest()
    return sha256(data).hexdigest()


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _server(url: str) -> str:
    return "{0.scheme}://{0.netloc}".format(urlsplit(url))


def _target(url: str) -> str:
    parts = urlsplit(url)
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
