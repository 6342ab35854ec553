package vdcsim.network.bgp;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vdcsim.kernel.metric.StateLog;
import vdcsim.network.bgp.message.BgpMessage;
import vdcsim.network.bgp.message.Notification;
import vdcsim.network.bgp.message.Notification.Code;
import vdcsim.network.bgp.message.Open;
import vdcsim.network.bgp.message.PathAttributes;
import vdcsim.network.bgp.message.Update;
import vdcsim.network.bgp.policy.Policy;
import vdcsim.network.bgp.rib.NextHop;
import vdcsim.network.bgp.rib.Path;
import vdcsim.network.bgp.rib.Peering;
import vdcsim.network.bgp.session.Connection;
import vdcsim.network.bgp.session.ConnectionUser;
import vdcsim.network.bgp.session.Session;
import vdcsim.network.bgp.session.SessionOwner;
import vdcsim.network.bgp.session.SessionSettings;
import vdcsim.network.bgp.session.State;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.stack.Interface;

/** A neighbour: the session with it, its routes, and what it has been told. */
final class Peer implements Peering, SessionOwner {
  private final Bgp speaker;
  private final NeighborSpec spec;
  private final boolean external;
  private final Optional<Interface> card;
  private final Policy in;
  private final Policy out;
  private final SessionSettings settings;
  private final NextHop way;
  private final Advertiser advertiser;
  private final StateLog states;
  private final Set<Ipv4Prefix> received = new TreeSet<>();
  private Session session;
  private Optional<Session> accepted = Optional.empty();

  Peer(Bgp speaker, NeighborSpec spec, SessionSettings settings, long intervalNs) {
    this.speaker = speaker;
    this.spec = spec;
    this.settings = settings;
    this.external = spec.remoteAs() != speaker.asn();
    this.card =
        speaker.stack().interfaces().stream()
            .filter(candidate -> candidate.address().contains(spec.ip()))
            .findFirst();
    boolean required = external && speaker.requiresPolicy();
    this.in = NeighborSpec.policy(spec.in(), required);
    this.out = NeighborSpec.policy(spec.out(), required);
    this.way = speaker.nextHops().at(spec.ip());
    this.advertiser =
        new Advertiser(
            speaker.simulation(), intervalNs, speaker.log(), () -> speaker.tellAll(this));
    this.states =
        speaker
            .simulation()
            .metrics()
            .states(speaker.name() + ".bgp-session-with-" + spec.address());
    this.session = newSession(true);
    states.enter(State.IDLE.toString());
  }

  private Session newSession(boolean connects) {
    return new Session(speaker.simulation(), settings, speaker.transport(), this, connects);
  }

  @Override
  public long asn() {
    return spec.remoteAs();
  }

  @Override
  public boolean isExternal() {
    return external;
  }

  @Override
  public Ipv4Address address() {
    return spec.ip();
  }

  @Override
  public Ipv4Address routerId() {
    return session.remoteId();
  }

  boolean isEstablished() {
    return session.state() == State.ESTABLISHED;
  }

  SessionView view() {
    return new SessionView(
        spec.ip(),
        spec.remoteAs(),
        session.state(),
        received.size(),
        advertiser.size(),
        session.lastReset());
  }

  boolean isClient() {
    return spec.routeReflectorClient();
  }

  boolean isNextHopSelf() {
    return spec.nextHopSelf();
  }

  Policy out() {
    return out;
  }

  /** The own address that it speaks to. */
  Ipv4Address local() {
    return session.local().orElse(speaker.stack().address());
  }

  boolean sharesNetworkWith(Ipv4Address other) {
    return card.isPresent() && card.get().address().contains(other);
  }

  /** Whether it must be on a network of the router's own. */
  private boolean mustBeConnected() {
    return external && spec.ebgpMultihop() == 1;
  }

  void start(long delayNs) {
    session.startAfter(delayNs);
  }

  /** A connection that the neighbour opened. */
  ConnectionUser accept(Connection connection) {
    accepted.ifPresent(older -> older.discard(rejected()));
    Session fresh = newSession(false);
    fresh.accept();
    accepted = Optional.of(fresh);
    return fresh;
  }

  private static Notification rejected() {
    return Notification.of(Code.CEASE, Notification.REJECTED);
  }

  private static Notification collision() {
    return Notification.of(Code.CEASE, Notification.COLLISION);
  }

