"""A tiny proxy with https between the doctor and a site: a good one, or one that does everything wrong at once."""

from __future__ import annotations

import http.client
import ssl
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path
from typing import Any, ClassVar

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

HERE = "127.0.0.1"
# Longer than the doctor waits for an upload that is begun.
WAIT_SECONDS = 4
FORWARDED = ("x-forwarded-host", "x-forwarded-proto", "x-forwarded-for")


class Good(BaseHTTPRequestHandler):
    """Passes on what comes, as the guides say."""

    upstream: ClassVar[int]

    def do_GET(self) -> None:
        """Passes a question on."""
        self.give(*self.fetch(b""))

    def do_POST(self) -> None:
        """Passes on what of a body is there, and the answer if one comes."""
        try:
            self.give(*self.fetch(self.rfile.read1(65536)))
        except TimeoutError:
            self.close_connection = True

    def fetch(self, body: bytes) -> tuple[int, list[tuple[str, str]], bytes]:
        """What the site answers."""
        with closing(http.client.HTTPConnection(HERE, self.upstream, timeout=WAIT_SECONDS)) as site:
            site.putrequest(self.command, self.path, skip_host=True, skip_accept_encoding=True)
            for name, value in self.passed_on():
                site.putheader(name, value)
            site.endheaders(body or None)
            answer = site.getresponse()
            return answer.status, answer.getheaders(), answer.read()

    def passed_on(self) -> list[tuple[str, str]]:
        """The headers for the site."""
        kept = [pair for pair in self.headers.items() if pair[0].lower() not in FORWARDED]
        said = (self.headers["Host"], "https", self.client_address[0])
        return kept + list(zip(FORWARDED, said, strict=True))

    def give(self, status: int, headers: list[tuple[str, str]], body: bytes) -> None:
        """Sends an answer."""
        self.send_response_only(status)
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words: Any) -> None:
        """Writes nothing."""


class Bad(Good):
    """Drops and adds headers, writes a host of its own, keeps private pages, refuses uploads, believes visitors."""

    kept: ClassVar[dict[str, tuple[int, list[tuple[str, str]], bytes]]] = {}

    def do_POST(self) -> None:
        """Refuses by itself."""
        self.give(413, [("Content-Length", "0")], b"")

    def fetch(self, body: bytes) -> tuple[int, list[tuple[str, str]], bytes]:
        """The first answer for each address, for everybody."""
        if self.path not in self.kept:
            self.kept[self.path] = super().fetch(body)
        status, headers, content = self.kept[self.path]
        left = [pair for pair in headers if pair[0].lower() != "x-frame-options"]
        return status, [*left, ("Set-Cookie", "balance=1"), ("Server", "between/0.1")], content

    def passed_on(self) -> list[tuple[str, str]]:
        """A host of its own, and no word of https."""
        return [
            ("Host", f"{HERE}:1") if name.lower() == "host" else (name, value) for name, value in self.headers.items()
        ]


class Quiet(ThreadingHTTPServer):
    """Ends with its block; a visitor who goes away is nothing to tell."""

    daemon_threads = False

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Says nothing."""


@dataclass(frozen=True)
class Certificate:
    """A certificate for this machine, and the file that a browser would have to trust."""

    path: Path

    def context(self) -> ssl.SSLContext:
        """What a server needs."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.path)
        return context


def certificate(folder: Path) -> Certificate:
    """One for a day, made here."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, HERE)])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(HERE))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    private = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    path = folder / "certificate.pem"
    path.write_bytes(private + made.public_bytes(serialization.Encoding.PEM))
    return Certificate(path)


@contextmanager
def proxy(kind: type[Good], upstream: int, with_certificate: Certificate) -> Iterator[str]:
    """The address of a proxy of this ``kind`` in front of the port ``upstream``."""
    handler = type("Handler", (kind,), {"upstream": upstream, "kept": {}})
    with Quiet((HERE, 0), handler) as server:
        server.socket = with_certificate.context().wrap_socket(server.socket, server_side=True)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"https://{HERE}:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
