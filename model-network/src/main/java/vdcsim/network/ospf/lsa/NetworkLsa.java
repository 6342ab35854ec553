package vdcsim.network.ospf.lsa;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Type 2: a network with several routers, written by its designated router; the link state ID is
 * that router's address on it (RFC 2328, 12.4.2, A.4.3).
 *
 * @param prefixLength of the network
 * @param attached the routers that are fully adjacent to the designated router, itself included
 */
public record NetworkLsa(int prefixLength, List<RouterId> attached) implements LsaBody {
  private static final int FIXED_BYTES = 4;

  public NetworkLsa {
    Masks.checkPrefixLength(prefixLength);
    attached = List.copyOf(attached);
  }

  @Override
  public int length() {
    return FIXED_BYTES + 4 * attached.size();
  }

  @Override
  public void encode(ByteBuffer buffer) {
    buffer.putInt(Masks.mask(prefixLength));
    attached.forEach(router -> buffer.putInt(router.bits()));
  }

  static NetworkLsa decode(ByteBuffer buffer, int length) {
    Masks.checkLength("a network LSA", length, FIXED_BYTES, 4);
    int prefixLength = Masks.prefixLength(buffer.getInt());
    List<RouterId> attached = new ArrayList<>();
    for (int i = FIXED_BYTES; i < length; i += 4) {
      attached.add(new RouterId(buffer.getInt()));
    }
    return new NetworkLsa(prefixLength, attached);
  }
}
