package plumbline.cli;

/** The entry of {@code java -jar plumbline.jar}. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.out.println("plumbline");
  }
}
