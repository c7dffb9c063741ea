-- What the store says of itself: version, time, whether it holds samples, and the office's settings the screen needs.
-- One row per: the whole answer (one row)
-- Takes: none
-- Gives: store_version, figures_version, built_at, has_samples, province_name, province_short_name, receiving_name, programme_name, programme_short_name, quick_project, low_share, behind_points, threshold_note, indicator_note, reached_from, exceeded_above, at_risk_below, judged_from, authority_name, abbreviation, place_name, signer_title, recipients
-- Key:   store_version
-- Behind: nothing, because it says what the store is
select
    store_version,
    figures_version,
    built_at at time zone 'UTC' as built_at,
    has_samples,
    province_name,
    province_short_name,
    receiving_name,
    programme_name,
    programme_short_name,
    quick_project,
    low_share,
    behind_points,
    threshold_note,
    indicator_note,
    reached_from,
    exceeded_above,
    at_risk_below,
    judged_from,
    authority_name,
    abbreviation,
    place_name,
    signer_title,
    recipients
from mart.about
