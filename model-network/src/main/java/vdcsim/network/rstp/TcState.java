package vdcsim.network.rstp;

/** States of Topology Change in which a port stays (IEEE 802.1D-2004, Figure 17-25). */
enum TcState {
  INACTIVE,
  LEARNING,
  ACTIVE
}
