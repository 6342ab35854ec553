package vdcsim.hardware.nic.vmdq;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import vdcsim.hardware.ethernet.Frame;
import vdcsim.hardware.ethernet.VlanTag;
import vdcsim.hardware.nic.PhysicalNic;
import vdcsim.hardware.nic.TransmitSource;

/** A queue of a card from which frames of one machine leave, in a VLAN or in none. */
public final class SendQueue implements TransmitSource {
  private final PhysicalNic nic;
  private final Optional<Integer> vlan;
  private final Runnable fetched;
  private final Deque<Frame> waiting = new ArrayDeque<>();

  /**
   * A queue beside the others of a card.
   *
   * @param vlan the card puts a tag with this on each frame
   * @param fetched runs when the card has fetched a frame, so that there is room for another
   */
  SendQueue(PhysicalNic nic, Optional<Integer> vlan, Runnable fetched) {
    this.nic = nic;
    this.vlan = vlan;
    this.fetched = fetched;
    nic.engine().add(this);
  }

  /** How many frames wait for the card. */
  public int waiting() {
    return waiting.size();
  }

  /** Leaves a frame to the card. */
  public void send(Frame frame) {
    waiting.add(frame);
    nic.engine().ready();
  }

  @Override
  public boolean isReady() {
    return !waiting.isEmpty();
  }

  @Override
  public Frame take() {
    return waiting.remove();
  }

  @Override
  public void fetched(Frame frame) {
    nic.port().queue(vlan.map(in -> frame.tagged(VlanTag.of(in))).orElse(frame));
    fetched.run();
  }
}
