/** The topics: names, settings, partitioning, serdes, headers, dead letters. The only part of the contract that knows Kafka. */
@NullMarked
package io.communique.contract.topic;

import org.jspecify.annotations.NullMarked;
