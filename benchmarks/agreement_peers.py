"""One of the libraries, or ours, on spans from a file; run by a Python that has it.

    python agreement_peers.py NAME SPANS.json [MEASURE]

Prints seconds from the spans to the value, the value, and the peak memory in MB.
"""

import json
import sys
import tempfile
import time
from itertools import combinations
from pathlib import Path


def _values(documents):
    """A number for each set of labels, of each character and annotator."""
    known = {}
    rows = {}
    for document in documents:
        for name, spans in document["annotators"].items():
            labels = [frozenset()] * document["length"]
            for start, end, label in spans:
                for at in range(start, end):
                    labels[at] = labels[at] | {label}
            rows.setdefault(name, []).extend(
                known.setdefault(one, len(known)) for one in labels
            )
    return rows


def krippendorff(documents):
    import krippendorff as library
    import numpy

    begun = time.perf_counter()
    rows = numpy.array(list(_values(documents).values()), dtype=float)
    value = library.alpha(reliability_data=rows, level_of_measurement="nominal")
    return begun, value


def nltk(documents):
    from nltk.metrics.agreement import AnnotationTask

    begun = time.perf_counter()
    rows = _values(documents)
    task = AnnotationTask(
        [(name, at, v) for name, row in rows.items() for at, v in enumerate(row)]
    )
    return begun, task.alpha()


def bratiaa(documents):
    import bratiaa as library

    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        labels = set()
        for n, document in enumerate(documents):
            for person, spans in document["annotators"].items():
                folder = root / person
                folder.mkdir(exist_ok=True)
                (folder / f"{n}.txt").write_text("x" * document["length"])
                lines = [
                    f"T{i}\t{label} {start} {end}\t{'x' * (end - start)}\n"
                    for i, (start, end, label) in enumerate(spans, 1)
                ]
                (folder / f"{n}.ann").write_text("".join(lines))
                labels.update(label for _, _, label in spans)
        (root / "annotation.conf").write_text(
            "[entities]\n" + "\n".join(sorted(labels)) + "\n[relations]\n[events]\n"
            "[attributes]\n"
        )
        begun = time.perf_counter()
        value = library.compute_f1_agreement(str(root)).mean_sd_total()[0]
        return begun, value, time.perf_counter()


def nervaluate(documents):
    from nervaluate import Evaluator

    begun = time.perf_counter()
    people = sorted({name for one in documents for name in one["annotators"]})
    spans = [s for one in documents for a in one["annotators"].values() for s in a]
    tags = sorted({label for _, _, label in spans})
    found = []
    for pair in combinations(people, 2):
        sides = [
            [
                [
                    {"label": label, "start": start, "end": end}
                    for start, end, label in document["annotators"][name]
                ]
                for document in documents
            ]
            for name in pair
        ]
        results = Evaluator(*sides, tags=tags, loader="dict").evaluate()
        found.append(results["overall"]["ent_type"].f1)
    return begun, sum(found) / len(found)


def workbench(documents, measure):
    from workbench.agreement import Document, Unit, compute

    made = [
        Document(
            str(n),
            one["length"],
            {
                name: [Unit(((start, end),), label) for start, end, label in spans]
                for name, spans in one["annotators"].items()
            },
        )
        for n, one in enumerate(documents)
    ]
    begun = time.perf_counter()
    return begun, compute(made, [measure])[measure]


def _peak():
    """The most memory so far, in MB. The kernel's other count, ru_maxrss, begins with
    what the parent had."""
    try:
        told = Path("/proc/self/status").read_text()
    except OSError:
        return None
    [line] = [one for one in told.splitlines() if one.startswith("VmHWM:")]
    return int(line.split()[1]) / 1000


def main():
    name, path, *asked = sys.argv[1:]
    documents = json.loads(Path(path).read_text())
    begun, value, *ended = globals()[name](documents, *asked)
    end = ended[0] if ended else time.perf_counter()
    peak = _peak()
    told = {"seconds": end - begun, "value": float(value), "peak": peak}
    sys.stdout.write(json.dumps(told))


main()
