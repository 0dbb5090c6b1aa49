"""Make the shipped reader's weights: a large network learns, then a small one from the same texts and from it."""

import argparse
import logging
import sys
from dataclasses import replace
from pathlib import Path

import torch

from sayso.read import WEIGHTS
from sayso.read.wordpiece import WordPiece
from training.borrowed import new_network
from training.data import read_texts
from training.export import export_network, write_manifest
from training.network import Network
from training.sources import POLNEAR, UNANNOTATED, find_encoder, find_polnear, read_unannotated
from training.teacher import annotate_by, teach
from training.train import Plan, Texts, scale_rates, train

log = logging.getLogger("training")
TEACHER = Plan(epochs=4, encoder_rate=6e-5, polnear_share=0.3)
POLNEAR_TAUGHT, BARE = 170, 220  # articles and unannotated texts that the teacher reads: it takes a second for each


def main(arguments: list[str] | None = None) -> int:
    """Train and write the weights; see --help."""
    options = _parser().parse_args(arguments)
    folder: Path = options.folder
    folder.mkdir(parents=True, exist_ok=True)
    handlers: list[logging.Handler] = [logging.StreamHandler(sys.stderr), logging.FileHandler(folder / "log.txt")]
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s", handlers=handlers)
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    encoder = options.encoder or find_encoder("encoder", scratch=folder)
    vocabulary = encoder / "vocab.txt"
    wordpiece = WordPiece(vocabulary.read_text(encoding="utf-8").split("\n")[:-1])
    polnear = None if "polnear" in options.without else find_polnear(options.polnear, scratch=folder)
    texts = read_texts(polnear, wordpiece=wordpiece)
    log.info("%d ruled reports, %d of PolNeAR, %d dev", len(texts.ruled), len(texts.polnear), len(texts.dev))
    network = _begin(options, new_network(encoder, vocabulary=vocabulary), texts, wordpiece)
    if "teacher" not in options.without:
        texts = _be_taught(options, texts, vocabulary, wordpiece)
    plan = scale_rates(Plan(options.epochs, options.seed), options.rate)
    network.load_state_dict(train(network, texts, plan=plan, wordpiece=wordpiece, folder=folder / "second"))
    export_network(network, options.weights, vocabulary=vocabulary)
    write_manifest(options.weights, version=options.version, polnear=polnear is not None)
    log.info("weights are in %s; now: python -m training.certainty", options.weights)
    return 0


def _begin(options: argparse.Namespace, network: Network, texts: Texts, wordpiece: WordPiece) -> Network:
    """The first stage: given weights, or attributions alone learnt from PolNeAR."""
    if options.start is not None:
        network.load_state_dict(torch.load(options.start, weights_only=True))
    elif texts.polnear:
        first, plan = replace(texts, ruled=()), Plan(options.first_epochs, options.seed)
        network.load_state_dict(train(network, first, plan=plan, wordpiece=wordpiece, folder=options.folder / "first"))
    return network


def _be_taught(options: argparse.Namespace, texts: Texts, vocabulary: Path, wordpiece: WordPiece) -> Texts:
    """The ruled texts with a larger network's opinions, and unannotated ones as it reads them."""
    larger = find_encoder("teacher", scratch=options.folder)
    teacher = new_network(larger, vocabulary=vocabulary)
    plan = replace(TEACHER, seed=options.seed)
    teacher.load_state_dict(train(teacher, texts, plan=plan, wordpiece=wordpiece, folder=options.folder / "teacher"))
    bare = [] if "unannotated" in options.without else list(read_unannotated(options.unannotated))[:BARE]
    some = texts.polnear[:: max(1, len(texts.polnear) // POLNEAR_TAUGHT)]
    names = {a.name for a in some}
    return replace(
        texts,
        ruled=teach(texts.ruled, teacher, wordpiece=wordpiece),
        polnear=[*teach(some, teacher, wordpiece=wordpiece), *(a for a in texts.polnear if a.name not in names)],
        unannotated=annotate_by(bare, teacher, wordpiece=wordpiece),
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    more = parser.add_argument
    more("--folder", type=Path, default=Path("build/model"), help="checkpoints, log; a stopped run is taken up there")
    more("--weights", type=Path, default=WEIGHTS, help="where the graphs are written")
    more("--version", default="1.0", help="the reader's version, as readings name it")
    more("--polnear", type=Path, default=POLNEAR, help="PolNeAR's archive, or its folder")
    more("--unannotated", type=Path, default=UNANNOTATED, help="a table of texts, for the teacher to annotate")
    without = ["polnear", "teacher", "unannotated"]
    more("--without", choices=without, action="append", default=[], help="leave a source out (may be repeated)")
    more("--encoder", type=Path, help="folder of the encoder (default: the package that sources.yaml names)")
    more("--start", type=Path, help="in place of the first stage: the averaged weights of a run")
    more("--first-epochs", type=int, default=8, help="of PolNeAR")
    more("--epochs", type=int, default=8, help="of the ruled corpus")
    more("--rate", type=float, default=1.0, help="factor on the second stage's learning rates")
    more("--seed", type=int, default=0)
    more("--threads", type=int, default=2)
    return parser


if __name__ == "__main__":
    sys.exit(main())
