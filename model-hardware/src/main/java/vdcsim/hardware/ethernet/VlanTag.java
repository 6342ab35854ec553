package vdcsim.hardware.ethernet;

/**
 * A VLAN tag (IEEE 802.1Q-2018, 9.6): which VLAN a frame belongs to, and how urgent it is.
 *
 * @param protocol {@link #CUSTOMER} or {@link #SERVICE}
 * @param priority from 0 to 7 (PCP)
 * @param dropEligible whether it is to be dropped first (DEI)
 * @param vlan from 0, which is a priority alone, to 4095 (VID)
 */
public record VlanTag(int protocol, int priority, boolean dropEligible, int vlan) {
  /** The tag protocol identifier of a customer tag (Table 9-1). */
  public static final int CUSTOMER = 0x8100;

  /** The tag protocol identifier of a service tag (Table 9-1). */
  public static final int SERVICE = 0x88A8;

  /** What a tag adds to a frame, in bytes. */
  public static final int BYTES = 4;

  /** The largest number of a VLAN that can be used (9.6, Table 9-2). */
  public static final int LAST_VLAN = 4094;

  public VlanTag {
    if (protocol != CUSTOMER && protocol != SERVICE) {
      throw new IllegalArgumentException(
          "a tag's protocol is 0x8100 or 0x88a8, was 0x" + Integer.toHexString(protocol));
    }
    if (priority < 0 || priority > 7) {
      throw new IllegalArgumentException("a priority lies from 0 to 7, was " + priority);
    }
    if (vlan < 0 || vlan > 4095) {
      throw new IllegalArgumentException("a tag's VLAN lies from 0 to 4095, was " + vlan);
    }
  }

  /** A customer tag of a VLAN, of priority 0. */
  public static VlanTag of(int vlan) {
    return new VlanTag(CUSTOMER, 0, false, vlan);
  }

  /** The 16 bits behind the protocol identifier (9.6: PCP, DEI, VID). */
  public int controlInformation() {
    return (priority << 13) | (dropEligible ? 1 << 12 : 0) | vlan;
  }

  /** The tag of these 16 bits. */
  public static VlanTag decode(int protocol, int controlInformation) {
    return new VlanTag(
        protocol,
        (controlInformation >> 13) & 7,
        (controlInformation >> 12 & 1) == 1,
        controlInformation & 0xFFF);
  }
}
