package vdcsim.network.bgp.rib;

/** A step of the decision, with the words that FRRouting has for it and what it prefers. */
public enum Step {
  /** There was nothing to compare. */
  ONLY_PATH("First path received", "it is the only path"),
  /** The router's own ranking. */
  WEIGHT("Weight", "higher weight"),
  /** The autonomous system's ranking. */
  LOCAL_PREFERENCE("Local Pref", "higher local preference"),
  /** What starts here. */
  LOCAL_ROUTE("Local Route", "originated here"),
  /** RFC 4271, 9.1.2.2 a. */
  AS_PATH("AS Path", "shorter AS path"),
  /** RFC 4271, 9.1.2.2 b. */
  ORIGIN("Origin", "lower origin"),
  /** RFC 4271, 9.1.2.2 c. */
  MED("MED", "lower MED"),
  /** RFC 4271, 9.1.2.2 d. */
  PEER_TYPE("Peer Type", "external before internal"),
  /** RFC 4271, 9.1.2.2 e. */
  IGP_METRIC("IGP Metric", "nearer next hop"),
  /** Of two external paths the one in use stays. */
  OLDER_PATH("Older Path", "in use already"),
  /** RFC 4271, 9.1.2.2 f; RFC 4456, 9. */
  ROUTER_ID("Router ID", "lower router or originator id"),
  /** RFC 4456, 9. */
  CLUSTER_LENGTH("Cluster length", "shorter cluster list"),
  /** RFC 4271, 9.1.2.2 g. */
  NEIGHBOR_ADDRESS("Neighbor IP", "lower neighbour address"),
  /** They are alike in everything. */
  NOTHING_LEFT("Nothing left to compare", "nothing left to compare");

  private final String words;
  private final String preference;

  Step(String words, String preference) {
    this.words = words;
    this.preference = preference;
  }

  /** The words of FRRouting's {@code show bgp}. */
  public String words() {
    return words;
  }

  /** What it prefers, in a few words. */
  public String preference() {
    return preference;
  }
}
