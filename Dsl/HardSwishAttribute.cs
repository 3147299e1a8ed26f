namespace NetDsl;

/// <summary>x * min(max(x + 3, 0), 6) / 6 of every value (Howard et al. 2019, "Searching for MobileNetV3").</summary>
public sealed class HardSwishAttribute : LayerAttribute;
