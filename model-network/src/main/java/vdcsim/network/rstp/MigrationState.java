package vdcsim.network.rstp;

/** States of Port Protocol Migration (IEEE 802.1D-2004, Figure 17-14). */
enum MigrationState {
  CHECKING_RSTP,
  SELECTING_STP,
  SENSING
}
