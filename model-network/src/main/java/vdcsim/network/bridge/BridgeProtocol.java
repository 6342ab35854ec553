package vdcsim.network.bridge;

import vdcsim.hardware.ethernet.Frame;

/**
 * A protocol that bridges speak with each other, as spanning tree. It receives at every port that
 * has carrier, whether the port forwards or not.
 */
public interface BridgeProtocol {
  /**
   * The bridge has this port: called for those that it has when it begins to speak the protocol,
   * and for each that is made later, before a cable is plugged in.
   */
  void portAdded(BridgePort port);

  /** A frame to the protocol's group address has arrived. */
  void receive(BridgePort from, Frame frame);

  /** A port's carrier has come or gone; see {@code EthernetPort.hasCarrier}. */
  void carrierChanged(BridgePort port);

  /** A word about the bridge for the picture of the network, as {@code root}; may be empty. */
  String note();
}
