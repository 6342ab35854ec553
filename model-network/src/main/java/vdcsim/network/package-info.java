/**
 * Frames upward: bridges, protocol stations, workloads. What else will live here, a package for
 * each mechanism: {@code stp}, {@code rstp}, {@code vlan}, {@code arp}, {@code ip}, {@code rip},
 * {@code ospf}, {@code bgp}, {@code nat}, {@code udp}, {@code tcp}, {@code flow}, {@code openflow}.
 */
package vdcsim.network;
