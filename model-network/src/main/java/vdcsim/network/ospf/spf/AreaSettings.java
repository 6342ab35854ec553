package vdcsim.network.ospf.spf;

import java.util.List;
import java.util.OptionalInt;
import vdcsim.network.ip.Ipv4Prefix;

/**
 * What is configured of an area (RFC 2328, C.2; RFC 3101, appendix D).
 *
 * @param summaries whether a border router announces other areas into it; not into a totally stubby
 *     one
 * @param defaultCost StubDefaultCost: of the default route that a border router announces into a
 *     stub or not-so-stubby area
 * @param ranges what a border router summarises when it announces the area elsewhere
 */
public record AreaSettings(
    Kind kind, boolean summaries, int defaultCost, Translator translator, List<Range> ranges) {

  /** An area into which everything is announced. */
  public static final AreaSettings NORMAL =
      new AreaSettings(Kind.NORMAL, true, 1, Translator.CANDIDATE, List.of());

  /** What an area knows of the outside. */
  public enum Kind {
    /** Everything: type 5 LSAs are flooded through it. */
    NORMAL,
    /** Nothing but a default route. */
    STUB,
    /** Its own type 7 LSAs and a default route (RFC 3101). */
    NSSA
  }

  /** Whether this router, as a border router, translates type 7 LSAs (NSSATranslatorRole). */
  public enum Translator {
    /** Where it is elected. */
    CANDIDATE,
    /** In any case. */
    ALWAYS,
    /** In no case. */
    NEVER
  }

  /**
   * Networks that are announced as one.
   *
   * @param advertise whether it is announced at all; its members are not in any case
   * @param cost of the whole; without one the largest of its members
   */
  public record Range(Ipv4Prefix prefix, boolean advertise, OptionalInt cost) {
    /** A range that is announced at the cost of its farthest member. */
    public static Range of(Ipv4Prefix prefix) {
      return new Range(prefix, true, OptionalInt.empty());
    }
  }

  public AreaSettings {
    ranges = List.copyOf(ranges);
  }

  /** Whether type 5 LSAs are flooded through the area (ExternalRoutingCapability). */
  public boolean externalRouting() {
    return kind == Kind.NORMAL;
  }
}
