package vdcsim.network.bridge;

import vdcsim.hardware.ethernet.Frame;

/** How a bridge sorts frames into VLANs (IEEE 802.1Q-2018, 8.6); without them it knows just one. */
public interface VlanRules {
  /** The answer of {@link #classify} for a frame that must not come in. */
  int REFUSED = -1;

  /** A bridge that pays no heed to tags: one VLAN, number 0, to which all ports belong. */
  VlanRules UNAWARE =
      new VlanRules() {
        @Override
        public int classify(BridgePort from, Frame frame) {
          return 0;
        }

        @Override
        public int filteringDatabase(int vlan) {
          return 0;
        }

        @Override
        public boolean admits(BridgePort to, int vlan) {
          return true;
        }

        @Override
        public Frame leaving(BridgePort from, BridgePort to, int vlan, Frame frame) {
          return frame;
        }
      };

  /** The VLAN to which an arriving frame belongs (6.9, 8.6.2), or {@link #REFUSED}. */
  int classify(BridgePort from, Frame frame);

  /** The number of the filtering database in which a VLAN's addresses stand (8.8.8, the FID). */
  int filteringDatabase(int vlan);

  /** Whether a VLAN's frames may leave at a port (8.6.4). */
  boolean admits(BridgePort to, int vlan);

  /** A frame as it leaves: with its VLAN's tag or without (8.6.9). */
  Frame leaving(BridgePort from, BridgePort to, int vlan, Frame frame);
}
