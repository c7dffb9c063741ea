"""What holds a unit up at a cut-off: its slowest components, each with one cause of the office's list and the money that waits."""

from datetime import date
from random import Random

from data.intake.template_sheets import Row
from data.samples.lines import Line
from data.samples.story import MILLION, Story

AT_MOST = 3
WORTH = 200 * MILLION  # less than this waiting is not worth a line in the report
BEHIND = 0.7  # of the share that even spending over the year would have reached
ALLOCATED = 0.7  # of the plan; less, and the missing allocation is the cause
QUIET_DAYS = 75  # after the first decision nobody complains yet


def rows(story: Story, plan_year: int, unit_code: str, lines: list[Line], on: date) -> list[Row]:
    """Zero to three lines of the sheet Khó khăn, vướng mắc, the largest amounts first."""
    since = story.decisions(plan_year)[0].effective_on
    passed = (on - date(plan_year, 1, 1)).days / 365
    if (on - since).days < QUIET_DAYS:
        return []
    waiting: list[tuple[int, str, list[Line]]] = []
    for code in dict.fromkeys(x.key.component for x in lines):
        own = [x for x in lines if x.key.component == code]
        plan, spent = sum(x.plan for x in own), sum(x.spent for x in own)
        if plan - spent >= WORTH and spent < plan * passed * BEHIND:
            waiting.append((plan - spent, code, own))
    chosen = sorted(waiting, key=lambda w: (-w[0], w[1]))[:AT_MOST]
    return [_row(story, plan_year, unit_code, code, own, amount) for amount, code, own in chosen]


def _row(story: Story, plan_year: int, unit_code: str, component_code: str, own: list[Line], amount: int) -> Row:
    chance = Random(f"{story.seed}/why/{plan_year}/{unit_code}/{component_code}")
    cause = chance.choice(next(c.causes for c in story.component if c.code == component_code))
    if sum(x.allocated for x in own) < ALLOCATED * sum(x.plan for x in own):
        cause = story.unallocated_cause
    reason = next(r for r in story.reason if r.cause_code == cause)
    return {
        "component_code": component_code,
        "cause_code": cause,
        "explanation": reason.explanation,
        "request": reason.request,
        "held_up_vnd": amount // MILLION * MILLION,
    }
