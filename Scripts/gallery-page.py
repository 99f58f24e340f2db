"""Writes the page of the gallery to standard output: what each scenario asks, says and shows.

    gallery-page.py FOLDER SCENARIO.yaml...
"""

import csv
import re
import sys
from pathlib import Path

INTRODUCTION = """\
# Gallery

What the shipped scenarios say, made by `Scripts/gallery` at the seeds and sizes of their files.
Each folder has the figures and the small tables of a run, the scenario with nothing left to a
default, and the hashes of all tables. `Scripts/gallery --check` makes everything again and compares
every byte; `goodhart run SCENARIO` makes all tables and the interactive page.
"""

FIRST = "claimed-and-true"


def main(folder: Path, scenarios: list) -> None:
    parts = [INTRODUCTION]
    for scenario in scenarios:
        if (folder / scenario.stem).is_dir():
            parts.append(part(folder / scenario.stem, scenario))
    sys.stdout.buffer.write("\n".join(parts).encode())


def part(results: Path, scenario: Path) -> str:
    name = results.name
    policies = rows(results / "policies.csv")
    findings = [plain(row["words"]) for row in rows(results / "findings.csv")]
    figures = sorted(path.stem for path in results.glob("figures/*.svg"))
    lines = [f"## {plain(title(results / 'scenario.yaml'))}", "", findings[0], ""]
    if FIRST in figures:
        lines += [f"![{words(FIRST)}: {name}]({name}/figures/{FIRST}.svg)", ""]
    others = [f"[{words(figure)}]({name}/figures/{figure}.svg)" for figure in figures if figure != FIRST]
    if others:
        lines += ["More figures: " + ", ".join(others) + ".", ""]
    lines += [f"- `{row['policy']}`: {plain(row['title'])}" for row in policies]
    tables = sorted(path.name for path in results.glob("*.csv"))
    links = ", ".join(f"[{table}]({name}/{table})" for table in tables)
    lines += ["", f"Scenario: [{scenario}](../../{scenario}). Tables: {links}.", ""]
    return "\n".join(lines)


def rows(table: Path) -> list:
    with table.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def title(scenario: Path) -> str:
    found = re.search(r"^title: (.*)$", scenario.read_text("utf-8"), re.MULTILINE)
    return found[1].strip("'\"") if found else scenario.parent.name


def words(figure: str) -> str:
    return figure.replace("-", " ")


def plain(text: str) -> str:
    """A text as Markdown that means nothing else."""
    return re.sub(r"([\\`*_\[\]<>|#$])", r"\\\1", text)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(argument) for argument in sys.argv[2:]])
