package vdcsim.network.routing;

import java.util.Arrays;
import java.util.TreeMap;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;

/**
 * Finds the longest prefix of an address: a trie of four levels with 8 bits each, into which every
 * prefix is expanded (Srinivasan and Varghese, Fast Address Lookups Using Controlled Prefix
 * Expansion, 1999). A look-up reads at most four entries; a node costs 1.25 kB.
 *
 * @param <V> what stands at a prefix
 */
final class ForwardingTrie<V> {
  private static final int STRIDE = 8;
  private static final int FANOUT = 1 << STRIDE;

  private final TreeMap<Ipv4Prefix, V> entries = new TreeMap<>();
  private final Node root = new Node();

  /** One level: for each value of 8 bits the best prefix that ends here, and the node below. */
  private static final class Node {
    private final Object[] values = new Object[FANOUT];
    private final byte[] lengths = new byte[FANOUT];
    private Node[] below = NO_NODES;
    private int children;

    private Node child(int index) {
      return below.length == 0 ? NONE : below[index] == null ? NONE : below[index];
    }
  }

  private static final Node[] NO_NODES = {};
  private static final Node NONE = new Node();

  int size() {
    return entries.size();
  }

  /** The value at a prefix itself, or {@code otherwise}. */
  V at(Ipv4Prefix prefix, V otherwise) {
    return entries.getOrDefault(prefix, otherwise);
  }

  /** All prefixes with their values, in the order of addresses. */
  Iterable<java.util.Map.Entry<Ipv4Prefix, V>> all() {
    return entries.entrySet();
  }

  /** The value at the longest prefix that holds an address, or {@code otherwise}. */
  @SuppressWarnings("unchecked")
  V longest(Ipv4Address address, V otherwise) {
    Object best = null;
    Node node = root;
    for (int shift = 24; shift >= 0 && node != NONE; shift -= STRIDE) {
      int index = (address.bits() >>> shift) & (FANOUT - 1);
      Object here = node.values[index];
      best = here == null ? best : here;
      node = node.child(index);
    }
    return best == null ? otherwise : (V) best;
  }

  /** Puts a value at a prefix, in place of what stands there. */
  void put(Ipv4Prefix prefix, V value) {
    entries.put(prefix, value);
    fill(prefix, value, prefix.length());
  }

  /** Takes a prefix out; the next shorter one takes its place. */
  void remove(Ipv4Prefix prefix) {
    if (entries.remove(prefix) == null) {
      return;
    }
    int level = level(prefix.length());
    for (int length = prefix.length() - 1; length >= level * STRIDE; length--) {
      Ipv4Prefix shorter = Ipv4Prefix.of(prefix.address(), length);
      // A prefix that ends at a level's border stands in the level above.
      if (level(length) == level && entries.containsKey(shorter)) {
        fill(prefix, entries.get(shorter), length);
        return;
      }
    }
    fill(prefix, null, 0);
    prune(root, prefix, 0);
  }

  /** The level at which a prefix stands: 0 to 8 bits at the first, 9 to 16 at the second. */
  private static int level(int length) {
    return length == 0 ? 0 : (length - 1) / STRIDE;
  }

  /** Writes over all entries of a prefix's range that do not belong to a longer one. */
  private void fill(Ipv4Prefix prefix, V value, int length) {
    int level = level(prefix.length());
    Node node = descend(prefix, level);
    int covered = FANOUT >>> (prefix.length() - level * STRIDE);
    int first = (prefix.bits() >>> (24 - level * STRIDE)) & (FANOUT - 1);
    for (int i = first; i < first + covered; i++) {
      if (node.values[i] == null || node.lengths[i] <= prefix.length()) {
        node.values[i] = value;
        node.lengths[i] = (byte) length;
      }
    }
  }

  private Node descend(Ipv4Prefix prefix, int level) {
    Node node = root;
    for (int depth = 0; depth < level; depth++) {
      int index = (prefix.bits() >>> (24 - depth * STRIDE)) & (FANOUT - 1);
      if (node.below.length == 0) {
        node.below = new Node[FANOUT];
      }
      if (node.below[index] == null) {
        node.below[index] = new Node();
        node.children++;
      }
      node = node.below[index];
    }
    return node;
  }

  /** Lets go of nodes below which nothing stands any more; returns whether this one is empty. */
  private boolean prune(Node node, Ipv4Prefix prefix, int depth) {
    int index = (prefix.bits() >>> (24 - depth * STRIDE)) & (FANOUT - 1);
    if (node.child(index) != NONE && prune(node.child(index), prefix, depth + 1)) {
      node.below[index] = null;
      node.children--;
    }
    return node.children == 0 && Arrays.stream(node.values).allMatch(value -> value == null);
  }
}
