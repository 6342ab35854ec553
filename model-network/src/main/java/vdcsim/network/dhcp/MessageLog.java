package vdcsim.network.dhcp;

import java.util.EnumMap;
import java.util.Map;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.metric.Metrics;
import vdcsim.kernel.quantity.Unit;

/**
 * How many messages of each type somebody sends or takes, as {@code offers-sent}; others that
 * arrive are {@code messages-ignored}.
 */
final class MessageLog {
  private final Metrics metrics;
  private final String prefix;
  private final Map<MessageType, Counter> counters = new EnumMap<>(MessageType.class);
  private final Counter ignored;

  MessageLog(Metrics metrics, String prefix) {
    this.metrics = metrics;
    this.prefix = prefix;
    this.ignored = counter("messages-ignored");
  }

  MessageLog sends(MessageType... types) {
    return count("-sent", types);
  }

  MessageLog receives(MessageType... types) {
    return count("-received", types);
  }

  private MessageLog count(String how, MessageType... types) {
    for (MessageType type : types) {
      counters.put(type, counter(type.plural() + how));
    }
    return this;
  }

  Counter counter(String metric) {
    return metrics.counter(prefix + metric, Unit.COUNT);
  }

  /** Counts a message that is sent, or one that is heeded. */
  void note(MessageType type) {
    counters.get(type).increment();
  }

  boolean heeds(MessageType type) {
    return counters.containsKey(type);
  }

  void ignored() {
    ignored.increment();
  }
}
