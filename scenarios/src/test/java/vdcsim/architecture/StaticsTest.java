package vdcsim.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.Assertions;

/** Nothing static changes, so that runs in one JVM cannot reach each other. */
@AnalyzeClasses(packages = "vdcsim", importOptions = ImportOption.DoNotIncludeTests.class)
class StaticsTest {
  private static final Set<String> MUTABLE =
      new TreeSet<>(
          Set.of(
              "java.lang.StringBuilder",
              "java.lang.ThreadLocal",
              "java.util.BitSet",
              "java.util.Random"));

  @ArchTest
  static final ArchRule A_STATIC_FIELD_IS_FINAL = fields().that().areStatic().should().beFinal();

  @ArchTest
  static void aStaticCollectionCannotChange(JavaClasses classes) throws Exception {
    Set<String> wrong = new TreeSet<>();
    for (JavaField field : staticFields(classes)) {
      JavaClass type = field.getRawType();
      boolean collection = type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
      if (collection && !unmodifiable(value(field))) {
        wrong.add(field.getFullName() + ": wrap it, as Collections.unmodifiableMap does");
      }
    }
    Assertions.assertThat(wrong).as("static collections that can change").isEmpty();
  }

  @ArchTest
  static void nothingStaticIsMadeToChange(JavaClasses classes) {
    Set<String> wrong = new TreeSet<>();
    for (JavaField field : staticFields(classes)) {
      JavaClass type = field.getRawType();
      boolean openArray = type.isArray() && !field.getModifiers().contains(JavaModifier.PRIVATE);
      boolean atomic = type.getPackageName().startsWith("java.util.concurrent.atomic");
      if (openArray || atomic || MUTABLE.contains(type.getName())) {
        wrong.add(field.getFullName() + " is a " + type.getName());
      }
    }
    Assertions.assertThat(wrong).as("static fields whose contents can change").isEmpty();
  }

  private static Set<JavaField> staticFields(JavaClasses classes) {
    Set<JavaField> fields = new TreeSet<>((a, b) -> a.getFullName().compareTo(b.getFullName()));
    for (JavaClass type : classes) {
      type.getFields().stream()
          .filter(f -> f.getModifiers().contains(JavaModifier.STATIC))
          .filter(f -> !f.getModifiers().contains(JavaModifier.SYNTHETIC))
          .forEach(fields::add);
    }
    return fields;
  }

  private static Object value(JavaField field) throws ReflectiveOperationException {
    Field reflected = Class.forName(field.getOwner().getName()).getDeclaredField(field.getName());
    reflected.setAccessible(true);
    return reflected.get(Object.class);
  }

  private static boolean unmodifiable(Object collection) {
    String name = collection.getClass().getName();
    return name.startsWith("java.util.ImmutableCollections$")
        || name.startsWith("java.util.Collections$Unmodifiable")
        || name.startsWith("java.util.Collections$Empty")
        || name.startsWith("java.util.Collections$Singleton");
  }
}
