package vdcsim.network.bgp.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.network.ip.Ipv4Address;

/** Reads path attributes and checks them (RFC 4271, 6.3). */
final class AttributeReader {
  private static final int MALFORMED_LIST = 1;
  private static final int UNRECOGNIZED = 2;
  private static final int MISSING = 3;
  private static final int WRONG_FLAGS = 4;
  private static final int WRONG_LENGTH = 5;
  private static final int INVALID_NEXT_HOP = 8;
  private static final int MALFORMED_PATH = 11;
  private static final int SET = 1;
  private static final int SEQUENCE = 2;

  private final boolean fourOctetAs;
  private long seen;
  private Optional<Origin> origin = Optional.empty();
  private Optional<AsPath> path = Optional.empty();
  private Optional<AsPath> widePath = Optional.empty();
  private Optional<Ipv4Address> nextHop = Optional.empty();
  private Optional<Long> med = Optional.empty();
  private Optional<Long> localPreference = Optional.empty();
  private boolean atomic;
  private Optional<Aggregator> aggregator = Optional.empty();
  private Optional<Aggregator> wideAggregator = Optional.empty();
  private final List<Community> communities = new ArrayList<>();
  private Optional<Ipv4Address> originator = Optional.empty();
  private final List<Ipv4Address> clusters = new ArrayList<>();
  private final List<UnknownAttribute> unknown = new ArrayList<>();

  private AttributeReader(boolean fourOctetAs) {
    this.fourOctetAs = fourOctetAs;
  }

  /** Reads all attributes of an UPDATE that announces networks. */
  static PathAttributes read(Input input, boolean fourOctetAs) throws MessageError {
    AttributeReader reader = new AttributeReader(fourOctetAs);
    while (input.hasMore()) {
      reader.attribute(input);
    }
    return reader.whole();
  }

  private void attribute(Input input) throws MessageError {
    int flags = input.octet();
    int type = input.octet();
    int length = (flags & AttributeType.EXTENDED_LENGTH) != 0 ? input.two() : input.octet();
    Input value = input.part(length, message -> MessageError.update(WRONG_LENGTH, message));
    if (type < Long.SIZE) {
      if ((seen & (1L << type)) != 0) {
        throw MessageError.update(MALFORMED_LIST, "attribute %d comes twice".formatted(type));
      }
      seen |= 1L << type;
    }
    int wanted = AttributeType.flags(type);
    if (wanted < 0) {
      unknown(flags, type, value);
      return;
    }
    int kind = AttributeType.OPTIONAL | AttributeType.TRANSITIVE;
    if ((flags & kind) != wanted) {
      throw MessageError.update(WRONG_FLAGS, "attribute %d with flags %d".formatted(type, flags));
    }
    known(type, value);
    if (value.hasMore()) {
      throw MessageError.update(WRONG_LENGTH, "attribute %d is too long".formatted(type));
    }
  }

  private void unknown(int flags, int type, Input value) throws MessageError {
    if ((flags & AttributeType.OPTIONAL) == 0) {
      throw MessageError.update(UNRECOGNIZED, "attribute %d is not known".formatted(type));
    }
    if ((flags & AttributeType.TRANSITIVE) != 0) {
      unknown.add(new UnknownAttribute(type, Octets.list(value.bytes(value.left()))));
    }
  }

  private void known(int type, Input value) throws MessageError {
    switch (type) {
      case AttributeType.ORIGIN -> origin = Optional.of(Origin.of(value.octet()));
      case AttributeType.AS_PATH -> path = Optional.of(path(value, fourOctetAs));
      case AttributeType.NEXT_HOP -> nextHop = Optional.of(nextHop(value));
      case AttributeType.MULTI_EXIT_DISC -> med = Optional.of(value.four());
      case AttributeType.LOCAL_PREF -> localPreference = Optional.of(value.four());
      case AttributeType.ATOMIC_AGGREGATE -> atomic = true;
      case AttributeType.AGGREGATOR -> aggregator = Optional.of(aggregator(value, fourOctetAs));
      case AttributeType.COMMUNITIES -> {
        while (value.hasMore()) {
          communities.add(new Community((int) value.four()));
        }
      }
      case AttributeType.ORIGINATOR_ID -> originator = Optional.of(value.address());
      case AttributeType.CLUSTER_LIST -> {
        while (value.hasMore()) {
          clusters.add(value.address());
        }
      }
      case AttributeType.AS4_PATH -> widePath = Optional.of(path(value, true));
      case AttributeType.AS4_AGGREGATOR -> wideAggregator = Optional.of(aggregator(value, true));
      default -> throw new IllegalStateException("no attribute " + type);
    }
  }

  /** RFC 4271, 6.3: a next hop is the address of a host. */
  private static Ipv4Address nextHop(Input value) throws MessageError {
    Ipv4Address address = value.address();
    if (address.bits() == 0 || address.isMulticast() || address.equals(Ipv4Address.BROADCAST)) {
      throw MessageError.update(INVALID_NEXT_HOP, "the next hop " + address);
    }
    return address;
  }

  private static AsPath path(Input value, boolean wide) throws MessageError {
    List<AsPath.Segment> segments = new ArrayList<>();
    while (value.hasMore()) {
      int type = value.octet();
      int count = value.octet();
      if ((type != SET && type != SEQUENCE)
          || count == 0
          || count * (wide ? 4 : 2) > value.left()) {
        throw MessageError.update(
            MALFORMED_PATH, "a segment of type %d with %d numbers".formatted(type, count));
      }
      List<Long> numbers = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        numbers.add(wide ? value.four() : value.two());
      }
      segments.add(new AsPath.Segment(type == SET, numbers));
    }
    return segments.isEmpty() ? AsPath.EMPTY : new AsPath(segments);
  }

  private static Aggregator aggregator(Input value, boolean wide) throws MessageError {
    long asn = wide ? value.four() : value.two();
    return new Aggregator(asn, value.address());
  }

  private PathAttributes whole() throws MessageError {
    return new PathAttributes(
        present(origin, AttributeType.ORIGIN),
        mergedPath(present(path, AttributeType.AS_PATH)),
        present(nextHop, AttributeType.NEXT_HOP),
        med,
        localPreference,
        atomic,
        mergedAggregator(),
        communities,
        originator,
        clusters,
        unknown);
  }

  private static <T> T present(Optional<T> attribute, int type) throws MessageError {
    if (attribute.isEmpty()) {
      throw MessageError.update(MISSING, "attribute %d is missing".formatted(type));
    }
    return attribute.get();
  }

  private Optional<Aggregator> mergedAggregator() {
    boolean hidden = aggregator.filter(by -> by.asn() == Open.AS_TRANS).isPresent();
    return hidden && wideAggregator.isPresent() ? wideAggregator : aggregator;
  }

  /**
   * The path of a speaker that knows two octets only: what it put in front of AS4_PATH, and then
   * that (RFC 6793, 4.2.3).
   */
  private AsPath mergedPath(AsPath narrow) {
    if (fourOctetAs || widePath.isEmpty() || widePath.get().length() > narrow.length()) {
      return narrow;
    }
    int inFront = narrow.length() - widePath.get().length();
    List<Long> numbers = narrow.numbers();
    return widePath.get().prepend(numbers.subList(0, Math.min(inFront, numbers.size())));
  }
}
