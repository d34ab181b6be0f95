package io.communique.app.replay;

/**
 * What a replay has done since it began or went on, in records of {@code press.pages}. At its end {@code read = replayed + notChosen +
 * unusable}.
 *
 * @param read records taken
 * @param replayed pages given to enrich
 * @param notChosen pages of other sources or times
 * @param unusable records that are no pages; they are dead letters already
 * @param waiting pages given to enrich that it has not read yet
 * @param left records up to the end that the topic had when the replay began
 */
public record ReplayCounts(long read, long replayed, long notChosen, long unusable, int waiting, long left) {}
