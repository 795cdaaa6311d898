"""A window on the app without a browser: Streamlit's websocket protocol, as small as it can be.

It does what a browser does with a page: remembers what is drawn, presses a button, fills a field.
Benchmarks and scale tests open hundreds of these in one process.
"""

import asyncio
from collections.abc import Iterator, Mapping
from typing import Any, Self
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

PATIENCE = 30.0


class Window:
    """One visitor. Use it as ``async with Window(url, "/situatie") as window``."""

    def __init__(
        self,
        url: str,
        path: str = "/",
        headers: Mapping[str, str] | None = None,
        resume: str = "",
    ) -> None:
        """``headers`` go with the handshake: a cookie of a balancer, for instance.

        ``resume``: the session to go on with, as a browser asks after a tunnel.
        """
        parts = urlsplit(url)
        self._address = f"ws://{parts.netloc}/_stcore/stream"
        self._page = path.strip("/")
        self._headers = dict(headers or {})
        self._protocols = ["streamlit", "none", resume] if resume else ["streamlit"]
        self._socket: ClientConnection | None = None
        self._seen: dict[str, ForwardMsg] = {}
        self._drawn: dict[tuple[int, ...], Element] = {}
        self._values: dict[str, WidgetState] = {}
        self._script = ""
        self.session = ""

    async def __aenter__(self) -> Self:
        """Connect and wait until the page stands."""
        await self.open()
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close the window."""
        await self.close()

    async def open(self) -> None:
        """Connect and wait until the page stands."""
        self._socket = await connect(
            self._address,
            subprotocols=self._protocols,  # type: ignore[arg-type]
            additional_headers=self._headers,
            max_size=None,
            compression=None,
            open_timeout=PATIENCE,
        )
        await self._ask([])

    async def close(self) -> None:
        """Leave."""
        if self._socket is not None:
            await self._socket.close()

    @property
    def elements(self) -> list[Element]:
        """What is drawn, in no order of importance."""
        return list(self._drawn.values())

    def texts(self) -> str:
        """Every word on the screen, as one string."""
        return "\n".join(str(element) for element in self._drawn.values())

    def _of(self, kind: str) -> Iterator[Any]:
        for element in self._drawn.values():
            if element.WhichOneof("type") == kind:
                yield getattr(element, kind)

    def heading(self) -> str:
        """The words of the largest heading."""
        return next((h.body for h in self._of("heading") if h.tag == "h1"), "")

    def buttons(self) -> list[str]:
        """The labels of the buttons that can be pressed."""
        return [b.label for b in self._of("button") if not b.disabled]

    async def press(self, label: str) -> None:
        """Press the button with this label, and wait until the next screen stands."""
        button = next(b for b in self._of("button") if b.label == label and not b.disabled)
        await self._ask([WidgetState(id=button.id, trigger_value=True)])

    def choose(self, option: str) -> None:
        """Choose in the radio that has this option; the value goes along with the next press."""
        for radio in self._of("radio"):
            if option in radio.options:
                state = WidgetState(id=radio.id, string_value=option)
                self._values[radio.id] = state
                return
        raise LookupError(f"no radio with {option!r}")

    def fill(self, text: str) -> int:
        """Put ``text`` in every text field on the screen; gives how many there are."""
        filled = 0
        for kind in ("text_area", "text_input"):
            for widget in self._of(kind):
                self._values[widget.id] = WidgetState(id=widget.id, string_value=text)
                filled += 1
        return filled

    async def go(self, page: str) -> None:
        """Go to another page in the same session, as the navigation row does."""
        self._page = page.strip("/")
        self._script = ""
        self._values.clear()
        await self._ask([])

    async def send(self, raw: bytes) -> None:
        """Send anything, also what no browser sends."""
        assert self._socket is not None
        await self._socket.send(raw)

    async def forge(self, *states: WidgetState) -> None:
        """Tell the server that widgets have these values, and wait for the screen that follows."""
        await self._ask(list(states))

    async def again(self) -> None:
        """Let the script run once more."""
        await self._ask([])

    async def _ask(self, extra: list[WidgetState]) -> None:
        message = BackMsg()
        run = message.rerun_script
        run.page_name = self._page if not self._script else ""
        run.page_script_hash = self._script
        on_screen = {e.id for e in self._widgets()}
        run.widget_states.widgets.extend(
            [s for i, s in self._values.items() if i in on_screen] + extra
        )
        await self.send(message.SerializeToString())
        async with asyncio.timeout(PATIENCE):
            await self._until_finished()

    def _widgets(self) -> Iterator[Any]:
        for element in self._drawn.values():
            widget = getattr(element, element.WhichOneof("type") or "empty")
            if getattr(widget, "id", ""):
                yield widget

    async def _until_finished(self) -> None:
        assert self._socket is not None
        fresh: dict[tuple[int, ...], Element] = {}
        while True:
            message = ForwardMsg.FromString(await self._socket.recv())  # type: ignore[arg-type]
            if message.WhichOneof("type") == "ref_hash":
                # Sent before: the server gives only where it belongs now.
                place = list(message.metadata.delta_path)
                kept = self._seen[message.ref_hash].SerializeToString()
                message = ForwardMsg.FromString(kept)
                message.metadata.delta_path[:] = place
            kind = message.WhichOneof("type")
            if message.hash:
                self._seen[message.hash] = message
            if kind == "new_session":
                self._script = message.new_session.page_script_hash
                self.session = message.new_session.initialize.session_id or self.session
                fresh = {}
            elif kind == "navigation":
                self._script = message.navigation.page_script_hash
            elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
                fresh[tuple(message.metadata.delta_path)] = message.delta.new_element
            elif kind == "script_finished":
                self._drawn = fresh
                # A rerun that was asked by the script itself is followed by another run.
                if message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    return
