package plumbline.theorem;

/** What an instance is for. */
public enum Role {
  /** The bound is attained, or as nearly as is known. */
  SHARP,
  /** What a user would meet. */
  TYPICAL,
  /** A hypothesis fails: nothing is claimed there but what happens otherwise. */
  OUTSIDE,
  /** Made by a user with {@code --set}. */
  YOURS
}
