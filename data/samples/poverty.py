"""Poor households of each district at a year's end: invented by size and density, and exactly the published number in sum."""

from random import Random
from typing import NamedTuple

from data.samples.aims import Aims, Year
from data.samples.lines import share_out

THOUSAND = 1_000
OTHERS_HOUSEHOLDS, OTHERS_POOR = 0.035, 0.02  # minority households beside the Khmer, as parts of all; of the poor
MOST = 0.92  # of a district's poor at most are Khmer


class Households(NamedTuple):
    """Poor households of all: what a district's rate is made of."""

    poor: int
    total: int

    @property
    def rate(self) -> float:
        return 100 * self.poor / self.total


def all_of(aims: Aims, seed: str, plan_year: int, unit: str, *, preliminary: bool = False) -> Households:
    """Every household of a district at the end of a year."""
    year = _year(aims, plan_year)
    totals = _shared(year.households, {u: size * THOUSAND for u, size in aims.households.items()})
    return Households(_poor(aims, seed, year, preliminary=preliminary)[unit], totals[unit])


def khmer_of(aims: Aims, seed: str, plan_year: int, unit: str, *, preliminary: bool = False) -> Households:
    everyone = all_of(aims, seed, plan_year, unit, preliminary=preliminary)
    part = min(MOST, aims.khmer[unit] * _year(aims, plan_year).khmer_weight)
    return Households(round(everyone.poor * part), round(everyone.total * aims.khmer[unit]))


def minority_of(aims: Aims, seed: str, plan_year: int, unit: str, *, preliminary: bool = False) -> Households:
    """The Khmer and the other minorities together."""
    everyone, khmer = (f(aims, seed, plan_year, unit, preliminary=preliminary) for f in (all_of, khmer_of))
    return Households(khmer.poor + round(everyone.poor * OTHERS_POOR), khmer.total + round(everyone.total * OTHERS_HOUSEHOLDS))


def province(aims: Aims, plan_year: int) -> Households:
    year = _year(aims, plan_year)
    return Households(year.poor, year.households)


def _poor(aims: Aims, seed: str, year: Year, *, preliminary: bool) -> dict[str, int]:
    """By district; the preliminary count first, where there was one, and the final one from it."""
    weights = {
        unit: size * aims.density[unit] * Random(f"{seed}/poor/{year.plan_year}/{unit}").uniform(0.93, 1.07)
        for unit, size in aims.households.items()
        if unit not in year.known
    }
    first = _shared((year.preliminary or year.poor) - sum(year.known.values()), weights) | year.known
    counts = first if preliminary or year.preliminary is None else _shared(year.poor, dict(first))
    return {unit: counts[unit] for unit in aims.households}


def _year(aims: Aims, plan_year: int) -> Year:
    return next(y for y in aims.year if y.plan_year == plan_year)


def _shared(total: int, weights: dict[str, float] | dict[str, int]) -> dict[str, int]:
    return dict(zip(weights, share_out(total, [float(w) for w in weights.values()], step=1), strict=True))
