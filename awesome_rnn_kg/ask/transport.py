"""HTTP requests for uploads: no redirects, patience with busy servers, Basic and Digest log-in."""

from __future__ import annotations

import re
import time
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

from awesome_rnn_kg.ask.errors import EndpointError
from awesome_rnn_kg.ask.login import Answers, Login

_BUSY, _UNAUTHORIZED = 503, 401
_PAUSES = (1.0, 3.0, 9.0)
_LONGEST_PAUSE = 60.0
_LONGEST_MESSAGE = 300
_TAG = re.compile(r"<[^>]*>")


class Transport:
    """Sends requests that may be repeated without harm; `timeout` is in seconds for one attempt.

    A server that is busy (503) or breaks off is asked again after 1, 3 and 9 seconds, or after
    the seconds that it names. It is told the login when it asks for one.
    """

    def __init__(self, timeout: float, login: Login | None = None) -> None:
        self._timeout = timeout
        self._login = login
        self._answers = Answers(login)

    def send(self, request: Request) -> bytes:
        """The body of the answer. EndpointError says why there is none."""
        for pause in (*_PAUSES, None):
            try:
                return self._once(request)
            except _PassingError as passing:
                if pause is None:
                    raise EndpointError(str(passing)) from None
                time.sleep(min(passing.wait or pause, _LONGEST_PAUSE))
        raise AssertionError

    def _once(self, request: Request, again: bool = False) -> bytes:
        url = request.full_url
        try:
            return self._opened(request)
        except HTTPError as error:
            with error:
                asked = error.headers.get_all("WWW-Authenticate", [])
                if again or error.code != _UNAUTHORIZED or not self._answers.challenged(url, asked):
                    raise self._refusal(url, error) from None
        except TimeoutError:
            raise self._late(url) from None
        except URLError as error:
            raise self._unreached(url, error.reason) from None
        except (OSError, HTTPException) as error:
            raise _PassingError(f"{url} broke off: {error or type(error).__name__}") from None
        return self._once(request, again=True)

    def _opened(self, request: Request) -> bytes:
        words = self._answers.authorization(request.get_method(), request.full_url)
        if words:
            request.add_unredirected_header("Authorization", words)
        with _opener().open(request, timeout=self._timeout) as response:
            return bytes(response.read())

    def _refusal(self, url: str, error: HTTPError) -> Exception:
        """What an answer with an error means."""
        if error.code == _BUSY:
            return _PassingError(f"{url} is busy (503)", error.headers.get("Retry-After", ""))
        if error.code == _UNAUTHORIZED and self._login is None:
            return EndpointError(f"{url} answered 401: it asks for a user and a password (--user)")
        if error.code == _UNAUTHORIZED:
            return EndpointError(f"{url} answered 401: it refuses this user and password")
        text = error.read().decode("utf-8", "replace")
        if "html" in error.headers.get("Content-Type", ""):
            text = _TAG.sub(" ", text)
        said = " ".join(text.split())[:_LONGEST_MESSAGE] or error.reason
        return EndpointError(f"{url} answered {error.code}: {said}")

    def _unreached(self, url: str, reason: object) -> Exception:
        """What it means that a request didn't get through."""
        if isinstance(reason, TimeoutError):
            return self._late(url)
        if isinstance(reason, ConnectionResetError | BrokenPipeError):
            return _PassingError(f"{url} broke off: {reason}")
        return EndpointError(f"{url} cannot be reached: {reason}")

    def _late(self, url: str) -> EndpointError:
        return EndpointError(f"{url} gave no answer within {self._timeout:g} s")


class _PassingError(Exception):
    """What may be over soon; `wait` is in seconds, 0 if the server doesn't say how long."""

    def __init__(self, message: str, retry_after: str = "") -> None:
        super().__init__(message)
        self.wait = float(retry_after) if retry_after.strip().isdecimal() else 0.0


def _opener() -> OpenerDirector:
    """Follows no redirect: a POST would go on as a GET, and perhaps to another host."""
    opener = OpenerDirector()
    handlers = (ProxyHandler, HTTPHandler, HTTPSHandler, HTTPDefaultErrorHandler)
    for handler in (*handlers, HTTPErrorProcessor):
        opener.add_handler(handler())
    return opener
