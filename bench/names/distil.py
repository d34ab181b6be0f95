#!/usr/bin/env python3
"""Distils the name model: a small encoder learns what a wide one says of sentences that nobody has labelled.

Needs PyTorch 2 (Debian 13: python3-torch) and, for more than a try, a GPU. bench/names/recipe says in which order.
"""

import argparse
import gzip
import struct
import time

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

CUDA = torch.cuda.is_available()
DEVICE = "cuda" if CUDA else "cpu"
LABELS = 11
"""No name, and the first and a further word of persons, organisations, places, events and others: as in NameLabel.java."""
SCORED = 3
"""Persons, organisations and places: the kinds that F1 is of."""
HEADS = 12
EPSILON = 1e-12
MOST_PIECES = 128
FIRST, LAST, MASK = 101, 102, 103
LENGTHS = (16, 24, 32, 40, 48, 64, 80, 96, 128)
"""Sentences are padded to one of these, so that each step of learning is one of so many recorded graphs."""
START = time.time()


def say(*what):
    print("%6.1f s" % (time.time() - START), *what, flush=True)


# --- weights, in the format of Weights.java


def read_weights(path):
    weights = {}
    with open(path, "rb") as file:
        (count,) = struct.unpack(">i", file.read(4))
        for _ in range(count):
            (length,) = struct.unpack(">H", file.read(2))
            name = file.read(length).decode()
            (sides,) = struct.unpack(">i", file.read(4))
            shape = struct.unpack(">%di" % sides, file.read(4 * sides))
            (size,) = struct.unpack(">i", file.read(4))
            weights[name] = np.frombuffer(file.read(size), "<f4").reshape(shape).copy()
    return weights


def write_weights(path, weights):
    with open(path, "wb") as file:
        file.write(struct.pack(">i", len(weights)))
        for name, values in weights.items():
            values = np.ascontiguousarray(values, "<f4")
            file.write(struct.pack(">H", len(name)) + name.encode())
            file.write(struct.pack(">i%di" % values.ndim, values.ndim, *values.shape))
            file.write(struct.pack(">i", values.nbytes) + values.tobytes())


# --- sentences, as `bench/run names sentences` writes them


class Words:
    """How both encoders cut words, small first, and what a word is in other letters."""

    def __init__(self, rows, pieces_of_words):
        self.pieces, self.shapes, self.counts, self.starts = [], [], [], []
        for cut in (0, 1):
            pieces = [np.array(row[2 * cut].split(), "i4") for row in rows] + [np.array([MASK], "i4")]
            shapes = [np.array(row[2 * cut + 1].split(), "u1") for row in rows] + [np.array([0], "u1")]
            counts = np.array([len(p) for p in pieces], "i8")
            self.pieces.append(np.concatenate(pieces))
            self.shapes.append(np.concatenate(shapes))
            self.counts.append(counts)
            self.starts.append(np.cumsum(counts) - counts)
        self.mask = len(rows)
        self.spellings = np.array([row[4:7] for row in rows] + [[self.mask] * 3], "i4")
        self.whole_pieces = np.array(pieces_of_words, "i8")
        shape = self.shapes[0][self.starts[0]] & 7
        self.is_alphabetic = (shape != 1) & (shape != 2)
        self.is_alphabetic[self.mask] = False
        self.has_capital = np.isin(shape, (3, 5, 6))


def read_sentences(path):
    """Returns the words, and for each role its sentences: a list of arrays of words, and one of labels left open, as bits."""
    rows, pieces_of_words, roles = [], [], {}
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            kind, *fields = line.rstrip("\n").split("\t")
            if kind == "S":
                words, labels = roles.setdefault(fields[0], ([], []))
                words.append(np.array(fields[1].split(), "i4"))
                labels.append(np.array(fields[2].split(), "i4"))
            elif kind == "V":
                pieces_of_words.append((int(fields[0]), int(fields[1])))
            else:
                rows.append(fields)
    return Words(rows, pieces_of_words), roles


