"""Folders of knowledge files, made in one line."""

from __future__ import annotations

from pathlib import Path

from sayso.knowledge import load_knowledge
from sayso.model.knowledge import Entry, Knowledge, identify_entry

ASSEMBLY = "- {id: northern-assembly, type: political_body, names: [Northern Assembly], source: unchecked}\n"
KORR = "- {id: korr, type: person, names: [Ida Korr], from: 1960, until: 2019, source: unchecked}\n"


def load(folder: Path, **files: str) -> Knowledge:
    """What a folder with these files knows, without the shipped entries; `mine_yaml` stands for mine.yaml."""
    write(folder, **files)
    return load_knowledge(folder, shipped=False)


def write(folder: Path, **files: str) -> None:
    """The files in a folder, which is made if need be."""
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name.replace("_", ".")).write_text(text, encoding="utf-8")


def entry(knowledge: Knowledge, key: str) -> Entry:
    """The entry of a key."""
    return knowledge.entries[identify_entry(key)]


def messages(knowledge: Knowledge) -> list[str]:
    """The faults, each with its file's bare name and line."""
    return [f"{Path(fault.file).name}, line {fault.line}: {fault.message}" for fault in knowledge.faults]
