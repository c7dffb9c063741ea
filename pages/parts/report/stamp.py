"""What every paper says of itself: where its figures come from, and who issues it."""

from pages.exports.paper import Office, Stamp
from pages.parts import filters, words
from pages.parts.ask import ask, digest, frozen
from queries import about, disbursement


def stamp(chosen: filters.Chosen) -> Stamp:
    """Whose money, which reports, which version. Its time is the freeze's, for a live version that of the store; never the clock's."""
    store, kept = ask(about.store).iloc[0], frozen()
    coverage = ask(disbursement.coverage, plan_year=chosen.plan_year, on=chosen.on, unit=chosen.unit).iloc[0]
    at = kept.at if kept else store.built_at.tz_localize("UTC").to_pydatetime()
    return Stamp(
        scope=f"{chosen.whose(store.province_name)}, năm ngân sách {chosen.plan_year}",
        behind=words.behind(coverage, chosen.on, in_full=True),
        on=chosen.on,
        version=store.figures_version,
        digest=digest(),
        at=at.replace(microsecond=0),  # documents know no finer time
        frozen=kept.name if kept else "",
        is_sample=bool(store.has_samples),
    )


def office() -> Office:
    """Who issues the papers, as the office's settings ([papers]) name it; a frozen version keeps those of its day."""
    store = ask(about.store).iloc[0]
    return Office(
        authority=store.authority_name,
        name=store.receiving_name,
        place=store.place_name,
        programme=store.programme_name,
        recipients=tuple(line for line in store.recipients.split("\n") if line),
        signer=store.signer_title,
        abbreviation=store.abbreviation,
    )
