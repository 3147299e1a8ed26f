using NetDsl;

namespace Sample.Networks;

[Network]
[Input(12)]
[Dense(20, BiasInit = 0.5), Relu, Dropout(0.25), Dense(3), MeanSquaredError]
public sealed partial class Regression;
