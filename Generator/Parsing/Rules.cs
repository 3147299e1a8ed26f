using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Parsing;

/// <summary>The descriptors of all rules; every message is written where the fault is found.</summary>
internal static class Rules
{
    private const string Declaration = "NetDsl.Declaration";
    private const string Shape = "NetDsl.Shape";
    private const string Advice = "NetDsl.Advice";
    private const string Emission = "NetDsl.Emission";

    // Without these no network can be emitted, so switching them off would help nobody.
    private const string Fatal = WellKnownDiagnosticTags.NotConfigurable;

    private static readonly DiagnosticDescriptor NotPartial = new(
        RuleIds.NotPartial, "A network's class must be partial", "{0}", Declaration,
        DiagnosticSeverity.Error, isEnabledByDefault: true, null, Page(RuleIds.NotPartial), Fatal);

    private static readonly DiagnosticDescriptor InputMissing = new(
        RuleIds.InputMissing, "A network begins with its Input", "{0}", Declaration,
        DiagnosticSeverity.Error, isEnabledByDefault: true, null, Page(RuleIds.InputMissing), Fatal);

    private static readonly DiagnosticDescriptor SeveralDeclarations = new(
        RuleIds.SeveralDeclarations, "A network's layers stand on one declaration", "{0}", Declaration,
        DiagnosticSeverity.Error, isEnabledByDefault: true, null, Page(RuleIds.SeveralDeclarations), Fatal);

    private static readonly DiagnosticDescriptor UnsuitableClass = new(
        RuleIds.UnsuitableClass, "The class cannot become a network", "{0}", Declaration,
        DiagnosticSeverity.Error, isEnabledByDefault: true, null, Page(RuleIds.UnsuitableClass), Fatal);

    private static readonly DiagnosticDescriptor UnusableName = new(
        RuleIds.UnusableName, "A layer's name is unknown, duplicate or not usable", "{0}", Declaration,
        DiagnosticSeverity.Error, isEnabledByDefault: true, null, Page(RuleIds.UnusableName), Fatal);

    private static readonly DiagnosticDescriptor BrokenGraph = new(
        RuleIds.BrokenGraph, "A branch, merge or label leads nowhere", "{0}", Declaration,
        DiagnosticSeverity.Error, isEnabledByDefault: true, null, Page(RuleIds.BrokenGraph), Fatal);

    private static readonly DiagnosticDescriptor EndlessBlock = new(
        RuleIds.EndlessBlock, "A block contains itself, or there are too many layers", "{0}", Declaration,
        DiagnosticSeverity.Error, isEnabledByDefault: true, null, Page(RuleIds.EndlessBlock), Fatal);

    private static readonly DiagnosticDescriptor NoValue = new(
        RuleIds.NoValue, "An argument or expression has no value", "{0}", Declaration,
        DiagnosticSeverity.Error, isEnabledByDefault: true, null, Page(RuleIds.NoValue), Fatal);

    private static readonly DiagnosticDescriptor Misplaced = new(
        RuleIds.Misplaced, "A layer or loss stands where it cannot", "{0}", Declaration,
        DiagnosticSeverity.Error, isEnabledByDefault: true, null, Page(RuleIds.Misplaced), Fatal);

    private static readonly DiagnosticDescriptor WindowTooLarge = new(
        RuleIds.WindowTooLarge, "The kernel is larger than its input", "{0}", Shape,
        DiagnosticSeverity.Error, isEnabledByDefault: true, null, Page(RuleIds.WindowTooLarge), Fatal);

    private static readonly DiagnosticDescriptor OutOfRange = new(
        RuleIds.OutOfRange, "A number is out of its range", "{0}", Shape,
        DiagnosticSeverity.Error, isEnabledByDefault: true, null, Page(RuleIds.OutOfRange), Fatal);

    private static readonly DiagnosticDescriptor IndivisibleGroups = new(
        RuleIds.IndivisibleGroups, "The groups do not divide the channels", "{0}", Shape,
        DiagnosticSeverity.Error, isEnabledByDefault: true, null, Page(RuleIds.IndivisibleGroups), Fatal);

