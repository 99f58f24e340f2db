import Foundation

/// What a page may load and run: its own scripts, nothing from anywhere.
///
/// `unsafe-eval` is what Vega needs to compile expressions of specifications, which are the
/// program's own; no inline script but those named is run, whatever text gets into the page.
///
/// Source: W3C Content Security Policy Level 3.
struct ContentSecurityPolicy {
  /// The scripts that may run; none for a page without any.
  let scripts: [String]

  /// The policy as a page states it.
  var text: String {
    let hashes = scripts.map { "'sha256-\(SHA256.digest(of: $0).base64EncodedString())'" }
    let sources = scripts.isEmpty ? "'none'" : (hashes + ["'unsafe-eval'"]).joined(separator: " ")
    return """
      default-src 'none'; script-src \(sources); style-src 'unsafe-inline'; img-src data: blob:; \
      base-uri 'none'; form-action 'none'
      """
  }
}
