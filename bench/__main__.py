"""python -m bench speeds | soak: measure, and renew that part of docs/performance.md; forecast: print the back-test of the forecast."""

import sys

from bench import analysis, endurance, forecast, papers, receiving
from bench.record import Result, record

PARTS = {
    "speeds": ("bench", [receiving.thousand, papers.hundred_pages, analysis.cuts_and_statements]),
    "soak": ("soak", [endurance.full_counts]),
}


def main() -> int:
    if sys.argv[1:] == ["forecast"]:
        return 0 if forecast.back_tested() else 1
    if sys.argv[1:] not in [[name] for name in PARTS]:
        print("python -m bench speeds | soak | forecast")
        return 2
    part, measures = PARTS[sys.argv[1]]
    results: list[Result] = [measure() for measure in measures]
    record(part, [line for result in results for line in result.lines])
    return 0 if all(result.is_well for result in results) else 1


sys.exit(main())
