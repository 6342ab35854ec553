package vdcsim.network.rstp;

/** States of Port Information in which a port stays (IEEE 802.1D-2004, Figure 17-17). */
enum InfoState {
  DISABLED,
  AGED,
  CURRENT
}
