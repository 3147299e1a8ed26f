using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning;

/// <summary>Forward and backward over a batch in groups of 16 samples, or sample by sample: memory of a group and calls.</summary>
internal sealed record TrainingProgram(
    EquatableArray<Constant> Constants,
    EquatableArray<Step> Forward,
    EquatableArray<Step> Backward,
    EquatableArray<Step> BackwardToInput,
    EquatableArray<Step> Linear,
    EquatableArray<ActivationPlace> Activations,
    ValueLayout Input,
    ValueLayout Output,
    ValueLayout OutputGradient,
    ValueLayout InputGradient,
    EquatableArray<HeadPlace> Heads,
    long GroupFloats,
    long ScratchFloats)
{
    /// <summary>What the numbers of a cell are.</summary>
    public TrainingForm Form { get; init; }

    /// <summary>Sizes of convolutions that the calls name.</summary>
    public EquatableArray<WindowConstant> Windows { get; init; }

    /// <summary>Memory that the team shares beside the groups.</summary>
    public long PackedFloats { get; init; }

    /// <summary>Bytes of a sample.</summary>
    public long SampleBytes => GroupFloats / Form.Samples() * sizeof(float);

    /// <summary>The memory of a sample, piece by piece.</summary>
    public EquatableArray<PlannedBuffer> Buffers { get; init; }

    /// <summary>The steps that the buffers' lifetimes count: forward, the loss, backward.</summary>
    public EquatableArray<string> Times { get; init; }
}
