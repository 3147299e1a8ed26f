using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning;

/// <summary>The inference of one sample: memory, packed weights and calls.</summary>
/// <param name="Activations">Where values stand.</param>
/// <param name="Packed">Where packed weights stand.</param>
/// <param name="PackSteps">The calls that pack.</param>
/// <param name="Steps">The calls that compute.</param>
/// <param name="Input">Where the sample stands.</param>
/// <param name="InputStays">Whether the kernels may read the sample where the caller has it.</param>
/// <param name="OutputLeaves">Whether the last kernel may write where the caller wants the output.</param>
/// <param name="OutputConstant">Where the output stands.</param>
/// <param name="ArenaFloats">Size of a caller's memory.</param>
/// <param name="PackedFloats">Size of all packed weights.</param>
/// <param name="ScratchFloats">Memory of each thread beside the arena, for what kernels keep to themselves.</param>
internal sealed record InferenceProgram(
    EquatableArray<Constant> Activations,
    EquatableArray<Constant> Packed,
    EquatableArray<Step> PackSteps,
    EquatableArray<Step> Steps,
    ValueLayout Input,
    bool InputStays,
    bool OutputLeaves,
    string OutputConstant,
    long ArenaFloats,
    long PackedFloats,
    long ScratchFloats)
{
    /// <summary>The dense layers at the end for a group of samples, where that spares reading their weights for each.</summary>
    public GroupProgram? Group { get; init; }

    /// <summary>The calls before those layers; a dense layer is one call.</summary>
    public IEnumerable<Step> Head => Steps.Take(Steps.Count - (Group?.Steps.Count ?? 0));

    /// <summary>The memory for one sample, piece by piece.</summary>
    public EquatableArray<PlannedBuffer> Buffers { get; init; }

    /// <summary>The steps that the buffers' lifetimes count.</summary>
    public EquatableArray<string> Times { get; init; }
}
