"""The courses that are measured: real MOOChub documents, alone or cut together to a round number."""

import json
from pathlib import Path

FILES = {"free": "free-courses.json", "campus": "campus-courses.json"}


def read(folder, name):
    return json.loads((Path(folder) / FILES[name]).read_text(encoding="utf-8"))


def mixed(folder, courses):
    """All campus courses, then free ones evenly over their file, until there are enough: long texts and many topics."""
    document, more = read(folder, "campus"), read(folder, "free")["data"]
    have = document["data"][:courses]
    missing = min(courses - len(have), len(more))
    document["data"] = have + [more[at * len(more) // missing] for at in range(missing)]
    return document


def write(document, path):
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")


def slug(course):
    return course["attributes"]["courseCode"]
