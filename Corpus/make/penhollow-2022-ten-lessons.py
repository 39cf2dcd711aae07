"""Slides of the invented Penhollow beds-at-home service. Written for codechart. SPDX-License-Identifier: GPL-3.0-or-later

usage: penhollow-2022-ten-lessons.py OUTPUT.pdf
"""

import sys

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 960, 540
BLUE, ORANGE, GREY = HexColor("#16324f"), HexColor("#d9722e"), HexColor("#666666")
NOTICE = "Written for codechart; not a real service. Places, people and numbers are invented."

SLIDES = [
    ("The service in a minute", [
        "Hospital care at home for up to 40 people in Penhollow and the islands",
        "Opened in November 2019; 1,873 stays by the end of 2021",
        "Run by the hospital, the community trust and the council together",
        "We asked 38 colleagues what they would pass on",
        "Answers came from wards, kitchens, vans and one boat",
    ]),
    ("What got us going", [
        "A chief executive who gave us her own car-park spaces",
        "Ward and community nurses recruited in pairs",
        "Tablet computers that open the hospital’s record in a kitchen",
        "The emergency powers of spring 2020, which let us begin before every form was signed",
        "One joint account for drugs and equipment",
    ]),
    ("What nearly stopped us", [
        "“Not our patient”: heard from three departments on one morning",
        "No mobile signal on the two outer islands",
        "Home stays are not counted as beds, so the hospital lost income on each",
        "Consultants’ job plans with no hour for a video round",
        "A freeze on council posts from June 2020",
        "The end of the emergency powers, announced on a Friday",
    ]),
    ("What did not matter as much as we feared", [
        "The weather",
        "Patients’ age and living alone",
        "Lack of experience: two new graduates are now our best",
        "Oxygen",
        "What we were called",
    ]),
    ("What the service still needs", [
        "A tariff of its own",
        "A pharmacist seven days a week",
        "General practices told on the day, not in the discharge letter",
        "A medical lead whose post does not end in March",
    ]),
    ("Our advice", [
        "Start with two wards that like each other",
        "Appoint the pharmacist first",
        "Get the finance directors to visit a patient",
        "Ask the regulator in before the first complaint",
        "Keep a list of every “no”, and who said it",
    ]),
]


def frame(canvas: Canvas, number: int) -> None:
    canvas.setFillColor(ORANGE)
    canvas.rect(0, HEIGHT - 14, WIDTH, 14, stroke=0, fill=1)
    canvas.setFillColor(GREY)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(48, 22, NOTICE)
    canvas.drawRightString(WIDTH - 48, 22, str(number))


def cover(canvas: Canvas) -> None:
    canvas.setFillColor(BLUE)
    canvas.rect(0, 0, WIDTH, HEIGHT, stroke=0, fill=1)
    canvas.setFillColor(HexColor("#ffffff"))
    canvas.setFont("Helvetica-Bold", 42)
    canvas.drawString(72, 330, "Ten lessons from two years")
    canvas.drawString(72, 280, "of beds at home")
    canvas.setFont("Helvetica", 20)
    canvas.drawString(72, 220, "Penhollow Beds at Home Service")
    canvas.drawString(72, 192, "Leocadia Thwaite and Yusuf Carnaby · February 2022")
    canvas.setFont("Helvetica", 12)
    canvas.drawString(72, 48, NOTICE)
    canvas.showPage()


def bullets(canvas: Canvas, title: str, lines: list[str], number: int) -> None:
    frame(canvas, number)
    canvas.setFillColor(BLUE)
    canvas.setFont("Helvetica-Bold", 32)
    canvas.drawString(48, HEIGHT - 84, title)
    canvas.setFillColor(HexColor("#222222"))
    canvas.setFont("Helvetica", 20)
    y = HEIGHT - 148
    for line in lines:
        canvas.drawString(52, y, "•")
        for part in wrapped(canvas, line, WIDTH - 170):
            canvas.drawString(76, y, part)
            y -= 27
        y -= 15
    canvas.showPage()


def wrapped(canvas: Canvas, text: str, width: float) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = (lines[-1] + " " + word).strip()
        if canvas.stringWidth(longer, "Helvetica", 20) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def main() -> None:
    canvas = Canvas(sys.argv[1], pagesize=(WIDTH, HEIGHT), invariant=1)
    canvas.setTitle("Ten lessons from two years of beds at home")
    canvas.setAuthor("Leocadia Thwaite, Yusuf Carnaby")
    cover(canvas)
    for number, (title, lines) in enumerate(SLIDES, start=2):
        bullets(canvas, title, lines, number)
    canvas.save()


main()
