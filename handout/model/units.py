"""Lengths: millimetres, points (1/72 inch) and CSS pixels (1/96 inch)."""

MM_PER_POINT = 25.4 / 72
MM_PER_PIXEL = 25.4 / 96
POINTS_PER_MM = 72 / 25.4
PIXELS_PER_MM = 96 / 25.4
POINTS_PER_PIXEL = 72 / 96
