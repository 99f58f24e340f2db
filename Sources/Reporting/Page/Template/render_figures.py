"""Draws Vega-Lite specifications as pictures, the same bytes on every machine.

Standard input has two lines for each picture: the file of its specification, and the file to write,
whose name ends in .svg or .png (at twice the size). Nothing is loaded from anywhere.
"""

import json
import os
import re
import sys
import tempfile
from pathlib import Path

import vl_convert

# The one typeface that the library brings; others of the same widths follow for whoever looks.
TYPEFACE = "'Liberation Sans', Arial, Helvetica, sans-serif"

# Vega keeps groups in plain objects of JavaScript, where these names are taken.
TAKEN = {
    "__defineGetter__", "__defineSetter__", "__lookupGetter__", "__lookupSetter__", "__proto__",
    "constructor", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "toLocaleString",
    "toString", "valueOf",
}

# Marks that only answer the pointer.
UNSEEN = re.compile(r'<path[^>]*(?<![-\w])opacity="0"/>')


def freed(value):
    """The same with a space of no width behind texts that Vega takes for something else."""
    if isinstance(value, dict):
        return {key: freed(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [freed(inner) for inner in value]
    return value + "\u200b" if isinstance(value, str) and value in TAKEN else value


def draw(specification: Path, picture: Path) -> None:
    chart = freed(json.loads(specification.read_text("utf-8")))
    chart.setdefault("config", {})["font"] = TYPEFACE
    if picture.suffix == ".png":
        picture.write_bytes(vl_convert.vegalite_to_png(chart, scale=2, allowed_base_urls=[]))
    else:
        svg = vl_convert.vegalite_to_svg(chart, allowed_base_urls=[])
        picture.write_bytes(UNSEEN.sub("", svg).encode() + b"\n")


def main() -> None:
    paths = [Path(line.rstrip("\n")) for line in sys.stdin]
    with tempfile.TemporaryDirectory() as empty:
        # Fonts of the machine would change widths, and with them every place.
        fonts = Path(empty, "fonts.conf")
        fonts.write_text(f"<fontconfig><dir>{empty}</dir></fontconfig>", "utf-8")
        os.environ["FONTCONFIG_FILE"] = str(fonts)
        for specification, picture in zip(paths[::2], paths[1::2]):
            draw(specification, picture)


if __name__ == "__main__":
    main()
