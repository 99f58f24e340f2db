import Foundation

/// Where results and messages go: results to standard output, everything else to standard error.
enum Console {
  /// Writes a result.
  static func printResult(_ text: String) {
    write(text.hasSuffix("\n") ? text : text + "\n", to: STDOUT_FILENO)
  }

  /// Writes a message for people.
  static func printMessage(_ text: String) {
    write(text.hasSuffix("\n") ? text : text + "\n", to: STDERR_FILENO)
  }

  /// Writes to standard error without ending the line.
  static func printFragment(_ text: String) { write(text, to: STDERR_FILENO) }

  /// Whether standard error is a terminal on which a line can be redrawn.
  static var canRedraw: Bool {
    isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  /// Columns of the terminal behind standard error; 80 where they are unknown.
  static var width: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Whether standard output is a terminal.
  static var isInteractive: Bool { isatty(STDOUT_FILENO) == 1 }

  /// A reader that has gone away, such as `head`, ends the program quietly through SIGPIPE.
  private static func write(_ text: String, to descriptor: Int32) {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Foundation.write(
          descriptor, buffer.baseAddress.map { $0 + written }, buffer.count - written)
      }
      if count < 0 && errno != EINTR { return }
      written += max(count, 0)
    }
  }
}
