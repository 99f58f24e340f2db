"""Writes the page of the gallery to standard output: what each scenario says and shows.

    gallery-page.py FOLDER SCENARIO.yaml...
"""

import csv
import re
import sys
from pathlib import Path

INTRODUCTION = """\
# Gallery

What the shipped scenarios say, made by `Scripts/gallery` at the seeds and sizes of their files. Each
folder has the report with its charts as pictures (open `report.html` in a browser; it needs no
network), the small tables, the scenario with nothing left to a default, and the hashes of all
tables. `Scripts/gallery --check` makes everything again and compares every byte; `goodhart run
SCENARIO` makes all tables and the interactive page.
"""


def main(folder: Path, scenarios: list) -> None:
    parts = [INTRODUCTION]
    for scenario in scenarios:
        if (folder / scenario.stem).is_dir():
            parts.append(part(folder / scenario.stem, scenario))
    sys.stdout.buffer.write("\n".join(parts).encode())


def part(results: Path, scenario: Path) -> str:
    name = results.name
    findings = [plain(row["words"]) for row in rows(results / "findings.csv")]
    lines = [f"## {plain(title(results / 'scenario.yaml'))}", "", findings[0], ""]
    for chart in results.glob("*.svg"):
        lines += [f"![What the metric claims, and what is true: {name}]({name}/{chart.name})", ""]
    lines += [
        f"- `{row['policy']}`: {plain(row['title'])}" for row in rows(results / "policies.csv")
    ]
    tables = sorted(path.name for path in results.glob("*.csv"))
    links = ", ".join(f"[{table}]({name}/{table})" for table in ["report.html", *tables])
    return "\n".join([*lines, "", f"Scenario: [{scenario}](../../{scenario}). Files: {links}.", ""])


def rows(table: Path) -> list:
    with table.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def title(scenario: Path) -> str:
    found = re.search(r"^title: (.*)$", scenario.read_text("utf-8"), re.MULTILINE)
    return found[1].strip("'\"") if found else scenario.parent.name


def plain(text: str) -> str:
    """A text as Markdown that means nothing else."""
    return re.sub(r"([\\`*_\[\]<>|#$])", r"\\\1", text)


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(argument) for argument in sys.argv[2:]])
