package vdcsim.network.rstp;

/** Where what a port knows comes from (IEEE 802.1D-2004, 17.19.10). */
enum InfoIs {
  RECEIVED,
  MINE,
  AGED,
  DISABLED
}
