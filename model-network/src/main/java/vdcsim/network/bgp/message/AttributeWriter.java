package vdcsim.network.bgp.message;

import static vdcsim.network.bgp.message.AttributeType.AGGREGATOR;
import static vdcsim.network.bgp.message.AttributeType.AS4_AGGREGATOR;
import static vdcsim.network.bgp.message.AttributeType.AS4_PATH;
import static vdcsim.network.bgp.message.AttributeType.AS_PATH;
import static vdcsim.network.bgp.message.AttributeType.ATOMIC_AGGREGATE;
import static vdcsim.network.bgp.message.AttributeType.CLUSTER_LIST;
import static vdcsim.network.bgp.message.AttributeType.COMMUNITIES;
import static vdcsim.network.bgp.message.AttributeType.EXTENDED_LENGTH;
import static vdcsim.network.bgp.message.AttributeType.LOCAL_PREF;
import static vdcsim.network.bgp.message.AttributeType.MULTI_EXIT_DISC;
import static vdcsim.network.bgp.message.AttributeType.NEXT_HOP;
import static vdcsim.network.bgp.message.AttributeType.OPTIONAL;
import static vdcsim.network.bgp.message.AttributeType.ORIGIN;
import static vdcsim.network.bgp.message.AttributeType.ORIGINATOR_ID;
import static vdcsim.network.bgp.message.AttributeType.PARTIAL;
import static vdcsim.network.bgp.message.AttributeType.TRANSITIVE;

/** Writes path attributes, in the order of their types. */
final class AttributeWriter {
  private static final int SET = 1;
  private static final int SEQUENCE = 2;

  private final Octets octets = new Octets();
  private final boolean fourOctetAs;

  private AttributeWriter(boolean fourOctetAs) {
    this.fourOctetAs = fourOctetAs;
  }

  /**
   * The octets of attributes.
   *
   * @param fourOctetAs whether both speakers know AS numbers of four octets
   */
  static Octets write(PathAttributes attributes, boolean fourOctetAs) {
    AttributeWriter writer = new AttributeWriter(fourOctetAs);
    writer.wellKnown(attributes);
    writer.optional(attributes);
    if (!fourOctetAs) {
      writer.beside(attributes);
    }
    attributes
        .unknown()
        .forEach(
            other ->
                writer.add(
                    other.type(),
                    OPTIONAL | TRANSITIVE | PARTIAL,
                    new Octets().all(other.value())));
    return writer.octets;
  }

  private void wellKnown(PathAttributes attributes) {
    add(ORIGIN, new Octets().octet(attributes.origin().code()));
    add(AS_PATH, path(attributes.asPath(), fourOctetAs));
    add(NEXT_HOP, new Octets().address(attributes.nextHop()));
    attributes.med().ifPresent(med -> add(MULTI_EXIT_DISC, new Octets().four(med)));
    attributes.localPreference().ifPresent(value -> add(LOCAL_PREF, new Octets().four(value)));
    if (attributes.atomicAggregate()) {
      add(ATOMIC_AGGREGATE, new Octets());
    }
  }

  private void optional(PathAttributes attributes) {
    attributes.aggregator().ifPresent(by -> add(AGGREGATOR, aggregator(by, fourOctetAs)));
    if (!attributes.communities().isEmpty()) {
      Octets marks = new Octets();
      attributes.communities().forEach(mark -> marks.four(mark.bits() & 0xFFFF_FFFFL));
      add(COMMUNITIES, marks);
    }
    attributes.originatorId().ifPresent(id -> add(ORIGINATOR_ID, new Octets().address(id)));
    if (!attributes.clusterList().isEmpty()) {
      Octets clusters = new Octets();
      attributes.clusterList().forEach(clusters::address);
      add(CLUSTER_LIST, clusters);
    }
  }

  /** What does not fit into two octets travels beside (RFC 6793, 4.2.2). */
  private void beside(PathAttributes attributes) {
    if (attributes.asPath().numbers().stream().anyMatch(number -> number > 0xFFFF)) {
      add(AS4_PATH, path(attributes.asPath(), true));
    }
    attributes
        .aggregator()
        .filter(by -> by.asn() > 0xFFFF)
        .ifPresent(by -> add(AS4_AGGREGATOR, aggregator(by, true)));
  }

  private static Octets path(AsPath path, boolean wide) {
    Octets octets = new Octets();
    for (AsPath.Segment segment : path.segments()) {
      octets.octet(segment.set() ? SET : SEQUENCE).octet(segment.numbers().size());
      segment.numbers().forEach(number -> number(octets, number, wide));
    }
    return octets;
  }

  private static Octets number(Octets octets, long number, boolean wide) {
    return wide ? octets.four(number) : octets.two(number > 0xFFFF ? Open.AS_TRANS : (int) number);
  }

  private static Octets aggregator(Aggregator by, boolean wide) {
    return number(new Octets(), by.asn(), wide).address(by.routerId());
  }

  private void add(int type, Octets value) {
    add(type, AttributeType.flags(type), value);
  }

  private void add(int type, int flags, Octets value) {
    boolean extended = value.size() > 255;
    octets.octet(extended ? flags | EXTENDED_LENGTH : flags).octet(type);
    if (extended) {
      octets.two(value.size());
    } else {
      octets.octet(value.size());
    }
    octets.all(value);
  }
}
