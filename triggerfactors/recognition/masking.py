"""Masks names and group words before any rule reads the text.

A faith, origin, country or political side becomes one neutral word, whichever it is; a name
becomes another. So no rule can react to them: it never sees them (design §2, must 2).
"""

from collections.abc import Mapping
from dataclasses import dataclass

from triggerfactors.recognition.words import known

NAME = "~naam"
# After a word that only counts in capitals: ‘ME’ is the police, ‘me’ is not.
CAPITALS = "^"


@dataclass(frozen=True)
class Masker:
    """Words and endings that are masked, first names, and the words that rules use themselves."""

    groups: Mapping[str, str]
    endings: tuple[tuple[str, str], ...]
    names: frozenset[str]
    spoken: frozenset[str]
    capitals: frozenset[str]

    def mask(self, written: str, form: str, first: bool) -> tuple[str, tuple[str, ...] | None]:
        """The form to use and, for a masked word, its only key; ``None`` keys mean: not masked."""
        if form in self.capitals and written.isupper():
            return form + CAPITALS, (form + CAPITALS,)
        token = self.groups.get(form)
        if token is None and form not in self.spoken:
            token = next((t for end, t in self.endings if form.endswith(end) and form != end), None)
        if token is None and written[:1].isupper() and self._is_name(written, form, first):
            token = NAME
        return (token, (token,)) if token else (form, None)

    def _is_name(self, written: str, form: str, first: bool) -> bool:
        if len(written) > 1 and written.isupper():
            return False
        if form in self.names:
            return not first or not (form in self.spoken or known(form))
        if form in self.spoken:
            return False
        return not first or not known(form)
