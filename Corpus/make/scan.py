"""Turns a page image into a PDF that holds nothing but the image, half a degree askew.

Written for codechart. SPDX-License-Identifier: GPL-3.0-or-later
usage: scan.py PAGE.png OUTPUT.pdf
"""

import sys

from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

PAPER = 238  # grey of old paper; 255 is white


def main() -> None:
    source, target = sys.argv[1:]
    page = Image.open(source).convert("L").point(lambda value: value * PAPER // 255)
    page = page.rotate(0.5, resample=Image.Resampling.BILINEAR, fillcolor=PAPER)
    page = page.quantize(8).convert("L")
    canvas = Canvas(target, pagesize=A4, invariant=1)
    canvas.setTitle("Scan0007")
    canvas.drawImage(ImageReader(page), 0, 0, *A4)
    canvas.save()


main()
