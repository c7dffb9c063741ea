-- An assignment decision is sent by the receiving department only.
-- Severity: refuse
-- Sentence: Quyết định giao kế hoạch do {expected} nhập; tìm thấy {found}.
select (select min(sheet) from label where field = 'unit_code') as sheet, (select min(cell) from label where field = 'unit_code') as cell,
    b.unit_code as found, s.receiving_unit as expected
from book b, setting s where b.kind = 'decision' and b.unit_code <> s.receiving_unit
