"""What the process has loaded before anyone opens a page that needs more."""

import subprocess
import sys

LOOK = (
    "import sys, importlib.util;"
    "import triggerfactors.web.asgi;"
    "print([n for n in ('plotly', 'pandas', 'pyarrow') if n in sys.modules],"
    "importlib.util.find_spec('plotly') is not None)"
)


def test_plotly_is_there_but_not_loaded_when_the_app_starts() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOOK], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[] True"
