"""Does a swap of name, faith, origin, gender, politics, clothing, food or language change anything?

    python -m benchmarks.recognition_swaps FILE

Each line of the file: ``id, a, b``, the same text with one thing swapped. Prints the pairs in which
other events are proposed; there should be none.
"""

import json
import sys
from pathlib import Path

from triggerfactors import recognition


def main(names: list[str]) -> int:
    """Print every pair that differs; gives 1 when there is one."""
    rules = recognition.load()
    differing = 0
    for name in names:
        lines = Path(name).read_text(encoding="utf-8").splitlines()
        pairs = [json.loads(line) for line in lines if line.strip()]
        for pair in pairs:
            both = [
                {p.factor_id for p in recognition.recognise(rules, pair[side]).proposals}
                for side in ("a", "b")
            ]
            if both[0] != both[1]:
                differing += 1
                print(f"{pair['id']}: {sorted(both[0])} / {sorted(both[1])}")
        print(f"{Path(name).name}: {len(pairs) - differing} van {len(pairs)} paren gelijk")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
