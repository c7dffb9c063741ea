-- Days of a visit or of a remedy that cannot follow each other.
-- Name: Ngày giám sát, khắc phục trái thứ tự
-- Severity: refuse
-- Sentence: Ngày {found} trước {expected}; cần theo đúng thứ tự: bắt đầu, kết thúc, khắc phục, xác minh.
with said as (
    select c.form, c.sheet, c.row, c.cell, c.field, c.value::date as day, n.visit
    from cell c
    left join (select form, row, max(text) filter (field = 'visit_number') as visit from cell group by all) n on n.form = c.form and n.row = c.row
    where c.form in ('visits', 'findings') and c.type = 'date' and c.value is not null
),
follows(first_form, first, then_form, later, name) as (
    values ('visits', 'starts_on', 'visits', 'ends_on', 'ngày bắt đầu'), ('visits', 'starts_on', 'visits', 'report_sent_on', 'ngày bắt đầu giám sát'),
        ('visits', 'starts_on', 'findings', 'due_on', 'ngày giám sát'), ('visits', 'starts_on', 'findings', 'remedied_on', 'ngày giám sát'),
        ('findings', 'remedied_on', 'findings', 'verified_on', 'ngày khắc phục')
)

select b.sheet, b.cell, strftime(b.day, '%d/%m/%Y') as found, f.name || ' ' || strftime(a.day, '%d/%m/%Y') as expected
from follows f
join said b on b.form = f.then_form and b.field = f.later
join said a on a.form = f.first_form and a.field = f.first and a.visit = b.visit and (f.first_form <> f.then_form or a.row = b.row)
where b.day < a.day
union all
select sheet, cell, strftime(day, '%d/%m/%Y'), 'khi có ngày khắc phục' from said v
where field = 'verified_on' and (sheet, row) not in (select (sheet, row) from said where field = 'remedied_on')
