package io.communique.app.monitor;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How much of a topic this process's consumers have not read yet, as they say themselves (Kafka's own {@code records-lag}). */
final class Backlog {
    private static final Logger log = LoggerFactory.getLogger(Backlog.class);
    private static final String NAMES =
            "kafka.consumer:type=consumer-fetch-manager-metrics,client-id=*,topic=*,partition=*";

    private Backlog() {}

    /** Returns the records of {@code topic} in this process's partitions that are not read yet; empty if it has none of them. */
    static OptionalLong of(String topic) {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        Map<String, Long> lags = new HashMap<>();
        try {
            for (ObjectName bean : beans.queryNames(new ObjectName(NAMES), null)) {
                if (names(bean.getKeyProperty("topic"), topic)) {
                    lag(beans, bean).ifPresent(lag -> lags.merge(bean.getKeyProperty("partition"), lag, Math::max));
                }
            }
        } catch (MalformedObjectNameException e) {
            throw new AssertionError("a fixed name", e);
        }
        return lags.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        lags.values().stream().mapToLong(Long::longValue).sum());
    }

    /** Kafka gives the name quoted, and for compatibility a second time with its dots replaced (KIP-1109). */
    private static boolean names(String property, String topic) {
        String name = property.startsWith("\"") ? ObjectName.unquote(property) : property;
        return name.equals(topic) || name.equals(topic.replace('.', '_'));
    }

    private static OptionalLong lag(MBeanServer beans, ObjectName bean) {
        try {
            Object value = beans.getAttribute(bean, "records-lag");
            return value instanceof Double lag && !lag.isNaN()
                    ? OptionalLong.of(lag.longValue())
                    : OptionalLong.empty();
        } catch (InstanceNotFoundException e) {
            return OptionalLong.empty(); // Its partition went to another process meanwhile.
        } catch (JMException e) {
            log.atDebug().setCause(e).addKeyValue("bean", bean).log("no lag");
            return OptionalLong.empty();
        }
    }
}
