package vdcsim.network.addressing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import vdcsim.kernel.world.Remark;
import vdcsim.kernel.world.World;
import vdcsim.network.ip.Ipv4Address;
import vdcsim.network.ip.Ipv4Prefix;
import vdcsim.network.stack.Interface;
import vdcsim.network.stack.Stack;
import vdcsim.network.stack.Stacks;

/** All addresses of a world, and what does not fit. */
public final class AddressPlan {
  private final List<Stack> stacks;
  private final Map<String, List<Card>> byMachine = new TreeMap<>();
  private final Map<Integer, List<Card>> byLink = new TreeMap<>();
  private final List<Remark> remarks = new ArrayList<>();

  private AddressPlan(World world) {
    this.stacks = world.all(Stack.class);
    Links links = new Links(world);
    for (Stack stack : stacks) {
      List<Card> cards = byMachine.computeIfAbsent(stack.name(), m -> new ArrayList<>());
      for (Interface card : stack.interfaces().stream().filter(Interface::hasAddress).toList()) {
        boolean given = Stacks.isGiven(stack.name(), card.name(), world);
        Card.Link link = links.of(stack.name(), card.name());
        cards.add(new Card(stack.name(), card.name(), card.address(), link, given));
      }
      cards.forEach(c -> byLink.computeIfAbsent(c.link().number(), n -> new ArrayList<>()).add(c));
    }
  }

  /** What is wrong or odd with a world's addresses. */
  public static List<Remark> inspect(World world) {
    AddressPlan plan = new AddressPlan(world);
    plan.byMachine.values().forEach(plan::machine);
    plan.byLink.values().forEach(plan::link);
    plan.networks();
    for (Stack stack : plan.stacks) {
      List<Card> cards = plan.byMachine.get(stack.name());
      plan.remarks.addAll(new Gateways(stack, cards, plan.byLink).inspect());
    }
    return List.copyOf(plan.remarks);
  }

  /** Two cards of one machine: the same address, or networks of which one holds the other. */
  private void machine(List<Card> cards) {
    List<Card> sorted = inOrder(cards.stream().filter(Card::given).toList());
    for (int i = 1; i < sorted.size(); i++) {
      Card wide = sorted.get(i - 1);
      Card narrow = sorted.get(i);
      if (wide.address().address().equals(narrow.address().address())) {
        twice(wide, narrow);
      } else if (wide.address().network().contains(narrow.address().address())) {
        remarks.add(
            Remark.odd(
                narrow.machine(),
                narrow.keys(),
                "the networks of %s and %s overlap, so that packets leave over one of them only"
                    .formatted(wide.said(), narrow.said())));
      }
    }
  }

  /** By network, the widest first, then by address. */
  private static List<Card> inOrder(List<Card> cards) {
    return cards.stream()
        .sorted(
            Comparator.comparing((Card c) -> c.address().network())
                .thenComparing(c -> c.address().address()))
        .toList();
  }

  private void twice(Card first, Card second) {
    remarks.add(
        Remark.wrong(
            second.machine(),
            second.keys(),
            "the address %s is given twice, to %s.%s and to %s.%s"
                .formatted(
                    first.address().address(),
                    first.machine(),
                    first.name(),
                    second.machine(),
                    second.name())));
  }

  private void link(List<Card> all) {
    if (!all.get(0).link().certain()) {
      return;
    }
    Map<Ipv4Address, Card> byAddress = new TreeMap<>();
    for (Card card : all) {
      Card other = byAddress.putIfAbsent(card.address().address(), card);
      if (other != null && !other.machine().equals(card.machine())) {
        twice(other, card);
      }
    }
    List<Card> given = inOrder(all.stream().filter(Card::given).toList());
    if (!prefixes(given)) {
      strangers(given);
    }
  }

  /** Cards that mean one network, with different prefixes; returns whether there are any. */
  private boolean prefixes(List<Card> sorted) {
    boolean any = false;
    for (int i = 1; i < sorted.size(); i++) {
      Card wide = sorted.get(i - 1);
      Card narrow = sorted.get(i);
      boolean nested =
          wide.address().network().contains(narrow.address().address())
              && wide.address().length() != narrow.address().length();
      if (nested && !wide.machine().equals(narrow.machine())) {
        any = true;
        remarks.add(
            Remark.odd(
                narrow.machine(),
                narrow.keys(),
                "%s and %s are on one link, but with different prefixes"
                    .formatted(wide.said(), narrow.said())));
      }
    }
    return any;
  }

  /** A card whose network has nobody else on the link, though there are others. */
  private void strangers(List<Card> given) {
    Map<Ipv4Prefix, Integer> sizes = new TreeMap<>();
    given.forEach(card -> sizes.merge(card.address().network(), 1, Integer::sum));
    if (sizes.size() < 2) {
      return;
    }
    List<Card> alone =
        given.stream().filter(card -> sizes.get(card.address().network()) == 1).toList();
    if (!alone.isEmpty()) {
      Card card = alone.get(alone.size() - 1);
      Optional<Card> other = given.stream().filter(c -> !c.equals(card)).findFirst();
      remarks.add(
          Remark.odd(
              card.machine(),
              card.keys(),
              "%s and %s are on one link, but in different networks"
                  .formatted(other.map(Card::said).orElse(""), card.said())));
    }
  }

  /** A network on two links that are not joined. */
  private void networks() {
    Map<Ipv4Prefix, Card> first = new TreeMap<>();
    for (List<Card> cards : byMachine.values()) {
      for (Card card : cards) {
        Card other = first.putIfAbsent(card.address().network(), card);
        boolean apart = other != null && other.link().number() != card.link().number();
        if (card.given() && apart && other.given() && !other.machine().equals(card.machine())) {
          remarks.add(
              Remark.odd(
                  card.machine(),
                  card.keys(),
                  "%s and %s are in one network, but on links that are not joined"
                      .formatted(other.said(), card.said())));
        }
      }
    }
  }
}
