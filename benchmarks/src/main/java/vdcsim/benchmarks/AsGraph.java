package vdcsim.benchmarks;

import java.util.ArrayList;
import java.util.List;
import vdcsim.kernel.random.RandomStream;

/**
 * A random graph of autonomous systems, as the Internet's: three at the top are peers; every other
 * one buys from two that were there before, the more likely the more neighbours they have (Barabasi
 * and Albert, 1999); some are peers besides.
 */
final class AsGraph {
  /** What a neighbour is. */
  enum Relation {
    CUSTOMER,
    PEER,
    PROVIDER
  }

  /** A neighbour by its number. */
  record Neighbour(int number, Relation relation) {}

  private static final int TOP = 3;
  private static final int PROVIDERS = 2;

  private final List<List<Neighbour>> neighbours = new ArrayList<>();

  /** A graph of {@code size} systems, numbered from 0; a tenth as many links between peers. */
  AsGraph(int size, RandomStream random) {
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      neighbours.add(new ArrayList<>());
      for (int j = 0; i < TOP && j < i; j++) {
        link(i, j, Relation.PEER, ends);
      }
      while (i >= TOP && neighbours.get(i).size() < PROVIDERS) {
        int provider = ends.get(random.nextInt(ends.size()));
        if (provider != i && !areNeighbours(i, provider)) {
          link(i, provider, Relation.PROVIDER, ends);
        }
      }
    }
    for (int i = 0; i < size / 10; i++) {
      int one = random.nextInt(size);
      int other = random.nextInt(size);
      if (one != other && !areNeighbours(one, other)) {
        link(one, other, Relation.PEER, ends);
      }
    }
  }

  private void link(int from, int to, Relation relation, List<Integer> ends) {
    Relation back = relation == Relation.PEER ? Relation.PEER : Relation.CUSTOMER;
    neighbours.get(from).add(new Neighbour(to, relation));
    neighbours.get(to).add(new Neighbour(from, back));
    ends.add(from);
    ends.add(to);
  }

  private boolean areNeighbours(int one, int other) {
    return neighbours.get(one).stream().anyMatch(n -> n.number() == other);
  }

  int size() {
    return neighbours.size();
  }

  List<Neighbour> neighbours(int number) {
    return neighbours.get(number);
  }
}
