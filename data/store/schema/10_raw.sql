-- What was submitted and what the office defined, as it came: filled by data.store.fill from archive and definitions.
create schema raw;

-- One row per: received file, refused ones too.
create table raw.submission (
    submission_id varchar, kind varchar, unit_code varchar, round_code varchar, plan_year bigint, state varchar, cut_off_on date,
    decision_number varchar, issued_on date, effective_on date, version bigint, status varchar, outcome varchar, received_at timestamptz, received_by varchar,
    file_name varchar, file_sha256 varchar, suffix varchar, size bigint, is_sample boolean, entry bigint, forms varchar[],
    held boolean, accepted_at timestamptz, returned_at timestamptz, decided_at timestamptz, decided_by varchar, decided_reason varchar
);

-- One row per: decision of a person about a submission or a round (taken, returned, withdrawn, restored, round_closed, round_reopened).
create table raw.decision (
    entry bigint, what varchar, decided_at timestamptz, decided_by varchar, reason varchar, submission_id varchar, round_code varchar
);

-- One row per: thing found wrong in a received file.
create table raw.problem (
    submission_id varchar, rule varchar, severity varchar, sentence varchar, sheet varchar, cell varchar, found varchar, expected varchar
);

-- One row per: cell of a standing submission that says something; text as sent, amount in đồng.
create table raw.cell (
    submission_id varchar, plan_year bigint, form varchar, sheet varchar, row bigint, cell varchar, line_kind varchar, unit_code varchar,
    component_code varchar, fund_source varchar, capital_type varchar, capital_year bigint, commune_code varchar, indicator_code varchar, breakdown varchar,
    field varchar, type varchar, text varchar, amount_vnd bigint, number double, value varchar, header varchar
);

-- One row per: version of what people entered; body as JSON.
create table raw.entry (
    entry_id varchar, version bigint, kind varchar, "at" timestamptz, "by" varchar, reason varchar, is_withdrawn boolean, body varchar
);

create table raw.unit (unit_code varchar, name varchar, short_name varchar, kind varchar, parent_code varchar, valid_from date, valid_to date, reports boolean, position bigint);
create table raw.project (project_code varchar, official_name varchar, short_name varchar, name_source varchar, lead_code varchar, is_run boolean, position bigint);
create table raw.component (component_code varchar, project_code varchar, official_name varchar, short_name varchar, name_source varchar, lead_code varchar, is_run boolean, position bigint);
create table raw.fund_source (code varchar, name varchar, short_name varchar, in_plan boolean, position bigint);
create table raw.capital_type (code varchar, name varchar, short_name varchar, position bigint);
create table raw.cause (code varchar, name varchar, position bigint);
create table raw.difference_reason (code varchar, name varchar, position bigint);
create table raw.agreement (difference_vnd bigint, difference_share double);
create table raw.finding_kind (code varchar, name varchar, position bigint);
-- One row per: unit that ended and the one its open recommendations pass to.
create table raw.succession (old_code varchar, new_code varchar, passes_on date, position bigint);
create table raw.monitoring (
    onsite_count bigint, report_count bigint, report_working_days bigint, long_days bigint, very_long_days bigint,
    weight_money double, weight_lateness double, weight_findings double, weight_anomalies double, weight_years double
);
create table raw.province (unit_code varchar, name varchar, short_name varchar);
create table raw.breakdown (code varchar, name varchar, position bigint);
create table raw.indicator_group (code varchar, name varchar, position bigint);
create table raw.indicator (
    indicator_code varchar, name varchar, short_name varchar, position bigint, groups varchar[], component_code varchar, unit varchar, level_unit varchar, direction varchar,
    measure varchar, value varchar, counted varchar, numerator varchar, denominator varchar, breakdowns varchar[], held_by varchar[], pace varchar, result_from varchar,
    form_column varchar, standing_target double, baseline double, baseline_on date, five_year_target double, five_year_note varchar, legal_basis varchar, note varchar,
    authored varchar, checked varchar, reviewed varchar
);
create table raw.round (round_code varchar, kind varchar, name varchar, plan_year bigint, window_from date, window_to date, cut_off_on date, due_on date, legal_basis varchar, forms varchar[]);
create table raw.expected (round_code varchar, unit_code varchar);
create table raw.extension (round_code varchar, unit_code varchar, due_on date, letter varchar);
-- One row per: day from the first round's window to the end of the fifth year after the last due date.
create table raw.day (day_on date, off_because varchar, working_on date, working_number bigint);
create table raw.year_target (plan_year bigint, capital_type varchar, share double, basis varchar);
create table raw.tolerance (
    slip_from double, slip_to double, slip_over_plan double, slip_under_plan double, still_from_vnd bigint, still_days bigint, leap_steps bigint, leap_times double,
    leap_from_vnd bigint, peers_least bigint, peers_times double, peers_points double, result_over_target double
);
-- One row per: rule, inside one workbook or across submissions; severity as the office set it.
create table raw.rule (rule varchar, rule_name varchar, severity varchar, scope varchar);
create table raw.required_document (
    required_code varchar, name varchar, short_name varchar, kind varchar, units varchar[], plan_years varchar[], due varchar, component_code varchar,
    legal_basis varchar, note varchar, position bigint
);
create table raw.tile (unit_code varchar, tile_row bigint, tile_column bigint);
-- One row per: position of a closed ring of a unit's boundary; ring 1 lies round a part, the others are cut out of it.
create table raw.boundary (unit_code varchar, part bigint, ring bigint, position bigint, lon double, lat double);
-- One row per: form of a table × kind of workbook it stands in × field it holds.
create table raw.form_field (form varchar, title varchar, kind varchar, field varchar);

create table raw.about (
    store_version varchar, figures_version varchar, built_at timestamptz, has_samples boolean, province_name varchar, province_short_name varchar, receiving_name varchar,
    programme_name varchar, programme_short_name varchar, quick_project varchar, low_share double, behind_points double, threshold_note varchar,
    last_payment_day varchar, indicator_note varchar, reached_from double, exceeded_above double, at_risk_below double, judged_from double, boundary_attribution varchar,
    authority_name varchar, abbreviation varchar, place_name varchar, signer_title varchar, recipients varchar
);
