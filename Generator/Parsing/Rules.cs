using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Parsing;

/// <summary>The descriptors of all rules; every message is written where the fault is found.</summary>
internal static class Rules
{
    private const string Declaration = "NetDsl.Declaration";
    private const string Shape = "NetDsl.Shape";
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
        Unoptimized,
        NoInstructionSet,
        TooLargeToUnroll,
    ];

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById = All.ToImmutableDictionary(rule => rule.Id);

    public static DiagnosticDescriptor Find(string id) => ById[id];

    private static string Page(string id) => $"https://github.com/netdsl/netdsl/blob/main/docs/rules/{id}.md";
}
