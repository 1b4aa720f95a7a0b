package plumbline.notebook;

/** The five sockets of a kernel, by Jupyter's names. */
enum KernelChannel {
  /** Requests, one after another. */
  SHELL,
  /** Requests that do not wait for a cell: interrupt, shutdown. */
  CONTROL,
  /** The kernel asks for a line. */
  STDIN,
  /** What everybody who looks on sees: outputs, busy, idle. */
  IOPUB,
  /** Heartbeat: an echo. */
  HB
}
