package vdcsim.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of style that a program can check, over the sources of all modules. */
class StyleTest {
  private static final int LONGEST_FILE = 400;
  private static final int LONGEST_METHOD = 60;
  private static final Pattern GETTER = Pattern.compile("(get|set)[A-Z].*");
  private static final Pattern EMPTY_NAME =
      Pattern.compile(".*(Manager|Helper|Util|Utils|Impl|Data|Info)");

  /** Names that a standard gives, and where. */
  private static final Map<String, String> OF_A_STANDARD =
      Map.of(
          "RcvdInfo", "IEEE 802.1D-2004, 17.21.8",
          "setTcFlags", "IEEE 802.1D-2004, 17.21.17");

  private static final List<String> HEADINGS = List.of("Modelled", "Left out", "Source", "Example");

  private static final List<String> LONG_METHODS = new ArrayList<>();
  private static final List<String> GETTERS = new ArrayList<>();
  private static final List<String> EMPTY_NAMES = new ArrayList<>();
  private static final List<String> NULLS = new ArrayList<>();
  private static final List<String> UNDOCUMENTED = new ArrayList<>();
  private static List<Sources.Source> sources = List.of();

  @BeforeAll
  static void readAllSources() {
    sources = Sources.parse((source, docs) -> new Reader(source, docs).scan(source.tree(), source));
  }

  @Test
  void aFileHasAtMost400Lines() {
    assertThat(sources)
        .filteredOn(source -> source.text().lines().count() > LONGEST_FILE)
        .extracting(Sources.Source::file)
        .isEmpty();
  }

  @Test
  void aMethodHasAtMost60Lines() {
    assertThat(LONG_METHODS).isEmpty();
  }

  @Test
  void noMethodIsNamedGetOrSet() {
    assertThat(GETTERS).isEmpty();
  }

  @Test
  void noNameEndsInAWordThatSaysNothing() {
    assertThat(EMPTY_NAMES).isEmpty();
  }

  @Test
  void noMethodReturnsNull() {
    assertThat(NULLS).isEmpty();
  }

  @Test
  void everyPublicTypeSaysWhatItIs() {
    assertThat(UNDOCUMENTED).isEmpty();
  }

  @Test
  void everyPackageSaysWhatItIs() {
    TreeSet<String> packages = new TreeSet<>();
    TreeSet<String> described = new TreeSet<>();
    for (Sources.Source source : sources) {
      if (source.main() && !source.file().startsWith("benchmarks")) {
        String folder = source.file().getParent().toString();
        packages.add(folder);
        if (source.file().endsWith("package-info.java") && source.text().contains("/**")) {
          described.add(folder);
        }
      }
    }
    packages.removeAll(described);
    assertThat(packages).as("packages without a package-info.java").isEmpty();
  }

  @Test
  void aMechanismSaysWhatItModelsAndLeavesOut() {
    List<String> missing = new ArrayList<>();
    for (Sources.Source source : sources) {
      boolean model = source.main() && source.file().toString().startsWith("model-");
      if (model && source.file().endsWith("package-info.java") && isMechanism(source)) {
        HEADINGS.stream()
            .filter(heading -> !source.text().contains("<h2>" + heading + "</h2>"))
            .forEach(heading -> missing.add(source.file() + ": <h2>" + heading + "</h2>"));
      }
    }
    assertThat(missing).isEmpty();
  }

  /** A package below the module's own, with something in it. */
  private static boolean isMechanism(Sources.Source declaration) {
    String name = String.valueOf(declaration.tree().getPackageName());
    return name.split("\\.").length > 2
        && sources.stream()
            .anyMatch(
                other ->
                    other.main()
                        && !other.equals(declaration)
                        && other.file().getParent().equals(declaration.file().getParent()));
  }

  /** Walks one file. */
  private static final class Reader extends TreePathScanner<Void, Sources.Source> {
    private final Sources.Source source;
    private final DocTrees docs;

    Reader(Sources.Source source, DocTrees docs) {
      this.source = source;
      this.docs = docs;
    }

    @Override
    public Void visitClass(ClassTree type, Sources.Source unused) {
      String name = type.getSimpleName().toString();
      if (EMPTY_NAME.matcher(name).matches() && !OF_A_STANDARD.containsKey(name)) {
        EMPTY_NAMES.add(at(type) + " " + name);
      }
      boolean open = type.getModifiers().getFlags().contains(Modifier.PUBLIC);
      if (source.main() && open && docs.getDocComment(getCurrentPath()) == null && isSeen()) {
        UNDOCUMENTED.add(at(type) + " " + name);
      }
      return super.visitClass(type, unused);
    }

    /** Whether all types around this one are public too. */
    private boolean isSeen() {
      TreePath path = getCurrentPath().getParentPath();
      while (path != null) {
        boolean hidden =
            path.getLeaf() instanceof ClassTree outer
                && !outer.getModifiers().getFlags().contains(Modifier.PUBLIC);
        if (hidden) {
          return false;
        }
        path = path.getParentPath();
      }
      return true;
    }

    @Override
    public Void visitMethod(MethodTree method, Sources.Source unused) {
      if (lines(method) > LONGEST_METHOD) {
        LONG_METHODS.add(at(method) + " " + method.getName() + ": " + lines(method) + " lines");
      }
      boolean own = method.getModifiers().getAnnotations().stream().noneMatch(Reader::isOverride);
      String name = method.getName().toString();
      boolean getter = GETTER.matcher(name).matches() && !OF_A_STANDARD.containsKey(name);
      if (source.main() && own && getter) {
        GETTERS.add(at(method) + " " + name);
      }
      return super.visitMethod(method, unused);
    }

    @Override
    public Void visitReturn(ReturnTree statement, Sources.Source unused) {
      boolean none =
          statement.getExpression() instanceof LiteralTree literal
              && literal.getKind() == Tree.Kind.NULL_LITERAL;
      if (source.main() && none) {
        NULLS.add(at(statement));
      }
      return super.visitReturn(statement, unused);
    }

    private static boolean isOverride(AnnotationTree annotation) {
      return annotation.getAnnotationType().toString().equals("Override");
    }

    private long lines(Tree tree) {
      long first = source.places().getStartPosition(source.tree(), tree);
      long last = source.places().getEndPosition(source.tree(), tree);
      return source.line(last) - source.line(first) + 1;
    }

    private String at(Tree tree) {
      return source.at(source.places().getStartPosition(source.tree(), tree));
    }
  }
}
