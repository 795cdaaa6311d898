"""What does recognition find in the fictional cases?

    python -m benchmarks.cases

Prints a line for each case: the events that the story and its layers tell, how many of them are
proposed, which are missed, and what is proposed beside them (possible, or not in the case). The
cases are no blind texts: whoever writes rules may have read them.
"""

from triggerfactors.content import load
from triggerfactors.content.cases import Case, Certainty
from triggerfactors.recognition import Rules, recognise
from triggerfactors.recognition import load as load_rules


def row(rules: Rules, case: Case) -> tuple[int, int, str]:
    """Events found, events told, and the line of the table."""
    told = set(case.with_certainty(Certainty.CERTAIN, Certainty.AFTER_LAYER))
    possible = set(case.with_certainty(Certainty.POSSIBLE))
    whole = case.told(len(case.layers))
    proposed = {proposal.factor_id for proposal in recognise(rules, whole).proposals}
    cells = (told - proposed, proposed & possible, proposed - told - possible)
    missed, maybe, outside = (", ".join(sorted(cell)) or "–" for cell in cells)
    hits = len(told & proposed)
    line = f"| {case.id} | {hits} van {len(told)} | {missed} | {maybe} | {outside} |"
    return hits, len(told), line


def main() -> None:
    """Print the table and its total."""
    rules = load_rules()
    rows = [row(rules, case) for case in load().cases.values()]
    print("| casus | gevonden | gemist | mogelijk, ook voorgesteld | staat er niet in |")
    print("|---|---|---|---|---|")
    print("\n".join(line for _, _, line in rows))
    print(f"Samen {sum(hits for hits, _, _ in rows)} van {sum(told for _, told, _ in rows)}.")


if __name__ == "__main__":
    main()
