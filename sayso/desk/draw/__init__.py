"""Drawing: pictures as SVG, made by pure functions of plain values; each has a table beside it that says the same."""
