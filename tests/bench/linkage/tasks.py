"""What is run: each task has a set, a kind (whose settings apply), and the tools with their variants."""

BINA = [("bina", "automatic"), ("bina", "by hand")]
SPLINK = [("splink", "as documented"), ("splink", "wider blocking")]
RECORDLINKAGE = [("recordlinkage", "as documented"), ("recordlinkage", "wider, ECM")]


def _task(name, kind, tools, link=False, runs=3, limit=300):
    return {"set": name, "kind": kind, "tools": tools, "link": link, "runs": runs, "limit": limit}


TASKS = {
    "febrl4": _task("febrl4", "febrl", BINA + SPLINK + RECORDLINKAGE, link=True),
    "febrl3": _task("febrl3", "febrl", BINA + SPLINK + RECORDLINKAGE + [("dedupe", "60 labels")]),
    "fake_1000": _task("fake_1000", "fake_1000", BINA + SPLINK + RECORDLINKAGE + [("dedupe", "60 labels")]),
    "historical_50k": _task("historical_50k", "historical_50k", BINA + SPLINK + RECORDLINKAGE),
    "enterprises_20k": _task("enterprises_20000", "enterprises", BINA + SPLINK + RECORDLINKAGE),
    "enterprises_100k": _task("enterprises_100000", "enterprises", BINA + SPLINK + RECORDLINKAGE),
    "enterprises_1m": _task("enterprises_1000000", "enterprises", BINA[:1] + SPLINK, runs=1, limit=1200),
    "enterprises_10m": _task("enterprises_10000000", "enterprises", BINA[:1] + SPLINK[:1], runs=1, limit=3600),
}
