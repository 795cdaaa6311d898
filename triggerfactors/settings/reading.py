"""Read the ``TRIGGERWIJZER_*`` variables into one frozen value, or name every fault at once."""

import importlib.util
import ipaddress
import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Final, Literal

from pydantic import (
    BeforeValidator,
    Field,
    FilePath,
    SecretStr,
    ValidationError,
    field_validator,
)
from pydantic_core import PydanticCustomError
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PREFIX: Final = "TRIGGERWIJZER_"
# Read by the tests only; it is no setting of a server.
_ELSEWHERE: Final = frozenset({"TRIGGERWIJZER_CHROMIUM"})

# One plain address: nothing that could add a second one or a header to a mail.
MAIL_ADDRESS: Final = re.compile(r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_DATABASE: Final = re.compile(r"(sqlite:///|postgresql(\+psycopg)?://).+")
_SECRETS: Final = Path(__file__).resolve().parents[2] / ".streamlit" / "secrets.toml"


_SIGN_IN_KEYS: Final = (
    "redirect_uri",
    "cookie_secret",
    "client_id",
    "client_secret",
    "server_metadata_url",
)


class SettingsError(ValueError):
    """Settings that cannot be used; ``lines`` holds every fault, in Dutch, without any secret."""

    def __init__(self, lines: tuple[str, ...]) -> None:
        """Keep ``lines``; together they are the message."""
        super().__init__("\n".join(lines))
        self.lines = lines


def _wrong(message: str) -> PydanticCustomError:
    return PydanticCustomError("instelling", message)  # type: ignore[arg-type]


def _split(value: Any) -> Any:
    return tuple(filter(None, re.split(r"[,\s]+", value))) if isinstance(value, str) else value


def _unreadable(path: Path) -> bool:
    """Whether the file is there for others, but not for the user this process runs as."""
    try:
        path.open("rb").close()
    except PermissionError:
        return True
    except OSError:
        return False
    return False


def _missing_secrets() -> str:
    """What signing in needs and the file with secrets does not have, or ``[auth]`` itself."""
    try:
        found = tomllib.loads(_SECRETS.read_text(encoding="utf-8")).get("auth")
    except (OSError, ValueError):
        return "alles: het bestand is niet te lezen als TOML"
    given = found if isinstance(found, dict) else {}
    return ", ".join(key for key in _SIGN_IN_KEYS if not given.get(key))


def _readable(value: Any) -> Any:
    if isinstance(value, str) and _unreadable(Path(value)):
        raise _wrong(
            "De app mag dit bestand niet lezen. Geef haar gebruiker leesrecht, ook op de map."
        )
    return value


def _yes_or_no(value: Any) -> Any:
    return {"ja": True, "nee": False}.get(value, value) if isinstance(value, str) else value


def _env(name: str, meaning: str, default: Any, **rules: Any) -> Any:
    """A field that is read from ``TRIGGERWIJZER_<name>``; ``meaning`` stands in the docs."""
    return Field(default, validation_alias=PREFIX + name, description=meaning, **rules)


class Settings(BaseSettings):
    """Everything an administrator can set; the defaults serve one person on one computer."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", env_ignore_empty=True)

    host: str = _env(
        "HOST",
        "Adres waarop het proces luistert. Alleen deze computer, tenzij je iets anders kiest.",
        "127.0.0.1",
        pattern=r"^[A-Za-z0-9.:\-]{1,253}$",
    )
    port: int = _env("PORT", "Poort waarop het proces luistert, 1 tot 65535.", 8501, ge=1, le=65535)
    overlay: Annotated[FilePath | None, BeforeValidator(_readable)] = _env(
        "LOKAAL",
        "Bestand met eigen naam, kleur en contacten. "
        "Leeg: `data/lokaal/lokaal.yaml`, als dat er is.",
        None,
    )
    maintainer_mail: str | None = _env(
        "BEHEER_MAIL", "Mailadres voor *Klopt niet?*. Leeg: de tekst staat er om te kopiëren.", None
    )
    database_url: SecretStr | None = _env(
        "DATABASE_URL",
        "Opslag van workshops: `sqlite:///pad` of `postgresql://…`. Nodig bij meer dan één proces.",
        None,
    )
    proxies: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_split)] = _env(
        "PROXY",
        "Adressen of netten van de eigen proxy, met komma's. Alleen die mag zeggen dat een "
        "verzoek over https kwam.",
        ("127.0.0.1",),
    )
    metrics_token: SecretStr | None = _env(
        "METING_SLEUTEL",
        "Sleutel voor `/meting`, minstens 24 tekens. Leeg: `/meting` bestaat niet.",
        None,
        min_length=24,
    )
    content_seconds: int = _env(
        "INHOUD_SECONDEN",
        "Om de hoeveel seconden het proces kijkt of `data/` nieuw is. 0: nooit.",
        10,
        ge=0,
        le=3600,
    )
    most_windows: int = _env(
        "VENSTERS",
        "Zoveel vensters tegelijk. Wie daarna komt, krijgt even geen verbinding.",
        2000,
        ge=10,
        le=100_000,
    )
    sign_in: Annotated[bool, BeforeValidator(_yes_or_no)] = _env(
        "AANMELDEN", "`ja`: eerst aanmelden via OIDC van de eigen organisatie. Anders `nee`.", False
    )
    script: FilePath | None = _env(
        "SCRIPT", "Een ander script in hetzelfde kader. Alleen voor tests.", None
    )

    @field_validator("maintainer_mail")
    @classmethod
    def _is_one_address(cls, value: str | None) -> str | None:
        if value is not None and not MAIL_ADDRESS.fullmatch(value):
            raise _wrong("Dit is geen mailadres. Schrijf één adres, zoals beheer@voorbeeld.nl.")
        return value

    @field_validator("database_url")
    @classmethod
    def _is_a_known_store(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _DATABASE.fullmatch(value.get_secret_value()):
            raise _wrong("Begin met sqlite:/// of postgresql://.")
        return value

    @field_validator("proxies")
    @classmethod
    def _are_addresses(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        for one in value:
            try:
                ipaddress.ip_network(one, strict=False)
            except ValueError as error:
                raise _wrong(
                    f"'{one[:40]}' is geen adres of net. Schrijf zoiets: 127.0.0.1,10.0.0.0/24."
                ) from error
        return value

    @field_validator("sign_in")
    @classmethod
    def _can_sign_in(cls, value: bool) -> bool:
        if value and importlib.util.find_spec("authlib") is None:
            raise _wrong("Authlib ontbreekt. Zie docs/beheer.md, Aanmelden.")
        if value and not _unreadable(_SECRETS):
            if not _SECRETS.is_file():
                raise _wrong("Het bestand .streamlit/secrets.toml ontbreekt. Zie docs/beheer.md.")
            missing = _missing_secrets()
            if missing:
                raise _wrong(f"In .streamlit/secrets.toml ontbreekt onder [auth]: {missing}.")
        return value


_REMEDIES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "int_parsing": "Dit is geen getal. Schrijf alleen cijfers.",
        "greater_than_equal": "Dit getal is te laag. Het laagste is {ge}.",
        "less_than_equal": "Dit getal is te hoog. Het hoogste is {le}.",
        "path_not_file": "Dit bestand is er niet. Kijk het pad na.",
        "too_short": "Deze waarde is te kort. Neem minstens {min_length} tekens.",
        "string_pattern_mismatch": "Dit is geen adres. Schrijf een IP-adres of een naam.",
        "bool_parsing": "Schrijf ja of nee.",
        "bool_type": "Schrijf ja of nee.",
    }
)


def _lines(error: ValidationError) -> Iterator[str]:
    for problem in error.errors(include_url=False, include_input=False):
        name = problem["loc"][0]
        if problem["type"] == "instelling":
            remedy = problem["msg"]
        else:
            remedy = _REMEDIES.get(problem["type"], "De waarde klopt niet. Kijk in docs/beheer.md.")
            remedy = remedy.format_map(problem.get("ctx", {}))
        yield f"{name}: {remedy}"


def _unknown(environment: Mapping[str, str]) -> Iterator[str]:
    known = {str(field.validation_alias) for field in Settings.model_fields.values()} | _ELSEWHERE
    for name in sorted(environment):
        if name.startswith(PREFIX) and name not in known:
            yield f"{name}: Deze instelling kent de app niet. Kijk of de naam goed geschreven is."


def read(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings of this process; raises :class:`SettingsError` with all faults at once."""
    found = list(_unknown(os.environ if environment is None else environment))
    if _unreadable(_SECRETS):
        # Streamlit opens it for every visitor, also when nobody has to sign in.
        found.append("De app mag .streamlit/secrets.toml niet lezen. Zie docs/beheer.md.")
    try:
        if environment is None:
            settings = Settings()
        else:
            settings = _Given.model_validate({k: v for k, v in environment.items() if v != ""})
    except ValidationError as error:
        raise SettingsError((*_lines(error), *found)) from None
    if found:
        raise SettingsError(tuple(found))
    return settings


class _Given(Settings):
    """The same rules without the real environment: only what is given counts."""

    @classmethod
    def settings_customise_sources(
        cls, settings_cls: type[BaseSettings], init_settings: Any, **_: Any
    ) -> tuple[Any, ...]:
        return (init_settings,)


Column = Literal["naam", "standaard", "betekenis"]


def table() -> tuple[Mapping[Column, str], ...]:
    """Every setting with its default and meaning, as the table in docs/beheer.md shows it."""
    rows: list[Mapping[Column, str]] = []
    for field in Settings.model_fields.values():
        default = field.default
        if isinstance(default, tuple):
            default = ",".join(default)
        shown = {None: "leeg", False: "`nee`", True: "`ja`"}.get(default, f"`{default}`")
        rows.append(
            {
                "naam": f"`{field.validation_alias}`",
                "standaard": shown,
                "betekenis": field.description or "",
            }
        )
    return tuple(rows)
