package plumbline.random;

/**
 * Coefficients of the functions that draws and leaves need, and the constants of their reductions.
 *
 * <p>Provenance: our own Remez exchange at 50 digits, then rounded to doubles; the errors named are
 * those of the rounded coefficients in exact arithmetic. All are compile-time constants, so lane
 * loops and scalar references use the same bits.
 */
public final class Polynomials {
  private Polynomials() {}

  /** 2^-32, the distance of neighbouring uniforms. */
  public static final double STEP = 0x1p-32;

  /** Uniforms are x 2^-32 + this for a signed word x: midpoints (i + 1/2) / 2^32. */
  public static final double MIDDLE = 0.5 + 0x1p-33;

  /** Quarter angles are x QUARTER_STEP + QUARTER_MIDDLE, inside (-pi/4, pi/4). */
  public static final double QUARTER_STEP = 0x1.921fb54442d18p+0 * 0x1p-32;

  public static final double QUARTER_MIDDLE = 0x1.921fb54442d18p+0 * 0x1p-33;

  /** ln 2. */
  public static final double LN2 = 0x1.62e42fefa39efp-1;

  /** ln 2 - LN2, to 53 bits. */
  public static final double LN2_REST = 0x1.abc9e3b39803fp-56;

  public static final double LOG2_E = 0x1.71547652b82fep0;

  /** pi/2 and what is missing, to 53 bits; the rest is 1.5e-33. */
  public static final double HALF_PI = 0x1.921fb54442d18p+0;

  public static final double HALF_PI_REST = 0x1.1a62633145c07p-54;
  public static final double TWO_OVER_PI = 0x1.45f306dc9c883p-1;

  /** Adding and taking away 1.5 2^52 rounds a double below 2^51 to an integer, ties to even. */
  public static final double ROUND = 0x1.8p52;

  // 2 atanh(s) = s (2 + s^2 P(s^2)), |s| <= 1/3: relative error 1.6e-18
  public static final double P0 = 0x1.5555555555549p-1;
  public static final double P1 = 0x1.999999999dc54p-2;
  public static final double P2 = 0x1.24924921a16a2p-2;
  public static final double P3 = 0x1.c71c73a984a57p-3;
  public static final double P4 = 0x1.745cc1e998858p-3;
  public static final double P5 = 0x1.3b1cd1771c682p-3;
  public static final double P6 = 0x1.10743219ef94bp-3;
  public static final double P7 = 0x1.ef23286bf7a94p-4;
  public static final double P8 = 0x1.5890ff29470fdp-4;
  public static final double P9 = 0x1.59f9fead75a76p-3;

  // sin t = t + t^3 P(t^2), |t| <= pi/4: relative error 8e-18
  public static final double S0 = -0x1.555555555554bp-3;
  public static final double S1 = 0x1.111111110fa98p-7;
  public static final double S2 = -0x1.a01a019c47741p-13;
  public static final double S3 = 0x1.71de359ee4fcdp-19;
  public static final double S4 = -0x1.ae5e80dd01b97p-26;
  public static final double S5 = 0x1.5d99de41cc4dcp-33;

  // cos t = 1 - t^2/2 + t^4 P(t^2), |t| <= pi/4: absolute error 1.3e-16
  public static final double C0 = 0x1.5555555554b99p-5;
  public static final double C1 = -0x1.6c16c169a3214p-10;
  public static final double C2 = 0x1.a019fcc02c143p-16;
  public static final double C3 = -0x1.27e0fef634276p-22;
  public static final double C4 = 0x1.1c04bc147cd09p-29;

  // exp r = 1 + r + r^2 P(r), |r| <= ln(2)/2: error 1e-17
  public static final double E0 = 0x1.000000000000bp-1;
  public static final double E1 = 0x1.5555555555561p-3;
  public static final double E2 = 0x1.5555555550031p-5;
  public static final double E3 = 0x1.111111110d63cp-7;
  public static final double E4 = 0x1.6c16c185a72aep-10;
  public static final double E5 = 0x1.a01a01bae1859p-13;
  public static final double E6 = 0x1.a0199694228e5p-16;
  public static final double E7 = 0x1.71dddfcd2f85cp-19;
  public static final double E8 = 0x1.28b048c30cd17p-22;
  public static final double E9 = 0x1.af8585e7f5fb9p-26;
}
