"""Proof of participation: a page in which someone fills in their own name and prints it.

The name is typed in the file itself, on one's own computer. It never passes the server.
"""

from datetime import date
from html import escape

from triggerfactors.content.models import Module
from triggerfactors.report import words
from triggerfactors.report.html import shell

TITLE = "Bewijs van deelname"
_FIELDS = (("naam", "Naam"), ("functie", "Functie"), ("organisatie", "Organisatie"))


def proof(module: Module, today: date) -> bytes:
    """The proof for one module; it says what was done and nothing about how well."""
    fields = "".join(
        f'<div class="fill"><label for="{name}">{label}</label>'
        f'<input id="{name}" type="text" maxlength="80" autocomplete="off"></div>'
        for name, label in _FIELDS
    )
    remember = "".join(f"<li>{escape(line.text)}</li>" for line in module.remember)
    body = (
        '<p class="note screen">Vul je naam in en print dit bestand (Ctrl en P). '
        "Je naam blijft in dit bestand. Niemand anders krijgt hem.</p>"
        f"{fields}"
        f"<p>deed de module <strong>{escape(module.title)}</strong> van Triggerwijzer "
        f"op {words.day(today)}. De module duurt ongeveer {module.minutes} minuten "
        f"en heeft {len(module.scenarios)} vragen over verzonnen situaties.</p>"
        f"<h2>Doel</h2><p>{escape(module.goal.text)}</p>"
        f"<h2>Om mee te nemen</h2><ul>{remember}</ul>"
        '<p class="small">Bij deze module hoort geen score of uitslag. '
        "Dit bewijs zegt alleen dat iemand meedeed.</p>"
    )
    return shell(TITLE, body)
