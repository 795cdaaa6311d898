"""New content goes live without a restart: seen, checked as a whole, and only then used.

A faulty one is refused; the log names every fault and the old one keeps serving.
"""

import asyncio
import gc
import logging
from collections.abc import Iterator

from triggerfactors import content, metrics, recognition
from triggerfactors.live import fingerprint
from triggerfactors.web import accent

_LOG = logging.getLogger(__name__)


def seen() -> str:
    """What the files look like now; another value means that something may be new."""
    return fingerprint(content.DATA, content.local_overlay())


def renew() -> bool:
    """Check what is on disk and use it; ``False`` when it was refused."""
    try:
        newest, rules = content.LIVE.fresh(), recognition.LIVE.fresh()
    except (content.ContentError, recognition.RulesError) as error:
        for line in faults(error):
            _LOG.error("Nieuwe inhoud geweigerd: %s", line)
        metrics.reloaded(live=False)
        return False
    content.LIVE.replace(newest)
    accent.use(newest)
    recognition.LIVE.replace(rules)
    # What was just made stays: no later collection needs to walk it.
    gc.collect()
    gc.freeze()
    metrics.reloaded(live=True)
    _LOG.warning("Nieuwe inhoud is live: %s", newest.version)
    return True


def faults(error: content.ContentError | recognition.RulesError) -> Iterator[str]:
    """Every fault in content or rules, as one line for the log each."""
    if isinstance(error, content.ContentError):
        yield from (fault.line() for fault in error.faults)
    else:
        yield from (f"herkenning/{p.file} › {p.path}: {p.message}" for p in error.problems)


async def watch(seconds: float) -> None:
    """Look every ``seconds``, and renew when the files changed and then stood still once.

    Someone who copies many files is given the time to finish.
    """
    handled = before = await asyncio.to_thread(seen)
    while True:
        await asyncio.sleep(seconds)
        try:
            now = await asyncio.to_thread(seen)
            if now != handled and now == before:
                handled = now
                await asyncio.to_thread(renew)
            before = now
        except Exception:
            # A disk that fails for a moment must not end the watching.
            _LOG.exception("Kijken naar nieuwe inhoud mislukte")
