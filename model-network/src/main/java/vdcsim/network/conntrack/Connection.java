package vdcsim.network.conntrack;

import java.util.EnumSet;
import java.util.Set;
import vdcsim.network.icmp.IcmpMessage;

/** A connection, as the machine on its way knows it. */
public final class Connection {
  private final Tuple original;
  private Tuple reply;
  private final Set<Side> decided = EnumSet.noneOf(Side.class);
  private String masqueradedOver = "";
  private boolean confirmed;
  private boolean answered;
  private boolean assured;
  private TcpPhase phase = TcpPhase.NONE;
  private final long beganNs;
  private long expiresNs;
  private long wakesNs;
  private long wake;

  Connection(Tuple original, long beganNs) {
    this.original = original;
    this.reply = original.inverse();
    this.beganNs = beganNs;
  }

  /** What packets of a direction show where they come in: before they are translated. */
  public Tuple tuple(Direction direction) {
    return direction == Direction.ORIGINAL ? original : reply;
  }

  /**
   * What packets of a direction show where they leave: after they were translated. That is what the
   * other direction awaits, the other way round.
   */
  public Tuple translated(Direction direction) {
    return tuple(direction.other()).inverse();
  }

  /** From now on packets of the original direction leave so. */
  public void translateTo(Tuple tuple) {
    if (confirmed) {
      throw new IllegalStateException("the connection " + original + " has begun already");
    }
    reply = tuple.inverse();
  }

  /**
   * Whether packets of a direction leave with another address or port on a side. The two directions
   * mirror each other; the identifier of an echo goes with who began it.
   */
  public boolean isTranslated(Direction direction, Side side) {
    Side changed = direction == Direction.ORIGINAL ? side : side.other();
    Tuple after = translated(Direction.ORIGINAL);
    boolean hasPort = changed == Side.SOURCE || original.protocol() != IcmpMessage.PROTOCOL;
    return !original.address(changed).equals(after.address(changed))
        || (hasPort && original.port(changed) != after.port(changed));
  }

  /**
   * Whether it was decided how a side of the original direction is translated, or that it is not.
   */
  public boolean isDecided(Side side) {
    return decided.contains(side);
  }

  /** It is decided now. */
  public void decide(Side side) {
    decided.add(side);
  }

  /** The interface over which it is masqueraded, or "". */
  public String masqueradedOver() {
    return masqueradedOver;
  }

  /** It has got the address of this interface. */
  public void masquerade(String over) {
    masqueradedOver = over;
  }

  /** Whether its first packet has left this machine, or was taken in by it. */
  public boolean isConfirmed() {
    return confirmed;
  }

  void confirm() {
    confirmed = true;
  }

  /** Whether a packet has come back. */
  public boolean isAnswered() {
    return answered;
  }

  void answer() {
    answered = true;
  }

  /** Whether it has shown that it is no mere attempt: a full table keeps it. */
  public boolean isAssured() {
    return assured;
  }

  void assure() {
    assured = true;
  }

  /** How far a connection of TCP has come. */
  public TcpPhase phase() {
    return phase;
  }

  void enter(TcpPhase next) {
    phase = next;
  }

  long beganNs() {
    return beganNs;
  }

  /** When it is forgotten unless another packet comes. */
  public long expiresNs() {
    return expiresNs;
  }

  void expireAt(long instantNs) {
    expiresNs = instantNs;
  }

  /** When it is looked whether it has expired, and the event that does so. */
  void wakeAt(long instantNs, long event) {
    wakesNs = instantNs;
    wake = event;
  }

  long wakesNs() {
    return wakesNs;
  }

  long wake() {
    return wake;
  }

  @Override
  public String toString() {
    return original + ", answered " + reply;
  }
}
