package vdcsim.network.nat;

import java.util.Optional;
import java.util.function.Predicate;
import vdcsim.kernel.random.RandomStream;
import vdcsim.network.conntrack.Side;
import vdcsim.network.conntrack.Tuple;
import vdcsim.network.icmp.IcmpMessage;

/**
 * Chooses the port with which a connection leaves (nf_nat_core.c, get_unique_tuple): its own if it
 * is free, else one of the same class, from a random place on.
 */
final class PortChoice {
  /** How many ports are tried in a row at first; each further round tries half as many. */
  private static final int FIRST_ROUND = 128;

  private static final int LAST_ROUND = 16;

  private final RandomStream random;

  PortChoice(RandomStream random) {
    this.random = random;
  }

  /** Ports that may stand for each other: system ports stay such (RFC 4787, 4.2.1). */
  private record Range(int least, int size) {
    static Range of(Tuple tuple, int port) {
      if (tuple.protocol() == IcmpMessage.PROTOCOL) {
        return new Range(0, 65_536);
      } else if (port < 512) {
        return new Range(1, 511);
      } else if (port < 1024) {
        return new Range(600, 424);
      }
      return new Range(1024, 64_512);
    }
  }

  /** The tuple with a source port that is free, if one was found. */
  Optional<Tuple> freeSource(Tuple wanted, Predicate<Tuple> isFree) {
    if (isFree.test(wanted)) {
      return Optional.of(wanted);
    }
    Range range = Range.of(wanted, wanted.port(Side.SOURCE));
    int tries = Math.min(FIRST_ROUND, range.size());
    while (true) {
      int from = random.nextInt(range.size());
      for (int i = 0; i < tries; i++) {
        int port = range.least() + (from + i) % range.size();
        Tuple tuple = wanted.with(Side.SOURCE, wanted.source(), port);
        if (isFree.test(tuple)) {
          return Optional.of(tuple);
        }
      }
      if (tries >= range.size() || tries < LAST_ROUND) {
        return Optional.empty();
      }
      tries /= 2;
    }
  }
}
