package vdcsim.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** What would make two runs of one scenario differ is not used where a run is made. */
@AnalyzeClasses(packages = "vdcsim", importOptions = ImportOption.DoNotIncludeTests.class)
class DeterminismTest {
  private static final String[] MODELS = {
    "vdcsim.kernel..",
    "vdcsim.hardware..",
    "vdcsim.network..",
    "vdcsim.hypervisor..",
    "vdcsim.container.."
  };

  /** Each gives other values on another day, machine or start of the JVM. */
  private static final Set<String> UNREPEATABLE =
      new TreeSet<>(
          Set.of(
              "java.lang.System.currentTimeMillis",
              "java.lang.System.nanoTime",
              "java.lang.System.identityHashCode",
              "java.lang.System.getenv",
              "java.lang.System.getProperty",
              "java.lang.Object.hashCode",
              "java.lang.Math.random",
              "java.lang.Runtime.availableProcessors",
              "java.util.UUID.randomUUID",
              "java.util.Collections.shuffle"));

  private static final Set<String> CLOCKS =
      new TreeSet<>(Set.of("Instant", "LocalDate", "LocalTime", "LocalDateTime", "ZonedDateTime"));

  /** Their order of iteration hangs on hash codes, or on a number drawn when the JVM starts. */
  private static final Set<String> HASHED =
      new TreeSet<>(
          Set.of(
              "java.util.HashMap",
              "java.util.HashSet",
              "java.util.Hashtable",
              "java.util.IdentityHashMap",
              "java.util.WeakHashMap",
              "java.util.concurrent.ConcurrentHashMap"));

  private static final Set<String> COLLECTORS =
      new TreeSet<>(Set.of("toSet", "toUnmodifiableSet", "toUnmodifiableMap"));

  /** Math may use the processor's own; sqrt, abs, min and the like are exact and not listed. */
  private static final Set<String> ROUNDED_BY_THE_PROCESSOR =
      new TreeSet<>(
          Set.of(
              "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp",
              "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot"));

  private static GivenClassesConjunction models() {
    return noClasses().that().resideInAnyPackage(MODELS);
  }

  @ArchTest
  static final ArchRule MODELS_READ_NO_CLOCK_AND_NO_MACHINE =
      models()
          .should()
          .callMethodWhere(
              calls(
                  "what cannot be repeated",
                  call ->
                      UNREPEATABLE.contains(call.getTargetOwner().getName() + "." + call.getName())
                          || isClock(call)));

  @ArchTest
  static final ArchRule MODELS_DRAW_FROM_NAMED_STREAMS_ONLY =
      models().should().dependOnClassesThat(random());

  @ArchTest
  static final ArchRule MODELS_ITERATE_IN_A_WRITTEN_ORDER =
      models()
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe("are hashed", type -> HASHED.contains(type.getName())));

  @ArchTest
  static final ArchRule MODELS_MAKE_NO_COLLECTION_OF_NO_ORDER =
      models()
          .should()
          .callMethodWhere(
              calls("make a set or map of no fixed order", DeterminismTest::unordered));

  @ArchTest
  static final ArchRule MODELS_ARE_SINGLE_THREADED =
      models()
          .should()
          .callMethodWhere(target(nameMatching("parallel|parallelStream")))
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Thread.class)
          .orShould()
          .dependOnClassesThat()
          .resideInAPackage("java.util.concurrent..");

  @ArchTest
  static final ArchRule MODELS_USE_STRICT_MATH =
      models()
          .should()
          .callMethodWhere(
              calls(
                  "functions that Math may round as the processor does",
                  call ->
                      call.getTargetOwner().isEquivalentTo(Math.class)
                          && ROUNDED_BY_THE_PROCESSOR.contains(call.getName())));

  @ArchTest
  static final ArchRule THE_COMMAND_LINE_ALONE_PRINTS =
      noClasses()
          .that()
          .resideOutsideOfPackage("vdcsim.scenario.command..")
          .should()
          .accessFieldWhere(
              target(owner(equivalentTo(System.class))).and(target(nameMatching("out|err|in"))))
          .orShould()
          .callMethodWhere(target(nameMatching("printStackTrace")));

  private static boolean isClock(JavaCall<?> call) {
    JavaClass owner = call.getTargetOwner();
    boolean now = call.getName().equals("now") && CLOCKS.contains(owner.getSimpleName());
    return now || owner.getName().equals("java.time.Clock");
  }

  private static DescribedPredicate<JavaClass> random() {
    return DescribedPredicate.describe(
        "are the JDK's random generators",
        type ->
            type.isAssignableTo(Random.class)
                || type.getName().startsWith("java.util.random.")
                || type.getName().equals("java.util.SplittableRandom"));
  }

  /** {@code Set.of} and {@code Map.of} with several elements are shuffled at each start. */
  private static boolean unordered(JavaCall<?> call) {
    String owner = call.getTargetOwner().getName();
    int arguments = call.getTarget().getRawParameterTypes().size();
    return switch (owner) {
      case "java.util.Set" ->
          call.getName().equals("copyOf")
              || (call.getName().equals("of")
                  && (arguments > 1
                      || call.getTarget().getRawParameterTypes().stream()
                          .anyMatch(JavaClass::isArray)));
      case "java.util.Map" ->
          call.getName().equals("copyOf")
              || call.getName().equals("ofEntries")
              || (call.getName().equals("of") && arguments > 2);
      case "java.util.stream.Collectors" ->
          COLLECTORS.contains(call.getName())
              || (call.getName().equals("toMap") && arguments < 4)
              || (call.getName().equals("groupingBy") && arguments < 3);
      default -> false;
    };
  }

  private static DescribedPredicate<JavaCall<?>> calls(
      String description, java.util.function.Predicate<JavaCall<?>> test) {
    return DescribedPredicate.describe(description, test);
  }
}
