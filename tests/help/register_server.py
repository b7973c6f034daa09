"""A register on this machine, with a certificate of its own, that answers as a test wants it to."""

from __future__ import annotations

import datetime
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

NAME = "rdap.shown.example"
Reply = Callable[[ssl.SSLSocket, bytes], None]


@dataclass
class Register:
    """``port`` of 127.0.0.1 and the certificate to trust; ``requests`` keeps what was asked."""

    port: int
    certificate: Path
    requests: list[bytes] = field(default_factory=list)

    def connect(self, host: str, port: int, seconds: float) -> socket.socket:
        """The way to this register, whatever host is meant."""
        return socket.create_connection(("127.0.0.1", self.port), seconds)

    def context(self) -> ssl.SSLContext:
        """Trusts the register's certificate and no other."""
        return ssl.create_default_context(cafile=str(self.certificate))


@contextmanager
def register(folder: Path, *replies: Reply) -> Iterator[Register]:
    """A register that takes one connection for each of ``replies``."""
    certificate = _certificate(folder)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with socket.create_server(("127.0.0.1", 0)) as server:
        there = Register(server.getsockname()[1], certificate)
        thread = threading.Thread(target=_serve, args=(server, context, there, replies), daemon=True)
        thread.start()
        yield there
    thread.join(10)


def reply(head: str, body: bytes = b"") -> Reply:
    """Answers with a status line, headers and a body."""

    def send(connection: ssl.SSLSocket, request: bytes) -> None:
        lines = "\r\n".join([f"HTTP/1.1 {line}" if at == 0 else line for at, line in enumerate(head.split("\n"))])
        connection.sendall(f"{lines}\r\nConnection: close\r\n\r\n".encode() + body)

    return send


def _serve(server: socket.socket, context: ssl.SSLContext, there: Register, replies: tuple[Reply, ...]) -> None:
    for answer in replies:
        try:
            plain, _ = server.accept()
            with plain, context.wrap_socket(plain, server_side=True) as connection:
                request = connection.recv(65536)
                there.requests.append(request)
                answer(connection, request)
        except OSError:
            # The other side went away, as some tests want it to.
            continue


def _certificate(folder: Path) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    file = folder / "register.pem"
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    file.write_bytes(secret + certificate.public_bytes(serialization.Encoding.PEM))
    return file
