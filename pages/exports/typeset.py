"""typst in a process of its own, run by pages.exports.pdf: what typst keeps in memory for the next time goes when it ends.

Takes paper.json on standard input, and as argument the time that the file bears (Unix seconds); gives the PDF on standard output.
Knows no other module of ours.
"""

import sys
from functools import partial
from pathlib import Path
from typing import Any

import typst

HERE = Path(__file__).parent
STANDARDS: Any = ["a-2a", "ua-1"]  # kept readable for good, and readable aloud
MEMORY = 2 * 2**30  # bytes; a hundred pages need an eighth of it


def main() -> None:
    _limit()
    files: Any = {"main.typ": (HERE / "paper.typ").read_bytes(), "paper.json": sys.stdin.buffer.read()}
    compiled = partial(typst.compile, files, format="pdf", ignore_system_fonts=True, timestamp=int(sys.argv[1]))
    try:
        content = compiled(font_paths=_fonts(), pdf_standards=STANDARDS)
    except typst.TypstError:
        # A letter that the shipped fonts do not hold, as in a name in Khmer script: the machine's fonts may, and the file promises less.
        content = compiled(font_paths=_fonts(of_the_machine=True))
    sys.stdout.buffer.write(content)


def _fonts(of_the_machine: bool = False) -> Any:
    """The shipped fonts and typst's own, not the machine's: the same paper looks the same wherever it is written."""
    return typst.Fonts(include_system_fonts=of_the_machine, font_paths=[str(HERE / "fonts")])


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))  # not RLIMIT_AS: each core's thread reserves room that it never uses


if __name__ == "__main__":
    main()
