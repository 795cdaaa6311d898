"""The HTTP protocol of the server, with a patience that ends.

A client that sends one byte now and then would keep a connection for ever. It is cut off before
the app knows of it. How large a head may be is a setting of uvicorn (``__main__``).
"""

import asyncio
from typing import Final

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

PATIENCE_SECONDS: Final = 20.0


class PatientProtocol(H11Protocol):
    """uvicorn's protocol that closes when the head of a request does not come in time."""

    patience: float = PATIENCE_SECONDS
    _clock: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Start the clock: a whole head has to come."""
        super().connection_made(transport)
        self._start_clock()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the clock."""
        self._stop_clock()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Stop the clock when a head is complete; a next head on this connection gets its own."""
        super().data_received(data)
        waiting = self.conn.their_state is h11.IDLE
        if self.transport.get_protocol() is not self or not waiting:
            self._stop_clock()
        elif self._clock is None:
            self._start_clock()

    def _start_clock(self) -> None:
        self._clock = self.loop.call_later(self.patience, self._give_up)

    def _stop_clock(self) -> None:
        if self._clock is not None:
            self._clock.cancel()
            self._clock = None

    def _give_up(self) -> None:
        self._clock = None
        if not self.transport.is_closing():
            self.transport.close()
