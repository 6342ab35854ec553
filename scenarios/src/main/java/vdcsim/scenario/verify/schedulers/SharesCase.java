package vdcsim.scenario.verify.schedulers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vdcsim.scenario.language.ScenarioReader;
import vdcsim.scenario.language.yaml.Node;
import vdcsim.scenario.verify.compare.FigureCheck;
import vdcsim.scenario.verify.golden.Fields;
import vdcsim.scenario.verify.golden.UnreadableCase;
import vdcsim.scenario.verify.golden.UnsupportedCase;
import vdcsim.scenario.verify.measured.Readings;

/** Groups and their members, all on one core, for 6 s. */
record SharesCase(List<Group> groups, List<Member> members) implements Measured {
  private static final double SECONDS = 6;
  private static final double NEAR = 0.01;
  private static final double NEAR_WITH_QUOTA = 0.02;
  private static final double USUAL_PERIOD_MS = 100;

  public SharesCase {
    groups = List.copyOf(groups);
    members = List.copyOf(members);
  }

  /** A group by its path, as {@code a/x}. */
  record Group(String path, int shares, boolean idle, Optional<Double> quotaMs, double periodMs) {}

  /** Threads that compute without end, or requests that come at a pace. */
  record Member(int group, int threads, int nice, Optional<Requests> requests) {}

  /** So many requests, each so often, which compute for so long. */
  record Requests(double cpuMs, double intervalMs, int count) {}

  static SharesCase read(Fields fields) throws UnreadableCase, UnsupportedCase {
    for (String known : List.of("id", "note", "reps", "runs", "fractions")) {
      fields.has(known);
    }
    List<Group> groups = new ArrayList<>();
    List<Member> members = new ArrayList<>();
    for (Fields group : fields.objects("groups")) {
      for (Node member : group.items("members")) {
        members.add(member(groups.size(), member, group));
      }
      groups.add(group(group));
    }
    fields.expectNoOther();
    return new SharesCase(groups, members);
  }

  private static Group group(Fields group) throws UnreadableCase, UnsupportedCase {
    Group read =
        new Group(
            group.text("path"),
            group.integer("shares", 1024),
            group.truth("idle", false),
            optional(group, "quota_ms"),
            optional(group, "period_ms").orElse(USUAL_PERIOD_MS));
    group.expectNoOther();
    return read;
  }

  private static Optional<Double> optional(Fields fields, String name) throws UnreadableCase {
    return fields.has(name) && !fields.text(name).equals("null")
        ? Optional.of(fields.number(name))
        : Optional.empty();
  }

  /** A list of threads and nice value, or a text: req CPU INTERVAL COUNT THREADS NICE. */
  private static Member member(int group, Node member, Fields in)
      throws UnreadableCase, UnsupportedCase {
    if (member instanceof Node.Sequence) {
      List<String> numbers = in.texts(member, "members");
      return new Member(group, whole(numbers, 0, 1), whole(numbers, 1, 0), Optional.empty());
    }
    List<String> words =
        member instanceof Node.Scalar scalar ? List.of(scalar.text().split(" ")) : List.of();
    if (words.size() < 4 || !words.get(0).equals("req") || whole(words, 4, 1) != 1) {
      throw new UnsupportedCase("a member is " + member.describe() + ", which is not known");
    }
    Requests requests =
        new Requests(
            Double.parseDouble(words.get(1)), Double.parseDouble(words.get(2)), whole(words, 3, 1));
    return new Member(group, 1, whole(words, 5, 0), Optional.of(requests));
  }

  private static int whole(List<String> numbers, int at, int fallback) {
    return at < numbers.size() ? Integer.parseInt(numbers.get(at)) : fallback;
  }

  @Override
  public String scenario(String id) {
    Text text = new Text(id, "Groups on one core, as measured on Linux.");
    text.line("duration: %s s", SECONDS);
    text.line("hosts:");
    text.line("  h1:");
    text.line("    cpu:");
    text.line("      cores: 1");
    text.line("      groups:");
    for (int i = 0; i < groups.size(); i++) {
      text.line("        g%d: { shares: %d%s }", i, groups.get(i).shares(), rest(groups.get(i)));
    }
    text.line("workloads:");
    for (int i = 0; i < members.size(); i++) {
      text.line("  m%d: { %s }", i, workload(members.get(i)));
    }
    return text.toString();
  }

  private String rest(Group group) {
    StringBuilder rest = new StringBuilder();
    int slash = group.path().lastIndexOf('/');
    if (slash >= 0) {
      String parent = group.path().substring(0, slash);
      for (int i = 0; i < groups.size(); i++) {
        if (groups.get(i).path().equals(parent)) {
          rest.append(", in: g").append(i);
        }
      }
    }
    if (group.quotaMs().isPresent()) {
      rest.append(", quota: ").append(Math.round(1000 * group.quotaMs().get())).append(" us");
      rest.append(", period: ").append(Math.round(1000 * group.periodMs())).append(" us");
    }
    return rest + (group.idle() ? ", idle: true" : "");
  }

  private static String workload(Member member) {
    String common = ", on: h1, group: g" + member.group() + ", nice: " + member.nice();
    return member
        .requests()
        .map(
            r ->
                "type: cpu-requests"
                    + common
                    + ", cpu: "
                    + Math.round(1000 * r.cpuMs())
                    + " us, every: "
                    + Math.round(1000 * r.intervalMs())
                    + " us, count: "
                    + r.count())
        .orElse("type: busy-loop" + common + ", threads: " + member.threads());
  }

  @Override
  public List<FigureCheck> verify(String id, Fields fields, ScenarioReader reader, Readings runs)
      throws UnreadableCase, UnsupportedCase {
    runs.run(id, scenario(id), reader);
    List<Fields> fractions = fields.objects("fractions");
    if (fractions.size() != members.size()) {
      throw new UnsupportedCase("it has as many fractions as members, which it has not");
    }
    double all = 0;
    for (int i = 0; i < members.size(); i++) {
      all += runs.median("m" + i + ".cpu-time");
    }
    boolean limited = groups.stream().anyMatch(group -> group.quotaMs().isPresent());
    List<FigureCheck> checks = new ArrayList<>();
    for (int i = 0; i < members.size(); i++) {
      checks.add(
          FigureCheck.near(
              limited ? NEAR_WITH_QUOTA : NEAR,
              "fraction of member " + (i + 1),
              Text.recorded(fractions.get(i)),
              runs.median("m" + i + ".cpu-time") / all));
    }
    return checks;
  }
}
