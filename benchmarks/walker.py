"""Someone walking the main route by Streamlit's own protocol: no browser, only its talk.

Hundreds fit in one process. A walker keeps the state of its widgets, clicks "Weet ik niet" on every
question and times how long the server takes to draw the next screen.
"""

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any, Final

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

_PATIENCE: Final = 60.0


@dataclass
class Walker:
    """One session on a page of the app at ``ws://host``; ``page`` is its path without slash.

    ``cookie`` keeps it with one process behind a balancer.
    """

    address: str
    page: str = "situatie"
    steps: list[float] = field(default_factory=list)
    cookie: str = ""
    _socket: ClientConnection | None = None
    _buttons: dict[str, str] = field(default_factory=dict)
    _radios: dict[str, str] = field(default_factory=dict)
    _states: dict[str, WidgetState] = field(default_factory=dict)
    _hash: str = ""

    async def __aenter__(self) -> "Walker":
        """Open the session and wait for the first screen."""
        self._socket = await connect(
            f"{self.address}/_stcore/stream",
            subprotocols=["streamlit"],  # type: ignore[list-item]
            max_size=None,
            open_timeout=_PATIENCE,
            compression=None,
            ping_interval=None,
            additional_headers={"Cookie": self.cookie} if self.cookie else None,
        )
        await self._run()
        return self

    async def __aexit__(self, *_: object) -> None:
        """Leave, as someone who closes the page."""
        if self._socket:
            await self._socket.close()

    async def _run(self, trigger: str | None = None) -> float:
        """Ask for a run of the page, with a button pressed or not; gives the seconds it took."""
        assert self._socket is not None
        message = BackMsg()
        state = message.rerun_script
        state.page_script_hash = self._hash
        state.page_name = self.page
        for one in self._states.values():
            state.widget_states.widgets.append(one)
        if trigger:
            state.widget_states.widgets.append(WidgetState(id=trigger, trigger_value=True))
        self._buttons, self._radios = {}, {}
        begin = time.perf_counter()
        await self._socket.send(message.SerializeToString())
        async with asyncio.timeout(_PATIENCE):
            while True:
                answer = ForwardMsg()
                answer.ParseFromString(await self._socket.recv())  # type: ignore[arg-type]
                kind = answer.WhichOneof("type")
                if kind == "navigation":
                    self._hash = answer.navigation.page_script_hash
                elif kind == "delta":
                    self._note(answer.delta)
                elif kind == "script_finished":
                    return time.perf_counter() - begin

    def _note(self, delta: Any) -> None:
        element = delta.new_element
        if element.WhichOneof("type") == "button":
            self._buttons[element.button.label] = element.button.id
        elif element.WhichOneof("type") == "radio":
            self._radios[element.radio.id] = element.radio.options[0]

    async def press(self, label: str) -> bool:
        """Press a button by its words and time it; ``False`` when it is not there."""
        button = self._buttons.get(label)
        if button is None:
            return False
        self.steps.append(await self._run(button))
        return True

    async def choose(self, option: str) -> None:
        """Choose an option in the radio on this screen; it travels with the next button."""
        for radio in self._radios:
            self._states[radio] = WidgetState(id=radio, string_value=option)

    async def walk(
        self, job: str, pause: float = 0.0, most: int = 60, until: asyncio.Event | None = None
    ) -> int:
        """Walk the route to its end or ``until`` is set; gives the number of screens passed."""
        await self.choose(job)
        await self.press("Verder")
        await self.choose("Nee, nu niet")
        await self.press("Verder")
        passed = 2
        while passed < most and not (until and until.is_set()):
            if pause:
                await asyncio.sleep(pause)
            if not (await self.press("Weet ik niet") or await self.press("Verder")):
                break
            passed += 1
        return passed
