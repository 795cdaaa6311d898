"""Codes to join, tokens of phones and the secret of a trainer."""

import hashlib
import hmac
import secrets
from typing import Final

# No vowels, so no words; no signs that look alike on a wall (0 O, 1 I L, 5 S, 2 Z, 8 B, U V).
ALPHABET: Final = "3467CDFGHJKMNPQRTWXY"
LENGTH: Final = 8
# 20 signs of 20 kinds: 20 x log2(20) = 86 bits. Too many to guess, few enough to write down.
SECRET_LENGTH: Final = 20
TOKEN_LENGTH: Final = range(16, 65)


def new_code() -> str:
    """A code to join: one of 20 to the power 8 (over 25 thousand million), by the system's dice."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def shown(code: str) -> str:
    """The code as one reads it from a wall: two groups of four."""
    return f"{code[:4]} {code[4:]}"


def clean(typed: str) -> str | None:
    """The code in what someone typed, or ``None`` when it cannot be one."""
    kept = "".join(sign for sign in typed.upper() if sign.isalnum())
    return kept if len(kept) == LENGTH and set(kept) <= set(ALPHABET) else None


def new_secret() -> str:
    """The secret by which a trainer controls a room; it never leaves the trainer's own screen."""
    return "".join(secrets.choice(ALPHABET) for _ in range(SECRET_LENGTH))


def shown_secret(secret: str) -> str:
    """The secret as one copies it by hand: groups of four."""
    return "-".join(secret[at : at + 4] for at in range(0, len(secret), 4))


def clean_secret(typed: str) -> str:
    """A typed secret as it was made: any case will do, with or without dashes and spaces."""
    return "".join(sign for sign in typed.upper() if sign.isalnum())


def hashed(value: str) -> str:
    """What the store keeps of a secret or a token: enough to compare, not to use."""
    return hashlib.sha256(value.encode()).hexdigest()


def same(kept: str, given: str) -> bool:
    """Whether a given secret is the one of which the hash was kept, in any way of writing it."""
    return hmac.compare_digest(kept, hashed(clean_secret(given)))
