-- Nothing says the unit of money.
-- Name: Không rõ đơn vị tiền
-- Severity: refuse
-- Sentence: Không rõ đơn vị tiền của cột “{found}”; cần ghi đồng, nghìn đồng, triệu đồng hoặc tỷ đồng ở tiêu đề cột hoặc dòng “Đơn vị tính”.
select sheet, cell, found, expected from remark where what = 'unknown_money_unit'
