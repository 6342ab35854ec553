package vdcsim.network.stack;

import java.util.Optional;
import vdcsim.network.ip.Ipv4Packet;

/** One packet's way through a stack that has hooks: where from, where to, what is known of it. */
public final class Passage {
  /** Stands for the way of a packet through a stack without hooks. */
  static final Passage NONE = new Passage("");

  private final String in;
  private String out = "";
  private Ipv4Packet packet = Hooks.TAKEN;
  private Optional<?> note = Optional.empty();
  private Optional<Passage> cause = Optional.empty();

  Passage(String in) {
    this.in = in;
  }

  /** The way of an error of ICMP, which this machine makes about a packet that it has here. */
  static Passage ofErrorAbout(Passage about) {
    Passage error = new Passage("");
    error.cause = about == NONE ? Optional.empty() : Optional.of(about);
    return error;
  }

  /** The packet as it is now. */
  public Ipv4Packet packet() {
    return packet;
  }

  /** Another packet goes on in its place. */
  public void change(Ipv4Packet changed) {
    packet = changed;
  }

  /** The interface over which it came, {@link Stack#LOOPBACK}, or "" if this machine made it. */
  public String in() {
    return in;
  }

  /** The interface over which it leaves, {@link Stack#LOOPBACK}, or "" if that is not decided. */
  public String out() {
    return out;
  }

  void leaves(String over) {
    out = over;
  }

  /** Keeps what a hook found out, for those behind it. */
  public void attach(Object found) {
    note = Optional.of(found);
  }

  /** What a hook has found out, if it is of this type. */
  public <T> Optional<T> attached(Class<T> type) {
    return note.filter(type::isInstance).map(type::cast);
  }

  /** The way of the packet that this one, an error of ICMP, tells about, if it is here still. */
  public Optional<Passage> cause() {
    return cause;
  }

  /** The same packet, sent to this machine itself, as it comes in again. */
  Passage looped() {
    if (this == NONE) {
      return this;
    }
    Passage looped = new Passage(Stack.LOOPBACK);
    looped.packet = packet;
    looped.note = note;
    return looped;
  }
}
