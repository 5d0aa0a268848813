"""Counts real event files with Python's csv and json modules alone, so that tests of the importer can be held to it.

    python3 bench/files/count-series.py ../shared/series > lib/importers/real-files.json

Nothing of Annals is used. What is counted of a file, where the columns are those that a person would choose:

- rows, the rows that are lost and why (`lost`), the rows left out by a rule (`skipped`), the first of both with their lines
  (`unused`), and the cells that are not used though their row is (`warnings`), all by the codes of docs/formats.md;
- of the rows that are used: the first and the last day on which one may have begun, how many lasted, how many have no
  end, and of how many the day is in doubt; the sum of the figure of the dead and how many rows have one; how many have a
  point; how many incidents the most frequent actors and types have. Texts that mean "unknown" are no actors and no types.
"""

import csv
import json
import re
import sys
from calendar import monthrange
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(sys.argv[1])
MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august"]
MONTHS += ["september", "october", "november", "december"]


class Row(dict):
    """Cells by column, and where the row begins: its line from 1, in JSON its number."""

    def __init__(self, cells, line):
        super().__init__(cells)
        self.line = line


def records(file, delimiter):
    """Records with the lines on which they begin, which csv does not say: the line after the end of the one before."""
    reader, begin = csv.reader(file, delimiter=delimiter), 1
    for cells in reader:
        yield begin, cells
        begin = reader.line_num + 1


def table(path, encoding="utf-8-sig", delimiter=",", skip=0):
    """Rows by column. `skip` is how many rows after the header are none, such as HXL tags."""
    with open(ROOT / path, encoding=encoding, newline="") as file:
        rows = list(records(file, delimiter))
    header = rows[0][1]
    assert all(cell == "" or cell.startswith("#") for _, cells in rows[1 : 1 + skip] for cell in cells)
    return [Row(zip(header, cells), line) for line, cells in rows[1 + skip :] if cells]


def iso(text):
    return text[:10] if re.match(r"\d{4}-\d\d-\d\d", text) else None


def month_day_year(text):
    month, day, year = text.split("/")
    return f"{int(year):04}-{int(month):02}-{int(day):02}"


def fate(row, seen, date_of, id_column):
    """Why a row is not used; None where it is. `seen` holds the first row of each id."""
    if date_of(row) is None:
        return "no-date"
    if id_column is None:
        return None
    first = seen.setdefault(row[id_column], row)
    if first is row:
        return None
    return "repeated-row" if first == row else "conflicting-row"


def number(row, column):
    text = row[column].strip() if column else ""
    return float(text) if text else None


def warnings_of(row, figures, place):
    """Figures out of order, and half a coordinate."""
    given = [n for n in (number(row, column) for column in figures) if n is not None]
    if given != sorted(given):
        yield "unordered-estimate"
    if len(place or ()) == 2 and (row[place[0]].strip() == "") != (row[place[1]].strip() == ""):
        yield "not-a-coordinate"


def summary(rows, date_of, key=None, dead=None, low=None, high=None, actors=(), nobody=(), kind=None, labels={}, place=None):
    """`date_of` gives the first and the last day on which a row may have begun and the day on which it ended, or None."""
    seen, lost, skipped = {}, Counter(), Counter()
    used, lines = [], []
    for row in rows:
        why = fate(row, seen, date_of, key)
        if why is None:
            used.append(row)
        else:
            (skipped if why == "repeated-row" else lost)[why] += 1
            lines.append([row.line, why])
    warnings = Counter(code for row in used for code in warnings_of(row, (low, dead, high), place))
    equal = sum(n - 1 for n in Counter(tuple(row.items()) for row in used).values())
    if key is None and equal:
        warnings["equal-row"] = equal
    spans = [date_of(row) for row in used]
    names = Counter(
        name for row in used for name in {row[column].strip() for column in actors} if name and name not in nobody
    )
    kinds = Counter(
        labels.get(row[kind], row[kind].strip())
        for row in used
        if kind and row[kind].strip() and row[kind].strip() not in nobody
    )
    figures = [n for n in (number(row, dead) for row in used) if n is not None]
    return {
        "rows": len(rows),
        "incidents": len(used),
        "lost": lost,
        "skipped": skipped,
        "unused": lines[:10],
        "warnings": warnings,
        "first": min((a for a, _, _ in spans), key=order),
        "last": max((b for _, b, _ in spans), key=order),
        "lasted": sum(end not in (None, "..") and end != a for a, _, end in spans),
        "openEnds": sum(end == ".." for _, _, end in spans),
        "inDoubt": sum(a != b for a, b, _ in spans),
        "dead": sum(figures) if dead else None,
        "deadReported": len(figures),
        "located": sum(is_located(row, place) for row in used),
        "actors": len(names),
        "topActors": top(names),
        "types": len(kinds),
        "topTypes": top(kinds),
    }


def is_located(row, place):
    """Two columns, or one with both numbers in a cell."""
    if not place:
        return False
    if len(place) == 1:
        return re.fullmatch(r"-?[\d.]+, ?-?[\d.]+", row[place[0]].strip()) is not None
    return bool(row[place[0]].strip() and row[place[1]].strip())


def top(counts):
    """The six most frequent, and by name where they are equally so."""
    return [list(pair) for pair in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:6]]


def order(text):
    year, month, day = re.fullmatch(r"(-?\d+)-(\d\d)-(\d\d)", text).groups()
    return int(year), int(month), int(day)


def one(column, read=iso):
    def dates(row):
        day = read(row[column])
        return day and (day, day, None)

    return dates


def span(start, end):
    """An incident that lasted, counted at its start; an empty end is one that has not come."""
    return lambda row: (iso(row[start]), iso(row[start]), iso(row[end]) if row[end] else "..")


