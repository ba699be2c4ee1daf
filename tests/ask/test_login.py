"""Answers to challenges: the examples of the RFCs, and what isn't answered."""

import re

import pytest

from awesome_rnn_kg.ask.errors import UsageError
from awesome_rnn_kg.ask.login import Answers, Login, login_of

MUFASA = Login("Mufasa", "Circle of Life")
URL = "http://www.example.org/dir/index.html"


def test_basic() -> None:
    answers = Answers(Login("Aladdin", "open sesame"))
    assert answers.authorization("GET", URL) is None
    assert answers.challenged(URL, ['Basic realm="WallyWorld"'])
    assert answers.authorization("GET", URL) == "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="  # RFC 7617


@pytest.mark.parametrize(
    ("algorithm", "response"),
    [
        ("MD5", "8ca523f5e9506fed4657c9700eebdbec"),
        ("SHA-256", "753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"),
    ],
)
def test_the_example_of_rfc_7616(
    algorithm: str, response: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"
    monkeypatch.setattr("secrets.token_hex", lambda _: own)
    answers = Answers(MUFASA)
    asked = (
        'Digest realm="http-auth@example.org", qop="auth, auth-int", '
        f'algorithm={algorithm}, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", '
        'opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"'
    )
    assert answers.challenged(URL, [asked])
    found = answers.authorization("GET", URL) or ""
    assert f'response="{response}"' in found
    assert 'uri="/dir/index.html"' in found
    assert 'opaque="FQhe/' in found


def test_the_old_digest_of_rfc_2069() -> None:
    answers = Answers(Login("Mufasa", "CircleOfLife"))
    asked = 'Digest realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093"'
    assert answers.challenged(URL, [asked])
    found = answers.authorization("GET", URL) or ""
    assert 'response="1949323746fe6a43ef61f9606e7febea"' in found


def test_each_request_has_a_number_of_its_own() -> None:
    answers = Answers(MUFASA)
    answers.challenged(URL, ['Digest realm="r", nonce="n", qop="auth"'])
    sent = [answers.authorization("PUT", URL) or "" for _ in range(2)]
    assert [re.findall(r"nc=(\w+)", one) for one in sent] == [["00000001"], ["00000002"]]


def test_a_digest_is_liked_better_than_the_password_itself() -> None:
    answers = Answers(MUFASA)
    assert answers.challenged(URL, ['Basic realm="r"', 'Digest realm="r", nonce="n"'])
    assert (answers.authorization("GET", URL) or "").startswith("Digest ")


@pytest.mark.parametrize(
    "asked", [[], ["Negotiate"], ['Digest realm="r", nonce="n", algorithm=SHA-512-256']]
)
def test_what_is_not_known_is_not_answered(asked: list[str]) -> None:
    assert not Answers(MUFASA).challenged(URL, asked)


def test_nobody_is_told_who_did_not_ask() -> None:
    answers = Answers(MUFASA)
    answers.challenged(URL, ['Basic realm="r"'])
    assert answers.authorization("GET", "http://www.example.com/dir/index.html") is None
    assert not Answers(None).challenged(URL, ['Basic realm="r"'])


def test_the_password_is_in_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AWESOME_RNN_KG_PASSWORD", raising=False)
    assert login_of(None) is None
    with pytest.raises(UsageError, match="variable AWESOME_RNN_KG_PASSWORD"):
        login_of("me")
    monkeypatch.setenv("AWESOME_RNN_KG_PASSWORD", "secret")
    assert login_of("me") == Login("me", "secret")
    assert "secret" not in repr(login_of("me"))
