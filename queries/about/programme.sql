-- The projects of the programme, each followed by its components: their names in full, where those are from, and who leads them.
-- One row per: project or component
-- Takes: none
-- Gives: code, official_name, short_name, legal_basis, lead_name, is_project, is_run
-- Key:   code, is_project
-- Behind: nothing, because the office set it
select code, official_name, short_name, name_source as legal_basis, lead_name, is_project, is_run
from (
    select project_code as code, official_name, short_name, name_source, lead_name, true as is_project, is_run, position, 0 as inner_position
    from mart.project
    union all
    select
        leaf.component_code, leaf.official_name, leaf.short_name, leaf.name_source, leaf.lead_name, false, leaf.is_run, project.position,
        leaf.position + 1
    from mart.component as leaf
    inner join mart.project as project using (project_code)
    where leaf.component_code <> leaf.project_code -- a project without parts is its own component
)
order by position, inner_position
