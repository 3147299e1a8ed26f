using NetDsl.Generator.Kernels;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Planning;

/// <summary>The inference of one sample: memory, packed weights and calls.</summary>
internal sealed record InferenceProgram(
    EquatableArray<Constant> Activations,
    EquatableArray<Constant> Packed,
    EquatableArray<Step> PackSteps,
    EquatableArray<Step> Steps,
    ValueLayout Input,
    string OutputConstant,
    long ArenaFloats,
    long PackedFloats);
