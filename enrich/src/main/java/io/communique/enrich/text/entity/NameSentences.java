package io.communique.enrich.text.entity;

import java.util.List;

/** The sentences of a text that the name model is asked about, whole: for whoever teaches one. */
public final class NameSentences {
    private NameSentences() {}

    /** Returns the words of each sentence of the text that could hold a name, in order. */
    public static List<List<String>> of(String text) {
        return EncoderNames.sentences(new Tokens(text)).stream()
                .map(EncoderNames.Sentence::words)
                .toList();
    }
}
