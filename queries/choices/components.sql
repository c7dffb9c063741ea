-- Projects, each followed by its components, in the programme's order.
-- One row per: project or component
-- Takes: none
-- Gives: code, project_code, short_name, is_project, is_run
-- Key:   code
-- Behind: nothing, because it only offers what can be chosen
select code, project_code, short_name, is_project, is_run
from (
    select project_code as code, project_code, short_name, true as is_project, is_run, position, 0 as inner_position from mart.project
    union all
    select leaf.component_code, leaf.project_code, leaf.short_name, false, leaf.is_run, project.position, leaf.position + 1
    from mart.component as leaf
    inner join mart.project as project using (project_code)
    where leaf.component_code <> leaf.project_code -- a project without parts is its own component
)
order by position, inner_position
