using NetDsl;

namespace Sample.Networks;

/// <summary>Distances from fixed codes, and the loss made for them.</summary>
[Network]
[Input(2)]
[Dense(6), ScaledTanh, Dense(4), ScaledTanh]
[Rbf(3, "++++;+--+;-+--", Name = "Codes"), MaximumAPosteriori]
public sealed partial class Distances;
