/// Placeholder
struct ScalingRun {
  func run() {}
}
