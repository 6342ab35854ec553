package vdcsim.network.ospf.spf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * The next hops of all vertices, one bit each, so that equal-cost paths join by a bitwise or. The
 * bits of vertex v are in {@code words} numbers from {@code v * words} on.
 */
final class HopSets {
  private final List<Hop> hops = new ArrayList<>();
  private final TreeMap<Hop, Integer> numbers = new TreeMap<>();
  private final TreeMap<long[], List<Hop>> lists = new TreeMap<>(Arrays::compare);
  private final int words;
  private final long[] bits;
  private final long[] scratch;

  HopSets(int vertices, int mostHops) {
    words = Math.max(1, (mostHops + 63) / 64);
    bits = new long[vertices * words];
    scratch = new long[words];
  }

  /** The number of a next hop. */
  int number(Hop hop) {
    return numbers.computeIfAbsent(
        hop,
        added -> {
          hops.add(added);
          return hops.size() - 1;
        });
  }

  Hop hop(int number) {
    return hops.get(number);
  }

  /** Begins a set. */
  void clearScratch() {
    Arrays.fill(scratch, 0);
  }

  void addToScratch(int number) {
    scratch[number >>> 6] |= 1L << number;
  }

  void addToScratch(long[] more) {
    for (int i = 0; i < words; i++) {
      scratch[i] |= more[i];
    }
  }

  /** Makes the next hops of a vertex the new set. */
  void inheritToScratch(int vertex) {
    System.arraycopy(bits, vertex * words, scratch, 0, words);
  }

  boolean scratchIsEmpty() {
    for (long word : scratch) {
      if (word != 0) {
        return false;
      }
    }
    return true;
  }

  /** Gives a vertex the new set, in place of what it had or beside it. */
  void take(int vertex, boolean beside) {
    for (int i = 0; i < words; i++) {
      bits[vertex * words + i] = (beside ? bits[vertex * words + i] : 0) | scratch[i];
    }
  }

  /** The numbers of the next hops of a vertex, lowest first. */
  int[] numbers(int vertex) {
    int count = 0;
    for (int i = 0; i < words; i++) {
      count += Long.bitCount(bits[vertex * words + i]);
    }
    int[] found = new int[count];
    count = 0;
    for (int i = 0; i < words; i++) {
      for (long word = bits[vertex * words + i]; word != 0; word &= word - 1) {
        found[count++] = i * 64 + Long.numberOfTrailingZeros(word);
      }
    }
    return found;
  }

  /** The next hops of a vertex, sorted; vertices with the same ones share a list. */
  List<Hop> of(int vertex) {
    long[] key = Arrays.copyOfRange(bits, vertex * words, (vertex + 1) * words);
    List<Hop> known = lists.get(key);
    if (known == null) {
      known = Arrays.stream(numbers(vertex)).mapToObj(hops::get).sorted().toList();
      lists.put(key, known);
    }
    return known;
  }
}
