package vdcsim.network.bgp.message;

import java.util.List;

/**
 * An optional transitive attribute that this speaker does not know, and passes on (RFC 4271, 5).
 *
 * @param value its octets
 */
public record UnknownAttribute(int type, List<Byte> value) {
  public UnknownAttribute {
    value = List.copyOf(value);
  }
}