  /**
   * Fast fall-over: the neighbour was reached over this card only (FRRouting, BGP fast-external).
   */
  void lostCard(Interface lost) {
    if (mustBeConnected() && card.filter(lost::equals).isPresent()) {
      accepted.ifPresent(other -> other.discard(rejected()));
      accepted = Optional.empty();
      session.stop("interface down");
    }
  }

  /** The way to the neighbour may be another. */
  void wayChanged() {
    session.wayChanged(mayConnect());
  }

  @Override
  public boolean mayConnect() {
    return way.isReachable() && (!mustBeConnected() || way.isConnected());
  }

  /** RFC 4271, 6.8: the connection stays that the speaker with the higher identifier opened. */
  @Override
  public boolean survivesCollision(Session fresh, Open open) {
    Optional<Session> rival = fresh == session ? accepted : Optional.of(session);
    if (rival.isEmpty() || rival.get().state().compareTo(State.OPEN_SENT) < 0) {
      return true;
    } else if (rival.get().state() == State.ESTABLISHED) {
      return false;
    }
    boolean ownStays = settings.routerId().compareTo(open.routerId()) > 0;
    boolean freshStays = ownStays == fresh.isConnecting();
    if (freshStays) {
      rival.get().discardFor(collision());
    }
    return freshStays;
  }

  @Override
  public void moved(Session moved, State before, State after) {
    if (moved != session) {
      if (after == State.ESTABLISHED) {
        Session older = session;
        session = moved;
        session.takeOver();
        accepted = Optional.empty();
        older.discard(collision());
        established();
      } else if (after == State.IDLE || (after == State.ACTIVE && before != State.IDLE)) {
        forget(moved);
      }
      return;
    }
    states.enter(after.toString());
    if (after == State.ESTABLISHED) {
      established();
    } else if (before == State.ESTABLISHED) {
      over();
    }
  }

  private void forget(Session old) {
    if (accepted.isPresent() && accepted.get() == old) {
      accepted = Optional.empty();
    }
    if (old.state() == State.ACTIVE) {
      old.discard(rejected());
    }
  }

  private void established() {
    states.enter(State.ESTABLISHED.toString());
    advertiser.start(session, speaker.firstTableDelayNs());
  }

  private void over() {
    speaker.log().reset();
    advertiser.stop();
    List<Ipv4Prefix> gone = List.copyOf(received);
    received.clear();
    gone.forEach(prefix -> speaker.table().remove(prefix, this, Path.Kind.LEARNED));
  }

  /** Tells the neighbour of a network, or takes it back. */
  void tell(Ipv4Prefix prefix, Optional<PathAttributes> attributes) {
    advertiser.tell(prefix, attributes);
  }

  @Override
  public void received(Session from, Update update) {
    update.withdrawn().forEach(this::withdraw);
    if (update.attributes().isPresent()) {
      PathAttributes attributes = speaker.share(update.attributes().get());
      Optional<String> flaw = speaker.inbound().flaw(attributes);
      for (Ipv4Prefix prefix : update.networks()) {
        if (flaw.isPresent()) {
          deny(prefix, flaw.get());
        } else {
          take(prefix, attributes);
        }
      }
    }
  }

  private void take(Ipv4Prefix prefix, PathAttributes attributes) {
    Optional<Policy.Outcome> outcome = Inbound.taken(in, prefix, attributes, external);
    if (outcome.isEmpty()) {
      deny(prefix, "policy");
      return;
    }
    PathAttributes taken = speaker.share(outcome.get().attributes());
    received.add(prefix);
    speaker
        .table()
        .put(
            prefix,
            new Path(
                Path.Kind.LEARNED,
                this,
                taken,
                outcome.get().weight().orElse(spec.weight()),
                speaker.nextHops().at(taken.nextHop()),
                mustBeConnected()));
  }

  /** A denied route takes the place of one that was taken before. */
  private void deny(Ipv4Prefix prefix, String reason) {
    speaker.log().denied(reason);
    withdraw(prefix);
  }

  private void withdraw(Ipv4Prefix prefix) {
    if (received.remove(prefix)) {
      speaker.table().remove(prefix, this, Path.Kind.LEARNED);
    }
  }

  @Override
  public void countSent(BgpMessage message) {
    speaker.log().sent(message);
  }

  @Override
  public void countReceived(BgpMessage message) {
    speaker.log().received(message);
  }
}
