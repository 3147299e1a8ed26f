using Microsoft.CodeAnalysis;
using NetDsl;
using NetDsl.Generator.Model;

namespace NetDsl.Generator.Parsing;

/// <summary>What the attributes of a network's class say.</summary>
internal sealed record DeclaredAttributes(
    bool Training, Unroll Unroll, Precision Precision, BudgetModel? Budget, LayerModel? Input, IReadOnlyList<LayerModel> Layers, IReadOnlyList<BlockModel> Blocks)
{
    public static DeclaredAttributes Read(INamedTypeSymbol type, ICollection<Problem> problems, CancellationToken cancellation)
    {
        DslAttribute[] all = type.GetAttributes().Select((data, index) => DslAttribute.Of(data, index, cancellation)).ToArray();
        SyntaxNode? home = all.FirstOrDefault(attribute => attribute.InSequence).Declaration;
        ReportSeveralDeclarations(type, all, home, problems);
        ReportInput(type, all, home, problems);

        AttributeData? network = all.FirstOrDefault(attribute => attribute.Role == AttributeRole.Network).Data;
        IEnumerable<LayerModel> inputs = all.Where(attribute => attribute.Role == AttributeRole.Input)
            .Take(1)
            .Select(attribute => AttributeReader.Read(attribute, cancellation));
        var blocks = new BlockReader(type.ContainingAssembly, cancellation);
        LayerModel[] layers = [.. all
            .Where(attribute => attribute.Role == AttributeRole.Unknown || (attribute.Role == AttributeRole.Layer && attribute.Declaration == home))
            .Select(blocks.Read)];
        return new DeclaredAttributes(
            Named(network, nameof(Training)) as bool? ?? true,
            Named(network, nameof(Unroll)) is int level && Enum.IsDefined(typeof(Unroll), level) ? (Unroll)level : Unroll.Window,
            Named(network, nameof(Precision)) is int precision && Enum.IsDefined(typeof(Precision), precision) ? (Precision)precision : Precision.Fast,
            ReadBudget(all),
            inputs.FirstOrDefault(),
            layers,
            blocks.Blocks);
    }

    private static void ReportSeveralDeclarations(INamedTypeSymbol type, DslAttribute[] all, SyntaxNode? home, ICollection<Problem> problems)
    {
        foreach (DslAttribute stray in all.Where(attribute => attribute.InSequence && attribute.Declaration != home).Take(1))
        {
            problems.Add(new Problem(
                RuleIds.SeveralDeclarations, stray.Index, null,
                $"The layers of {type.Name} stand on several partial declarations, whose order nothing defines; put Input and all layers on one"));
        }
    }

    private static void ReportInput(INamedTypeSymbol type, DslAttribute[] all, SyntaxNode? home, ICollection<Problem> problems)
    {
        int input = Array.FindIndex(all, attribute => attribute.Role == AttributeRole.Input);
        int layer = Array.FindIndex(all, attribute => attribute.Role == AttributeRole.Layer);
        if (input < 0 && !all.Any(attribute => attribute.Role == AttributeRole.Unknown))
        {
            problems.Add(new Problem(
                RuleIds.InputMissing, -1, null,
                $"{type.Name} has no Input; put one before the first layer, such as [Input(28, 28, 1)]: height, width, channels").Mended(new Remedy("Input", "Add [Input(28, 28, 1)]", "", Remedy.Input)));
        }
        else if (layer >= 0 && layer < input && all[input].Declaration == home)
        {
            problems.Add(new Problem(RuleIds.InputMissing, all[input].Index, null, "Input stands after a layer; put it before the first")
                .Mended(new Remedy("Input", "Put Input before the first layer", "Input", Remedy.Input)));
        }
    }

    private static BudgetModel? ReadBudget(DslAttribute[] all) => all
        .Where(attribute => attribute.Role == AttributeRole.Budget)
        .Select(attribute => new BudgetModel(
            attribute.Index,
            Named(attribute.Data, nameof(BudgetAttribute.MaxParameters)) as long?,
            Named(attribute.Data, nameof(BudgetAttribute.MaxInferenceBytes)) as long?,
            Named(attribute.Data, nameof(BudgetAttribute.MaxTrainingBytes)) as long?,
            Named(attribute.Data, nameof(BudgetAttribute.MaxMultiplies)) as long?))
        .FirstOrDefault();

    private static object? Named(AttributeData? attribute, string property)
    {
        TypedConstant? constant = attribute?.NamedArguments.FirstOrDefault(argument => argument.Key == property).Value;
        return constant is { Kind: not TypedConstantKind.Array } scalar ? scalar.Value : null;
    }
}
