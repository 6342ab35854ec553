package vdcsim.scenario.verify.network;

import java.util.Optional;

/** A node of a case's network. */
sealed interface Device {
  /** The node's name. */
  String name();

  /**
   * A switch.
   *
   * @param mac its own address
   * @param spanningTree what it speaks, if anything
   * @param ageingS how long an address is remembered
   */
  record Switch(String name, String mac, Optional<SpanningTreeSettings> spanningTree, int ageingS)
      implements Device {}

  /** A hub; of a shared segment the case names none, and its name is that of the link. */
  record Hub(String name) implements Device {}

  /**
   * A host.
   *
   * @param ip its address and network
   * @param gateway where packets for other networks go
   */
  record Host(String name, String mac, Optional<String> ip, Optional<String> gateway)
      implements Device {}

  /** A router, whose addresses stand at the ends of its links. */
  record Router(String name) implements Device {}
}
