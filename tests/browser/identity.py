"""An identity service for tests: OpenID Connect on loopback, with one person who is signed in."""

import json
import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

from joserfc import jwt
from joserfc.jwk import RSAKey

CLIENT = "triggerwijzer"
WHO = "proefpersoon@school.example"


@dataclass
class Identity:
    """What the service was asked; ``refuse`` makes it turn people away."""

    url: str = ""
    refuse: bool = False
    asked: list[str] = field(default_factory=list)
    key: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "proef"}))
    nonces: dict[str, str] = field(default_factory=dict)

    def token(self, code: str) -> dict[str, Any]:
        """What a code is worth; each code once."""
        now = int(time.time())
        claims = {
            "iss": self.url,
            "aud": CLIENT,
            "sub": "1",
            "email": WHO,
            "iat": now,
            "exp": now + 300,
            "nonce": self.nonces.pop(code),
        }
        signed = jwt.encode({"alg": "RS256", "kid": "proef"}, claims, self.key)
        return {
            "access_token": secrets.token_hex(),
            "token_type": "Bearer",
            "expires_in": 300,
            "id_token": signed,
        }


@contextmanager
def identity_service() -> Iterator[Identity]:
    """Serve it on a free port until the block ends."""
    service = Identity()

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            service.asked.append(parts.path)
            if parts.path == "/.well-known/openid-configuration":
                self._json(
                    {
                        "issuer": service.url,
                        "authorization_endpoint": f"{service.url}/aanmelden",
                        "token_endpoint": f"{service.url}/sleutel",
                        "jwks_uri": f"{service.url}/sleutels",
                        "id_token_signing_alg_values_supported": ["RS256"],
                    }
                )
            elif parts.path == "/sleutels":
                self._json({"keys": [service.key.as_dict(private=False)]})
            else:
                asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
                code = secrets.token_hex()
                service.nonces[code] = asked.get("nonce", "")
                back = {"error": "access_denied"} if service.refuse else {"code": code}
                back["state"] = asked["state"]
                self.send_response(302)
                self.send_header("Location", f"{asked['redirect_uri']}?{urlencode(back)}")
                self.end_headers()

        def do_POST(self) -> None:
            service.asked.append(self.path)
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            self._json(service.token(parse_qs(body)["code"][0]))

        def _json(self, value: dict[str, Any]) -> None:
            body = json.dumps(value).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing between the lines of the tests."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    service.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield service
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
