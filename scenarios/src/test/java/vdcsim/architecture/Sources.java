package vdcsim.architecture;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The Java sources of all modules, parsed but not compiled. */
final class Sources {
  private static final String MAIN = "src/main/java";

  private Sources() {}

  /** A source file. */
  record Source(Path file, String text, CompilationUnitTree tree, SourcePositions places) {
    boolean main() {
      return file.toString().replace('\\', '/').contains(MAIN);
    }

    /** The number of the line of a character. */
    long line(long position) {
      return tree.getLineMap().getLineNumber(position);
    }

    /** A place to click on. */
    String at(long position) {
      return file + ":" + line(position);
    }
  }

  /** The folder that holds all modules. */
  static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve("sim-kernel"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("the tests run outside of the project's folder");
    }
    return folder;
  }

  /** The files below the modules' {@code src}, sorted, with this ending. */
  static List<Path> files(String ending) {
    List<Path> files = new ArrayList<>();
    for (Path module : list(root())) {
      Path source = module.resolve("src");
      if (Files.isDirectory(source)) {
        files.addAll(walk(source, ending));
      }
    }
    return files;
  }

  /** Every Java source, with a tree and its documentation. */
  static List<Source> parse(DocTreesUser user) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager =
        compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      List<Path> files = files(".java");
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, manager, null, null, null, manager.getJavaFileObjectsFromPaths(files));
      DocTrees docs = DocTrees.instance(task);
      List<Source> sources = new ArrayList<>();
      for (CompilationUnitTree tree : task.parse()) {
        Path file = Path.of(tree.getSourceFile().toUri());
        String text = Files.readString(file);
        Source source = new Source(root().relativize(file), text, tree, docs.getSourcePositions());
        user.use(source, docs);
        sources.add(source);
      }
      return sources;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Told each source as it is parsed. */
  interface DocTreesUser {
    void use(Source source, DocTrees docs);
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> walk(Path folder, String ending) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(path -> path.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
