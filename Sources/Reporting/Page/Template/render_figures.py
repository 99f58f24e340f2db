"""Turns Vega-Lite specifications into pictures: SPECIFICATION PICTURE [SPECIFICATION PICTURE ...].

The ending of a picture says its kind. Nothing is fetched: data and type stand in the
specification, and the fonts are those that vl-convert carries.
"""

import json
import sys

import vl_convert

FONT = "Liberation Sans"


def main(arguments):
    for source, target in zip(arguments[::2], arguments[1::2]):
        with open(source, encoding="utf-8") as file:
            specification = json.load(file)
        specification["config"]["font"] = FONT
        if target.endswith(".png"):
            picture = vl_convert.vegalite_to_png(specification, scale=2, allowed_base_urls=[])
        else:
            picture = vl_convert.vegalite_to_svg(specification, allowed_base_urls=[]).encode()
        with open(target, "wb") as file:
            file.write(picture)


main(sys.argv[1:])
