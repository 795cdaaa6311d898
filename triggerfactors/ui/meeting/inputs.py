"""Fields and editable rows from plain inputs: each with its own label, all by keyboard."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import streamlit as st

from triggerfactors.content import Content
from triggerfactors.meeting import MAX_ROWS, Row, new_id, without_row
from triggerfactors.ui import privacy_notice
from triggerfactors.ui.meeting import state

TEXT_LENGTH = 2000
LINE_LENGTH = 200


def _notice(text: str) -> None:
    # On the shared screen a notice would read out what it found to the whole room.
    if text and not state.is_big():
        privacy_notice.show(text)


def asked(title: str, explained: str) -> None:
    """What a field asks and what to mind; the field under it carries the same name, unseen."""
    st.html(
        f'<p class="tw-field">{escape(title)}</p><p class="tw-field-help">{escape(explained)}</p>'
    )


def _keep_text(field_id: str, key: str) -> None:
    state.put(state.meeting().with_text(field_id, state.typed(key)[:TEXT_LENGTH]))


def field(content: Content, field_id: str, *, height: int = 100) -> None:
    """One field of the content, with its explanation."""
    item = content.meeting_fields[field_id]  # type: ignore[index]
    key = state.key("veld", field_id)
    value = state.meeting().text(field_id)
    asked(item.title, item.help)
    settings: dict[str, Any] = {
        "key": key,
        "on_change": _keep_text,
        "args": (field_id, key),
        "label_visibility": "collapsed",
    }
    if item.line:
        st.text_input(item.title, value[:LINE_LENGTH], max_chars=LINE_LENGTH, **settings)
    else:
        st.text_area(item.title, value, max_chars=TEXT_LENGTH, height=height, **settings)
    _notice(value)


def fields(content: Content, part: str, *, height: int = 100) -> None:
    """All fields of one part, in the order of the file."""
    for item in content.meeting_fields.values():
        if item.part == part:
            field(content, item.id, height=height)


def _keep_own(name: str, key: str, length: int) -> None:
    state.change(**{name: state.typed(key)[:length]})


def line(label: str, name: str, explained: str = "") -> None:
    """One line that is a field of the meeting itself."""
    if explained:
        asked(label, explained)
    key = state.key(name)
    value = getattr(state.meeting(), name)
    args = (name, key, LINE_LENGTH)
    st.text_input(
        label,
        value,
        key=key,
        max_chars=LINE_LENGTH,
        on_change=_keep_own,
        args=args,
        label_visibility="collapsed" if explained else "visible",
    )
    _notice(value)


def _keep_value(name: str, key: str) -> None:
    state.change(**{name: st.session_state.get(key)})


def radio(label: str, name: str, options: Mapping[Any, str]) -> None:
    """A choice that is a field of the meeting itself."""
    key = state.key(name)
    ids = list(options)
    now = getattr(state.meeting(), name)
    st.radio(
        label,
        ids,
        index=ids.index(now) if now in ids else None,
        format_func=options.__getitem__,
        key=key,
        on_change=_keep_value,
        args=(name, key),
    )


def day(label: str, name: str) -> None:
    """A day that is a field of the meeting itself."""
    key = state.key(name)
    st.date_input(
        label,
        getattr(state.meeting(), name),
        key=key,
        format="DD-MM-YYYY",
        on_change=_keep_value,
        args=(name, key),
    )


@dataclass(frozen=True)
class Cell:
    """One input of a row; with ``options`` a choice, else words (``long`` for more lines)."""

    name: str
    label: str
    long: bool = False
    options: Mapping[Any, str] | None = None


def _keep_cell(list_name: str, row_id: str, cell: Cell, key: str) -> None:
    if cell.options is not None:
        value: Any = st.session_state.get(key)
    else:
        value = state.typed(key)[: TEXT_LENGTH if cell.long else LINE_LENGTH]
    state.change_row(list_name, row_id, {cell.name: value})


def cell_input(list_name: str, row: Row, cell: Cell, called: str) -> None:
    """One input of a row; its label ends with what the row is called."""
    key = state.key(list_name, row.id, cell.name)
    value = getattr(row, cell.name)
    settings: dict[str, Any] = {
        "key": key,
        "on_change": _keep_cell,
        "args": (list_name, row.id, cell, key),
    }
    label = f"{cell.label} ({called})"
    if cell.options is not None:
        ids = list(cell.options)
        at = ids.index(value) if value in ids else None
        st.radio(label, ids, index=at, format_func=cell.options.__getitem__, **settings)
    elif cell.long:
        st.text_area(label, value, max_chars=TEXT_LENGTH, height=80, **settings)
        _notice(value)
    else:
        st.text_input(label, value, max_chars=LINE_LENGTH, **settings)
        _notice(value)


def _add(list_name: str, make: Callable[[str], Row]) -> None:
    rows: tuple[Row, ...] = getattr(state.meeting(), list_name)
    if len(rows) < MAX_ROWS:
        state.change(**{list_name: (*rows, make(new_id(rows)))})


def _remove(list_name: str, row_id: str) -> None:
    state.change(**{list_name: without_row(getattr(state.meeting(), list_name), row_id)})


def rows(
    list_name: str,
    called: str,
    cells: Sequence[Cell],
    make: Callable[[str], Row],
    *,
    only: Callable[[Any], bool] = lambda row: True,
    place: str = "",
) -> None:
    """A list to edit: every row with its inputs and a way to take it off, and one to add.

    ``called`` names a row in labels and buttons, with its number; ``only`` picks the rows of this
    list, ``place`` keeps two lists of one kind apart.
    """
    every: tuple[Row, ...] = getattr(state.meeting(), list_name)
    for number, row in enumerate((row for row in every if only(row)), start=1):
        name = f"{called} {number}"
        with st.container(border=True):
            for cell in cells:
                cell_input(list_name, row, cell, name)
            st.button(
                f"Haal {name} weg",
                key=state.key(list_name, row.id, "weg"),
                on_click=_remove,
                args=(list_name, row.id),
            )
    if len(every) < MAX_ROWS:
        st.button(
            f"Voeg {called} toe",
            key=state.key(list_name, "erbij", place),
            on_click=_add,
            args=(list_name, make),
        )