def ged(row):
    """Doubt about the day where date_prec is over 1; else the start of an incident that lasted."""
    start, end = iso(row["date_start"]), iso(row["date_end"])
    return (start, end, None) if int(row["date_prec"]) > 1 else (start, start, end)


def noaa(row):
    year, month, day = row["YEAR"].strip(), row["MONTH"].strip(), row["DAY"].strip()
    pad = f"-{abs(int(year)):04}" if int(year) < 0 else f"{int(year):04}"
    if not month:
        return (f"{pad}-01-01", f"{pad}-12-31", None)
    if not day:
        # Lengths of months before year 1 do not matter here: neither end of the file is one.
        last = monthrange(max(1, int(year)), int(month))[1]
        return (f"{pad}-{int(month):02}-01", f"{pad}-{int(month):02}-{last}", None)
    text = f"{pad}-{int(month):02}-{int(day):02}"
    return (text, text, None)


def end_of_watch(row):
    month, day, year = re.search(r"(\w+) (\d+), (\d+)$", row["eow"].strip()).groups()
    text = f"{int(year):04}-{MONTHS.index(month.lower()) + 1:02}-{int(day):02}"
    return (text, text, None)


def month_name(row):
    text = f"{int(row['year']):04}-{MONTHS.index(row['month'].lower()) + 1:02}-{int(row['day']):02}"
    return (text, text, None)


def properties(path):
    features = json.loads((ROOT / path).read_text(encoding="utf-8"))["features"]
    for number, feature in enumerate(features, 1):
        longitude, latitude = feature["geometry"]["coordinates"][:2]
        properties = {k: "" if v is None else str(v) for k, v in feature["properties"].items()}
        yield Row({**properties, "longitude": str(longitude), "latitude": str(latitude)}, number)


def epoch(row):
    # USGS states `time` in milliseconds since the epoch, UTC.
    text = (date(1970, 1, 1) + timedelta(days=int(row["time"]) // 86_400_000)).isoformat()
    return (text, text, None)


def nested(path):
    rows = json.loads((ROOT / path).read_text(encoding="utf-8"))["data"]
    return [
        Row({k: v if isinstance(v, str) else json.dumps(v) for k, v in row.items()}, number)
        for number, row in enumerate(rows, 1)
    ]


# Codes of type_of_violence as the UCDP GED codebook words them.
VIOLENCE = {"1": "state-based conflict", "2": "non-state conflict", "3": "one-sided violence"}
COORDINATES = ("latitude", "longitude")
FIGURES = dict(dead="best", low="low", high="high")
GED = dict(key="id", actors=("side_a", "side_b"), kind="type_of_violence", labels=VIOLENCE, place=COORDINATES, **FIGURES)
FILES = {
    "ucdp_ged_syria_191/ucdp_syria.csv": lambda f: summary(table(f), ged, **GED),
    "ucdp_ged_car_231/GEDEvent_v23_1.geojson": lambda f: summary(list(properties(f)), ged, **GED),
    "ucdp_hdx_bgd/ged191_fixture.csv": lambda f: summary(table(f), ged, **GED),
    "ucdp_hdx_bgd/conflict_data_BGD.csv": lambda f: summary(table(f, skip=1), ged, **GED),
    "ucdp_hdx_ukr/conflict_data_ukr_2025.csv": lambda f: summary(table(f, skip=1), ged, **GED),
    "iraq_geocausal/insurgencies.csv": lambda f: summary(table(f), one("date"), kind="type", place=COORDINATES),
    "iraq_geocausal/airstrikes.csv": lambda f: summary(table(f), one("date"), kind="type", place=COORDINATES),
    "noaa_signif/signif.txt": lambda f: summary(
        table(f, "utf-8", "\t"), noaa, "I_D", "DEATHS", place=("LATITUDE", "LONGITUDE")
    ),
    "fivethirtyeight/all_data.csv": lambda f: summary(table(f), end_of_watch, actors=("dept",), kind="cause"),
    "fivethirtyeight/russia-investigation.csv": lambda f: summary(
        table(f), span("investigation-start", "investigation-end"), kind="type"
    ),
    "fivethirtyeight/police_killings.csv": lambda f: summary(
        table(f, "cp1252"),
        month_name,
        actors=("lawenforcementagency",),
        nobody=("Unknown",),
        kind="cause",
        place=COORDINATES,
    ),
    "stanford_msa/Stanford_MSA_Database.csv": lambda f: summary(
        table(f),
        one("Date", month_day_year),
        "CaseID",
        "Total Number of Fatalities",
        actors=("Shooter Name",),
        nobody=("Unknown", "Unkown"),
        kind="Class",
        place=("Latitude", "Longitude"),
    ),
    "airraid_ukraine/official_data_en.csv": lambda f: summary(table(f), span("started_at", "finished_at")),
    "arvig/arvig.csv": lambda f: summary(table(f), one("date"), kind="category_en", place=COORDINATES),
    "police_brutality_2020pb/all-locations.csv": lambda f: summary(table(f), one("date"), "id"),
    "police_brutality_2020pb/all-locations-v2.json": lambda f: summary(
        nested(f), one("date"), "id", place=("geolocation",)
    ),
    "oryx/event_destroyed.csv": lambda f: summary(table(f), one("date_recorded"), "matID"),
    "vega_datasets/birdstrikes.csv": lambda f: summary(table(f), one("Flight Date")),
    "vega_datasets/earthquakes.json": lambda f: summary(list(properties(f)), epoch, kind="type", place=COORDINATES),
}

json.dump({name: count(name) for name, count in FILES.items()}, sys.stdout, ensure_ascii=False, indent=1)
print()
