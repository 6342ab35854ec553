package vdcsim.hardware.nic.vmdq;

import java.util.Optional;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.MacAddress;

/** What a card sorts by: the address that a frame is for, and its VLAN; 0 is none. */
record Sorting(long address, int vlan) {
  static Sorting of(MacAddress address, Optional<Integer> vlan) {
    return new Sorting(address.bits(), vlan.orElse(0));
  }

  static Sorting of(Frame frame) {
    return new Sorting(frame.destination().bits(), vlan(frame));
  }

  /** The outermost VLAN of a frame; 0 is none. */
  static int vlan(Frame frame) {
    return frame.tags().isEmpty() ? 0 : frame.tags().get(0).vlan();
  }

  /** As the card hands a frame over: it has taken the tag out. */
  static Frame stripped(Frame frame) {
    return frame.tags().isEmpty() ? frame : frame.untagged();
  }
}
