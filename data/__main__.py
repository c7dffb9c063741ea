"""The verbs: python -m data receive, build, freeze, …; without one it lists them."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress

from data import publish as publishing
from data import samples
from data.definitions import Definitions
from data.home import home
from data.intake import decide, receipt, template
from data.intake.archive import Archive, submissions
from data.intake.archive.files import Busy
from data.intake.receive import Intake, Received, workbooks
from data.samples import entering, meetings
from data.store import told
from data.store.plans import last_plan
from data.verbs import app, definitions, fail, freezing, operator, out

MARKS = {
    "accepted": "✔ tiếp nhận",
    "warned": "! tiếp nhận, có cảnh báo",
    "refused": "✘ trả lại",
    "waiting": "… giữ lại",
    "known": "= đã có",
}
Reason = Annotated[str, typer.Option("--reason", help="Lý do, được lưu lại.")]


@app.command()
def receive(paths: list[Path]) -> None:
    """Tiếp nhận báo cáo: tệp hoặc thư mục; kết thúc bằng dựng kho số liệu."""
    if missing := [p for p in paths if not p.exists()]:
        fail(f"Không thấy {missing[0]}; cần đường dẫn tới tệp hoặc thư mục có thật.")
    d, files, results = definitions(), list(workbooks(paths)), []
    with Intake(home(), d, operator()) as intake, Progress(console=out, transient=True) as bar:
        for path in bar.track(files, description="Tiếp nhận"):
            results.append(intake.receive(path))
            show(results[-1])
    publish(d)
    new = [r.submission.submission_id for r in results if r.submission and r.outcome in ("accepted", "warned")]
    out.print(*told.across(home(), new), sep="\n", end="\n" if new else "")
    counted = {k: sum(r.outcome == k for r in results) for k in MARKS}
    out.print("; ".join(f"{MARKS[k][2:]}: {n}" for k, n in counted.items() if n) or "Không có tệp nào.")
    out.print(f"Giấy báo nhận: {home() / 'receipts'}")
    raise typer.Exit(1 if counted["refused"] else 0)


def show(result: Received) -> None:
    out.print(f"{MARKS[result.outcome]}: {result.path.name}{' — ' + result.note if result.note else ''}")
    for problem in result.problems:
        out.print(f"    {'phải sửa' if problem.severity == 'refuse' else 'cảnh báo'}: {result.path.name}, {problem}")


def publish(d: Definitions, *, whole: bool = False) -> None:
    built, unfiled = publishing.publish(home(), os.environ.get("DASHBOARD_OPERATOR", ""), d, whole=whole)
    out.print(unfiled, end="\n" if unfiled else "")
    how = {"whole": "dựng toàn bộ", "part": "dựng phần thay đổi", "same": "không có gì thay đổi"}[built.how]
    out.print(f"Kho số liệu {built.file_name} ({built.version}): {how}.")


@app.command()
def build(whole: Annotated[bool, typer.Option(help="Dựng lại toàn bộ, dù không có gì thay đổi.")] = False) -> None:
    """Dựng kho số liệu từ kho lưu trữ."""
    publish(definitions(), whole=whole)


@app.command("template")
def write_template(
    round_code: Annotated[str, typer.Option("--round", help="Mã kỳ báo cáo, như 2000-T06.")],
    unit: Annotated[str, typer.Option("--unit", help="Mã đơn vị.")] = "",
    everyone: Annotated[bool, typer.Option("--all", help="Mọi đơn vị của kỳ.")] = False,
    folder: Annotated[Path, typer.Option("--to", help="Thư mục ghi ra.")] = Path(),
) -> None:
    """Ghi tệp Excel trống cho một đơn vị (hoặc mọi đơn vị) của một kỳ."""
    d = definitions()
    if round_code not in d.rounds:
        fail(f"Không có kỳ “{round_code}”; cần một mã trong rounds.csv.")
    expected = [u.code for u in d.expected_units(d.rounds[round_code])]
    if not everyone and unit not in expected:
        asked = f"Kỳ {round_code} không yêu cầu đơn vị “{unit}”" if unit else "Chưa chọn đơn vị (--unit hoặc --all)"
        fail(f"{asked}; cần một trong: {', '.join(expected)}.")
    folder.mkdir(parents=True, exist_ok=True)
    for code in expected if everyone else [unit]:
        path = folder / f"{round_code}_{code}.xlsx"
        template.blank(path, d, unit_code=code, round_code=round_code, rows=last_plan(home(), code, d.rounds[round_code]))
        out.print(f"Đã ghi {path}")


@app.command()
def sample() -> None:
    """Đưa số liệu minh họa qua đúng con đường tiếp nhận, vào một kho riêng."""
    d, archive = definitions(), Archive(home())
    if any(not s.is_sample for s in submissions(archive.entries()) if s.outcome != "refused"):
        fail(f"Kho {home()} có báo cáo thật, không nhận số liệu minh họa; cần kho khác: DASHBOARD_HOME=<thư mục> python -m data sample.")
    if not (home() / "samples-done").exists():
        left = samples.write_all(home() / "inbox", d)
        for meeting in [*meetings.load(), None]:
            arrived = [one for one in left if meeting is None or one.received_at <= meeting.at]
            _receive_samples(d, arrived)
            entering.enter_all(home(), meeting.at if meeting else None)
            left = left[len(arrived) :]  # they come in the order of receipt
            if meeting:
                publish(d)
                meetings.freeze(home(), meeting)
        (home() / "samples-done").touch()
    publish(d)


def _receive_samples(d: Definitions, arrived: list[samples.Sample]) -> None:
    with Intake(home(), d, "") as intake, Progress(console=out, transient=True) as bar:
        for one in bar.track(arrived, description="Tiếp nhận số liệu minh họa"):
            result = intake.receive(one.path, one.received_at, one.received_by)
            if result.outcome == "refused":
                fail(f"Số liệu minh họa không qua được tiếp nhận: {one.path.name}, {result.problems[0]}")


@app.command()
def withdraw(submission_id: str, reason: Reason = "") -> None:
    """Rút một lần nộp; bản trước có hiệu lực trở lại."""
    _decide(lambda a: decide.withdraw(a, submission_id, operator(), reason))


@app.command()
def restore(submission_id: str, reason: Reason = "") -> None:
    """Khôi phục một bản cũ hoặc đã rút."""
    _decide(lambda a: decide.restore(a, submission_id, operator(), reason))


@app.command()
def close(round_code: str, reason: Reason = "") -> None:
    """Đóng một kỳ: báo cáo đến sau được giữ và chờ."""
    _decide(lambda a: decide.close(a, definitions(), round_code, operator(), reason))


@app.command()
def reopen(round_code: str, reason: Reason = "") -> None:
    """Mở lại một kỳ đã đóng."""
    _decide(lambda a: decide.reopen(a, round_code, operator(), reason))


def _decide(decision: Callable[[Archive], str]) -> None:
    out.print(decision(Archive(home())))
    publish(definitions())


@app.command("receipt")
def show_receipt(submission_id: str) -> None:
    """In giấy báo nhận của một lần nộp."""
    found = [s for s in submissions(Archive(home()).entries()) if s.submission_id == submission_id]
    if not found:
        fail(f"Không có lần nộp “{submission_id}” trong kho này.")
    out.print(receipt.text(found[0], definitions()))


@app.command()
def recheck() -> None:
    """Cho biết các quy tắc hôm nay sẽ đổi kết quả của lần nộp nào; không đổi gì."""
    changed = 0
    with Intake(home(), definitions(), "") as intake:
        for s, outcome, problems in intake.recheck():
            changed += 1
            was, would_be = (receipt.OUTCOMES[verdict].lower() for verdict in (s.outcome, outcome))
            out.print(f"{s.file_name} ({s.submission_id}): đã {was}, nay sẽ {would_be}")
            out.print(*(f"    {p}" for p in problems), sep="\n")
    out.print(f"{changed} lần nộp sẽ đổi kết quả.")


def main() -> None:
    try:
        app()
    except (publishing.BuildError, decide.Impossible, freezing.NotFrozen, Busy) as problem:
        out.print(str(problem))
        sys.exit(2)


if __name__ == "__main__":
    main()
