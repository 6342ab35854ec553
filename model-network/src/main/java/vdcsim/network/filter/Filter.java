package vdcsim.network.filter;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vdcsim.kernel.metric.Counter;
import vdcsim.kernel.quantity.Unit;
import vdcsim.kernel.spec.NearNames;
import vdcsim.kernel.spec.Refusal;
import vdcsim.kernel.world.Wiring;
import vdcsim.kernel.world.World;
import vdcsim.network.conntrack.Conntrack;
import vdcsim.network.icmp.IcmpError;
import vdcsim.network.stack.HookPoint;
import vdcsim.network.stack.Interface;
import vdcsim.network.stack.Passage;
import vdcsim.network.stack.Stack;
import vdcsim.network.stack.Stacks;

/**
 * The packet filter of a machine.
 *
 * <p>Metrics, below the machine's name: {@code filter-input-dropped}, {@code
 * filter-forward-dropped}, {@code filter-output-dropped}, what was rejected among it, and {@code
 * filter-rejected}.
 */
public final class Filter {
  /** Behind the translation of destinations, before that of sources (Linux, NF_IP_PRI_FILTER). */
  private static final int PRIORITY = 0;

  private final Stack machine;
  private final Map<Chain, List<FilterRule>> rules = new EnumMap<>(Chain.class);
  private final Map<Chain, Verdict> policies = new EnumMap<>(Chain.class);
  private final Map<Chain, Counter> dropped = new EnumMap<>(Chain.class);
  private final Counter rejected;

  private Filter(Stack machine) {
    this.machine = machine;
    for (Chain chain : Chain.values()) {
      rules.put(chain, new ArrayList<>());
      policies.put(chain, Verdict.ACCEPT);
      String word = chain.name().toLowerCase(Locale.ROOT);
      dropped.put(chain, counter("filter-" + word + "-dropped"));
      machine.hook(chain.point(), PRIORITY, this::filter);
    }
    this.rejected = counter("filter-rejected");
  }

  private Counter counter(String metric) {
    return machine.simulation().metrics().counter(machine.name() + "." + metric, Unit.COUNT);
  }

  /** Gives a machine the rules that a scenario says. */
  public static Wiring make(String machine, FilterSpec spec, World world) {
    return () -> {
      Filter filter = of("filter", machine, world);
      spec.input().ifPresent(chain -> filter.take(Chain.INPUT, chain));
      spec.forward().ifPresent(chain -> filter.take(Chain.FORWARD, chain));
      spec.output().ifPresent(chain -> filter.take(Chain.OUTPUT, chain));
    };
  }

  /**
   * The filter of a machine; it is made, letting all pass, when it is the first time asked for.
   *
   * @param key the key that wants it
   */
  public static Filter of(String key, String machine, World world) {
    return world
        .find(machine, Filter.class)
        .orElseGet(
            () -> {
              Stack stack = Stacks.at(key, machine, world);
              Conntrack.of(key, machine, world);
              Filter made = new Filter(stack);
              world.add(machine, made);
              return made;
            });
  }

  private void take(Chain chain, ChainSpec spec) {
    policy(chain, spec.policy());
    for (FilterRuleSpec rule : spec.rules()) {
      rule.in().ifPresent(name -> checkInterface("in", name));
      rule.out().ifPresent(name -> checkInterface("out", name));
      checkChain(chain, rule);
      add(chain, rule.rule());
    }
  }

  private static void checkChain(Chain chain, FilterRuleSpec rule) {
    if (chain == Chain.OUTPUT && rule.in().isPresent()) {
      throw new Refusal("in", "what the machine itself sends came over no interface");
    } else if (chain == Chain.INPUT && rule.out().isPresent()) {
      throw new Refusal("out", "what is for the machine itself leaves over no interface");
    }
  }

  private void checkInterface(String key, String text) {
    String name = text.startsWith("!") ? text.substring(1) : text;
    if (!name.equals(Stack.LOOPBACK) && machine.find(name).isEmpty()) {
      List<String> known = machine.interfaces().stream().map(Interface::name).toList();
      throw new Refusal(
          key,
          "'%s' has no interface '%s' with a cable%s"
              .formatted(machine.name(), name, NearNames.hint(name, known)));
    }
  }

  /** What becomes from now on of packets that no rule fits. */
  public void policy(Chain chain, Verdict verdict) {
    policies.put(chain, verdict);
  }

  /** Adds a rule behind those that the chain has. */
  public void add(Chain chain, FilterRule rule) {
    rules.get(chain).add(rule);
  }

  private boolean filter(HookPoint point, Passage passage) {
    Chain chain = Chain.at(point);
    Optional<FilterRule> rule =
        rules.get(chain).stream().filter(r -> r.fits(machine, passage)).findFirst();
    Verdict verdict = rule.map(FilterRule::verdict).orElse(policies.get(chain));
    if (verdict == Verdict.ACCEPT) {
      return true;
    }
    dropped.get(chain).increment();
    if (verdict == Verdict.REJECT) {
      rejected.increment();
      machine.icmp().tell(IcmpError.Kind.PORT_UNREACHABLE, 0, passage.packet(), passage);
    }
    return false;
  }
}
