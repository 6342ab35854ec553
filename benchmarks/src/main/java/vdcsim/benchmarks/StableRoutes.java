package vdcsim.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import vdcsim.benchmarks.AsGraph.Neighbour;
import vdcsim.benchmarks.AsGraph.Relation;

/**
 * The routes to one system when every system prefers its customers' routes to its peers' and those
 * to its providers', then short ones, then the neighbour of the lower number, and tells its peers
 * and providers of itself and its customers only (Gao and Rexford, 2001: there is one stable
 * solution). Computed without messages, in three sweeps of growing length.
 */
final class StableRoutes {
  private static final int NONE = -1;

  private final AsGraph graph;
  private final int[] next;
  private final int[] length;
  private final List<Optional<Relation>> learnedFrom;

  /** The routes of all systems to {@code destination}. */
  StableRoutes(AsGraph graph, int destination) {
    this.graph = graph;
    this.next = new int[graph.size()];
    this.length = new int[graph.size()];
    this.learnedFrom = new ArrayList<>(Collections.nCopies(graph.size(), Optional.empty()));
    Arrays.fill(next, NONE);
    next[destination] = destination;
    sweep(Relation.CUSTOMER, List.of(destination));
    peers();
    List<Integer> all = new ArrayList<>();
    for (int i = 0; i < graph.size(); i++) {
      if (next[i] != NONE) {
        all.add(i);
      }
    }
    sweep(Relation.PROVIDER, all);
  }

  /** Spreads routes to systems for which the teller is a {@code relation}, short ones first. */
  private void sweep(Relation relation, List<Integer> from) {
    List<List<Integer>> byLength = new ArrayList<>();
    from.forEach(i -> bucket(byLength, length[i]).add(i));
    for (int steps = 0; steps < byLength.size(); steps++) {
      List<Integer> tellers = new ArrayList<>(byLength.get(steps));
      tellers.sort(null);
      for (int teller : tellers) {
        for (Neighbour neighbour : graph.neighbours(teller)) {
          if (relationOfTeller(neighbour) == relation && next[neighbour.number()] == NONE) {
            take(neighbour.number(), teller, relation);
            bucket(byLength, length[neighbour.number()]).add(neighbour.number());
          }
        }
      }
    }
  }

  private static List<Integer> bucket(List<List<Integer>> byLength, int steps) {
    while (byLength.size() <= steps) {
      byLength.add(new ArrayList<>());
    }
    return byLength.get(steps);
  }

  /** What the teller is to a neighbour of its. */
  private static Relation relationOfTeller(Neighbour neighbour) {
    return switch (neighbour.relation()) {
      case CUSTOMER -> Relation.PROVIDER;
      case PEER -> Relation.PEER;
      case PROVIDER -> Relation.CUSTOMER;
    };
  }

  private void take(int system, int teller, Relation relation) {
    next[system] = teller;
    length[system] = length[teller] + 1;
    learnedFrom.set(system, Optional.of(relation));
  }

  /** Peers tell of themselves and their customers, one step far. */
  private void peers() {
    int[] best = new int[graph.size()];
    Arrays.fill(best, NONE);
    for (int i = 0; i < graph.size(); i++) {
      if (next[i] == NONE) {
        for (Neighbour neighbour : graph.neighbours(i)) {
          int peer = neighbour.number();
          boolean tells = neighbour.relation() == Relation.PEER && next[peer] != NONE;
          if (tells && (best[i] == NONE || isBetter(peer, best[i]))) {
            best[i] = peer;
          }
        }
      }
    }
    for (int i = 0; i < graph.size(); i++) {
      if (best[i] != NONE) {
        take(i, best[i], Relation.PEER);
      }
    }
  }

  private boolean isBetter(int one, int other) {
    return length[one] != length[other] ? length[one] < length[other] : one < other;
  }

  /** The systems on the way from one to the destination, itself left out. */
  List<Long> path(int system) {
    List<Long> path = new ArrayList<>();
    int at = system;
    while (next[at] != at && next[at] != NONE) {
      at = next[at];
      path.add(BgpConvergence.asn(at));
    }
    return path;
  }

  /** Whether a system has a route. */
  boolean reaches(int system) {
    return next[system] != NONE;
  }
}
