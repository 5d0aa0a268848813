"""Counts real event files with Python's csv and json modules alone, so that tests of the importer can be held to it.

    python3 bench/count-series.py ../shared/series > lib/importers/real-files.json

Nothing of Annals is used. For each file: rows, rows without a date, first and last day on which any row may have begun,
the sum of the figure of the dead, and the most frequent texts of the actor columns.
"""

import csv
import io
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


def table(path, encoding="utf-8-sig", delimiter=",", skip=0):
    with open(ROOT / path, encoding=encoding, newline="") as file:
        rows = list(csv.reader(file, delimiter=delimiter))
    header, body = rows[0], [row for row in rows[1 + skip :] if row]
    return [dict(zip(header, row)) for row in body]


def iso(text):
    return text[:10] if re.match(r"\d{4}-\d\d-\d\d", text) else None


def month_day_year(text):
    month, day, year = text.split("/")
    return f"{int(year):04}-{int(month):02}-{int(day):02}"


def summary(rows, dates, dead=None, actors=()):
    """`dates` gives the first and the last possible day of a row, or None."""
    known = [span for span in map(dates, rows) if span]
    names = Counter(name for row in rows for name in {row[column] for column in actors} if name)
    return {
        "rows": len(rows),
        "undated": len(rows) - len(known),
        "first": min((a for a, _ in known), key=order, default=None),
        "last": max((b for _, b in known), key=order, default=None),
        "dead": None if dead is None else sum(float(row[dead]) for row in rows if row[dead].strip()),
        "names": [[name, count] for name, count in names.most_common(5)],
        "distinctNames": len(names),
        "equalRows": sum(n - 1 for n in Counter(tuple(map(str, row.values())) for row in rows).values() if n > 1),
    }


def order(text):
    year, month, day = re.fullmatch(r"(-?\d+)-(\d\d)-(\d\d)", text).groups()
    return int(year), int(month), int(day)


def one(column, read=iso):
    def dates(row):
        day = read(row[column])
        return day and (day, day)

    return dates


def ged(row):
    """Doubt about the day where date_prec is over 1; else the start of an incident that lasted."""
    start, end = iso(row["date_start"]), iso(row["date_end"])
    return (start, end if int(row["date_prec"]) > 1 else start)


def noaa(row):
    year, month, day = row["YEAR"].strip(), row["MONTH"].strip(), row["DAY"].strip()
    pad = f"-{abs(int(year)):04}" if int(year) < 0 else f"{int(year):04}"
    if not month:
        return (f"{pad}-01-01", f"{pad}-12-31")
    if not day:
        # Lengths of months before year 1 do not matter here: neither end of the file is one.
        last = monthrange(max(1, int(year)), int(month))[1]
        return (f"{pad}-{int(month):02}-01", f"{pad}-{int(month):02}-{last}")
    return (f"{pad}-{int(month):02}-{int(day):02}",) * 2


def end_of_watch(row):
    month, day, year = re.search(r"(\w+) (\d+), (\d+)$", row["eow"].strip()).groups()
    text = f"{int(year):04}-{MONTHS.index(month.lower()) + 1:02}-{int(day):02}"
    return (text, text)


def month_name(row):
    text = f"{int(row['year']):04}-{MONTHS.index(row['month'].lower()) + 1:02}-{int(row['day']):02}"
    return (text, text)


def properties(path):
    features = json.loads((ROOT / path).read_text(encoding="utf-8"))["features"]
    return [{k: "" if v is None else str(v) for k, v in one["properties"].items()} for one in features]


def epoch(row):
    # USGS states `time` in milliseconds since the epoch, UTC.
    text = (date(1970, 1, 1) + timedelta(days=int(row["time"]) // 86_400_000)).isoformat()
    return (text, text)


def nested(path):
    rows = json.loads((ROOT / path).read_text(encoding="utf-8"))["data"]
    return [{k: v if isinstance(v, str) else json.dumps(v) for k, v in row.items()} for row in rows]


SIDES = ("side_a", "side_b")
FILES = {
    "ucdp_ged_syria_191/ucdp_syria.csv": lambda f: summary(table(f), ged, "best", SIDES),
    "ucdp_ged_car_231/GEDEvent_v23_1.geojson": lambda f: summary(properties(f), ged, "best", SIDES),
    "ucdp_hdx_bgd/ged191_fixture.csv": lambda f: summary(table(f), ged, "best", SIDES),
    "ucdp_hdx_bgd/conflict_data_BGD.csv": lambda f: summary(table(f, skip=1), ged, "best", SIDES),
    "ucdp_hdx_ukr/conflict_data_ukr_2025.csv": lambda f: summary(table(f, skip=1), ged, "best", SIDES),
    "iraq_geocausal/insurgencies.csv": lambda f: summary(table(f), one("date")),
    "iraq_geocausal/airstrikes.csv": lambda f: summary(table(f), one("date")),
    "noaa_signif/signif.txt": lambda f: summary(table(f, "utf-8", "\t"), noaa, "DEATHS"),
    "fivethirtyeight/all_data.csv": lambda f: summary(table(f), end_of_watch, None, ("dept",)),
    "fivethirtyeight/russia-investigation.csv": lambda f: summary(table(f), one("investigation-start")),
    "fivethirtyeight/police_killings.csv": lambda f: summary(table(f, "cp1252"), month_name),
    "stanford_msa/Stanford_MSA_Database.csv": lambda f: summary(
        table(f), one("Date", month_day_year), "Total Number of Fatalities", ("Shooter Name",)
    ),
    "airraid_ukraine/official_data_en.csv": lambda f: summary(table(f), one("started_at")),
    "arvig/arvig.csv": lambda f: summary(table(f), one("date")),
    "police_brutality_2020pb/all-locations.csv": lambda f: summary(table(f), one("date")),
    "police_brutality_2020pb/all-locations-v2.json": lambda f: summary(nested(f), one("date")),
    "oryx/event_destroyed.csv": lambda f: summary(table(f), one("date_recorded")),
    "vega_datasets/birdstrikes.csv": lambda f: summary(table(f), one("Flight Date")),
    "vega_datasets/earthquakes.json": lambda f: summary(properties(f), epoch),
}

json.dump({name: count(name) for name, count in FILES.items()}, sys.stdout, ensure_ascii=False, indent=1)
print()
