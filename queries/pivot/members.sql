-- What a reader may choose among on each dimension, in its order.
-- One row per: dimension × code
-- Takes: units, benchmarks
-- Gives: dimension, code, name, position
-- Key:   dimension, code
-- Behind: nothing, because it only offers what can be chosen
select dimension, code, name, position
from mart.member
where dimension <> 'unit' or code in (select unnest($units)) or ($benchmarks and code in (select unit_code from mart.province))
    or code in ( -- whoever is asked to remedy what a viewer may see
        select holder.current_code
        from mart.finding as finding
        inner join mart.unit_follows as holder on holder.unit_code = finding.to_unit_code
        inner join mart.unit_follows as seen on seen.unit_code in (finding.unit_code, finding.to_unit_code)
        where finding.unit_code in (select unnest($units)) or seen.unit_code = finding.to_unit_code and seen.current_code in (select unnest($units))
    )
order by dimension, position, code
