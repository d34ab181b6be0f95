package io.communique.enrich.structure;

import io.communique.contract.release.Block;
import java.util.Optional;

/**
 * A part of the body before it is written down.
 *
 * @param text its text, mark and all
 * @param marker the mark that it begins with; empty if it has none
 * @param drawn the mark that the markup gives where the text has none; empty if there is none
 * @param kind what it is
 * @param level depth that the markup gives, at least 1
 * @param bold whether all of it is in bold type
 */
record Part(String text, Optional<Marker> marker, Optional<String> drawn, Block.Kind kind, int level, boolean bold) {}
