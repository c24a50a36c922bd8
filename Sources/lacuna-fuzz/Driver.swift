#if FUZZING
  /// The entry point of libFuzzer. Its usual one, `main`, is that of this program.
  @_silgen_name("LLVMFuzzerRunDriver")
  private func LLVMFuzzerRunDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ callback: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
  ) -> CInt

  /// Hands the loop over to libFuzzer.
  enum Driver {
    /// Runs until a limit of the command line, or the first crash.
    static func run(_ mode: Mode) {
      // The name of the mode is not libFuzzer's.
      var kept = CommandLine.arguments.indices.filter { $0 != 1 }.map { CommandLine.unsafeArgv[$0] } + [nil]
      var count = CInt(kept.count - 1)
      kept.withUnsafeMutableBufferPointer { buffer in
        guard var arguments = buffer.baseAddress else { return }
        switch mode {
        case .parse:
          _ = LLVMFuzzerRunDriver(&count, &arguments) { Driver.feed(.parse, $0, $1) }
        case .check:
          _ = LLVMFuzzerRunDriver(&count, &arguments) { Driver.feed(.check, $0, $1) }
        }
      }
    }

    private static func feed(_ mode: Mode, _ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
      mode.feed(Array(UnsafeBufferPointer(start: start, count: count)))
      return 0
    }
  }
#endif
