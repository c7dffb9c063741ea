-- What the office set for its monitoring: how many units in a year, the days, and the weights of the score.
-- One row per: store
-- Takes: none
-- Gives: onsite_count, report_count, report_working_days, long_days, very_long_days, weight_money, weight_lateness, weight_findings, weight_anomalies, weight_years
-- Key:   onsite_count
-- Behind: nothing, because the office set it
from mart.monitoring