class Pieces:
    """Sentences as an encoder reads them, one after the other, on the device; a word is known by its place among all words."""

    def __init__(self, words, sentences, cut):
        lengths = np.array([len(s) for s in sentences])
        flat = np.concatenate(sentences)
        self.count, self.words = len(sentences), len(flat)
        sentence = np.repeat(np.arange(self.count), lengths)
        counts = words.counts[cut][flat]
        ends = np.cumsum(counts)
        before = ends - counts
        before -= before[np.cumsum(lengths) - lengths][sentence]
        kept = np.nonzero(before + counts <= MOST_PIECES - 2)[0]
        self.lengths = np.bincount(sentence[kept], counts[kept], self.count).astype("i8") + 2
        starts = np.cumsum(self.lengths) - self.lengths
        total = int(self.lengths.sum())
        pieces, shapes, word = np.zeros(total, "i4"), np.zeros(total, "u1"), np.full(total, -1, "i4")
        pieces[starts], pieces[starts + self.lengths - 1] = FIRST, LAST
        first = starts[sentence[kept]] + 1 + before[kept]
        each = np.repeat(np.arange(len(kept)), counts[kept])
        within = np.arange(len(each)) - np.repeat(np.cumsum(counts[kept]) - counts[kept], counts[kept])
        source = words.starts[cut][flat[kept]][each] + within
        pieces[first[each] + within] = words.pieces[cut][source]
        shapes[first[each] + within] = words.shapes[cut][source]
        word[first] = kept
        self.pieces, self.shapes, self.word, self.starts, self.sizes = (
            torch.from_numpy(array).to(DEVICE) for array in (pieces, shapes, word, starts, self.lengths)
        )

    def batch(self, sentences, width):
        """Returns pieces, their shapes, which are not padding, and the word that begins at each, -1 for none."""
        at = torch.arange(width, device=DEVICE)
        valid = at < self.sizes[sentences][:, None]
        place = torch.where(valid, self.starts[sentences][:, None] + at, 0)
        return (
            torch.where(valid, self.pieces[place].long(), 0),
            torch.where(valid, self.shapes[place].long(), 0),
            valid,
            torch.where(valid, self.word[place].long(), -1),
        )

    def in_order(self, pieces_at_once):
        """Gives batches of sentences of like length, each once."""
        order = np.argsort(self.lengths, kind="stable")
        at = 0
        while at < self.count:
            width = int(self.lengths[order[min(at + 64, self.count - 1)]] + 7) // 8 * 8
            some = order[at : at + max(1, pieces_at_once // width)]
            at += len(some)
            width = int(self.lengths[some].max() + 7) // 8 * 8
            yield self.batch(torch.from_numpy(some).to(DEVICE), width)


# --- the encoder, as in Encoder.java


class Encoder(nn.Module):
    """A BERT encoder whose table of token types holds the shapes of words, with heads of labels after some layers."""

    def __init__(self, weights, layers, heads, dropout=0.1, seed=1, plain=False):
        super().__init__()
        random = np.random.default_rng(seed)
        self.layers, self.heads, self.dropout = layers, heads, dropout
        self.width = len(weights["embeddings.LayerNorm.weight"])
        self.fixed = {
            name: weights[name] for name in ("embeddings.word_embeddings.weight", "embeddings.position_embeddings.weight")
        }
        self.register_buffer("table", torch.tensor(self.fixed["embeddings.word_embeddings.weight"]))
        self.register_buffer("places", torch.tensor(self.fixed["embeddings.position_embeddings.weight"][:MOST_PIECES].copy()))
        shape = weights.get("shape")
        if shape is None:
            shape = np.repeat(weights["embeddings.token_type_embeddings.weight"][:1], 16, 0)
            shape = shape if plain else shape + 0.01 * random.standard_normal(shape.shape)
        self.learnt = {}
        self._add("shape", shape)
        for name, values in weights.items():
            of_layer = name.startswith("encoder.layer.") and int(name.split(".")[2]) < layers
            if of_layer or name.startswith("embeddings.LayerNorm"):
                self._add(name, values)
        for head in heads:
            begin = 0.02 * random.standard_normal((self.width, LABELS))
            self._add(f"head.{head}.weight", weights.get(f"head.{head}.weight", begin))
            self._add(f"head.{head}.bias", weights.get(f"head.{head}.bias", np.zeros(LABELS)))

    def _add(self, name, values):
        self.learnt[name] = name.replace(".", "_")
        self.register_parameter(self.learnt[name], nn.Parameter(torch.tensor(values, dtype=torch.float32)))

    def weight(self, name):
        return getattr(self, self.learnt[name])

    def weights(self):
        return {**self.fixed, **{name: self.weight(name).detach().cpu().numpy() for name in self.learnt}}

    def _linear(self, x, name):
        return F.linear(x, self.weight(name + ".weight").t(), self.weight(name + ".bias"))

    def _normal(self, x, name):
        return F.layer_norm(x, (self.width,), self.weight(name + ".weight"), self.weight(name + ".bias"), EPSILON)

    def drop(self, x):
        return F.dropout(x, self.dropout, self.training)

    def forward(self, pieces, shapes, valid):
        """Returns what stands after each layer that has a head."""
        count, length = pieces.shape
        x = F.embedding(pieces, self.table) + self.places[:length] + F.embedding(shapes, self.weight("shape"))
        x = self.drop(self._normal(x, "embeddings.LayerNorm"))
        mask = valid[:, None, None, :].expand(count, 1, length, length)
        after = {}
        for layer in range(self.layers):
            name = f"encoder.layer.{layer}."
            query, key, value = (
                self._linear(x, f"{name}attention.self.{part}").view(count, length, HEADS, -1).transpose(1, 2)
                for part in ("query", "key", "value")
            )
            dropout = self.dropout if self.training else 0.0
            seen = F.scaled_dot_product_attention(query, key, value, attn_mask=mask, dropout_p=dropout)
            seen = self._linear(seen.transpose(1, 2).reshape(count, length, -1), name + "attention.output.dense")
            x = self._normal(self.drop(seen) + x, name + "attention.output.LayerNorm")
            inner = F.gelu(self._linear(x, name + "intermediate.dense"))
            x = self._normal(self.drop(self._linear(inner, name + "output.dense")) + x, name + "output.LayerNorm")
            if layer + 1 in self.heads or layer + 1 == self.layers:
                after[layer + 1] = x
        return after

    def scores(self, head, x):
        return self._linear(x.float(), f"head.{head}")


def half():
    return torch.autocast("cuda", torch.bfloat16, enabled=CUDA, cache_enabled=False)


@torch.no_grad()
def shares(encoder, pieces, heads, at_once=65_536):
    """Returns for each head what it gives to each label of each word."""
    found = {head: torch.zeros(pieces.words, LABELS, dtype=torch.float16, device=DEVICE) for head in heads}
    for batch, shapes, valid, word in pieces.in_order(at_once):
        begins = word >= 0
        with half():
            after = encoder(batch, shapes, valid)
        for head in heads:
            found[head][word[begins]] = F.softmax(encoder.scores(head, after[head][begins]), -1).half()
    return found


# --- sentences that nobody wrote


def explicit(bits):
    """Returns the label of each word; -1 where a set leaves it open."""
    single = (bits > 0) & (bits & (bits - 1) == 0)
    return np.where(single, np.log2(np.maximum(bits, 1)).astype("i4"), -1)


def names(labels):
    """Returns the names that rows of labels mark: from, to, kind."""
    found, at = [], 0
    labels = labels.tolist()
    while at < len(labels):
        end = at + 1
        if labels[at] > 0:
            kind = (labels[at] - 1) // 2
            while end < len(labels) and labels[end] == 2 * kind + 2:
                end += 1
            found.append((at, end, kind))
        at = end
    return found


def name_pools(sentences, labels):
    pools = [[] for _ in range(LABELS // 2)]
    for words, bits in zip(sentences, labels):
        for start, end, kind in names(explicit(bits)):
            pools[kind].append(words[start:end])
    return pools


def with_other_names(sentences, labels, pools, share, random):
    """Now and then a person, organisation or place gives way to another."""
    others, other_labels = [], []
    for words, bits in zip(sentences, labels):
        parts, part_labels, at = [], [], 0
        for start, end, kind in names(explicit(bits)):
            if kind < SCORED and random.random() < share and pools[kind]:
                other = pools[kind][random.integers(len(pools[kind]))]
                parts += [words[at:start], other]
                first, further = 1 << 2 * kind + 1, 1 << 2 * kind + 2
                part_labels += [bits[at:start], np.array([first] + [further] * (len(other) - 1), "i4")]
                at = end
        others.append(np.concatenate(parts + [words[at:]]))
        other_labels.append(np.concatenate(part_labels + [bits[at:]]))
    return others, other_labels


def in_other_letters(words, sentences, random):
    """Four in a hundred in capitals, three with a capital on each word, one without any."""
    draws = random.random(len(sentences))
    spelling = np.select([draws < 0.04, draws < 0.07, draws < 0.08], [0, 1, 2], -1)
    return [words.spellings[s, k] if k >= 0 else s for s, k in zip(sentences, spelling)]


@torch.no_grad()
def with_other_words(words, wide, head, sentences, share, random, likeliest=24):
    """Hides some words and puts in what the wide encoder holds likely (Jiao et al. 2020, section 4.2); more often words with a capital."""
    hidden = []
    for s in sentences:
        hide = (random.random(len(s)) < share * np.where(words.has_capital[s], 1.4, 1.0)) & words.is_alphabetic[s]
        hidden.append(np.where(hide, words.mask, s).astype("i4"))
    pieces = Pieces(words, hidden, 1)
    draw = torch.Generator(device=DEVICE)
    draw.manual_seed(int(random.integers(1 << 31)))
    piece, word_of = torch.from_numpy(words.whole_pieces.T.copy()).to(DEVICE)
    table, bias = wide.table[piece], head["cls.predictions.output_bias"][piece]
    flat = torch.from_numpy(np.concatenate(hidden).astype("i8")).to(DEVICE)
    transform = "cls.predictions.transform."
    for batch, shapes, valid, word in pieces.in_order(16_384):
        masked = (batch == MASK) & (word >= 0)
        if masked.any():
            with half():
                x = wide(batch, torch.zeros_like(shapes), valid)[wide.layers][masked]
                x = F.gelu(F.linear(x, head[transform + "dense.weight"].t(), head[transform + "dense.bias"]))
                x = F.layer_norm(
                    x.float(), (wide.width,), head[transform + "LayerNorm.weight"], head[transform + "LayerNorm.bias"], EPSILON
                )
                scores = F.linear(x, table).float() + bias
            best, which = scores.topk(likeliest, -1)
            drawn = torch.multinomial(F.softmax(best, -1), 1, generator=draw)
            flat[word[masked]] = word_of[which.gather(1, drawn)[:, 0]]
    filled, before = flat.cpu().numpy().astype("i4"), np.concatenate(sentences)
    filled = np.where(filled == words.mask, before, filled)
    return np.split(filled, np.cumsum([len(s) for s in sentences])[:-1])


# --- label: what the small encoder is to learn


def label(options):
    """Writes variations of all sentences with what the teacher gives to each label of each word."""
    random = np.random.default_rng(options.seed)
    words, roles = read_sentences(options.sentences)
    teacher = read_weights(options.teacher)
    layers = 1 + max(int(name.split(".")[2]) for name in teacher if name.startswith("encoder.layer."))
    teacher = Encoder(teacher, layers, [layers]).to(DEVICE).eval()
    masked = read_weights(options.masked)
    head = {name: torch.tensor(values).to(DEVICE) for name, values in masked.items() if name.startswith("cls.")}
    wide = Encoder(masked, layers, [], plain=True).to(DEVICE).eval()

    def taught(sentences):
        return shares(teacher, Pieces(words, sentences, 1), [layers])[layers]

    learnt, bits = (list(part) for part in roles["learnt"])
    of_learnt = len(learnt)
    for role in sorted(roles):
        if role.startswith("held "):
            learnt += roles[role][0]
            bits += roles[role][1]
    long = [i for i, s in enumerate(learnt) if len(s) > 1]
    is_held = [i >= of_learnt for i in long]
    learnt, bits = [learnt[i] for i in long], [bits[i] for i in long]
    texts = roles["texts"][0]
    said = np.split(taught(texts).float().argmax(-1).cpu().numpy(), np.cumsum([len(s) for s in texts])[:-1])
    text_bits = [(1 << labels).astype("i4") for labels in said]
    # Names of sentences that are held back would tell of them.
    free = [not held for held in is_held]
    pools = name_pools([s for s, f in zip(learnt, free) if f], [b for b, f in zip(bits, free) if f])
    pools = [own + more for own, more in zip(pools, name_pools(texts, text_bits))]

    sentences, labels, held = [], [], []

    def add(some, their_bits, their_held):
        sentences.extend(some)
        labels.extend(their_bits if their_bits else [np.zeros(len(s), "i4") for s in some])
        held.extend(their_held)

    nothing = [False] * len(texts)
    add(texts, None, nothing)
    for _ in range(2):
        other, _ = with_other_names(texts, text_bits, pools, 0.3, random)
        add(in_other_letters(words, other, random), None, nothing)
    for share in (0.12, 0.2, 0.25, 0.3, 0.4):
        other, _ = with_other_names(texts, text_bits, pools, 0.2, random)
        add(with_other_words(words, wide, head, other, share, random), None, nothing)
    add(learnt, bits, is_held)
    for _ in range(5):
        other, other_bits = with_other_names(learnt, bits, pools, 0.15, random)
        add(in_other_letters(words, other, random), other_bits, is_held)
    for share in (0.12, 0.2, 0.25, 0.3):
        other, _ = with_other_names(learnt, bits, pools, 0.15, random)
        add(with_other_words(words, wide, head, other, share, random), None, is_held)
    say(len(sentences), "sentences to be labelled")
    np.savez(
        options.out,
        words=np.concatenate(sentences),
        lengths=np.array([len(s) for s in sentences]),
        bits=np.concatenate(labels),
        given=taught(sentences).cpu().numpy(),
        held=np.array(held),
    )


# --- learn


def loss_of(scores, given, bits):
    """Cross-entropy with what the teacher gives, and half of what the labels say that a set leaves open (its logarithm, summed)."""
    logs = F.log_softmax(scores, -1)
    is_open = (bits[..., None] >> torch.arange(LABELS, device=DEVICE) & 1).float()
    of_set = torch.log((logs.exp() * is_open).sum(-1) + 1e-7) * (bits != 0)
    return -(given * logs).sum() - 0.5 * of_set.sum()


class Learner:
    """Learns for a time; the rate rises for some seconds and then falls to nothing. AdamW, gradients cut to a length of one."""

    WARM_UP_SECONDS = 8

    def __init__(self, encoder, pieces, given, bits, rate, seconds):
        self.encoder, self.pieces, self.given, self.bits = encoder, pieces, given, bits
        self.rate, self.seconds = rate, seconds
        self.share = {head: 1.0 if head == encoder.layers else 0.25 for head in encoder.heads}
        self.loss = torch.zeros((), device=DEVICE)
        fast, slow, plain = [], [], []
        for name in encoder.learnt:
            weight = encoder.weight(name)
            begins = name.startswith("head.") or name == "shape"
            (fast if begins else slow if weight.dim() == 2 else plain).append(weight)
        self.times = (1, 3, 1)
        groups = [dict(params=slow, weight_decay=0.01), dict(params=fast, weight_decay=0.0), dict(params=plain, weight_decay=0.0)]
        for group in groups:
            group["lr"] = torch.zeros((), device=DEVICE)
        self.adam = torch.optim.AdamW(groups, fused=CUDA, capturable=CUDA)
        self.graphs, self.memory = {}, None

    def _step(self, sentences, width):
        batch, shapes, valid, word = self.pieces.batch(sentences, width)
        begins, word = word >= 0, word.clamp(min=0)
        given = self.given[word].float() * begins[..., None]
        bits = self.bits[word].long() * begins
        with half():
            after = self.encoder(batch, shapes, valid)
        loss = sum(
            share * loss_of(self.encoder.scores(head, self.encoder.drop(after[head])), given, bits)
            for head, share in self.share.items()
        )
        loss = loss / begins.sum()
        loss.backward()
        nn.utils.clip_grad_norm_(self.encoder.parameters(), 1.0)
        self.adam.step()
        self.loss.add_(loss.detach())

    def _run(self, sentences, width):
        if not CUDA:
            self.adam.zero_grad(set_to_none=True)
            self._step(sentences, width)
        elif width in self.graphs:
            place, graph = self.graphs[width]
            place.copy_(sentences, non_blocking=True)
            graph.replay()
        else:
            self._record(sentences.to(DEVICE), width)

    def _record(self, place, width):
        """Steps are many small kernels, and starting them took most of the time: each width is recorded once and then replayed."""
        beside = torch.cuda.Stream()
        beside.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(beside):
            for _ in range(3):
                self.adam.zero_grad(set_to_none=True)
                self._step(place, width)
        torch.cuda.current_stream().wait_stream(beside)
        torch.cuda.synchronize()
        graph = torch.cuda.CUDAGraph()
        self.adam.zero_grad(set_to_none=True)
        with torch.cuda.graph(graph, pool=self.memory):
            self._step(place, width)
        self.memory = self.memory or graph.pool()
        self.graphs[width] = (place, graph)
        self.adam.zero_grad(set_to_none=True)

    def _batches(self, sentences, pieces_at_once, random):
        batches, shortest = [], 0
        lengths = self.pieces.lengths[sentences]
        for width in LENGTHS:
            some = random.permutation(sentences[(lengths > shortest) & (lengths <= width)])
            shortest = width
            count = max(1, pieces_at_once // width)
            batches += [(some[at : at + count], width) for at in range(0, len(some) - count + 1, count)]
        return [batches[i] for i in random.permutation(len(batches))]

    def learn(self, sentences, pieces_at_once, random):
        self.encoder.train()
        begin, steps = time.time(), 0
        while time.time() - begin < self.seconds:
            for some, width in self._batches(sentences, pieces_at_once, random):
                gone = time.time() - begin
                if gone >= self.seconds:
                    break
                rate = self.rate * min(1, (gone + 0.2) / self.WARM_UP_SECONDS) * (1 - gone / self.seconds)
                for group, times in zip(self.adam.param_groups, self.times):
                    group["lr"].fill_(rate * times)
                self._run(torch.from_numpy(some.astype("i8")), width)
                steps += 1
                if steps % 500 == 0:
                    say("step", steps, "loss %.4f" % (self.loss.item() / 500))
                    self.loss.zero_()
                elif steps % 50 == 0 and CUDA:
                    torch.cuda.synchronize()
        self.encoder.eval()
        say(steps, "steps")


def f1(sentences, bits, given):
    """Strict F1 of persons, organisations and places, each word having its likeliest label: a point below what Viterbi gives."""
    best, at, marked, found, right = given.float().argmax(-1).cpu().numpy(), 0, 0, 0, 0
    for words, row in zip(sentences, bits):
        gold = {name for name in names(explicit(row)) if name[2] < SCORED}
        seen = {name for name in names(best[at : at + len(words)]) if name[2] < SCORED}
        at += len(words)
        marked, found, right = marked + len(gold), found + len(seen), right + len(gold & seen)
    return 200 * right / max(1, marked + found)


def learn(options):
    random = np.random.default_rng(options.seed)
    torch.manual_seed(options.seed)
    words, roles = read_sentences(options.sentences)
    pool = np.load(options.pool)
    sentences = np.split(pool["words"], np.cumsum(pool["lengths"])[:-1])
    pieces = Pieces(words, sentences, 0)
    bits, given = torch.from_numpy(pool["bits"]).to(DEVICE), torch.from_numpy(pool["given"]).to(DEVICE)
    heads = sorted(options.heads)
    encoder = Encoder(read_weights(options.start), heads[-1], heads, options.dropout, options.seed).to(DEVICE)
    which = np.arange(pieces.count) if options.all else np.nonzero(~pool["held"])[0]
    Learner(encoder, pieces, given, bits, options.rate, options.seconds).learn(which, options.pieces, random)
    write_weights(options.out, encoder.weights())
    for role, (some, their_bits) in sorted(roles.items()):
        if role.startswith(("held ", "measured ")):
            found = shares(encoder, Pieces(words, some, 0), heads)
            say(role, " ".join("layer %d: %.1f" % (head, f1(some, their_bits, found[head])) for head in heads))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    for name, run in (("label", label), ("learn", learn)):
        command = commands.add_parser(name, help=run.__doc__)
        command.set_defaults(run=run)
        command.add_argument("--sentences", required=True, help="what `bench/run names sentences` wrote")
        command.add_argument("--out", required=True)
        command.add_argument("--seed", type=int, default=1)
        if name == "label":
            command.add_argument("--teacher", required=True, help="weights of the wide encoder, fine-tuned")
            command.add_argument("--masked", required=True, help="weights of the wide encoder as it came, with its head of words")
        else:
            command.add_argument("--pool", required=True, help="what `label` wrote")
            command.add_argument("--from", dest="start", required=True, help="weights to start from")
            command.add_argument("--heads", type=lambda text: [int(layer) for layer in text.split(",")], default=[2, 3, 4, 6, 8])
            command.add_argument("--seconds", type=float, required=True)
            command.add_argument("--rate", type=float, required=True)
            command.add_argument("--pieces", type=int, default=8192, help="of a step (default: %(default)s)")
            command.add_argument("--dropout", type=float, default=0.05)
            command.add_argument("--all", action="store_true", help="learn from the sets that were held back, too")
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
