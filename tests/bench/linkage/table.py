"""Runs tasks, each tool in a process of its own, and writes the table."""

import json
import os
import statistics
import subprocess

import environment
import sets
from kernels import KERNELS
from tasks import TASKS

HERE = environment.TOP / "tests" / "bench" / "linkage"
COLUMNS = ("task", "tool", "version", "settings", "candidate pairs", "blocking recall", "seconds", "peak MB",
           "precision", "recall", "F1", "pair F1", "ratio")


class Bench:
    def __init__(self, name):
        self.name = name
        self.python = environment.python()
        self.versions = environment.versions(self.python)
        self.machine = environment.machine()
        self.results, self.kernels, self.not_run = [], [], []
        self.environ = dict(os.environ, MAKE_LISTS=os.path.join(os.environ["BINA_BUILD"], "bin", "make_lists"),
                            OMP_NUM_THREADS="2", OPENBLAS_NUM_THREADS="2", NUMEXPR_NUM_THREADS="2")

    def _prepare(self, name):
        done = subprocess.run([self.python, HERE / "sets.py", name], env=self.environ)
        if done.returncode == sets.NOT_THERE:
            self.not_run.append(f"{name}: the set is not there; name its folder in BINA_DATA")
        elif done.returncode != 0:
            self.not_run.append(f"{name}: the set could not be made")
        return done.returncode == 0

    def _once(self, name, tool, variant, limit):
        """What one run told, or why there is nothing to tell."""
        try:
            done = subprocess.run([self.python, HERE / "worker.py", name, tool, variant], env=self.environ,
                                  timeout=limit, capture_output=True, text=True)
        except subprocess.TimeoutExpired:
            return f"not done after {limit} s"
        if done.returncode != 0:
            if done.returncode == -9 or "MemoryError" in done.stderr or "bad_alloc" in done.stderr or "OutOfMemory" in done.stderr:
                return "out of memory"
            return "failed: " + (done.stderr.strip().splitlines() or ["no word"])[-1][:160]
        return json.loads(done.stdout.splitlines()[-1])

    def run(self, name, runs=None):
        """All tools on one task; each row is shown as soon as it is known."""
        task = TASKS[name]
        if not self._prepare(task["set"]):
            return
        for tool, variant in task["tools"]:
            if tool not in self.versions:
                self.not_run.append(f"{name}, {tool}: not installed")
                continue
            told = []
            # dedupe's learning takes minutes, and differs little from one time to the next.
            for _ in range(1 if tool == "dedupe" else runs or task["runs"]):
                told.append(self._once(name, tool, variant, 120 if tool == "dedupe" else task["limit"]))
                if isinstance(told[-1], str):
                    break
            if isinstance(told[-1], str):
                self.not_run.append(f"{name}, {tool}, {variant}: {told[-1]}")
                print(f"{name:<17} {tool:<14} {variant:<15} {told[-1]}", flush=True)
                continue
            row = {"task": name, "tool": tool, "version": self.versions[tool], "settings": variant,
                   "runs": len(told), **told[0]}
            row["seconds"] = statistics.median(each["seconds"] for each in told)
            row["peak_mb"] = statistics.median(each["peak_mb"] for each in told)
            self.results.append(row)
            print(f"{name:<17} {tool:<14} {variant:<15} {row['seconds']:9.2f} s {row['peak_mb']:7.0f} MB  "
                  f"P {row['precision']:.4f} R {row['recall']:.4f} F1 {row['f1']:.4f}", flush=True)

    def kernel(self, name, task, unit, runs=3):
        """A part of a linkage by itself: how many things a second, or how long one takes."""
        if not self._prepare(TASKS[task]["set"]):
            return
        for tool in KERNELS[name]:
            told = []
            for _ in range(runs):
                told.append(self._once(task, tool, name, TASKS[task]["limit"]))
                if isinstance(told[-1], str):
                    break
            if isinstance(told[-1], str):
                self.not_run.append(f"{name}, {tool}: {told[-1]}")
                print(f"{name:<40} {tool:<14} {told[-1]}", flush=True)
                continue
            for form, (count, _) in told[0].items():
                seconds = statistics.median(each[form][1] for each in told)
                row = {"task": name, "set": task, "tool": tool, "version": self.versions[tool], "settings": form,
                       "unit": unit, "runs": len(told), "count": count, "seconds": seconds, "rate": count / seconds}
                self.kernels.append(row)
                print(f"{name:<40} {tool:<14} {form:<25} {self._speed(row)}", flush=True)

    @staticmethod
    def _speed(row):
        if row["count"] == 1:
            return f"{row['seconds'] * 1000:.3f} ms"
        return f"{row['rate'] / 1e6:.2f} million {row['unit']}/s"

    def _compare(self):
        """ratio: how many times the seconds of Bina without settings."""
        for row in self.results:
            ours = [each["seconds"] for each in self.results
                    if each["task"] == row["task"] and each["settings"] == "automatic"]
            row["ratio"] = row["seconds"] / ours[0] if ours else None

    def markdown(self):
        machine = self.machine
        lines = [f"{machine['date']}: {machine['cpu']} ({machine['vectors']}), {machine['cores']} cores, "
                 f"{machine['memory_gb']} GB, {machine['system']}, load {machine['load']} at the start; "
                 + ", ".join(f"{name} {version}" for name, version in sorted(self.versions.items())) + ".", "",
                 "| " + " | ".join(COLUMNS) + " |", "|" + "---|" * len(COLUMNS)]

        def shown(row, name, form):
            return form.format(row[name]) if row.get(name) is not None else ""

        for row in self.results:
            lines.append("| " + " | ".join((
                row["task"], row["tool"], row["version"], row["settings"], shown(row, "candidates", "{:,}"),
                shown(row, "blocking_recall", "{:.4f}"), f"{row['seconds']:.2f}", f"{row['peak_mb']:.0f}",
                f"{row['precision']:.4f}", f"{row['recall']:.4f}", f"{row['f1']:.4f}",
                shown(row, "pair_f1", "{:.4f}"), shown(row, "ratio", "{:.1f}"))) + " |")
        if self.kernels:
            lines += ["", "| part | on | tool | version | form | how many | speed |", "|" + "---|" * 7]
            lines += [f"| {row['task']} | {row['set']} | {row['tool']} | {row['version']} | {row['settings']} "
                      f"| {row['count']:,} | {self._speed(row)} |" for row in self.kernels]
        if self.not_run:
            lines += ["", "Not run:", ""] + [f"* {why}" for why in self.not_run]
        return "\n".join(lines) + "\n"

    def finish(self):
        self._compare()
        folder = environment.TOP / "build" / "bench"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{self.name}.md").write_text(self.markdown())
        (folder / f"{self.name}.json").write_text(json.dumps(
            {"machine": self.machine, "versions": self.versions, "results": self.results,
             "kernels": self.kernels, "not_run": self.not_run}, indent=1) + "\n")
        print("\n" + self.markdown())
