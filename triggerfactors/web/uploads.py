"""Files that a window loads stay in memory: bounds on how many, and never a part of one on disk."""

from typing import Final

from starlette.formparsers import MultiPartParser
from streamlit.runtime import Runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager

# The largest file is 2 MB. A case meeting takes a file of each person at the table: twelve, and
# some of them twice.
MOST_FILES: Final = 30
MOST_BYTES: Final = 30 * 1024 * 1024
# Of all windows together.
MOST_TOGETHER: Final = 300 * 1024 * 1024

_START: Final = "/_stcore/upload_file/"
_FULL: Final = "Er staan al veel bestanden klaar. Haal er een weg, of laad de pagina opnieuw."


def keep_off_disk(most_body: int) -> None:
    """Let no upload spill into a temporary file: by itself that begins at one megabyte."""
    MultiPartParser.spool_max_size = most_body


def refusal(method: str, path: str) -> tuple[int, str] | None:
    """Status and words for one upload too many, or nothing; other requests always pass."""
    if method != "PUT" or not path.startswith(_START) or not Runtime.exists():
        return None
    manager = Runtime.instance().uploaded_file_mgr
    if not isinstance(manager, MemoryUploadedFileManager):
        return None
    sizes = {
        session: [len(file.data) for file in files.values()]
        for session, files in list(manager.file_storage.items())
    }
    own = sizes.get(path.removeprefix(_START).partition("/")[0], [])
    together = sum(map(sum, sizes.values()))
    full = len(own) >= MOST_FILES or sum(own) >= MOST_BYTES or together >= MOST_TOGETHER
    return (413, _FULL) if full else None
