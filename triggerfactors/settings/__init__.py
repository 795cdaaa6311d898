"""How this process is set up: every ``TRIGGERWIJZER_*`` variable, checked as a whole at start."""

from triggerfactors.settings.reading import (
    MAIL_ADDRESS,
    PREFIX,
    Settings,
    SettingsError,
    read,
    table,
)

__all__ = ["MAIL_ADDRESS", "PREFIX", "Settings", "SettingsError", "read", "table"]
