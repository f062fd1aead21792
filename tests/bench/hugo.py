"""Makes a Hugo project of the same courses: one content file each, since Debian's Hugo makes pages of files only.

What is simplified is simplified in Hugo's favour: labels and prices come ready-made, one block of facets serves all
lists, and there is no search index."""

import json
import re
import shutil
from pathlib import Path

import catalog

LAYOUTS = Path(__file__).parent / "hugo"
SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}


def make(document, project, assets, made_on):
    """`assets` are the stylesheet, scripts and icons of the other site, so that both carry the same."""
    shutil.copytree(LAYOUTS, project)
    shutil.copytree(assets, project / "static" / "assets")
    named = {kind: next(assets.glob(f"{kind}.*")).name for kind in ("site", "icon")}
    config = json.loads((project / "config.json").read_text())
    config["params"] = {
        "stylesheet": f"/assets/{named['site']}",
        "icon": f"/assets/{named['icon']}",
        "attribution": document["meta"]["attribution"],
    }
    (project / "config.json").write_text(json.dumps(config))
    content = project / "content"
    courses = content / "courses"
    courses.mkdir(parents=True)
    (courses / "_index.html").write_text(json.dumps({"title": "All courses"}) + "\n")
    (content / "subjects").mkdir()
    feeds = {"title": "Subjects", "cascade": {"_target": {"kind": "term"}, "outputs": ["html", "rss"]}}
    (content / "subjects" / "_index.html").write_text(json.dumps(feeds) + "\n")
    for weight, course in enumerate(reversed(document["data"]), 1):
        front = front_matter(course, weight, made_on)
        text = course["attributes"].get("description") or ""
        page = json.dumps(front, ensure_ascii=False, indent=1) + "\n" + text
        (courses / f"{catalog.slug(course)}.html").write_text(page, encoding="utf-8")


def front_matter(course, weight, made_on):
    told, more = course["attributes"], course.get("meta") or {}
    offer = told["offer"][0]
    free = offer["price"] == 0
    began = max(told.get("startDate") or [""])[:10]
    plain = re.sub(r"<[^>]+>", "", told.get("description") or "")[:160]
    onsite = "onsite" in told["courseMode"]
    return {
        "title": told["name"],
        "id": course["id"],
        "date": made_on,
        "weight": weight,
        "subjects": told.get("keywords") or [],
        "partners": [told["publisher"]["name"]],
        "partner_url": told["publisher"].get("url") or "",
        "languages": told["inLanguage"],
        "levels": (more.get("levels") or [])[:1],
        "formats": ["On site" if onsite else "Online"],
        "prices": ["Free"] if free else [],
        "cost": "Free" if free else f"{SIGNS.get(offer['priceCurrency'], offer['priceCurrency'])}{offer['price']}",
        "offer": {"@type": "Offer", "category": "Free"}
        if free
        else {"@type": "Offer", "category": "Paid", "price": offer["price"], "priceCurrency": offer["priceCurrency"]},
        "mode": "Onsite" if onsite else "Online",
        "when": "No date announced" if began else "Any time",
        "began": began,
        "about": plain or f"{told['name']}. A course by {told['publisher']['name']}.",
        "source": told.get("url") or "",
    }
