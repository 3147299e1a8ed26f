namespace NetDsl.Generator.Layers;

/// <summary>All kinds of layers.</summary>
internal static class LayerRegistry
{
    private static readonly LayerKind[] Kinds =
    [
        new AtrousConv2dLayer(),
        new AvgPool1dLayer(),
        new AvgPool2dLayer(),
        new AvgPool3dLayer(),
        new BatchNormLayer(),
        new Conv1dLayer(),
        new Conv1dTransposeLayer(),
        new Conv2dLayer(),
        new Conv2dTransposeLayer(),
        new Conv3dLayer(),
        new Conv3dTransposeLayer(),
        new DenseLayer(),
        new DepthwiseConv2dLayer(),
        new DropoutLayer(),
        new EluLayer(),
        new FlattenLayer(),
        new GeluLayer(),
        new GlobalAvgPool1dLayer(),
        new GlobalAvgPool2dLayer(),
        new GlobalAvgPool3dLayer(),
        new GlobalMaxPool1dLayer(),
        new GlobalMaxPool2dLayer(),
        new GlobalMaxPool3dLayer(),
        new HardSwishLayer(),
        new LeakyReluLayer(),
        new LocalResponseNormLayer(),
        new LogSoftmaxLayer(),
        new MaxPool1dLayer(),
        new MaxPool2dLayer(),
        new MaxPool3dLayer(),
        new MaximumAPosterioriLayer(),
        new MeanSquaredErrorLayer(),
        new RbfLayer(),
        new Relu6Layer(),
        new ReluLayer(),
        new ScaledTanhLayer(),
        new SeluLayer(),
        new SeparableConv2dLayer(),
        new SigmoidLayer(),
        new SiluLayer(),
        new SoftmaxCrossEntropyLayer(),
        new SoftmaxLayer(),
        new SoftplusLayer(),
        new TanhLayer(),
        new TrainableSubsample2dLayer(),
        new Upsample2dLayer(),
        new ZeroPad1dLayer(),
        new ZeroPad2dLayer(),
        new ZeroPad3dLayer(),
    ];

    private static readonly Dictionary<string, LayerKind> ByName = Kinds.ToDictionary(kind => kind.Name, StringComparer.Ordinal);

    public static IReadOnlyList<LayerKind> All => Kinds;

    /// <summary>The kind of that name, or null.</summary>
    public static LayerKind? Find(string kind) => ByName.TryGetValue(kind, out LayerKind found) ? found : null;
}
