"""How fast is the search box? Prints p50 and p95 of a search, and what the index costs.

    python -m benchmarks.search [keer]

The bar: p95 well under 50 ms. Half of the queries hold a typing error or find nothing.
"""

import resource
import statistics
import sys
import time
from pathlib import Path

from triggerfactors.content import load
from triggerfactors.search import index, search

BAR_MS = 50
QUERIES = (
    "ouders", "praten met ouders", "intervisie", "discriminatie", "radicalisering", "school",
    "mag ik informatie delen", "beroepsgeheim", "zelfmoord", "rouw", "spanning in de klas",
    "wat is een triggerfactor", "gamen", "ronselaar", "veilig thuis", "autisme", "jaarplan",
    "complot", "vergrijp politie", "hoe begin ik een gesprek met een boze jongere", "incel",
    "radikaliesering", "eenzaamheit", "discriminasie", "triger factor", "informasie deelen",
    "ouderavont", "beroepsgehijm", "psygische problemen", "groepsdurk", "vijligheid", "intervizie",
    "xqzzw", "zzzz yyyy", "de het een", "12345", "", "a", "kindermishandeling", "gezinsruzie",
)  # fmt: skip


def _resident_mb() -> float:
    # Current, not highest, use of memory: field 2 of statm counts pages.
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1_000_000


def main() -> None:
    """Search every query a number of times and print the figures."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    content = load()
    before = _resident_mb()
    start = time.perf_counter()
    made = index(content)
    built = time.perf_counter() - start
    grown = _resident_mb() - before
    spent = []
    for _ in range(times):
        for query in QUERIES:
            start = time.perf_counter()
            search(content, query)
            spent.append((time.perf_counter() - start) * 1000)
    cuts = statistics.quantiles(spent, n=100)
    print(
        f"{len(made.documents)} teksten om in te zoeken; "
        f"eerste keer {built:.2f} s, {grown:.0f} MB met de woordenlijst"
    )
    print(
        f"{len(spent)} keer gezocht: p50 {cuts[49]:.2f} ms, p95 {cuts[94]:.2f} ms, "
        f"langste {max(spent):.2f} ms (grens p95: {BAR_MS} ms)"
    )


if __name__ == "__main__":
    main()
