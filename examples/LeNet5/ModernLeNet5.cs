using NetDsl;

namespace DigitRecognition;

/// <summary>The same outline with what was learnt since: rectified units, maximum pooling, dropout and more filters.</summary>
[Network]
[Input(32, 32, 1)]
[Conv2d(5, 5, 6, Init = Initializer.HeUniform, Name = "C1"), Relu, MaxPool2d(2, 2)]
[Conv2d(5, 5, 32, Init = Initializer.HeUniform), Relu, MaxPool2d(2, 2)]
[Dense(128, Init = Initializer.HeUniform), Relu, Dropout(0.4)]
[Dense(10)]
[SoftmaxCrossEntropy]
public sealed partial class ModernLeNet5;