    private static readonly DiagnosticDescriptor UnsuitablePadding = new(
        RuleIds.UnsuitablePadding, "The padding cannot be", "{0}", Shape,
        DiagnosticSeverity.Error, isEnabledByDefault: true, null, Page(RuleIds.UnsuitablePadding), Fatal);

    private static readonly DiagnosticDescriptor OutputPaddingTooLarge = new(
        RuleIds.OutputPaddingTooLarge, "The output padding is not smaller than the stride", "{0}", Shape,
        DiagnosticSeverity.Error, isEnabledByDefault: true, null, Page(RuleIds.OutputPaddingTooLarge), Fatal);

    private static readonly DiagnosticDescriptor ShapesDiffer = new(
        RuleIds.ShapesDiffer, "Shapes differ where values meet", "{0}", Shape,
        DiagnosticSeverity.Error, isEnabledByDefault: true, null, Page(RuleIds.ShapesDiffer), Fatal);

    private static readonly DiagnosticDescriptor UnsuitableTable = new(
        RuleIds.UnsuitableTable, "A table does not fit its layer", "{0}", Shape,
        DiagnosticSeverity.Error, isEnabledByDefault: true, null, Page(RuleIds.UnsuitableTable), Fatal);

    private static readonly DiagnosticDescriptor TooManyElements = new(
        RuleIds.TooManyElements, "A tensor has too many elements", "{0}", Shape,
        DiagnosticSeverity.Error, isEnabledByDefault: true, null, Page(RuleIds.TooManyElements), Fatal);

    private static readonly DiagnosticDescriptor WrongRank = new(
        RuleIds.WrongRank, "A layer of one rank stands on an input of another", "{0}", Shape,
        DiagnosticSeverity.Error, isEnabledByDefault: true, null, Page(RuleIds.WrongRank), Fatal);

    private static readonly DiagnosticDescriptor DroppedCells = new(
        RuleIds.DroppedCells, "Windows leave out the end of their input", "{0}", Advice,
        DiagnosticSeverity.Warning, isEnabledByDefault: true, null, Page(RuleIds.DroppedCells));

    private static readonly DiagnosticDescriptor SkippedCells = new(
        RuleIds.SkippedCells, "The stride skips cells", "{0}", Advice,
        DiagnosticSeverity.Warning, isEnabledByDefault: true, null, Page(RuleIds.SkippedCells));

    private static readonly DiagnosticDescriptor UnevenPadding = new(
        RuleIds.UnevenPadding, "Padding.Same pads unevenly", "{0}", Advice,
        DiagnosticSeverity.Warning, isEnabledByDefault: true, null, Page(RuleIds.UnevenPadding));

    private static readonly DiagnosticDescriptor RaggedPool = new(
        RuleIds.RaggedPool, "A pool's last windows are not full", "{0}", Advice,
        DiagnosticSeverity.Warning, isEnabledByDefault: true, null, Page(RuleIds.RaggedPool));

    private static readonly DiagnosticDescriptor Checkerboard = new(
        RuleIds.Checkerboard, "A transposed kernel overlaps itself unevenly", "{0}", Advice,
        DiagnosticSeverity.Warning, isEnabledByDefault: true, null, Page(RuleIds.Checkerboard));

    private static readonly DiagnosticDescriptor DoubleSoftmax = new(
        RuleIds.DoubleSoftmax, "A softmax stands before a loss that applies it", "{0}", Advice,
        DiagnosticSeverity.Warning, isEnabledByDefault: true, null, Page(RuleIds.DoubleSoftmax));

    private static readonly DiagnosticDescriptor StackedLinear = new(
        RuleIds.StackedLinear, "Two linear layers follow each other", "{0}", Advice,
        DiagnosticSeverity.Warning, isEnabledByDefault: true, null, Page(RuleIds.StackedLinear));

