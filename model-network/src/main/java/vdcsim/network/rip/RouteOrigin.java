package vdcsim.network.rip;

import vdcsim.network.routing.RouteSource;

/**
 * Where a router has a network from.
 *
 * @param kind how it came into the table
 * @param source of what protocol it is
 */
record RouteOrigin(Kind kind, RouteSource source) {
  static final RouteOrigin LEARNED = new RouteOrigin(Kind.LEARNED, RouteSource.RIP);
  static final RouteOrigin INTERFACE = new RouteOrigin(Kind.INTERFACE, RouteSource.CONNECTED);
  static final RouteOrigin DEFAULT = new RouteOrigin(Kind.DEFAULT, RouteSource.RIP);

  /** How a network came into the table, with the letter that FRRouting shows. */
  enum Kind {
    LEARNED('n'),
    INTERFACE('i'),
    DEFAULT('d'),
    REDISTRIBUTED('r');

    private final char letter;

    Kind(char letter) {
      this.letter = letter;
    }
  }

  static RouteOrigin redistributed(RouteSource source) {
    return new RouteOrigin(Kind.REDISTRIBUTED, source);
  }

  boolean isLearned() {
    return kind == Kind.LEARNED;
  }

  /** As FRRouting's {@code show ip rip} writes it: {@code R(n)}. */
  String code() {
    char protocol =
        switch (source) {
          case CONNECTED -> 'C';
          case STATIC -> 'S';
          case OSPF -> 'O';
          case EBGP, IBGP -> 'B';
          case RIP -> 'R';
        };
    return protocol + "(" + kind.letter + ")";
  }
}
