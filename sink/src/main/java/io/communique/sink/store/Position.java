package io.communique.sink.store;

/**
 * How far a partition has been stored.
 *
 * @param topic the topic's name
 * @param partition from 0
 * @param next offset of the first record that is not stored yet
 */
public record Position(String topic, int partition, long next) {
    public Position {
        if (topic.isBlank() || partition < 0 || next < 0) {
            throw new IllegalArgumentException("no position: " + topic + "-" + partition + "@" + next);
        }
    }
}
