"""One golden case read through the command line, as a user would."""

import json

import yaml

from tests.conftest import run_command


class ReadCase:
    """A case's reports in a record of their own, and the rows that reading printed."""

    def __init__(self, case, folder):
        self.case = yaml.safe_load(case.read_text(encoding="utf-8"))
        reports = folder / "reports"
        reports.mkdir()
        for name, text in self.case["reports"].items():
            (reports / name).write_text(text, encoding="utf-8")
        self.record = str(folder / "record.db")
        self.rows = [json.loads(line) for line in self.say("read", str(reports), "--json").splitlines()]

    def say(self, *words):
        status, page, aside = run_command(*words, "--record", self.record)
        assert status == 0, aside
        return page

    def all(self, kind):
        return [row for row in self.rows if row["kind"] == kind]
