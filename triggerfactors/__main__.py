"""Command line for editors: check, recognise, assess, graph, links and the list for experts."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

from triggerfactors.advice import overview
from triggerfactors.content import DATA, Content, Report, inspect, local_overlay
from triggerfactors.content.case_rules import cases_per
from triggerfactors.content.checks import without_source
from triggerfactors.content.coverage import Cell, coverage
from triggerfactors.content.faults import Fault
from triggerfactors.content.graph import mermaid
from triggerfactors.content.links import link_list, links
from triggerfactors.content.loading import read_yaml
from triggerfactors.content.review import review_list
from triggerfactors.content.vocabulary import Step
from triggerfactors.recognition import Rules, RulesError, recognise
from triggerfactors.recognition import load as load_rules
from triggerfactors.recognition.checks import faults as recognition_faults
from triggerfactors.situation import PlainError, from_plain

STEP_NAMES = {Step.TALK: "gesprek", Step.ASSESS: "inschatten", Step.FOLLOW_UP: "vervolg"}


def _mark(cell: Cell) -> str:
    # e = eigen advies voor dit beroep, g = advies bij de gebeurtenis, l = algemene lijn, - = leeg
    return "e" if cell.specific else "g" if cell.event else "l" if cell.job else "-"


def coverage_table(content: Content) -> str:
    """The coverage of event × job × step as text: three marks a cell."""
    cells = {(c.factor_id, c.profession_id, c.step): c for c in coverage(content)}
    jobs = list(content.professions)
    width = max((len(factor) for factor in content.factors), default=0)
    lines = ["Dekking per gebeurtenis en beroep, steeds gesprek · inschatten · vervolg:"]
    lines.append("e = eigen advies, g = bij de gebeurtenis, l = algemene lijn, - = leeg")
    lines.append(" " * width + "  " + " ".join(f"{job[:10]:<10}" for job in jobs))
    for factor in content.factors:
        marks = ["".join(_mark(cells[factor, job, step]) for step in Step) for job in jobs]
        lines.append(f"{factor:<{width}}  " + " ".join(f"{mark:<10}" for mark in marks))
    return "\n".join(lines)


def case_line(content: Content) -> str:
    """How far the fictional cases cover events and jobs, as one line."""
    factors, jobs = (sum(map(bool, counts.values())) for counts in cases_per(content))
    return (
        f"{len(content.cases)} verzonnen casussen: over {factors} van {len(content.factors)} "
        f"gebeurtenissen, voor {jobs} van {len(content.professions)} beroepen."
    )


def report_as_dict(report: Report) -> dict[str, object]:
    """The report of a check as plain values."""
    content = report.content
    cells = coverage(content) if content else ()
    per_step = Counter(STEP_NAMES[cell.step] for cell in cells if cell.specific)
    return {
        "errors": [fault.as_dict() for fault in report.errors],
        "warnings": [fault.as_dict() for fault in report.warnings],
        "factors": len(content.factors) if content else 0,
        "professions": len(content.professions) if content else 0,
        "cells": len(cells),
        "cells_filled": sum(cell.filled for cell in cells),
        "cells_specific": sum(bool(cell.specific) for cell in cells),
        "cells_specific_per_step": dict(per_step),
        "without_source": list(without_source(content)) if content else [],
        "organisations_shown": sum(o.shown for o in content.organisations.values())
        if content
        else 0,
        "sources": len(content.sources) if content else 0,
        "cards": len(content.cards) if content else 0,
        "modules": len(content.modules) if content else 0,
        "cases": len(content.cases) if content else 0,
        "cases_per_factor": cases_per(content)[0] if content else {},
        "cases_per_job": cases_per(content)[1] if content else {},
        "content_version": content.version if content else None,
    }


def _recognition_faults(data: Path) -> tuple[Fault, ...]:
    # Content of elsewhere may come without rules; the app's own content may not.
    rules = data / "herkenning"
    return recognition_faults(rules) if rules.exists() or data == DATA else ()


def _check(arguments: argparse.Namespace) -> int:
    report = inspect(arguments.data, local_overlay())
    report = Report(report.content, report.faults + _recognition_faults(arguments.data))
    if arguments.json:
        print(json.dumps(report_as_dict(report), ensure_ascii=False, indent=2))
        return 1 if report.errors else 0
    for fault in report.faults:
        print(fault.line())
    if report.content:
        print(coverage_table(report.content))
        print(case_line(report.content))
        summary = report_as_dict(report)
        print(
            f"{summary['factors']} gebeurtenissen, {summary['professions']} beroepen, "
            f"{summary['cells_filled']} van {summary['cells']} cellen gevuld "
            f"({summary['cells_specific']} met eigen advies), "
            f"{len(without_source(report.content))} teksten zonder bron."
        )
    print(f"{len(report.errors)} fouten, {len(report.warnings)} waarschuwingen.")
    return 1 if report.errors else 0


def _usable(data: Path) -> Content | None:
    report = inspect(data, local_overlay())
    if report.content is None or report.errors:
        print(
            "De inhoud heeft fouten. Draai eerst: python -m triggerfactors check", file=sys.stderr
        )
        return None
    return report.content


def _recognised(rules: Rules, line: str) -> dict[str, object]:
    """What is recognised in one line; raises ``ValueError`` in Dutch for a bad line."""
    try:
        plain = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError("dit is geen geldige JSON") from error
    if not isinstance(plain, dict) or not isinstance(plain.get("text"), str):
        raise ValueError('verwacht {"id": …, "text": "…"}')
    found = recognise(rules, plain["text"])
    return {
        "id": plain.get("id"),
        "labels": [proposal.factor_id for proposal in found.proposals],
        "evidence": {proposal.factor_id: proposal.sentence for proposal in found.proposals},
        "denied": {denied.factor_id: denied.reason for denied in found.denied},
    }


def _recognise(arguments: argparse.Namespace) -> int:
    try:
        rules = load_rules()
        # Bytes, because one bad byte must not keep the other lines from being read.
        opened = arguments.file.open("rb") if arguments.file else nullcontext(sys.stdin.buffer)
    except RulesError as error:
        for problem in error.problems:
            print(f"{problem.file} {problem.path}: {problem.message}", file=sys.stderr)
        return 1
    except OSError:
        print(f"Het bestand {arguments.file} is niet te openen.", file=sys.stderr)
        return 1
    bad = 0
    with opened as lines:
        for number, raw in enumerate(lines, start=1):
            if not raw.strip():
                continue
            try:
                line = raw.decode("utf-8-sig")
                # A lone surrogate in the text cannot be written as UTF-8; JSON can escape it.
                plain = json.dumps(_recognised(rules, line), ensure_ascii=False)
                out = plain.encode("utf-8", "backslashreplace").decode("utf-8")
            except UnicodeDecodeError:
                print(f"Regel {number}: dit is geen UTF-8.", file=sys.stderr)
                bad += 1
            except ValueError as error:
                print(f"Regel {number}: {error}.", file=sys.stderr)
                bad += 1
            else:
                print(out)
    return 1 if bad else 0


def _assess(arguments: argparse.Namespace) -> int:
    content = _usable(arguments.data)
    if content is None:
        return 1
    plain, faults = read_yaml(arguments.file, str(arguments.file))
    if faults:
        print("\n".join(fault.line() for fault in faults), file=sys.stderr)
        return 1
    try:
        situation = from_plain(content, plain)
    except PlainError as error:
        print("\n".join(error.messages), file=sys.stderr)
        return 1
    print(overview(content, situation).model_dump_json(indent=2))
    return 0


def _graph(arguments: argparse.Namespace) -> int:
    content = _usable(arguments.data)
    if content is None:
        return 1
    print(mermaid(content), end="")
    return 0


def _review(arguments: argparse.Namespace) -> int:
    content = _usable(arguments.data)
    if content is None:
        return 1
    print(review_list(content), end="")
    return 0


def _links(arguments: argparse.Namespace) -> int:
    content = _usable(arguments.data)
    if content is None:
        return 1
    if arguments.json:
        found = [
            {"address": link.address, "owner": link.owner, "used": list(link.used)}
            for link in links(content)
        ]
        print(json.dumps(found, ensure_ascii=False, indent=2))
        return 0
    print(link_list(content), end="")
    return 0


def parser() -> argparse.ArgumentParser:
    """The command line with its Dutch help."""
    top = argparse.ArgumentParser(prog="python -m triggerfactors", description=__doc__)
    top.add_argument("--data", type=Path, default=DATA, help="map met de inhoud")
    commands = top.add_subparsers(required=True, metavar="opdracht")
    check = commands.add_parser("check", help="noem alle fouten in de inhoud en de dekking")
    check.add_argument("--json", action="store_true", help="geef de uitkomst als JSON")
    check.set_defaults(run=_check)
    recognised = commands.add_parser("recognise", help="herken gebeurtenissen in JSON-regels")
    recognised.add_argument(
        "file", type=Path, nargs="?", help="bestand met JSON-regels; zonder bestand: invoer"
    )
    recognised.set_defaults(run=_recognise)
    assess = commands.add_parser("assess", help="maak het overzicht bij antwoorden (YAML of JSON)")
    assess.add_argument("file", type=Path, help="bestand met antwoorden")
    assess.set_defaults(run=_assess)
    graph = commands.add_parser("graph", help="teken de vragen als Mermaid-schema")
    graph.set_defaults(run=_graph)
    review = commands.add_parser("review", help="lijst van alles wat een deskundige moet nakijken")
    review.set_defaults(run=_review)
    listed = commands.add_parser("links", help="noem elk adres buiten de app en waar het staat")
    listed.add_argument("--json", action="store_true", help="geef de lijst als JSON")
    listed.set_defaults(run=_links)
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; gives 0 when all is well and 1 for faults."""
    chosen = parser().parse_args(arguments)
    try:
        return chosen.run(chosen)
    except BrokenPipeError:
        return 0


if __name__ == "__main__":
    sys.exit(main())
