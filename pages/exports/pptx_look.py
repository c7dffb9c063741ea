"""How slides look: where what stands, in points of 960 × 540, and the colours, those of the screen (pages.parts.charts.look).

Colours keep apart for colour-blind eyes and on grey paper: what matters also differs by hatching, dash or a hollow mark.
"""

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE

WIDTH, HEIGHT, MARGIN = 960, 540, 44
ROOM = WIDTH - 2 * MARGIN
TOP, BOTTOM = 122, 486  # between the title and the foot
KICKER, TITLE, FOOT = (16, 18), (36, 82), (498, 30)  # top and height of what stands above and below
FRONT, UNDER = (134, 124), (264, 76)  # the same of title and subtitle on the cover
FONT = "Arial"  # every office machine has it
INK, GREY, PALE, WHITE = RGBColor(0x1B, 0x2A, 0x3A), RGBColor(0x6B, 0x77, 0x85), RGBColor(0xD5, 0xDB, 0xE1), RGBColor(0xFF, 0xFF, 0xFF)
BLUE, ORANGE, SKY, SAND = RGBColor(0x1F, 0x5F, 0x99), RGBColor(0xC8, 0x50, 0x0A), RGBColor(0x8F, 0xBB, 0xE0), RGBColor(0xE8, 0xD9, 0xB5)
DIM = RGBColor(0x4A, 0x55, 0x61)  # small words beside what matters: still dark enough to be read from far
HEAD = RGBColor(0xE3, 0xE9, 0xEF)
FILLS = (BLUE, SKY, SAND, PALE)  # bars side by side: from dark to light
LINES = ((BLUE, MSO_LINE.SOLID, 3.5), (GREY, MSO_LINE.DASH, 2.5), (ORANGE, MSO_LINE.LONG_DASH_DOT, 2.0), (GREY, MSO_LINE.ROUND_DOT, 1.5))
