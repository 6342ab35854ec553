package vdcsim.network.ospf.lsa;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Type 1: a router with its links in one area (RFC 2328, 12.4.1, A.4.2; RFC 3101, appendix B).
 *
 * @param roles what the router is beside a router
 * @param links its links, in the order of its interfaces
 */
public record RouterLsa(Roles roles, List<RouterLink> links) implements LsaBody {
  private static final int FIXED_BYTES = 4;

  public RouterLsa {
    links = List.copyOf(links);
  }

  /**
   * What a router is beside a router.
   *
   * @param virtualEndpoint V: the end of a full virtual link whose transit area is this one
   * @param asBoundary E: it imports routes from outside
   * @param areaBorder B: it is attached to several areas
   * @param nssaTranslator Nt: it translates type 7 LSAs whatever the election says
   */
  public record Roles(
      boolean virtualEndpoint, boolean asBoundary, boolean areaBorder, boolean nssaTranslator) {
    /** A router and nothing else. */
    public static final Roles NONE = new Roles(false, false, false, false);

    private static final int B = 0x01;
    private static final int E = 0x02;
    private static final int V = 0x04;
    private static final int NT = 0x10;

    int bits() {
      return (areaBorder ? B : 0)
          | (asBoundary ? E : 0)
          | (virtualEndpoint ? V : 0)
          | (nssaTranslator ? NT : 0);
    }

    static Roles of(int bits) {
      return new Roles((bits & V) != 0, (bits & E) != 0, (bits & B) != 0, (bits & NT) != 0);
    }
  }

  @Override
  public int length() {
    return FIXED_BYTES + links.size() * RouterLink.BYTES;
  }

  @Override
  public void encode(ByteBuffer buffer) {
    buffer.put((byte) roles.bits()).put((byte) 0).putShort((short) links.size());
    links.forEach(link -> link.encode(buffer));
  }

  static RouterLsa decode(ByteBuffer buffer, int length) {
    Masks.checkLength("a router LSA", length, FIXED_BYTES, RouterLink.BYTES);
    Roles roles = Roles.of(buffer.get() & 0xFF);
    buffer.get();
    int count = buffer.getShort() & 0xFFFF;
    if (length != FIXED_BYTES + count * RouterLink.BYTES) {
      throw new IllegalArgumentException(
          "a router LSA with " + count + " links cannot have " + length + " bytes");
    }
    List<RouterLink> links = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      links.add(RouterLink.decode(buffer));
    }
    return new RouterLsa(roles, links);
  }
}
