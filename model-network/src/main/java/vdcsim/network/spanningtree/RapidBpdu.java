package vdcsim.network.spanningtree;

import java.nio.ByteBuffer;

/** A rapid spanning tree BPDU (IEEE 802.1D-2004, 9.3.3). */
public record RapidBpdu(Flags flags, PriorityVector vector, Times times) implements Bpdu {
  static final int TYPE = 0x02;
  static final int VERSION = 2;

  private static final int BYTES = LLC_BYTES + 36;

  /** The role that a flags octet names (9.2.9). */
  public enum Role {
    UNKNOWN(0),
    ALTERNATE_OR_BACKUP(1),
    ROOT(2),
    DESIGNATED(3);

    private final int code;

    Role(int code) {
      this.code = code;
    }

    static Role of(int code) {
      return switch (code) {
        case 1 -> ALTERNATE_OR_BACKUP;
        case 2 -> ROOT;
        case 3 -> DESIGNATED;
        default -> UNKNOWN;
      };
    }
  }

  /** The flags octet: who speaks, what is proposed or agreed to, and the port's state. */
  public record Flags(
      boolean topologyChange,
      boolean proposal,
      Role role,
      boolean learning,
      boolean forwarding,
      boolean agreement,
      boolean acknowledgment) {
    private static final int TOPOLOGY_CHANGE = 0x01;
    private static final int PROPOSAL = 0x02;
    private static final int ROLE_SHIFT = 2;
    private static final int ROLE_MASK = 0x0C;
    private static final int LEARNING = 0x10;
    private static final int FORWARDING = 0x20;
    private static final int AGREEMENT = 0x40;
    private static final int ACKNOWLEDGMENT = 0x80;

    static Flags of(int octet) {
      return new Flags(
          (octet & TOPOLOGY_CHANGE) != 0,
          (octet & PROPOSAL) != 0,
          Role.of((octet & ROLE_MASK) >> ROLE_SHIFT),
          (octet & LEARNING) != 0,
          (octet & FORWARDING) != 0,
          (octet & AGREEMENT) != 0,
          (octet & ACKNOWLEDGMENT) != 0);
    }

    /** The octet as it stands on the wire. */
    public int octet() {
      return (topologyChange ? TOPOLOGY_CHANGE : 0)
          | (proposal ? PROPOSAL : 0)
          | (role.code << ROLE_SHIFT)
          | (learning ? LEARNING : 0)
          | (forwarding ? FORWARDING : 0)
          | (agreement ? AGREEMENT : 0)
          | (acknowledgment ? ACKNOWLEDGMENT : 0);
    }
  }

  @Override
  public int length() {
    return BYTES;
  }

  @Override
  public void encode(ByteBuffer buffer) {
    Bpdu.encodeHeader(buffer, VERSION, TYPE);
    buffer.put((byte) flags.octet());
    BpduReader.encode(buffer, vector, times);
    buffer.put((byte) 0);
  }
}