    private static readonly DiagnosticDescriptor IdleBias = new(
        RuleIds.IdleBias, "A bias stands before batch normalisation", "{0}", Advice,
        DiagnosticSeverity.Warning, isEnabledByDefault: true, null, Page(RuleIds.IdleBias));

    private static readonly DiagnosticDescriptor MisplacedDropout = new(
        RuleIds.MisplacedDropout, "Dropout stands last, or before batch normalisation", "{0}", Advice,
        DiagnosticSeverity.Warning, isEnabledByDefault: true, null, Page(RuleIds.MisplacedDropout));

    private static readonly DiagnosticDescriptor HeavyDense = new(
        RuleIds.HeavyDense, "One dense layer holds most of the parameters", "{0}", Advice,
        DiagnosticSeverity.Info, isEnabledByDefault: true, null, Page(RuleIds.HeavyDense));

    private static readonly DiagnosticDescriptor DilatedStride = new(
        RuleIds.DilatedStride, "A stride above one stands together with a dilation above one", "{0}", Advice,
        DiagnosticSeverity.Warning, isEnabledByDefault: true, null, Page(RuleIds.DilatedStride));

    private static readonly DiagnosticDescriptor UnreadLayer = new(
        RuleIds.UnreadLayer, "Nothing reads the layer", "{0}", Advice,
        DiagnosticSeverity.Warning, isEnabledByDefault: true, null, Page(RuleIds.UnreadLayer));

    private static readonly DiagnosticDescriptor LayerFacts = new(
        RuleIds.LayerFacts, "What a layer is", "{0}", Advice,
        DiagnosticSeverity.Info, isEnabledByDefault: false, null, Page(RuleIds.LayerFacts));

    private static readonly DiagnosticDescriptor BudgetExceeded = new(
        RuleIds.BudgetExceeded, "A budget is exceeded", "{0}", Emission,
        DiagnosticSeverity.Error, isEnabledByDefault: true, null, Page(RuleIds.BudgetExceeded));

    private static readonly DiagnosticDescriptor Unoptimized = new(
        RuleIds.Unoptimized, "Kernels are compiled without optimisation", "{0}", Emission,
        DiagnosticSeverity.Warning, isEnabledByDefault: true, null, Page(RuleIds.Unoptimized));

    private static readonly DiagnosticDescriptor NoInstructionSet = new(
        RuleIds.NoInstructionSet, "A native program's kernels know no instruction set", "{0}", Emission,
        DiagnosticSeverity.Warning, isEnabledByDefault: true, null, Page(RuleIds.NoInstructionSet));

    private static readonly DiagnosticDescriptor TooLargeToUnroll = new(
        RuleIds.TooLargeToUnroll, "A layer is too large to be written out in full", "{0}", Emission,
        DiagnosticSeverity.Error, isEnabledByDefault: true, null, Page(RuleIds.TooLargeToUnroll));

    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        NotPartial,
        InputMissing,
        SeveralDeclarations,
        UnsuitableClass,
        UnusableName,
        BrokenGraph,
        EndlessBlock,
        NoValue,
        Misplaced,
        WindowTooLarge,
        OutOfRange,
        IndivisibleGroups,
        UnsuitablePadding,
        OutputPaddingTooLarge,
        ShapesDiffer,
        UnsuitableTable,
        TooManyElements,
        WrongRank,
        DroppedCells,
        SkippedCells,
        UnevenPadding,
        RaggedPool,
        Checkerboard,
        DoubleSoftmax,
        StackedLinear,
        IdleBias,
        MisplacedDropout,
        HeavyDense,
        DilatedStride,
        UnreadLayer,
        LayerFacts,
        BudgetExceeded,
        Unoptimized,
        NoInstructionSet,
        TooLargeToUnroll,
    ];

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById = All.ToImmutableDictionary(rule => rule.Id);

    public static DiagnosticDescriptor Find(string id) => ById[id];

    private static string Page(string id) => $"https://github.com/netdsl/netdsl/blob/main/docs/rules/{id}.md";
}
