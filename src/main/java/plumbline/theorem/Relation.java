package plumbline.theorem;

/** How a measured quantity stands to what is claimed of it. */
public enum Relation {
  AT_MOST("<="),
  AT_LEAST(">="),
  EQUAL("=");

  private final String sign;

  Relation(String sign) {
    this.sign = sign;
  }

  public String sign() {
    return sign;
  }
}
