namespace NetDsl;

/// <summary>
/// What a network may cost at most. Where it costs more the build fails with NDSL3001, which names the three layers that cost most.
/// Stands anywhere among the class's attributes.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class BudgetAttribute : Attribute
{
    /// <summary>The most trainable parameters, further heads included: <c>ParameterCount</c>. Default: no limit.</summary>
    public long MaxParameters { get; set; } = long.MaxValue;

    /// <summary>The most bytes of activations that prediction of one sample takes: <c>InferenceBytes</c>. Default: no limit.</summary>
    public long MaxInferenceBytes { get; set; } = long.MaxValue;

    /// <summary>The most bytes of activations and gradients that one sample's backward pass takes: <c>TrainingBytes</c>. Default: no limit.</summary>
    public long MaxTrainingBytes { get; set; } = long.MaxValue;

    /// <summary>The most multiplications of one forward pass of one sample: <c>Multiplies</c>. Default: no limit.</summary>
    public long MaxMultiplies { get; set; } = long.MaxValue;
}
