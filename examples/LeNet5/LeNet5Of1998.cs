using NetDsl;
using NetDsl.Networks;

namespace DigitRecognition;

/// <summary>
/// LeNet-5 as published: filters that see some maps alone, trainable subsampling, and an output that measures the distance from
/// drawn digits. 60,000 parameters.
/// </summary>
[Network]
[Input(32, 32, 1)]
[Conv2d(5, 5, 6, Init = Initializer.LeCunUniform, Name = "C1"), ScaledTanh]
[TrainableSubsample2d(2, 2, Name = "S2"), ScaledTanh]
[Conv2d(5, 5, 16, Connections = LeNetTables.C3, Init = Initializer.LeCunUniform, Name = "C3"), ScaledTanh]
[TrainableSubsample2d(2, 2, Name = "S4"), ScaledTanh]
[Conv2d(5, 5, 120, Init = Initializer.LeCunUniform, Name = "C5"), ScaledTanh]
[Dense(84, Init = Initializer.LeCunUniform, Name = "F6"), ScaledTanh]
[Rbf(10, LeNetTables.Digits, Name = "Distances")]
[MaximumAPosteriori]
public sealed partial class LeNet5Of1998;
