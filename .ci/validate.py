"""Checks records that kcat -J read off the enriched topic: validate.py RECORDS SCHEMA"""
import json
import sys

from jsonschema import Draft202012Validator


def spans(article):
    """Every stretch of the body that a tag points to: start, end, text."""
    for country in article["countries"]:
        for span in country.get("spans", []):
            yield span["start"], span["end"], span["text"]
    for quote in article["quotes"]:
        yield quote["start"], quote["end"], quote["text"]
        speaker = quote.get("speaker")
        if speaker and speaker.get("mention"):
            yield speaker["start"], speaker["end"], speaker["mention"]


def main(records, schema):
    validator = Draft202012Validator(json.load(open(schema, encoding="utf-8")))
    counts = dict.fromkeys(("articles", "tombstones", "withdrawn", "topics", "countries", "quotes", "spans"), 0)
    faults = []
    for line in open(records, encoding="utf-8"):
        record = json.loads(line)
        key = record["key"]
        if record.get("payload") is None:
            counts["tombstones"] += 1
            continue
        article = json.loads(record["payload"])
        headers = dict(zip(record["headers"][::2], record["headers"][1::2]))
        counts["articles"] += 1
        counts["withdrawn"] += article["status"] == "withdrawn"
        for tag in ("topics", "countries", "quotes"):
            counts[tag] += len(article[tag])
        faults += [f"{key}: {error.json_path}: {error.message}" for error in validator.iter_errors(article)]
        if article["id"] != key:
            faults.append(f"{key}: the value's id is {article['id']}")
        if headers.get("ce_id") != f"{key}:{article['revision']}":
            faults.append(f"{key}: ce_id is {headers.get('ce_id')}")
        if headers.get("ce_type") != "newsmill.article.enriched.v1":
            faults.append(f"{key}: ce_type is {headers.get('ce_type')}")
        # Offsets count UTF-16 code units; Python's strings count code points.
        units = article.get("body", "").encode("utf-16-le")
        for start, end, text in spans(article):
            counts["spans"] += 1
            if units[2 * start : 2 * end].decode("utf-16-le") != text:
                faults.append(f"{key}: {start} to {end} is not {text!r}")
    print(", ".join(f"{n} {name}" for name, n in counts.items()))
    print("\n".join(faults))
    if faults or not all(counts[each] for each in ("articles", "topics", "countries", "quotes", "spans")):
        sys.exit(1)


main(*sys.argv[1:])
