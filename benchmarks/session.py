"""One visitor of a Streamlit server, as its websocket sees a browser: opens a page, keeps the widgets' states, changes
one of them. Nothing is drawn; every message is received and decoded.

``Session.open`` and ``Session.change`` return when the message has come that the script has finished, after which
everything of the page has arrived; they give the bytes of it.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Any, Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Subprotocol

MOST_BYTES = 200 * 1024 * 1024
WAIT_SECONDS = 60
CACHED_RUNS = 2
"""Runs after which a browser forgets a message that no run used (Streamlit's own default)."""
_DONE = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)
State = str | bool | float | list[str] | list[float] | None


class PageFailedError(Exception):
    """The page shows an error instead of what was asked for, so its time means nothing."""


class PageMissingError(Exception):
    """The server has no such page."""


@dataclass(slots=True)
class Widget:
    """A widget on the page: ``options`` where it has a list of them, ``state`` as a browser would send it."""

    kind: str
    id: str
    state: State
    options: Sequence[str] = ()
    low: float = 0
    high: float = 0
    is_set: bool = False


@dataclass(slots=True)
class Cached:
    """What is kept of a message that the server need not send again: its widget, and the run that last used it."""

    widget: Widget | None
    run: int


@dataclass(slots=True)
class Session:
    """One connection with its widgets by their keys."""

    port: int
    widgets: dict[str, Widget] = field(default_factory=dict)
    _connection: ClientConnection | None = None
    _query: str = ""
    _page_hash: str = ""
    _page: str = ""
    _runs: int = 0
    _cached: dict[str, Cached] = field(default_factory=dict)

    async def __aenter__(self) -> Self:
        self._connection = await connect(
            f"ws://127.0.0.1:{self.port}/_stcore/stream",
            subprotocols=[Subprotocol("streamlit")],
            origin=f"http://127.0.0.1:{self.port}",  # type: ignore[arg-type]
            max_size=MOST_BYTES,
            proxy=None,
        )
        return self

    async def __aexit__(self, kind: Any, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._connection is not None:
            await self._connection.close()

    async def open(self, page: str, query: str = "") -> int:
        """Go to a page by its address, as a fresh tab does."""
        self._page, self._page_hash, self._query = page, "", query
        self.widgets.clear()
        return await self._run()

    async def change(self, key: str, state: State) -> int:
        """Change one widget, as a person does, and wait for the page."""
        self.widgets[key].state = state
        return await self._run()

    async def _run(self) -> int:
        assert self._connection is not None
        await self._connection.send(self._request().SerializeToString())
        received, shown = 0, dict[str, Widget]()
        while True:
            data = await asyncio.wait_for(self._connection.recv(decode=False), WAIT_SECONDS)
            received += len(data)
            said = ForwardMsg.FromString(data)
            if said.WhichOneof("type") == "script_finished" and said.script_finished in _DONE:
                break
            self._keep(said, shown)
        self.widgets = shown
        self._runs += 1
        self._cached = {name: one for name, one in self._cached.items() if self._runs - one.run <= CACHED_RUNS}
        return received

    def _request(self) -> BackMsg:
        request = BackMsg()
        asked = request.rerun_script
        asked.query_string, asked.page_script_hash = self._query, self._page_hash
        asked.page_name = "" if self._page_hash else self._page
        asked.widget_states.widgets.extend(_state(one) for one in self.widgets.values() if one.state is not None)
        asked.cached_message_hashes.extend(self._cached)
        asked.context_info.timezone, asked.context_info.locale = "Asia/Shanghai", "zh-CN"
        asked.context_info.url = f"http://127.0.0.1:{self.port}/{self._page}"
        return request

    def _keep(self, said: ForwardMsg, shown: dict[str, Widget]) -> None:
        """What a browser would remember of a message."""
        widget = None
        match said.WhichOneof("type"):
            case "new_session":
                self._page_hash = said.new_session.page_script_hash
            case "navigation":
                self._page_hash = said.navigation.page_script_hash
            case "page_info_changed":
                self._query = said.page_info_changed.query_string
            case "page_not_found":
                raise PageMissingError(self._page)
            case "ref_hash":
                held = self._cached[said.ref_hash]
                held.run = self._runs
                self._keep_widget(held.widget, shown)
            case "delta" if said.delta.WhichOneof("type") == "new_element":
                widget = self._widget_of(said.delta.new_element)
                self._keep_widget(widget, shown)
        if said.metadata.cacheable and said.hash:
            self._cached[said.hash] = Cached(widget, self._runs)

    def _widget_of(self, element: Element) -> Widget | None:
        kind = element.WhichOneof("type") or ""
        if kind == "exception" or (kind == "alert" and element.alert.format == element.alert.ERROR):
            raise PageFailedError(f"{self._page}?{self._query}: {element.exception.message or element.alert.body}")
        return _widget(kind, element)

    def _keep_widget(self, widget: Widget | None, shown: dict[str, Widget]) -> None:
        """A widget keeps what was chosen in it, unless the server sets it."""
        if widget is None:
            return
        key = widget.id.split("-", 2)[-1]
        before = self.widgets.get(key)
        kept = before is not None and before.id == widget.id and not widget.is_set
        shown[key] = replace(widget, state=before.state if kept and before is not None else widget.state)


def _widget(kind: str, element: Element) -> Widget | None:
    """A widget with the state that the server gives it; None for what is no chooser."""
    made = getattr(element, kind, None)
    if made is None or kind not in _STARTS:
        return None
    options = [one.content for one in made.options] if kind == "button_group" else getattr(made, "options", ())
    start = _STARTS[kind](made, options)
    if kind == "slider" and options:  # of named steps, which a browser sends by their names
        kind, start = "steps", list(made.raw_value) if made.set_value else [options[int(one)] for one in made.default]
    widget = Widget(kind, made.id, start, options, is_set=made.set_value)
    if kind == "slider":
        widget.low, widget.high = made.min, made.max
    return widget


def _of_options(made: Any, options: Sequence[str]) -> State:
    return list(made.raw_values) if made.set_value else [options[one] for one in made.default]


def _of_choice(made: Any, options: Sequence[str]) -> State:
    if made.set_value:
        return str(made.raw_value) if made.HasField("raw_value") else None
    return options[made.default] if made.HasField("default") and options else None


_STARTS: dict[str, Callable[[Any, Sequence[str]], State]] = {
    "selectbox": _of_choice,
    "multiselect": _of_options,
    "button_group": _of_options,
    "slider": lambda made, _: list(made.value if made.set_value else made.default),
    "checkbox": lambda made, _: bool(made.value if made.set_value else made.default),
    "number_input": lambda made, _: float(made.value if made.set_value else made.default),
}
"""Kind of widget → its state on arrival."""


def _state(widget: Widget) -> WidgetState:
    said = WidgetState(id=widget.id)
    match widget.kind:
        case "selectbox":
            said.string_value = widget.state  # type: ignore[assignment]
        case "multiselect" | "button_group" | "steps":
            said.string_array_value.data.extend(widget.state)  # type: ignore[arg-type]
        case "slider":
            said.double_array_value.data.extend(widget.state)  # type: ignore[arg-type]
        case "checkbox":
            said.bool_value = widget.state  # type: ignore[assignment]
        case "number_input":
            said.double_value = widget.state  # type: ignore[assignment]
    return said
